"""The stories an explanation must tell: what holds, what is suspended or pending, what lapsed, what it rests on."""

import json
from datetime import date

import pytest

from cocket.check.checker import Checker
from cocket.determination.explanation import explain
from cocket.determination.telling import tell
from cocket.determination.words import FACTS, OUTCOMES, PHRASES
from cocket.law.lawbook import Lawbook

CIVIL = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil", "destination": "DE"}
HOLMIUM = {"kind": "metal", "composition": {"Ho": 99}, "composition_complete": True, **CIVIL}
ROTOR = {"kind": "rotor_assembly", "family": "NdFeB", "contains": ["Nd", "Fe", "B", "Dy", "Tb"], **CIVIL}


def explained(checker: Checker, stated: dict[str, object], on: str, known: str) -> dict[str, object]:
    verdict = checker.check({**stated, "date": on}, date.fromisoformat(known))
    whole = explain(checker.time, verdict.line, verdict.known, verdict.determinations)
    json.dumps(whole)
    return whole


def dual_use(checker: Checker, stated: dict[str, object], on: str, known: str) -> dict[str, object]:
    regimes = explained(checker, stated, on, known)["regimes"]
    assert isinstance(regimes, list)
    return next(one for one in regimes if one["regime"] == "dual_use")


def test_holmium_suspended_before_it_took_effect_shows_what_would_apply(checker: Checker) -> None:
    answer = dual_use(checker, HOLMIUM, "2025-12-01", "2026-11-22")
    assert answer["outcome"] == "NOT_REQUIRED_SUSPENDED"
    assert answer["suspended"] == ["1C909.a.1"]
    assert answer["but_for_suspension"] == ["LICENCE_REQUIRED"]


def test_the_same_as_published_before_the_suspension_needs_a_licence(checker: Checker) -> None:
    assert dual_use(checker, HOLMIUM, "2025-12-01", "2025-11-01")["outcome"] == "LICENCE_REQUIRED"


def test_after_the_written_end_both_readings_and_both_sources_are_shown(checker: Checker, lawbook: Lawbook) -> None:
    answer = dual_use(checker, HOLMIUM, "2026-11-22", "2026-11-22")
    assert answer["outcome"] == "UNRESOLVED"
    assert answer["possible"] == ["LICENCE_REQUIRED", "NOT_REQUIRED_SUSPENDED"]
    assert answer["pending"] == ["cn/mofcom-gac/2025/70#extension"]
    entry = next(one for one in answer["norms"] if one["norm"] == "1C909.a.1")  # type: ignore[attr-defined]
    assert entry["because"] == ["cn/mofcom-gac/2025/70#suspend", "cn/mofcom-gac/2025/70#extension"]
    suspension = lawbook.by_id["cn/mofcom-gac/2025/70"]
    assert str(suspension.acts[0].during.until) == "2026-11-10"
    assert str(suspension.announced[0].until) == "2027-01-10"


def test_a_norm_not_yet_in_force_is_named_with_its_day(checker: Checker) -> None:
    answer = dual_use(checker, HOLMIUM, "2025-11-06", "2025-10-20")
    (waiting,) = [one for one in answer["not_in_force"] if one["norm"] == "1C909.a.1"]  # type: ignore[attr-defined]
    assert (waiting["standing"], waiting["from"]) == ("not_yet", "2025-11-08")


def test_the_rotor_of_june_2025_then_and_today(checker: Checker) -> None:
    then = dual_use(checker, ROTOR, "2025-06-11", "2025-06-11")
    now = dual_use(checker, ROTOR, "2025-06-11", "2026-11-22")
    assert (then["outcome"], then["rests_on"]) == ("CONSULT", "guidance")
    assert (now["outcome"], now["rests_on"]) == ("NOT_CONTROLLED", "guidance")


def test_law_read_until_october_says_so_in_november(checker: Checker) -> None:
    assert "cn/mofcom-gac/2025/57" in dual_use(checker, HOLMIUM, "2026-11-22", "2026-11-22")["past_checked_until"]  # type: ignore[operator]
    assert dual_use(checker, HOLMIUM, "2026-10-01", "2026-10-01")["past_checked_until"] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_telling_names_code_instrument_and_what_to_ask(checker: Checker, lawbook: Lawbook, lang: str) -> None:
    magnet = {"kind": "magnet", "family": "NdFeB", **CIVIL}
    text = tell(explained(checker, magnet, "2025-06-20", "2026-11-22"), lang, lawbook.vocabulary)
    for wanted in ("1C905.a.4", "1C904.a.4", {"en": "Announcement 2025 No. 18", "zh": "公告2025年第18号"}[lang]):
        assert wanted in text
    assert {"en": "dysprosium (Dy)", "zh": "镝(Dy)"}[lang] in text


@pytest.mark.parametrize("table", [OUTCOMES, FACTS, PHRASES])
def test_every_word_stands_in_both_languages(table: dict[str, tuple[str, str]]) -> None:
    assert all(en and zh for en, zh in table.values())


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("en", ("nuclear export control list", "ordinary export licence")),
        ("zh", ("核出口管制清单", "出口许可证管理货物")),
    ],
)
def test_what_is_not_considered_is_told_by_its_title(
    lang: str, titles: tuple[str, ...], checker: Checker, lawbook: Lawbook
) -> None:
    whole = explained(checker, ROTOR, "2025-06-20", "2026-11-20")
    last = next(line for line in tell(whole, lang, lawbook.vocabulary).splitlines() if titles[0] in line)
    assert titles[1] in last and "_" not in last
    kept = {key: value for key, value in whole.items() if key != "titles"}
    assert "nuclear_export_control; " in tell(kept, lang, lawbook.vocabulary)


def test_what_must_happen_to_a_licence_held_is_told_beside_the_requirement(checker: Checker) -> None:
    magnet = {"kind": "magnet", "family": "SmCo", **CIVIL, "licence.type": "single", "change.field": "destination"}
    answer = dual_use(checker, magnet, "2025-09-01", "2026-11-22")
    assert answer["outcome"] == "LICENCE_REQUIRED"
    assert [one["outcome"] for one in answer["procedure"]] == ["NEW_APPLICATION"]  # type: ignore[attr-defined]
    assert dual_use(checker, {**HOLMIUM, "change.field": "destination"}, "2025-12-01", "2026-11-22")["procedure"] == []
