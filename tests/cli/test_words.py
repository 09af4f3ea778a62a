"""The two tables of words say the same things, no more and no less than the command needs."""

import re
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from cocket.check.impact import Turn
from cocket.check.passports.book import WhyUnused
from cocket.cli.words import TABLES, language_of, table_of
from cocket.determination.outcome import Open, Outcome
from cocket.law.changes import What
from cocket.law.fold import Standing
from cocket.law.norms import Kind
from cocket.law.read_parts import ActKind
from tests.cli.command import ROOT

ENGLISH, CHINESE = table_of("en"), table_of("zh")
SPEAKING = [path for path in Path(ROOT, "src/cocket/cli").glob("*.py") if not path.name.startswith("words_")]
PAGES = list(Path(ROOT, "src/cocket/law").glob("*page*.py"))  # told in the words of the command
SOURCE = "".join(path.read_text(encoding="utf-8") for path in (*SPEAKING, *PAGES))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_blanks() -> None:
    assert ENGLISH.keys() == CHINESE.keys()
    assert {key: blanks(text) for key, text in ENGLISH.items()} == {key: blanks(text) for key, text in CHINESE.items()}


def test_both_languages_have_the_same_tables() -> None:
    assert [name.removesuffix("_en") for name in TABLES["en"]] == [name.removesuffix("_zh") for name in TABLES["zh"]]


def test_no_two_tables_have_the_same_key() -> None:
    """The first would be found and the second never said."""
    keys = [key for name in TABLES["en"] for key in import_module(name).WORDS]
    assert len(keys) == len(set(keys)), [key for key in set(keys) if keys.count(key) > 1]


def test_every_key_that_the_command_says_is_in_the_tables() -> None:
    said = set(re.findall(r'words\.say\(\s*["\']([\w.\-]+)', SOURCE))
    said |= {f"law.show.{key}" for key in re.findall(r'(?:speech\.| )say\(\s*["\']([\w.]+)', SOURCE)}
    said |= {f"law.show.{key}" for key in re.findall(r'self\.part\(\s*["\']([\w.]+)', SOURCE)}
    said |= {f"help.{key}" for key in re.findall(r'help_on\("([\w.\-]+)"\)', SOURCE)}
    assert said <= ENGLISH.keys()


def test_no_word_is_kept_that_nothing_says() -> None:
    by_value = (
        "outcome.",
        "apply.problem.",
        "apply.severity.",
        "warning.",
        "standing.",
        "state.",
        "effect.",
        "act.",
        "confidence.",
        "event.",
        "column.",
        "bom.item.",
        "unused.",
        "change.",
        "kinds.",
        "turn.",
        "short.",
        "licence.",
        "list.",
        "provision.",
        "licence_type.",
        "unit.",
        "event_from.",
        "timeline.",
        "screen.qualifier.",
        "screen.no_name.",
        "party.",
        "held.",
        "ledger.break.",
        "account.kind.",
        "account.role.",
        "audit.",
        "token.state.",
        "gate.answer.",
        "gate.short.",
        "gate.status.",
        "gate.booked.",
        "gate.break.",
        "gate.event.",
        "gate.asks.",
        "gate.remark.",
        "gate.paper.",
        "gate.field.",
        "gate.reason.",
        "decision.outcome.",
        "decision.key.",
        "decision.rests.",
        "demo.case.",
        "stats.",
    )
    listed = ("law.show.", "law.count.", "law.", "bom.")  # said by the name of a division or column
    texts = set(re.findall(r'["\']([\w.\-/]+)["\']', SOURCE))
    idle = {
        key
        for key in ENGLISH
        if key not in texts
        and not key.startswith(by_value)
        and not (key.startswith("new.") and key.rpartition(".")[2] in texts)  # a question or a value of its choices
        and not any(key.startswith(head) and key.removeprefix(head) in texts for head in (*listed, "help."))
    }
    assert idle == set()


@pytest.mark.parametrize("table", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_act_of_an_instrument_can_be_told_in_the_timeline(table: dict[str, str]) -> None:
    assert {f"event.{do}" for do in get_args(ActKind) if do != "interpret"} <= table.keys()


@pytest.mark.parametrize("table", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_outcome_and_standing_has_a_word(table: dict[str, str]) -> None:
    outcomes = [*Outcome.__members__, *Open.__members__, "BAD_INPUT"]
    assert {f"outcome.{name}" for name in outcomes} == {key for key in table if key.startswith("outcome.")}
    assert {f"unused.{why}" for why in get_args(WhyUnused)} == {key for key in table if key.startswith("unused.")}
    assert {f"short.{name}" for name in outcomes} == {key for key in table if key.startswith("short.")}
    assert {f"standing.{one.value}" for one in Standing} == {key for key in table if key.startswith("standing.")}


@pytest.mark.parametrize("table", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_change_of_law_and_turn_of_a_row_has_a_word(table: dict[str, str]) -> None:
    assert {f"change.{what}" for what in get_args(What)} <= table.keys()
    assert {f"kinds.{kind}" for kind in get_args(Kind)} - {"kinds.instrument"} <= table.keys()
    assert {f"turn.{turn.value}" for turn in Turn} == {key for key in table if key.startswith("turn.")}


@pytest.mark.parametrize(
    ("variables", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C", "LC_ALL": "", "LC_MESSAGES": "zh"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides_the_language(variables: dict[str, str], lang: str) -> None:
    assert language_of(variables) == lang
