"""Acts are folded into the standing of a norm for a day and a day of knowledge; nothing is ever edited."""

from datetime import date

import pytest

from cocket.law.fold import Fold, Standing, Status
from cocket.law.lawbook import Lawbook
from tests.law.small_lawbook import SmallLawbook

WHOLE = "cn/office/2025/1"
SUSPEND = (
    f'acts: [{{id: pause, do: suspend, target: [{WHOLE}], during: {{from: "2025-06-10", until: "2025-06-20"}}}}]\n'
)
ANNOUNCED = """\
announced:
  - id: longer
    about: pause
    would_change: {until: "2025-06-30"}
    said_on: "2025-06-15"
    said_by: an office
    source: an address
"""
NEXT = (
    'acts: [{id: again, do: suspend, target: [cn/office/2025/1], during: {from: "2025-06-21", until: "2025-06-25"}}]\n'
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def status(lawbook: Lawbook, on: str, known: str = "2025-12-31", part: str = "licence") -> Status:
    instrument = lawbook.by_id[WHOLE]
    rule = next((rule for rule in instrument.rules if rule.id == part), None)
    return Fold(lawbook).status(instrument, rule.in_force if rule else instrument.in_force, part, day(on), day(known))


def standing(lawbook: Lawbook, on: str, known: str = "2025-12-31", part: str = "licence") -> Standing:
    return status(lawbook, on, known, part).standing


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        ("2025-04-03", Standing.NOT_YET),
        ("2025-04-04", Standing.IN_FORCE),
        ("2025-06-30", Standing.IN_FORCE),
        ("2025-07-01", Standing.LAPSED),
    ],
)
def test_both_ends_of_a_window_are_inside(on: str, wanted: Standing, small: SmallLawbook) -> None:
    lawbook = small.replace('{from: "2025-04-04"}', '{from: "2025-04-04", until: "2025-06-30"}').read()
    assert standing(lawbook, on) is wanted


def test_a_lapse_is_told_with_the_last_day_inside(small: SmallLawbook) -> None:
    lawbook = small.replace('{from: "2025-04-04"}', '{from: "2025-04-04", until: "2025-06-30"}').read()
    assert status(lawbook, "2025-09-01").lapsed_on == day("2025-06-30")


def test_an_instrument_counts_as_known_from_its_publication(small: SmallLawbook) -> None:
    lawbook = small.read()
    assert standing(lawbook, "2025-09-01", known="2025-04-03") is Standing.UNKNOWN_YET
    assert standing(lawbook, "2025-09-01", known="2025-04-04") is Standing.IN_FORCE


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        ("2025-06-09", Standing.IN_FORCE),
        ("2025-06-10", Standing.SUSPENDED),
        ("2025-06-20", Standing.SUSPENDED),
        ("2025-06-21", Standing.IN_FORCE),
    ],
)
def test_a_suspended_norm_stays_and_comes_back(on: str, wanted: Standing, small: SmallLawbook) -> None:
    assert standing(small.add_instrument(2, SUSPEND).read(), on) is wanted


def test_a_suspension_names_the_act_and_leaves_the_window_as_written(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, SUSPEND).read()
    found = status(lawbook, "2025-06-15")
    assert found.because == ("cn/office/2025/2#pause",)
    assert found.window == lawbook.by_id[WHOLE].in_force


def test_a_suspension_counts_only_once_it_is_published(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, SUSPEND, issued="2025-06-05").read()
    assert standing(lawbook, "2025-06-15", known="2025-06-04") is Standing.IN_FORCE
    assert standing(lawbook, "2025-06-15", known="2025-06-05") is Standing.SUSPENDED


def test_a_norm_that_has_not_begun_cannot_be_suspended(small: SmallLawbook) -> None:
    small.replace("effect: licence", 'effect: licence\n    in_force: {from: "2025-06-15"}').add_instrument(2, SUSPEND)
    lawbook = small.read()
    assert standing(lawbook, "2025-06-12") is Standing.NOT_YET
    assert standing(lawbook, "2025-06-15") is Standing.SUSPENDED


def test_the_suspension_of_one_rule_leaves_the_others(small: SmallLawbook) -> None:
    small.add_instrument(2, SUSPEND.replace(f"[{WHOLE}]", f'["{WHOLE}#licence"]'))
    lawbook = small.read()
    assert standing(lawbook, "2025-06-15") is Standing.SUSPENDED
    assert standing(lawbook, "2025-06-15", part="1C905.a.4") is Standing.IN_FORCE


@pytest.mark.parametrize(
    ("on", "known", "wanted"),
    [
        ("2025-06-20", "2025-12-31", Standing.SUSPENDED),
        ("2025-06-21", "2025-06-14", Standing.IN_FORCE),
        ("2025-06-21", "2025-06-15", Standing.UNRESOLVED),
        ("2025-06-30", "2025-12-31", Standing.UNRESOLVED),
        ("2025-07-01", "2025-12-31", Standing.IN_FORCE),
    ],
)
def test_an_announcement_leaves_the_days_it_would_cover_unresolved(
    on: str, known: str, wanted: Standing, small: SmallLawbook
) -> None:
    assert standing(small.add_instrument(2, SUSPEND + ANNOUNCED).read(), on, known) is wanted


def test_an_unresolved_norm_names_the_act_and_what_was_said(small: SmallLawbook) -> None:
    found = status(small.add_instrument(2, SUSPEND + ANNOUNCED).read(), "2025-06-25")
    assert found.because == ("cn/office/2025/2#pause", "cn/office/2025/2#longer")
    assert found.pending == "cn/office/2025/2#longer"


def test_an_announcement_cannot_make_a_norm_begin(small: SmallLawbook) -> None:
    small.replace("effect: licence", 'effect: licence\n    in_force: {from: "2025-06-28"}')
    lawbook = small.add_instrument(2, SUSPEND + ANNOUNCED).read()
    assert standing(lawbook, "2025-06-25") is Standing.NOT_YET
    assert standing(lawbook, "2025-06-28") is Standing.UNRESOLVED


@pytest.mark.parametrize(
    ("on", "known", "wanted"),
    [
        ("2025-06-21", "2025-06-20", Standing.UNRESOLVED),
        ("2025-06-21", "2025-06-21", Standing.SUSPENDED),
        ("2025-06-25", "2025-12-31", Standing.SUSPENDED),
        ("2025-06-26", "2025-12-31", Standing.UNRESOLVED),
    ],
)
def test_a_notice_prevails_over_what_was_only_said(on: str, known: str, wanted: Standing, small: SmallLawbook) -> None:
    small.add_instrument(2, SUSPEND + ANNOUNCED).add_instrument(3, NEXT, issued="2025-06-21")
    assert standing(small.read(), on, known) is wanted


@pytest.mark.parametrize(
    ("on", "known", "wanted"),
    [
        ("2025-06-14", "2025-12-31", Standing.SUSPENDED),
        ("2025-06-15", "2025-06-13", Standing.SUSPENDED),
        ("2025-06-15", "2025-06-14", Standing.IN_FORCE),
        ("2025-06-18", "2025-12-31", Standing.IN_FORCE),
    ],
)
def test_a_suspended_norm_may_be_resumed_early(on: str, known: str, wanted: Standing, small: SmallLawbook) -> None:
    resume = f'acts: [{{id: go, do: resume, target: [{WHOLE}], during: {{from: "2025-06-15"}}}}]\n'
    small.add_instrument(2, SUSPEND).add_instrument(3, resume, issued="2025-06-14")
    assert standing(small.read(), on, known) is wanted


@pytest.mark.parametrize(
    ("on", "known", "wanted"),
    [
        ("2025-06-30", "2025-12-31", Standing.IN_FORCE),
        ("2025-07-01", "2025-06-14", Standing.IN_FORCE),
        ("2025-07-01", "2025-06-15", Standing.LAPSED),
    ],
)
def test_a_repealed_norm_ends_before_its_day(on: str, known: str, wanted: Standing, small: SmallLawbook) -> None:
    repeal = f'acts: [{{id: end, do: repeal, target: [{WHOLE}], during: {{from: "2025-07-01"}}}}]\n'
    assert standing(small.add_instrument(2, repeal, issued="2025-06-15").read(), on, known) is wanted


def test_acts_never_edit_the_text_they_are_about(small: SmallLawbook) -> None:
    before = small.read().by_id[WHOLE]
    repeal = f'acts: [{{id: end, do: repeal, target: [{WHOLE}], during: {{from: "2025-07-01"}}}}]\n'
    lawbook = small.add_instrument(2, SUSPEND + ANNOUNCED).add_instrument(3, repeal, issued="2025-06-15").read()
    Fold(lawbook).status(before, before.in_force, None, day("2025-08-01"), day("2025-12-31"))
    assert lawbook.by_id[WHOLE] == before
