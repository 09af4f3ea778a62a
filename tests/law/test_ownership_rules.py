"""The law's word on firms held by listed parties: from which share, on which days, by which source."""

from datetime import date
from pathlib import Path

import pytest

from cocket.law.errors import LawError
from cocket.law.lawbook import load_lawbook
from cocket.law.ownership_rules import NAME, OwnershipRule, load_ownership_rules, standing_of
from cocket.quantity.interval import PPB

LAWBOOK = load_lawbook()
RULES = {rule.id: rule for rule in load_ownership_rules()}
KNOWN = date(2026, 11, 27)
RULE = """\
- id: made-up
  title: {zh: 规则, en: rule}
  lists: [control_list]
  share: ">=50 %"
  together: true
  days: [{from: "2020-01-01", standing: in_force}]
  says: {zh: 内容, en: text}
  at: Art. 1
  source: an address
"""


def standing(rule: str, on: date) -> str | None:
    return standing_of(RULES[rule], LAWBOOK, on, KNOWN)


def read(folder: Path, text: str) -> tuple[OwnershipRule, ...]:
    (folder / NAME).write_text(text, encoding="utf-8")
    return load_ownership_rules(folder)


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2025, 10, 8), None),
        (date(2025, 10, 25), "in_force"),
        (date(2025, 11, 7), "suspended"),
        (date(2026, 11, 10), "suspended"),
        (date(2026, 11, 11), "unresolved"),
    ],
)
def test_the_rule_of_announcement_61_stands_and_falls_with_it(on: date, stands: str | None) -> None:
    assert standing("cn-61-2025", on) == stands


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2025, 9, 28), None),
        (date(2025, 9, 29), "in_force"),
        (date(2025, 11, 10), "suspended"),
        (date(2026, 11, 9), "suspended"),
        (date(2026, 11, 10), "unresolved"),
    ],
)
def test_the_affiliates_rule_is_suspended_for_a_year_and_then_unresolved(on: date, stands: str | None) -> None:
    assert standing("us-bis-affiliates", on) == stands


@pytest.mark.parametrize("rule", ["cn-control-list", "cn-watch-list", "cn-unreliable"])
def test_what_the_chinese_lists_do_not_say_is_told_as_not_said(rule: str) -> None:
    assert standing(rule, date(2026, 3, 2)) == "not_said"


def test_one_law_asks_for_half_and_another_for_more() -> None:
    assert (RULES["us-ofac"].share_ppb, RULES["us-ofac"].above, RULES["us-ofac"].together) == (PPB // 2, False, True)
    assert (RULES["uk-freeze"].share_ppb, RULES["uk-freeze"].above, RULES["uk-freeze"].together) == (
        PPB // 2, True, False,
    )  # fmt: skip


def test_every_rule_names_lists_and_rules_that_there_are() -> None:
    lists = {instrument.list_name for instrument in LAWBOOK.instruments}
    for rule in RULES.values():
        assert set(rule.lists) <= lists
        if rule.by:
            name, _, part = rule.by.partition("#")
            assert part in {own.id for own in LAWBOOK.by_id[name].rules}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (RULE.replace(">=50 %", "50 %"), "does not say whether the share itself is inside"),
        (RULE.replace(">=50 %", ">=half"), "cannot be read as a figure"),
        (RULE.replace("  lists: [control_list]\n", ""), "lists of the lawbook or forms"),
        (RULE.replace("standing: in_force", "standing: maybe"), "'maybe' is not known here"),
        (RULE + "  by: a/b#c\n", "a rule of the lawbook or days"),
        (RULE.replace("  source: an address\n", ""), "'source' is missing"),
    ],
)
def test_what_is_not_whole_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    assert read(tmp_path, RULE)[0].id == "made-up"
    with pytest.raises(LawError, match=problem):
        read(tmp_path, text)
