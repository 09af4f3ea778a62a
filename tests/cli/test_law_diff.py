"""``cocket law diff``: what changed between two looks at the law, for people and for machines."""

import json
from pathlib import Path

import pytest

from cocket.cli.screen import shown_width
from tests.cli.command import cocket
from tests.cli.drafts import free_18

OCTOBER = ("--from", "2025-10-08", "--to", "2025-10-09")


def diff(*options: object, code: int = 0) -> str:
    done = cocket("law", "diff", *options, code=code)
    return done.stderr if code else done.stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_changes_are_grouped_by_instrument_within_80_columns(lang: str) -> None:
    shown = diff(*OCTOBER, "--as-known-then", "--lang", lang)
    assert max(map(shown_width, shown.splitlines())) <= 80
    for number in ("55", "56", "57", "58"):
        assert shown.count(f"\ncn/mofcom-gac/2025/{number} ") == 1
    assert "1C909.a.1 … 1C913.c (一（一）1 … 五（三）)" in shown


def test_counts_stand_at_the_head_and_both_axes_above_them() -> None:
    head, counts, *_ = diff(*OCTOBER, "--as-known-then", "--regime", "dual_use").split("\n\n")
    assert "In force on: 2025-10-08 → 2025-10-09\nPublished by: 2025-10-08 → 2025-10-09" in head
    assert [line.partition(":")[0].strip() for line in counts.splitlines()] == [
        "published, not yet in force",
        "came into force",
    ]


def test_a_suspension_is_told_with_its_act_and_its_last_day() -> None:
    shown = diff("--from", "2025-11-07", "--to", "2025-11-08", "--code", "1C909.a.1")
    assert "suspended, until 2026-11-10, by cn/mofcom-gac/2025/70#suspend" in shown
    assert "1C909.a.1 (一（一）1) holmium metal" in shown
    assert "1C910" not in shown


def test_what_became_known_of_a_day_is_told_by_the_readings() -> None:
    shown = diff("--from", "2025-06-11", "--known-from", "2025-06-11", "--known-to", "2025-12-01", "--code", "1C905")
    assert "read otherwise, by cn/mofcom/qa/5#rotors" in shown
    assert "rotors (item 1) reads as outside 1C902.a.4, 1C904.a.4, 1C905.a.4" in shown


def test_parties_are_taken_off_by_name_or_counted() -> None:
    shown = diff("--from", "2025-11-09", "--to", "2025-11-10")
    assert "taken off the list: parties 26" in shown
    assert "taken off the list\n    parties 15: cn-party-" in shown


def test_json_lines_name_each_norm_with_its_citation_and_both_standings() -> None:
    found = [json.loads(line) for line in diff("--from", "2025-11-07", "--to", "2025-11-08", "--json").splitlines()]
    (holmium,) = [one for one in found if one.get("norm") == "1C909.a.1"]
    assert (holmium["what"], holmium["before"], holmium["after"]) == ("suspended", "not_yet", "suspended")
    assert (holmium["instrument"], holmium["at"]) == ("cn/mofcom-gac/2025/57", "一（一）1")
    assert (holmium["until"], holmium["because"]) == ("2026-11-10", ["cn/mofcom-gac/2025/70#suspend"])
    assert holmium["source"].startswith("https://")


def test_between_a_day_and_itself_nothing_differs() -> None:
    done = cocket("law", "diff", "--from", "2025-06-11", "--to", "2025-06-11")
    assert "Nothing differs." in done.stdout
    assert "both sides are the same" in done.stderr


def test_a_draft_is_called_assumed_and_the_law_has_another_digest(tmp_path: Path) -> None:
    shown = diff("--to", "2030-03-01", "--draft", free_18(tmp_path))
    assert "ASSUMED on the later side, not law: draft draft/free-18" in shown
    assert "Published by:" in shown and "→ 2030-02-01" in shown  # the draft is issued after today
    before, after = shown.partition("\nLaw: ")[2].splitlines()[0].removesuffix(" (with the draft)").split(" → ")
    assert before != after
    assert "suspended, until 2030-08-31, by draft/free-18#suspend" in shown


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "--from and --to"),
        (("--from", "2025-04-04", "--as-known-then", "--known-to", "2025-05-01"), "leave out --known-from"),
        ((*OCTOBER, "--regime", "triple_use"), "Write one of: dual_use"),
        ((*OCTOBER, "--code", "9Z"), "no control code"),
        (("--from", "soon"), "--from"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_to_do(options: tuple[str, ...], words: str) -> None:
    assert words in diff(*options, code=2)
