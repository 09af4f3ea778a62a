"""Finds the words of the command in the reader's language."""

import os
import re
from collections import ChainMap
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

from cocket.wording import Phrase
from cocket.wording.shapes import Telling

LANGUAGES: Final = ("en", "zh")
TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "cocket.cli.words_en",
        "cocket.cli.words_upkeep_en",
        "cocket.cli.words_new_en",
        "cocket.cli.words_screening_en",
        "cocket.cli.words_ledger_en",
        "cocket.cli.words_bill_en",
        "cocket.cli.words_bulk_en",
        "cocket.cli.words_licence_en",
        "cocket.cli.words_gate_en",
        "cocket.cli.words_webhook_en",
        "cocket.cli.words_case_en",
        "cocket.cli.words_decision_en",
        "cocket.cli.words_apply_en",
        "cocket.cli.words_filing_en",
        "cocket.cli.words_clock_en",
        "cocket.cli.words_account_en",
    ),
    "zh": (
        "cocket.cli.words_zh",
        "cocket.cli.words_upkeep_zh",
        "cocket.cli.words_new_zh",
        "cocket.cli.words_screening_zh",
        "cocket.cli.words_ledger_zh",
        "cocket.cli.words_bill_zh",
        "cocket.cli.words_bulk_zh",
        "cocket.cli.words_licence_zh",
        "cocket.cli.words_gate_zh",
        "cocket.cli.words_webhook_zh",
        "cocket.cli.words_case_zh",
        "cocket.cli.words_decision_zh",
        "cocket.cli.words_apply_zh",
        "cocket.cli.words_filing_zh",
        "cocket.cli.words_clock_zh",
        "cocket.cli.words_account_zh",
    ),
}


def language_of(environment: Mapping[str, str]) -> str:
    """``zh`` where the first of LC_ALL, LC_MESSAGES and LANG that is set asks for Chinese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].startswith("zh") else "en"
    return "en"


def table_of(lang: str) -> Mapping[str, str]:
    """All words of one language; only that language is loaded."""
    return ChainMap(*(import_module(name).WORDS for name in TABLES[lang]))


class Words:
    """The words of one language; ``say`` fills in values."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._table = table_of(lang)

    def say(self, key: str, /, **values: object) -> str:
        """The words of ``key``; phrases of other rooms among the values are told in the same language."""
        if self.lang != "en":
            values = {name: self.tell(one) if isinstance(one, Phrase) else one for name, one in values.items()}
        return self._table[key].format(**values)

    def tell(self, text: object) -> str:
        """What another room put into words, in this language; text that is no phrase stays as it is."""
        if self.lang == "en" or not isinstance(text, Phrase):
            return str(text)
        from cocket.cli.told_zh import tell

        return tell(text)

    def has(self, key: str) -> bool:
        return key in self._table

    def name(self, kind: str, value: str) -> str:
        """The word for a value such as an outcome; the value itself, spelt out, where the table has none."""
        return self._table.get(f"{kind}.{value}") or re.sub("_", " ", value)


def help_on(key: str) -> str:
    """Help texts are put together before --lang is read, so the environment alone decides their language."""
    return table_of(language_of(os.environ))[f"help.{key}"]


def message_of(error: Exception) -> str:
    """What an error says, still a phrase where it was raised with phrases."""
    if isinstance(error, Telling):
        return error.told()
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Phrase) else str(error)


def spoken(arguments: Sequence[str]) -> str:
    """What ``--lang`` says, wherever it stands; else the environment."""
    for at, one in enumerate(arguments):
        said = one.removeprefix("--lang=") if one.startswith("--lang=") else "".join(arguments[at + 1 : at + 2])
        if one.startswith("--lang") and said in LANGUAGES:
            return said
    return language_of(os.environ)
