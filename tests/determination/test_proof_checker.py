"""The checker accepts what the product explains, and finds whatever is changed in it, naming the place."""

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cocket.check.checker import Checker
from cocket.determination import proof_checker
from cocket.determination.determine import determine
from cocket.determination.explanation import explain
from cocket.determination.proof_checker import Finding, check_proof
from cocket.determination.read_facts import Line
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime
from cocket.quantity.composition import read_composition
from tests.determination.random_law import CASES as CASES_OF_RANDOM_LAWS
from tests.determination.random_law import KNOWN, ON, Case

Plain = dict[str, Any]
TODAY = "2026-11-22"
DEAL = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil", "destination": "DE", "origin": "CN"}
MAGNET = {**DEAL, "kind": "magnet", "family": "NdFeB"}
WITH_DYSPROSIUM = {**MAGNET, "composition": {"Nd": 29, "Dy": 3, "Fe": 66, "B": 1}}
HOLMIUM = {**DEAL, "kind": "metal", "composition": {"Ho": 99}, "composition_complete": True}
ALLOY = {**DEAL, "kind": "alloy", "composition": {"Ga": 70, "In": 30}, "composition_complete": True}
LENS = {**DEAL, "kind": "other_goods", "composition": {"Ge": 100}, "composition_complete": True}
ABROAD = {"movement": "foreign_made", "origin": "VN", "moved_from": "VN", "china_origin_technology": True}
REPAIR = {
    "temporary.kind": "outbound_repair",
    "temporary.returned_as_is_at_once": True,
    "temporary.within_reasonable_time": True,
    "temporary.to_original_place": True,
    "temporary.to_original_end_user": True,
}
NOT_SAID = {"end_user_listed": None, "end_user_type": None, "end_use": None, "destination": None}

CASES: dict[str, tuple[str, str, dict[str, object]]] = {
    "a licence for a magnet with dysprosium": ("2025-05-02", TODAY, WITH_DYSPROSIUM),
    "free on the day before the announcement": ("2025-04-03", TODAY, WITH_DYSPROSIUM),
    "a code that the composition leaves open": ("2025-06-20", TODAY, MAGNET),
    "a family that is not stated": ("2025-06-20", TODAY, {**DEAL, "kind": "magnet"}),
    "an oxide without a composition": ("2025-06-20", TODAY, {**DEAL, "kind": "oxide"}),
    "a kind that is not stated": ("2025-10-01", TODAY, {**WITH_DYSPROSIUM, "kind": None}),
    "a trace below the practice's floor": ("2025-06-20", TODAY, {**MAGNET, "composition": {"Dy": "0.005", "Tb": 0}}),
    "a motor before the official answer": ("2025-06-20", "2025-04-10", {**WITH_DYSPROSIUM, "kind": "motor"}),
    "a motor after the official answer": ("2025-06-20", TODAY, {**WITH_DYSPROSIUM, "kind": "motor"}),
    "holmium before its suspension was known": ("2025-12-01", "2025-11-01", HOLMIUM),
    "holmium suspended": ("2025-12-01", TODAY, HOLMIUM),
    "holmium when an extension is only announced": ("2026-11-20", TODAY, HOLMIUM),
    "holmium on that day before the announcement": ("2026-11-20", "2026-09-01", HOLMIUM),
    "an end user not stated": ("2026-03-01", TODAY, {**WITH_DYSPROSIUM, "end_user_listed": None}),
    "a deal of which nothing is stated": ("2026-03-01", TODAY, {**WITH_DYSPROSIUM, **NOT_SAID}),
    "an end user on the control list": ("2026-03-01", TODAY, {**WITH_DYSPROSIUM, "end_user": "General Dynamics"}),
    "an importer on the watch list": ("2026-07-10", TODAY, {**WITH_DYSPROSIUM, "importer": "SUBARU Corporation"}),
    "a name that may be a listed one": ("2026-03-01", TODAY, {**WITH_DYSPROSIUM, "end_user": "Dynamics"}),
    "the unreliable entity list, on the last days": (
        "2026-11-11",
        TODAY,
        {**DEAL, "kind": "motor", "end_user": "Illumina, Inc."},
    ),
    "military use in the United States": (
        "2025-06-20",
        TODAY,
        {**WITH_DYSPROSIUM, "destination": "US", "end_use": "military", "end_user_type": "military"},
    ),
    "an end user in Japan, goods to Germany": (
        "2026-03-01",
        TODAY,
        {**WITH_DYSPROSIUM, "end_user_country": "JP", "end_user_type": "military"},
    ),
    "a parent that holds sixty per cent": (
        "2026-07-01",
        TODAY,
        {**MAGNET, "end_user_parent": "General Dynamics", "end_user_parent_share_pct": "60 %"},
    ),
    "re-export from abroad": ("2025-10-25", TODAY, {**HOLMIUM, **WITH_DYSPROSIUM, "movement": "reexport_abroad"}),
    "foreign goods with a policy of case by case": (
        "2025-12-10",
        "2025-10-15",
        {**WITH_DYSPROSIUM, **ABROAD, "end_use": "logic_14nm"},
    ),
    "foreign goods for an emergency": (
        "2025-12-10",
        "2025-10-15",
        {**WITH_DYSPROSIUM, **ABROAD, "end_use": "disaster_relief"},
    ),
    "foreign goods with a share not stated": (
        "2025-12-10",
        "2025-10-15",
        {**WITH_DYSPROSIUM, **ABROAD, "china_origin_technology": False},
    ),
    "sent out for repair": ("2025-09-01", TODAY, {**WITH_DYSPROSIUM, **REPAIR}),
    "told of a use": ("2025-09-01", TODAY, {**DEAL, "kind": "motor", "exporter_told_of_use": "told"}),
    "an alloy that is mostly gallium, which the text leaves open": ("2025-06-20", TODAY, ALLOY),
    "a gap that a policy names": ("2025-06-20", TODAY, {**LENS, "destination": "US"}),
    "a gap under a suspended policy": ("2026-01-15", TODAY, {**LENS, "destination": "US"}),
    "technology": ("2026-01-15", TODAY, {**DEAL, "kind": "technology", "technology_field": "magnet_making"}),
    "a code that the exporter states": ("2025-06-20", TODAY, {**DEAL, "control_code": "3C001"}),
    "goods said to be on no list": ("2025-06-20", TODAY, {**MAGNET, "goods_listed": False}),
    "a day before the law is covered": ("2024-06-01", TODAY, WITH_DYSPROSIUM),
}


def proof_of(checker: Checker, stated: dict[str, object], known: str = TODAY) -> Plain:
    said = {key: value for key, value in stated.items() if value is not None}
    verdict = checker.check(said, date.fromisoformat(known))
    whole = explain(checker.time, verdict.line, verdict.known, verdict.determinations)
    proof: Plain = json.loads(json.dumps(whole))
    return proof


def proof_of_case(checker: Checker, name: str) -> Plain:
    on, known, stated = CASES[name]
    return proof_of(checker, {**stated, "date": on}, known)


@pytest.mark.parametrize("name", CASES)
def test_what_the_product_explains_is_accepted(name: str, checker: Checker, lawbook: Lawbook) -> None:
    assert check_proof(proof_of_case(checker, name), lawbook) == ()


def test_the_checker_is_short_enough_to_be_read_whole() -> None:
    written = Path(proof_checker.__file__).read_text(encoding="utf-8").splitlines()
    assert sum(bool(line.strip()) for line in written) <= 200


def test_the_cases_bring_every_kind_of_answer(checker: Checker) -> None:
    answers = {
        part["outcome"] for name in CASES for part in proof_of_case(checker, name)["regimes"] if part.get("norms")
    }
    exempt = {"VOUCHER", "NO_LICENCE_REPORT"}
    licences = {"LICENCE_REQUIRED", "LICENCE_REQUIRED_SINGLE_ONLY", "CASE_BY_CASE", "CATCH_ALL_LICENCE"}
    unsettled = {"NEEDS_FACTS", "UNRESOLVED", "CONSULT"}
    assert exempt | licences | unsettled | {"PROHIBITED", "NOT_REQUIRED_SUSPENDED"} <= answers


SHARES = st.sampled_from(["0", "0.005", "0.01", "3", "30"])
STATED = st.builds(
    lambda more: {**MAGNET, **more},
    st.fixed_dictionaries(
        {"date": st.sampled_from(["2025-04-03", "2025-06-20", "2025-11-08", "2026-03-01", "2026-11-20"])},
        optional={
            "kind": st.sampled_from(["magnet", "metal", "alloy", "oxide", "motor", "wafer", "technology"]),
            "family": st.sampled_from(["NdFeB", "SmCo", "ferrite", None]),
            "composition": st.dictionaries(st.sampled_from(["Dy", "Tb", "Sm"]), SHARES),
            "destination": st.sampled_from(["US", "JP", "HK", None]),
            "end_user_country": st.sampled_from(["DE", "JP"]),
            "end_user": st.sampled_from(["General Dynamics", "SUBARU Corporation", "Muster GmbH", "Dynamics"]),
            "end_user_type": st.sampled_from(["military", None]),
            "end_use": st.sampled_from(["military", "logic_14nm"]),
            "movement": st.sampled_from(["transit", "reexport_abroad", "foreign_made"]),
            "goods_listed": st.just(False),
        },
    ),
)
FEW = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(stated=STATED, known=st.sampled_from([TODAY, "2025-10-15"]))
def test_any_line_is_explained_by_a_proof_that_holds(
    stated: dict[str, object], known: str, checker: Checker, lawbook: Lawbook
) -> None:
    assert check_proof(proof_of(checker, stated, known), lawbook) == ()


@settings(max_examples=30)
@given(case=CASES_OF_RANDOM_LAWS)
def test_any_line_under_any_law_is_explained_by_a_proof_that_holds(case: Case) -> None:
    lawbook, facts = case.law.view.lawbook, case.facts
    time, line = LawInTime(lawbook), Line(facts, ON, {}, read_composition({}, [], False), (), ())
    found = tuple(determine(time, facts, regime, ON, KNOWN) for regime in lawbook.regimes)
    assert check_proof(json.loads(json.dumps(explain(time, line, KNOWN, found))), lawbook) == ()


@pytest.fixture(scope="module")
def licence_proof(checker: Checker) -> Plain:
    return proof_of_case(checker, "a licence for a magnet with dysprosium")


def dual_use(proof: Plain) -> Plain:
    part: Plain = next(one for one in proof["regimes"] if one["regime"] == "dual_use")
    return part


def norm(proof: Plain, name: str) -> Plain:
    shown: Plain = next(one for one in dual_use(proof)["norms"] if one["norm"] == name)
    return shown


def leaf(tree: Plain, fact: str) -> Plain:
    """The first leaf of a tree of conditions that speaks of the fact."""
    found = [tree] if tree.get("fact") == fact else []
    for part in (*tree.get("all", ()), *tree.get("any", ())):
        found += [one for one in [leaf(part, fact)] if one]
    return found[0] if found else {}


ENTRY, LICENCE = "1C905.a.4", "cn/mofcom-gac/2025/18#licence"


def dysprosium(proof: Plain) -> Plain:
    return leaf(norm(proof, ENTRY)["conditions"], "content.Dy")


def drop_norm(proof: Plain) -> None:
    dual_use(proof)["norms"] = [one for one in dual_use(proof)["norms"] if one["norm"] != LICENCE]


def drop_condition(proof: Plain) -> None:
    norm(proof, ENTRY)["conditions"]["any"].pop()


def invent_norm(proof: Plain) -> None:
    dual_use(proof)["norms"].append({**norm(proof, LICENCE), "norm": "cn/mofcom-gac/2025/18#invented"})


Change = Callable[[Plain], object]
MUTATIONS: dict[str, tuple[Change, str]] = {
    "another outcome": (lambda p: dual_use(p).update(outcome="NOT_CONTROLLED"), "dual_use outcome"),
    "an open outcome": (lambda p: dual_use(p).update(outcome="CONSULT"), "dual_use outcome"),
    "other possible outcomes": (lambda p: dual_use(p)["possible"].append("NOT_CONTROLLED"), "dual_use outcome"),
    "no possible outcome": (lambda p: dual_use(p)["possible"].clear(), "dual_use outcome"),
    "a needless question": (lambda p: dual_use(p)["ask"].append("composition.Tb"), "dual_use ask composition.Tb"),
    "the verdict on a leaf": (lambda p: dysprosium(p).update(verdict="false"), f"dual_use {ENTRY} content.Dy"),
    "the verdict on a norm": (lambda p: norm(p, ENTRY).update(verdict="open"), f"dual_use {ENTRY}"),
    "what was said": (lambda p: dysprosium(p).update(said=[0, 30_000_000]), f"dual_use {ENTRY} content.Dy"),
    "a threshold": (lambda p: dysprosium(p).update(at_least=10), f"dual_use {ENTRY} content.Dy"),
    "a threshold beside": (lambda p: dysprosium(p).update(at_most=10**9), f"dual_use {ENTRY}"),
    "a choice": (
        lambda p: leaf(norm(p, ENTRY)["conditions"], "family")["one_of"].append("SmCo"),
        f"dual_use {ENTRY} family",
    ),
    "a condition left out": (drop_condition, f"dual_use {ENTRY}"),
    "a standing": (lambda p: norm(p, LICENCE).update(standing="suspended"), f"dual_use {LICENCE}"),
    "an effect": (lambda p: norm(p, LICENCE).update(effect="remark"), f"dual_use {LICENCE}"),
    "an invented pinpoint": (lambda p: norm(p, LICENCE).update(at="Art. 99"), f"dual_use {LICENCE}"),
    "an invented wording": (lambda p: norm(p, ENTRY)["text"].update(en="any magnet"), f"dual_use {ENTRY}"),
    "another instrument": (lambda p: norm(p, ENTRY).update(instrument="cn/mofcom/2025/61"), f"dual_use {ENTRY}"),
    "another source": (lambda p: norm(p, ENTRY).update(source="hearsay"), f"dual_use {ENTRY}"),
    "a norm left out": (drop_norm, f"dual_use {LICENCE}"),
    "a norm invented": (invent_norm, "dual_use cn/mofcom-gac/2025/18#invented"),
    "a code added": (lambda p: dual_use(p)["codes"].append("1C902.a.4"), "dual_use 1C902.a.4"),
    "a code that does not exist": (lambda p: dual_use(p)["codes"].append("9Z999"), "dual_use 9Z999"),
    "a possible code added": (lambda p: dual_use(p)["candidate_codes"].append("3C001"), "dual_use 3C001"),
    "a regime left out": (lambda p: p["regimes"].pop(), "regimes"),
    "a regime twice": (lambda p: p["regimes"].append(p["regimes"][0]), "regimes"),
    "another law": (lambda p: p.update(law_digest="0" * 64), "law_digest"),
    "another format": (lambda p: p.update(format="cocket-proof/0"), "format"),
    "a fact": (lambda p: p["facts"].update({"content.Dy": [0, 0]}), f"dual_use {ENTRY} content.Dy"),
    "a fact left out": (lambda p: p["facts"].pop("family"), f"dual_use {ENTRY} family"),
    "how much is not spoken of": (lambda p: p.update(rest_hi=0), "dual_use 1C904.a.4 content.Tb"),
    "a fact that does not exist": (lambda p: p["facts"].update(colour=["red"]), "facts colour"),
    "a fact without a value": (lambda p: p["facts"].update(kind=[]), "facts kind"),
    "a number as a word": (lambda p: p["facts"].update({"content.Dy": ["much"]}), "facts content.Dy"),
    "a range upside down": (lambda p: p["facts"].update({"content.Dy": [2, 1]}), "facts content.Dy"),
    "the day": (lambda p: p.update(date="2025-04-03"), f"dual_use {ENTRY}"),
    "the day of knowledge": (lambda p: p.update(known="2025-04-03"), f"dual_use {ENTRY}"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_whatever_is_changed_is_found_at_its_place(name: str, licence_proof: Plain, lawbook: Lawbook) -> None:
    change, where = MUTATIONS[name]
    proof = copy.deepcopy(licence_proof)
    change(proof)
    assert where in [finding.where for finding in check_proof(proof, lawbook)]


def test_a_changed_verdict_is_one_finding_and_no_more(licence_proof: Plain, lawbook: Lawbook) -> None:
    proof = copy.deepcopy(licence_proof)
    dysprosium(proof)["verdict"] = "false"
    assert check_proof(proof, lawbook) == (Finding(f"dual_use {ENTRY} content.Dy", "verdict must be true, not false"),)


def test_a_changed_fact_is_blamed_and_not_the_verdicts_above_it(licence_proof: Plain, lawbook: Lawbook) -> None:
    proof = copy.deepcopy(licence_proof)
    proof["facts"]["family"] = ["ferrite"]
    found = check_proof(proof, lawbook)
    assert Finding(f"dual_use {ENTRY} family", "said must be ['ferrite'], not ['NdFeB']") in found
    assert not [finding for finding in found if finding.problem.startswith("verdict")]


def test_another_law_is_named_with_both_digests_and_nothing_else(licence_proof: Plain, lawbook: Lawbook) -> None:
    (finding,) = check_proof({**licence_proof, "law_digest": "another", "regimes": []}, lawbook)
    assert "another" in finding.problem and lawbook.digest in finding.problem


def test_questions_must_be_asked_and_must_matter(checker: Checker, lawbook: Lawbook) -> None:
    proof = proof_of_case(checker, "a code that the composition leaves open")
    assert set(dual_use(proof)["ask"]) == {"composition.Dy", "composition.Tb"}
    dual_use(proof)["ask"] = ["composition.Dy", "destination", "composition.Sm"]
    wheres = [finding.where for finding in check_proof(proof, lawbook)]
    assert wheres == ["dual_use ask destination", "dual_use ask composition.Sm"]
    dual_use(proof)["ask"] = []
    assert [finding.where for finding in check_proof(proof, lawbook)] == ["dual_use outcome"]


@pytest.mark.parametrize("outcome", ["NEEDS_FACTS", "CONSULT", "LICENCE_REQUIRED", "NOT_REQUIRED_SUSPENDED"])
def test_where_only_the_version_of_the_law_is_open_no_other_outcome_will_do(
    outcome: str, checker: Checker, lawbook: Lawbook
) -> None:
    proof = proof_of_case(checker, "holmium when an extension is only announced")
    assert dual_use(proof)["outcome"] == "UNRESOLVED"
    dual_use(proof)["outcome"] = outcome
    assert [finding.where for finding in check_proof(proof, lawbook)] == ["dual_use outcome"]


def test_where_the_text_is_open_the_version_of_the_law_is_no_excuse(checker: Checker, lawbook: Lawbook) -> None:
    proof = proof_of_case(checker, "an alloy that is mostly gallium, which the text leaves open")
    assert dual_use(proof)["outcome"] == "CONSULT"
    dual_use(proof)["outcome"] = "UNRESOLVED"
    assert [finding.where for finding in check_proof(proof, lawbook)] == ["dual_use outcome"]


@pytest.mark.parametrize(
    "name",
    [
        "a licence for a magnet with dysprosium",
        "foreign goods for an emergency",
        "an end user not stated",
        "a gap that a policy names",
    ],
)
def test_no_norm_in_play_can_be_left_out(name: str, checker: Checker, lawbook: Lawbook) -> None:
    proof = proof_of_case(checker, name)
    norms = dual_use(proof)["norms"]
    for left_out in norms:
        dual_use(proof)["norms"] = [one for one in norms if one is not left_out]
        wheres = [finding.where for finding in check_proof(proof, lawbook)]
        assert wheres == [f"dual_use {left_out['norm']}"]


@pytest.mark.parametrize("key", ["date", "known"])
def test_a_proof_without_its_days_proves_nothing(key: str, licence_proof: Plain, lawbook: Lawbook) -> None:
    missing = {name: value for name, value in licence_proof.items() if name != key}
    for proof in (missing, {**licence_proof, key: None}, {**licence_proof, key: "some day"}):
        (finding,) = check_proof(proof, lawbook)
        assert key in finding.where + finding.problem


def test_an_undated_question_is_answered_but_not_proven(checker: Checker, lawbook: Lawbook) -> None:
    (finding,) = check_proof(proof_of(checker, WITH_DYSPROSIUM), lawbook)
    assert finding.where == "date"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(proof=JSON)
def test_what_is_no_proof_gives_findings_and_no_error(proof: Plain, lawbook: Lawbook) -> None:
    assert check_proof(proof, lawbook)


@pytest.mark.parametrize("value", [object(), {1, 2}, float("nan"), 10**400, "\ud800", {"norms": [[[]]]}])
def test_values_that_no_json_holds_give_findings_and_no_error(
    value: object, licence_proof: Plain, lawbook: Lawbook
) -> None:
    assert check_proof({**licence_proof, "facts": value}, lawbook)
    assert check_proof({**licence_proof, "regimes": [value, *licence_proof["regimes"]]}, lawbook)


def test_endless_nesting_is_refused(licence_proof: Plain, lawbook: Lawbook) -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert check_proof({**licence_proof, "facts": deep}, lawbook)


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value inside a proof."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


def replaced(proof: Plain, path: tuple[str | int, ...], value: object) -> Plain:
    copied: Any = copy.deepcopy(proof)
    inner = copied
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copied  # type: ignore[no-any-return]


@FEW
@given(data=st.data(), value=JSON)
def test_any_value_may_be_replaced_by_any_other_without_an_error(
    data: st.DataObject, value: object, licence_proof: Plain, lawbook: Lawbook
) -> None:
    path = data.draw(st.sampled_from(places(licence_proof)[1:]))
    check_proof(replaced(licence_proof, path, value), lawbook)


@FEW
@given(data=st.data(), value=JSON)
def test_nothing_can_be_changed_in_a_tree_of_conditions(
    data: st.DataObject, value: object, licence_proof: Plain, lawbook: Lawbook
) -> None:
    shown = dual_use(licence_proof)["norms"]
    number = data.draw(st.integers(0, len(shown) - 1))
    path = data.draw(st.sampled_from(places(shown[number]["conditions"])))
    changed = replaced(licence_proof, ("regimes", 0, "norms", number, "conditions", *path), value)
    if changed != licence_proof:
        wheres = [finding.where for finding in check_proof(changed, lawbook)]
        assert wheres and all(where.startswith(f"dual_use {shown[number]['norm']}") for where in wheres)
