"""Every norm of the lawbook has exactly one standing on every day, as known on any day: no gaps, no overlaps."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from cocket.law.fold import Fold, Standing, elementary_days
from cocket.law.instrument import Instrument, Window
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime, View

ONE_DAY = timedelta(days=1)
LONG_AGO, FAR_OFF = date(1900, 1, 1), date(2100, 1, 1)


def norms(lawbook: Lawbook) -> Iterator[tuple[Instrument, Window, str]]:
    for one in lawbook.instruments:
        yield from ((one, rule.in_force, rule.id) for rule in one.rules)
        yield from ((one, gap.in_force, gap.id) for gap in one.gaps)
        yield from ((one, one.in_force, entry.id) for entry in one.entries)


def knowledge_days(lawbook: Lawbook) -> tuple[date, ...]:
    """A day of knowledge in each interval within which nothing new was published or said."""
    days = {one.known_from for one in lawbook.instruments}
    days.update(said.said_on for one in lawbook.instruments for said in one.announced)
    days.update(state.known_from for _, listing in lawbook.listings.values() for state in listing.states)
    return tuple(sorted(days))


@pytest.fixture(scope="module")
def fold(lawbook: Lawbook) -> Fold:
    return Fold(lawbook)


def test_a_norm_has_one_standing_on_every_day_of_an_interval(lawbook: Lawbook, fold: Fold) -> None:
    """The first and the last day of each interval tell the same, so that no change falls between two of them."""
    days = (LONG_AGO, *elementary_days(lawbook), FAR_OFF)
    for known in knowledge_days(lawbook):
        for instrument, window, part in norms(lawbook):
            for first, following in pairwise(days):
                last = following - ONE_DAY
                one = fold.status(instrument, window, part, first, known)
                assert one == fold.status(instrument, window, part, last, known), (part, first, last, known)


def expected(instrument: Instrument, window: Window, part: str, on: date, known: date, lawbook: Lawbook) -> Standing:
    """The same answer the long way round: every act of every instrument, asked in words."""
    if known < instrument.known_from:
        return Standing.UNKNOWN_YET
    acts = [
        (other, act)
        for other in lawbook.instruments
        for act in other.acts
        if other.known_from <= known and {instrument.id, f"{instrument.id}#{part}"} & set(act.target)
    ]
    if on < window.since:
        return Standing.NOT_YET
    if any(act.do == "repeal" and act.during.since <= on for _, act in acts):
        return Standing.LAPSED
    if window.until is not None and window.until < on:
        return Standing.LAPSED
    if any(act.do == "suspend" and act.during.holds(on) for _, act in acts):
        return Standing.SUSPENDED
    said = [
        one
        for other, act in acts
        for one in other.announced
        if act.do == "suspend" and one.about == act.id and one.said_on <= known
        if act.during.until is not None and act.during.until < on <= one.until
    ]
    return Standing.UNRESOLVED if said else Standing.IN_FORCE


def test_the_standing_follows_from_the_windows_and_the_acts_alone(lawbook: Lawbook, fold: Fold) -> None:
    assert not any(act.do == "resume" for one in lawbook.instruments for act in one.acts)  # expected() knows none
    seen = set()
    for known in knowledge_days(lawbook):
        for on in elementary_days(lawbook):
            for instrument, window, part in norms(lawbook):
                found = fold.status(instrument, window, part, on, known).standing
                assert found is expected(instrument, window, part, on, known, lawbook), (part, on, known)
                seen.add(found)
    assert seen >= set(Standing) - {Standing.LAPSED}


def test_a_listing_has_one_standing_on_every_day_of_an_interval(lawbook: Lawbook, fold: Fold) -> None:
    days = (LONG_AGO, *elementary_days(lawbook), FAR_OFF)
    seen = set()
    for known in knowledge_days(lawbook):
        for notice, listing in lawbook.listings.values():
            for first, following in pairwise(days):
                one = fold.listing_status(notice, listing, first, known)
                assert one == fold.listing_status(notice, listing, following - ONE_DAY, known), (listing.id, first)
                seen.add(one.standing)
    assert seen == set(Standing)


def test_what_is_suspended_or_unresolved_says_by_what(lawbook: Lawbook, fold: Fold) -> None:
    known = lawbook.as_of
    for on in elementary_days(lawbook):
        for instrument, window, part in norms(lawbook):
            status = fold.status(instrument, window, part, on, known)
            if status.standing in (Standing.SUSPENDED, Standing.UNRESOLVED):
                assert all(names_a_part(name, lawbook) for name in status.because) and status.because
            assert (status.pending is not None) == (status.standing is Standing.UNRESOLVED)


def names_a_part(name: str, lawbook: Lawbook) -> bool:
    instrument, _, part = name.partition("#")
    one = lawbook.by_id[instrument]
    return part in {act.id for act in one.acts} | {said.id for said in one.announced}


def stretches(days: tuple[date, ...]) -> Iterator[tuple[date, date]]:
    """First and last day of each stretch, the last one left open to a far day."""
    yield from ((first, following - ONE_DAY) for first, following in pairwise((*days, FAR_OFF)))


def assert_same_law(one: View, other: View) -> None:
    assert one.entries == other.entries
    assert one.rules == other.rules
    assert one.gaps == other.gaps
    assert one.covered == other.covered


def test_the_law_is_one_and_the_same_through_a_stretch_of_days(lawbook: Lawbook) -> None:
    """What is kept for the first day of a stretch is what a fresh look at its last day shows."""
    time = LawInTime(lawbook)
    for first, last in stretches(time.days):
        assert_same_law(time.view(first, lawbook.as_of), time._look(last, lawbook.as_of))


def test_the_law_is_one_and_the_same_through_a_stretch_of_knowledge(lawbook: Lawbook) -> None:
    time = LawInTime(lawbook)
    for on in (date(2025, 6, 20), date(2025, 12, 1), date(2026, 11, 20)):
        for first, last in stretches(time.knowledge):
            assert_same_law(time.view(on, first), time._look(on, last))


def test_no_entry_stands_twice_on_one_day(lawbook: Lawbook) -> None:
    """An entry that another instrument has taken over stands under one of the two, never under both."""
    time = LawInTime(lawbook)
    for known in time.knowledge:
        for on in time.days:
            view = time.view(on, known)
            live = [norm.name for regime in lawbook.regimes for norm in view.live_entries(regime)]
            assert len(live) == len(set(live)), (on, known)
