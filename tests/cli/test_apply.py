"""``cocket apply check`` as a process: what is missing is named, and the code says how bad it is."""

import json
import re
from pathlib import Path

import pytest

from cocket.cli.words import table_of
from cocket.licensing.applications.preflight import LISTS
from tests.cli.command import ROOT, cocket

MAKER = ROOT / "examples" / "applications" / "magnet-maker.yaml"
ON = ("--on", "2026-11-27")


def changed(tmp_path: Path, *swaps: tuple[str, str]) -> Path:
    text = MAKER.read_text(encoding="utf-8")
    for was, becomes in swaps:
        assert was in text
        text = text.replace(was, becomes, 1)
    path = tmp_path / "application.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path, code: int) -> set[tuple[str, str, str]]:
    told = cocket("apply", "check", path, *ON, "--json", code=code).stdout
    return {(one["severity"], one["problem"], one["key"]) for one in map(json.loads, told.splitlines())}


WHOLE = (
    ("contract]", "contract, technical-description]"),
    ("pumps}", "pumps, zh: 工业泵}\n    certificate: true"),
    (", {item: 2, quantity: 520 kg}", ""),
)


def test_each_missing_paper_is_named_and_an_item_with_an_open_fact_is_told() -> None:
    assert problems(MAKER, 1) == {
        ("will_come_back", "paper", "papers"),
        ("will_come_back", "paper", "requests[1].certificate"),
        ("may_come_back", "open", "requests[0].wanted[1]"),
        ("may_come_back", "end_use", "requests[1].end_use.zh"),
    }


def test_a_whole_application_has_no_finding(tmp_path: Path) -> None:
    assert problems(changed(tmp_path, *WHOLE), 0) == set()


@pytest.mark.parametrize(
    ("was", "becomes", "code", "finding"),
    [
        ("months: 12", "months: 13", 1, ("will_come_back", "months", "months")),
        ("400 kg", "400 piece", 3, ("may_come_back", "not_in_kg", "requests[0].wanted[0]")),
        ("no_military_business: true\n", "", 0, ("note", "military", "no_military_business")),
        ("kind: single", "kind: general", 1, ("will_come_back", "paper", "papers")),
    ],
)
def test_one_thing_wrong_is_found(
    tmp_path: Path, was: str, becomes: str, code: int, finding: tuple[str, str, str]
) -> None:
    assert finding in problems(changed(tmp_path, *WHOLE, (was, becomes)), code)


def test_goods_of_which_too_little_is_told_are_never_taken_as_settled(tmp_path: Path) -> None:
    vague = ("goods: sintered samarium-cobalt magnets", "goods: sintered parts")
    swaps = (vague, ('    control_code: "1C902.a.4"\n', ""), ("family: SmCo, composition: Sm 25; Co 50; Fe 16, ", ""))
    assert ("may_come_back", "open", "requests[0].wanted[0]") in problems(changed(tmp_path, *WHOLE, *swaps), 3)


def test_a_listed_end_user_is_told_and_what_follows_from_it_on_that_day(tmp_path: Path) -> None:
    listed = changed(tmp_path, *WHOLE, ("Schlaflose Giraffe Antriebe", "Lockheed Martin Corporation"))
    found = problems(listed, 1)
    assert ("may_come_back", "on_control_list", "requests[1].end_user") in found
    assert ("will_come_back", "prohibited", "requests[1].wanted[0]") in found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_problem_can_be_told(lang: str) -> None:
    text = (ROOT / "src/cocket/licensing/applications/preflight.py").read_text(encoding="utf-8")
    named = re.findall(r'Severity\.\w+, "(\w+)"', text)
    listed = [f"{head}_{name}" for head in ("on", "may_be") for name in LISTS]
    assert len(named) > 10
    assert [one for one in (*named, *listed, "watch_papers") if f"apply.problem.{one}" not in table_of(lang)] == []


def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    told = cocket("apply", "check", changed(tmp_path, ("{item: 1,", "{item: 7,")), code=2).stderr
    assert "requests[0].wanted: There is no item 7" in told
