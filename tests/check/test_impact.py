"""Which rows change status between two looks at the law, and the norms that make the difference."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.check.checker import Checker, Verdict
from cocket.check.impact import Comparison, Look, RowImpact, Turn, impacts, turn_of
from cocket.check.impact_records import Groups, RowRecords, columns
from cocket.check.tables import BadRow, Row, read_table
from cocket.determination.explanation import explain
from cocket.determination.outcome import FREE, Open, Outcome
from cocket.law.draft import read_drafts, with_drafts
from cocket.law.fold import elementary_days, knowledge_days
from cocket.law.lawbook import load_lawbook

CHECKER = Checker(load_lawbook())
KNOWN = CHECKER.lawbook.as_of
ORDERS_FULL = Path(__file__).resolve().parents[2] / "examples" / "rare-earth-magnets" / "orders-full.csv"
SMCO = {"line": "7", "product": "P-7", "order": "A", "kind": "magnet", "family": "SmCo", "destination": "DE"}
CIVIL = {"end_user_listed": "no", "end_user_type": "civil", "end_use": "civil"}


def row(number: int = 2, **stated: object) -> Row:
    return Row(number, {**SMCO, **CIVIL, **stated}, {})


def look(on: str | None, known: str = str(KNOWN), checker: Checker = CHECKER) -> Look:
    return Look(checker, date.fromisoformat(on) if on else None, date.fromisoformat(known))


def impact(before: Look, after: Look, one: Row | BadRow) -> RowImpact:
    return Comparison(before, after).of(one)


EVENING, MORNING = look("2025-04-03"), look("2025-04-04")


def norms(found: RowImpact) -> set[tuple[str, str]]:
    return {(change.key[1], change.key[2]) for change in found.because}


def test_a_row_is_answered_as_if_it_left_on_each_day_whatever_day_it_states() -> None:
    for stated in ({}, {"date": "2026-01-01"}, {"known": "2024-01-01"}):
        found = impact(EVENING, MORNING, row(**stated))
        assert (found.before.answer, found.after.answer) == ("NOT_CONTROLLED", "LICENCE_REQUIRED")
        assert found.turn is Turn.STRICTER
        assert norms(found) == {("cn/mofcom-gac/2025/18", "1C902.a.4"), ("cn/mofcom-gac/2025/18", "licence")}


def test_a_row_that_keeps_its_own_day_changes_with_what_is_known() -> None:
    rotor = row(kind="rotor_assembly", date="2025-06-11")
    found = impact(look(None, "2025-06-11"), look(None, "2025-12-01"), rotor)
    assert (found.before.answer, found.after.answer, found.turn) == ("CONSULT", "NOT_CONTROLLED", Turn.EASED)
    assert ("cn/mofcom/qa/5", "rotors") in norms(found)
    assert ("cn/mofcom/qa/5", "sensors") not in norms(found)


def test_a_row_without_a_day_is_looked_at_on_every_day() -> None:
    found = impact(look(None, "2025-04-03"), look(None, "2025-04-04"), row())
    assert found.now is not None and found.now.ask == ("date",)
    assert norms(found) == {("cn/mofcom-gac/2025/18", "1C902.a.4"), ("cn/mofcom-gac/2025/18", "licence")}


def test_other_questions_are_a_change_too() -> None:
    magnet = row(family="NdFeB", **{"composition.Dy": "0", "composition.Tb": "0", "composition.Nd": "30"})
    found = impact(look("2026-11-10"), look("2026-11-11"), magnet)
    assert found.now is not None and found.now.ask == ("composition.Ho",)
    assert found.turn is Turn.OPEN
    assert ("cn/mofcom-gac/2025/57", "1C909.a.4") in norms(found)


def test_a_bad_row_is_bad_and_never_unchanged() -> None:
    for bad in (row(family="SmCox"), BadRow(3, "Dy %", "no figure", "Write one")):
        found = impact(EVENING, MORNING, bad)
        assert found.turn is Turn.BAD_INPUT
        assert not found.changed


@pytest.mark.parametrize(
    ("was", "now", "turn"),
    [
        (Outcome.NOT_CONTROLLED, Outcome.LICENCE_REQUIRED, Turn.STRICTER),
        (Outcome.LICENCE_REQUIRED, Outcome.PROHIBITED, Turn.STRICTER),
        (Outcome.PROHIBITED, Outcome.LICENCE_REQUIRED, Turn.EASED),
        (Outcome.LICENCE_REQUIRED, Outcome.NOT_REQUIRED_SUSPENDED, Turn.EASED),
        (Outcome.NOT_CONTROLLED, Outcome.NOT_REQUIRED_SUSPENDED, Turn.OTHERWISE),
        (Outcome.LICENCE_REQUIRED, Outcome.LICENCE_REQUIRED, Turn.OTHERWISE),
        (Outcome.NOT_CONTROLLED, Open.NEEDS_FACTS, Turn.OPEN),
        (Open.NEEDS_FACTS, Open.CONSULT, Turn.OPEN),
        (Open.NEEDS_FACTS, Open.NEEDS_FACTS, Turn.OTHERWISE),
        (Open.CONSULT, Outcome.LICENCE_REQUIRED, Turn.STRICTER),
        (Open.CONSULT, Outcome.NOT_CONTROLLED, Turn.EASED),
    ],
)
def test_how_a_row_turns(was: Outcome | Open, now: Outcome | Open, turn: Turn) -> None:
    assert turn_of(was, now) is turn


def test_a_licence_held_is_asked_about_and_its_duty_is_part_of_the_status() -> None:
    held = row(**{"licence.type": "single", "change.field": "destination"})
    found = impact(EVENING, MORNING, held)
    assert found.was is not None and found.now is not None
    assert (found.was.licence, found.now.licence) == ("", "NEW_APPLICATION")
    without = impact(EVENING, MORNING, row())
    assert without.now is not None and without.now.licence is None


def test_a_party_that_comes_on_the_watch_list_closes_general_licences() -> None:
    held = row(end_user="MITSUI E&S Co., Ltd.", destination="JP", **{"licence.type": "general"})
    found = impact(look("2026-06-28"), look("2026-06-29"), held)
    assert found.was is not None and found.now is not None
    assert (found.was.open_licences, found.now.open_licences) == (("single", "general"), ("single",))
    assert {change.key[:2] for change in found.because} == {("listing", "cn/parties/2026-28")}


def test_where_the_day_alone_makes_the_difference_no_norm_is_blamed() -> None:
    late = row(**{"licence.type": "single", "licence_issued": "2025-05-10"})
    found = impact(look("2025-05-09"), look("2025-05-10"), late)
    assert found.was is not None and found.now is not None
    assert (found.was.licence, found.now.licence) == ("VIOLATION", "")
    assert found.because == ()


def test_products_and_orders_stand_by_their_strictest_line() -> None:
    lines = [row(2), row(3, line="8", family="ferrite"), row(4, line="9", order="B", product="P-9", family="ferrite")]
    groups = Groups("order")
    for found in impacts(EVENING, MORNING, lines):
        groups.add(found)
    first, second = groups
    assert (first.name, first.rows, first.changed, first.lines) == ("A", 2, 1, ["7"])
    assert (first.was.strictest, first.now.strictest) == ("NOT_CONTROLLED", "LICENCE_REQUIRED")
    assert (second.name, second.changed) == ("B", 0)


def test_a_line_that_names_no_order_stands_alone() -> None:
    groups = Groups("order")
    for number in (2, 3):
        one = Row(number, {key: value for key, value in SMCO.items() if key != "order"}, {})
        groups.add(impact(EVENING, MORNING, one))
    assert [group.name for group in groups] == ["(2)", "(3)"]


def test_every_record_keeps_to_the_columns_and_names_both_laws() -> None:
    looks = (EVENING, MORNING)
    for one in (row(), row(family="SmCox"), BadRow(9, None, "empty", "Fill it")):
        found = RowRecords(looks, ("draft/one",)).of(impact(*looks, one))
        assert found.keys() <= set(columns(looks, "line"))
        assert found["law_digest_before"] == found["law_digest_after"] == CHECKER.lawbook.digest
        assert found["drafts"] == ["draft/one"]
    because = RowRecords(looks, ()).of(impact(*looks, row()))["because"]
    assert "1C902.a.4 in_force (cn/mofcom-gac/2025/18, 一（一）4)" in because  # type: ignore[operator]


def test_lines_that_share_statuses_and_reasons_are_told_apart_by_all_else() -> None:
    looks = (EVENING, MORNING)
    changed, faulty = impact(*looks, row()), impact(*looks, row(4, family="SmCox"))
    other = replace(changed, after=impact(*looks, row(3, line="8")).after)
    lines = [changed, other, faulty, replace(faulty, turn=Turn.SAME)]
    records = RowRecords(looks, ())
    found = [records.of(one) for one in lines]
    assert found == [RowRecords(looks, ()).of(one) for one in lines]
    assert [one["row"] for one in found] == [2, 3, 4, 4]
    assert [one["turn"] for one in found] == ["stricter", "stricter", "bad_input", "same"]


# Facts of goods and deals, in a few values each; None is left out.
STATED: Mapping[str, tuple[object, ...]] = {
    "kind": ("magnet", "metal", "oxide", "alloy", "target", "rotor_assembly", "motor", "technology", "equipment"),
    "family": (None, "NdFeB", "SmCo", "ferrite"),
    "contains": (None, "Nd Fe B", "Nd Dy", "Ho", "Er Al", "Tb Fe", "Ga", "W"),
    "composition.Dy": (None, "0", "3", "0.001"),
    "composition.Ho": (None, "0", "99"),
    "movement": (None, "reexport_abroad", "foreign_made"),
    "origin": (None, "CN", "VN"),
    "china_origin_part1_value_ratio": (None, "0.2 %"),
    "destination": (None, "DE", "US", "JP"),
    "end_user": (None, "Kettle Works", "MP Materials Corp.", "Skydio, Inc.", "MITSUI E&S Co., Ltd.", "Illumina, Inc."),
    "end_user_type": (None, "civil", "military"),
    "end_use": (None, "civil"),
    "licence.type": (None, "single", "general"),
    "change.field": (None, "destination", "contract_number"),
}
LINES = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in STATED.items()})
ON, HEARD = elementary_days(CHECKER.lawbook), knowledge_days(CHECKER.lawbook)
DAYS = st.sampled_from([day for day in ON if day > date(2024, 11, 1)])
LOOKS = st.tuples(DAYS, st.sampled_from(HEARD))
ONE_DAY = timedelta(days=1)


@st.composite
def neighbours(draw: st.DrawFn) -> tuple[tuple[date, date], tuple[date, date]]:
    """Two looks a day apart on one axis, where little differs, so that a change has few norms to rest on."""
    on, known = draw(LOOKS)
    if draw(st.booleans()):
        return (on - ONE_DAY, HEARD[-1]), (on, HEARD[-1])
    return (max(on, known), known - ONE_DAY), (max(on, known), known)


def line_of(stated: Mapping[str, object]) -> Row:
    return Row(2, {key: value for key, value in stated.items() if value is not None}, {})


def explained(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """The norms of an explanation as instrument and part, the listings that its rules mean, and the regimes."""
    tree = explain(CHECKER.time, verdict.line, verdict.known, verdict.determinations)
    tokens = CHECKER.time.tokens
    for regime in tree["regimes"]:  # type: ignore[attr-defined]  # plain data
        yield "", regime["regime"]
        for norm in regime.get("norms", ()):
            yield norm["instrument"], norm["norm"].rpartition("#")[2]
            meant = set(tokens_of(norm["conditions"]))
            for notice, listing in CHECKER.lawbook.listings.values():
                if tokens[listing.id] in meant:
                    yield notice.id, listing.id


def tokens_of(tree: Mapping[str, object]) -> Iterator[str]:
    for part in (*tree.get("all", ()), *tree.get("any", ()), *([tree["not"]] if "not" in tree else [])):  # type: ignore[misc]
        yield from tokens_of(part)
    if "@" in str(tree.get("fact")):
        said = tree["said"]
        yield from (one for one in tree["one_of"] if said is None or one in said)  # type: ignore[attr-defined,operator]


@settings(max_examples=60)  # a row that lacks much takes its time
@given(LINES, neighbours())
def test_a_row_changes_only_if_a_norm_of_its_explanation_differs(
    stated: Mapping[str, object], looks: tuple[tuple[date, date], tuple[date, date]]
) -> None:
    first, second = looks
    comparison = Comparison(Look(CHECKER, *first), Look(CHECKER, *second))
    found = comparison.of(line_of(stated))
    if not found.changed:
        return
    assert found.before.verdict is not None and found.after.verdict is not None
    named = {*explained(found.before.verdict), *explained(found.after.verdict)}
    differing = {change.key[1:] for change in comparison.differing(first[0], second[0])}
    assert named & differing
    assert found.because
    assert norms(found) <= differing


@settings(max_examples=20)
@given(LINES, LOOKS)
def test_between_a_look_and_itself_no_row_changes(stated: Mapping[str, object], at: tuple[date, date]) -> None:
    assert impact(Look(CHECKER, *at), Look(CHECKER, *at), line_of(stated)).turn in (Turn.SAME, Turn.BAD_INPUT)


FREE_18 = """\
instrument: draft/free-18
regime: dual_use
kind: announcement
number: {zh: 草案, en: a draft}
title: {zh: 草案, en: a draft}
authority: [cn/mofcom]
issued: "2026-02-01"
in_force: {from: "2026-03-01"}
checked_until: "2026-02-01"
sources: [our own]
record: [{known_from: "2026-02-01", basis: our own}]
acts:
  - {id: suspend, do: suspend, target: [cn/mofcom-gac/2025/18], during: {from: "2026-03-01", until: "2026-08-31"}}
"""


def test_a_draft_that_suspends_announcement_18_frees_exactly_the_rows_that_rested_on_it(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(FREE_18, encoding="utf-8")
    drafted = Checker(with_drafts(CHECKER.lawbook, read_drafts([path], CHECKER.lawbook)))
    found = list(impacts(look("2026-03-01"), look("2026-03-01", checker=drafted), read_table(ORDERS_FULL).rows()))
    changed = {one.after.label for one in found if one.changed}
    freed = {one.after.label for one in found if one.changed and is_free(one.after.verdict)}
    rested = {one.after.label for one in found if one.before.verdict and rests_on_18(one.before.verdict)}
    assert changed == rested
    # Line 50 names no end user, and another regime, the unreliable entity list, asks for one; line 36 is magnet powder,
    # which needs the ordinary export licence whatever becomes of announcement 18.
    assert freed == rested - {"36", "50"}
    assert 20 < len(freed) < len(found)
    assert {change.norm.status.because for one in found for change in one.because} == {("draft/free-18#suspend",)}


def test_a_draft_that_ends_the_regulations_ends_the_duties_of_a_licence_held(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(FREE_18.replace("cn/mofcom-gac/2025/18", "cn/state-council/2024/792"), encoding="utf-8")
    drafted = Checker(with_drafts(CHECKER.lawbook, read_drafts([path], CHECKER.lawbook)))
    held = row(**{"licence.type": "single", "change.field": "destination"})
    found = impact(look("2026-03-01"), look("2026-03-01", checker=drafted), held)
    assert found.was is not None and found.now is not None
    assert (found.was.licence, found.now.licence) == ("NEW_APPLICATION", "")
    assert ("cn/state-council/2024/792", "key-change") in norms(found)


def is_free(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.headline in FREE


def rests_on_18(verdict: Verdict) -> bool:
    return any(instrument == "cn/mofcom-gac/2025/18" for instrument, _ in explained(verdict))


WATCHED, WATCH_LIST = "SUBARU Corporation", ("cn/parties/2026-12", "cn-party-072")
DAY_BEFORE, LISTED = look("2026-02-23"), look("2026-02-24")
GENERAL = {**SMCO, **CIVIL, "end_user": "Kettle Works", "destination": "JP", "licence.type": "general"}


def held(**stated: object) -> Row:
    """A row with a general licence and named parties, none of whom the list itself says to be screened."""
    return Row(2, {key: value for key, value in (GENERAL | stated).items() if key != "end_user_listed"}, {})


def test_a_general_licence_held_for_a_party_that_comes_on_the_watch_list_is_found() -> None:
    found = impact(DAY_BEFORE, LISTED, held(end_user=WATCHED))
    assert found.was is not None and found.now is not None and found.turn is Turn.STRICTER
    assert (found.was.open_licences, found.now.open_licences) == (("single", "general"), ("single",))
    assert WATCH_LIST in norms(found)


@pytest.mark.parametrize("named", [WATCHED, f"Kettle Works; {WATCHED}", f"{WATCHED}；Kettle Works"])
def test_so_is_one_whose_licence_names_the_party_while_the_row_goes_to_another(named: str) -> None:
    found = impact(DAY_BEFORE, LISTED, held(**{"licence.end_user": named}))
    assert found.was is not None and found.now is not None and found.turn is Turn.OTHERWISE
    assert (found.before.answer, found.after.answer) == ("LICENCE_REQUIRED", "LICENCE_REQUIRED")
    assert (found.was.open_licences, found.now.open_licences) == (("single", "general"), ("single",))
    assert (WATCHED, "LICENCE_REQUIRED_SINGLE_ONLY") in found.now.licence_parties
    assert WATCH_LIST in norms(found)


def test_a_licence_that_names_the_party_of_the_row_or_nobody_listed_changes_nothing() -> None:
    for named in ("same", "Kettle Works", "", " ; "):
        assert impact(DAY_BEFORE, LISTED, held(**{"licence.end_user": named})).turn is Turn.SAME


def test_an_open_answer_changes_with_what_it_leaves_open() -> None:
    """The composition is missing on both days; what may come of it is stricter once the party is listed."""
    found = impact(DAY_BEFORE, LISTED, held(family="NdFeB", end_user=WATCHED))
    assert found.was is not None and found.now is not None and found.was.ask == found.now.ask
    assert "LICENCE_REQUIRED_SINGLE_ONLY" in set(found.now.possible) - set(found.was.possible)
    assert found.turn is Turn.OTHERWISE
    assert WATCH_LIST in norms(found)


@settings(max_examples=60)
@given(LINES, neighbours())
def test_a_row_that_is_not_answered_because_both_looks_say_the_same_would_not_have_changed(
    stated: Mapping[str, object], looks: tuple[tuple[date, date], tuple[date, date]]
) -> None:
    before, after = Look(CHECKER, *looks[0]), Look(CHECKER, *looks[1])
    found = Comparison(before, after, every=False).of(line_of(stated))
    whole = Comparison(before, after).of(line_of(stated))
    assert (found.turn, found.because) == (whole.turn, whole.because)
    if found.changed:
        assert (found.was, found.now) == (whole.was, whole.now)


def test_a_row_of_which_both_looks_say_the_same_is_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Checker, "decide", lambda *_: pytest.fail("it was answered"))
    found = Comparison(EVENING, MORNING, every=False).of(row(kind="other_goods", family="ferrite"))
    assert found.turn is Turn.SAME
    assert found.after.answer == "CONSULT", "what was not answered never passes for free"


def test_a_row_that_changes_is_answered_whole_whether_every_row_is_or_not() -> None:
    found, whole = (Comparison(EVENING, MORNING, every=every).of(row()) for every in (False, True))
    assert (found.was, found.now, found.because) == (whole.was, whole.now, whole.because)
    assert found.turn is whole.turn is Turn.STRICTER
