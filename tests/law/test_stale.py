"""What is to be read again, in which order, and what is said of it."""

from datetime import date

from cocket.law.fold import Standing
from cocket.law.lawbook import Lawbook
from cocket.law.stale import Ending, to_read_again
from tests.law.small_lawbook import SmallLawbook

LOOKED = date(2025, 12, 15)  # checked_until of the small lawbook's instruments
SUSPENSION = """\
acts:
  - {id: halt, do: suspend, target: [cn/office/2025/1], during: {from: "2025-06-01", until: "2026-01-31"}}
announced:
  - {id: longer, about: halt, would_change: {until: "2026-03-31"}, said_on: "2025-12-01", said_by: them, source: x}
"""
PARTIES = """\
list: control_list
listings:
  - {id: p-1, name: {zh: 甲, en: A}}
  - {id: p-2, name: {zh: 乙, en: B}}
"""


def names(lawbook: Lawbook, on: date) -> list[str]:
    return [one.instrument.id.rpartition("/")[2] for one in to_read_again(lawbook, on)]


def test_an_instrument_is_stale_from_the_day_after_its_last_look(small: SmallLawbook) -> None:
    lawbook = small.read()
    assert to_read_again(lawbook, LOOKED) == ()
    assert [one.days_past for one in to_read_again(lawbook, date(2025, 12, 16))] == [1]


def test_the_oldest_look_comes_first_then_what_is_moving_then_what_bears_most(small: SmallLawbook) -> None:
    small.add_instrument(2, PARTIES).add_instrument(3, SUSPENSION).add_instrument(4, "notes: [nothing]\n")
    small.replace('checked_until: "2025-12-15"', 'checked_until: "2025-12-01"', "cn/office/2025/004.yaml")
    # 1 is under the suspension of 3; both rest on one entry. 2 has two parties and nothing is moving about it.
    assert names(small.read(), date(2026, 2, 1)) == ["4", "1", "3", "2"]


def test_what_rests_on_an_instrument_are_its_own_entries_and_those_it_acts_on(small: SmallLawbook) -> None:
    small.add_instrument(2, PARTIES).add_instrument(3, SUSPENSION)
    found = {one.instrument.id: one for one in to_read_again(small.read(), date(2026, 2, 1))}
    assert (found["cn/office/2025/1"].entries, found["cn/office/2025/1"].listings) == (1, 0)
    assert (found["cn/office/2025/2"].entries, found["cn/office/2025/2"].listings) == (0, 2)
    assert (found["cn/office/2025/3"].entries, found["cn/office/2025/3"].listings) == (1, 0)


def test_a_suspension_is_told_from_ninety_days_before_its_end_for_whoever_has_not_looked_since(
    small: SmallLawbook,
) -> None:
    small.add_instrument(3, SUSPENSION)
    lawbook = small.read()
    ending = (Ending("cn/office/2025/3#halt", date(2026, 1, 31)),)
    assert {one.endings for one in to_read_again(lawbook, date(2025, 12, 16))} == {ending}
    assert {one.endings for one in to_read_again(lawbook, date(2026, 6, 1))} == {ending}
    small.replace('until: "2026-01-31"', 'until: "2026-03-17"', "cn/office/2025/003.yaml")  # 91 days ahead
    assert {one.endings for one in to_read_again(small.read(), date(2025, 12, 16))} == {()}


def test_an_announcement_is_told_until_the_days_it_would_cover_are_over(small: SmallLawbook) -> None:
    small.add_instrument(3, SUSPENSION)
    lawbook = small.read()
    pending = ("cn/office/2025/3#longer",)
    assert {one.pending for one in to_read_again(lawbook, date(2026, 3, 31))} == {pending}
    assert {one.pending for one in to_read_again(lawbook, date(2026, 4, 1))} == {()}


def test_what_takes_effect_after_the_last_look_says_so_with_its_standing(small: SmallLawbook) -> None:
    small.replace('in_force: {from: "2025-04-04"}', 'in_force: {from: "2026-01-01"}')
    (before,) = to_read_again(small.read(), date(2025, 12, 31))
    (after,) = to_read_again(small.read(), date(2026, 1, 1))
    assert before.begins == after.begins == date(2026, 1, 1)
    assert (before.standing, after.standing) == (Standing.NOT_YET, Standing.IN_FORCE)
