"""How a norm stands over time, told in stretches of days."""

from datetime import date

from cocket.law.fold import Fold, Standing
from cocket.law.lawbook import Lawbook
from cocket.law.standings import Standings
from tests.law.small_lawbook import SmallLawbook

LATE = date(2030, 1, 1)


def told(lawbook: Lawbook, known: date = LATE) -> list[tuple[str, str, str]]:
    one = lawbook.by_id["cn/office/2025/1"]
    stretches = Standings(lawbook, Fold(lawbook)).of(one, one.in_force, None, known)
    return [(str(s.during.since), str(s.during.until), s.standing.value) for s in stretches]


def test_what_nothing_changes_stands_from_its_first_day_without_end(small: SmallLawbook) -> None:
    assert told(small.read()) == [("2025-04-04", "None", "in_force")]


def test_a_suspension_parts_the_days_and_both_of_its_ends_are_inside(small: SmallLawbook) -> None:
    during = '{from: "2025-07-01", until: "2025-09-30"}'
    small.add_instrument(2, f"acts: [{{id: halt, do: suspend, target: [cn/office/2025/1], during: {during}}}]\n")
    lawbook = small.read()
    assert told(lawbook) == [
        ("2025-04-04", "2025-06-30", "in_force"),
        ("2025-07-01", "2025-09-30", "suspended"),
        ("2025-10-01", "None", "in_force"),
    ]
    assert told(lawbook, known=date(2025, 5, 31)) == [("2025-04-04", "None", "in_force")]


def test_what_ended_says_so_from_the_day_after(small: SmallLawbook) -> None:
    small.replace('in_force: {from: "2025-04-04"}', 'in_force: {from: "2025-04-04", until: "2025-12-31"}')
    assert told(small.read())[-1] == ("2026-01-01", "None", Standing.LAPSED.value)


def test_nothing_is_told_of_what_was_not_known(small: SmallLawbook) -> None:
    assert told(small.read(), known=date(2025, 4, 3)) == []
