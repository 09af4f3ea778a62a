from datetime import date

from cocket.licensing.casework.stops import resumed, stopped, stops

DAYS = [date(2026, 6, number) for number in range(1, 13)]


def test_stops_are_told_apart_by_their_ground() -> None:
    text = stopped("", "site", DAYS[3])
    text = stopped(text, "expert", DAYS[4])
    text = resumed(text, "site", DAYS[5])
    text = stopped(text, "site", DAYS[9])
    assert list(stops(text)) == [(DAYS[3], DAYS[5]), (DAYS[4], None), (DAYS[9], None)]
    assert text == "site 2026-06-04/2026-06-06\nexpert 2026-06-05/\nsite 2026-06-10/\n"


def test_a_ground_that_begins_like_another_is_not_the_other() -> None:
    text = stopped("", "site-visit", DAYS[0])
    assert resumed(text, "site", DAYS[2]) == text


def test_a_case_whose_clock_never_stood_has_none() -> None:
    assert list(stops("")) == []
