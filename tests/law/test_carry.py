"""An instrument that takes over the entries of others: one place at a time, and something must follow there."""

from datetime import date

from cocket.law.view import LIVE, LawInTime
from tests.law.small_lawbook import RULES, SmallLawbook

REPEAL = '  - {id: end, do: repeal, target: [cn/office/2025/1], during: {from: "2025-07-01"}}\n'
CARRY = '  - {id: take, do: carry, target: [cn/office/2025/1], during: {from: "2025-07-01"}}\n'


def test_from_the_day_on_the_entry_stands_under_the_new_instrument_alone(small: SmallLawbook) -> None:
    time = LawInTime(small.add_instrument(2, RULES + "acts:\n" + REPEAL + CARRY).read())
    for day, holder in ((date(2025, 6, 30), "cn/office/2025/1"), (date(2025, 7, 1), "cn/office/2025/2")):
        live = [norm for norm in time.view(day, date(2025, 12, 31)).entries if norm.status.standing in LIVE]
        assert [(norm.name, norm.instrument.id) for norm in live] == [("1C905.a.4", holder)]


def test_entries_cannot_stand_in_two_places(small: SmallLawbook) -> None:
    error = small.add_instrument(2, RULES + "acts:\n" + CARRY).refusal()
    assert (error.key, "two places" in error.problem) == ("take", True)


def test_something_must_follow_from_entries_taken_over(small: SmallLawbook) -> None:
    error = small.add_instrument(2, "acts:\n" + REPEAL + CARRY).refusal()
    assert (error.key, "nothing would follow" in error.problem) == ("take", True)
