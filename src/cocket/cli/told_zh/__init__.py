"""What other rooms say in English (cocket.wording), in Chinese: a module for each room of phrases, with its keys."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

from cocket.wording import Phrase
from cocket.wording.phrase import remedy_of

MODULES: Final[Mapping[str, str]] = {
    "account": "cocket.cli.told_zh.accounts",
    "account_words": "cocket.cli.told_zh.account_words",
    "application": "cocket.cli.told_zh.applications",
    "application_words": "cocket.cli.told_zh.application_words",
    "bill": "cocket.cli.told_zh.bills",
    "bill_words": "cocket.cli.told_zh.bill_words",
    "book": "cocket.cli.told_zh.books",
    "book_words": "cocket.cli.told_zh.book_words",
    "case": "cocket.cli.told_zh.cases",
    "case_file": "cocket.cli.told_zh.case_files",
    "case_pieces": "cocket.cli.told_zh.case_pieces",
    "case_words": "cocket.cli.told_zh.case_words",
    "cell": "cocket.cli.told_zh.cells",
    "clock": "cocket.cli.told_zh.clocks",
    "clock_columns": "cocket.cli.told_zh.clock_columns",
    "clock_words": "cocket.cli.told_zh.clock_words",
    "config": "cocket.cli.told_zh.configs",
    "content": "cocket.cli.told_zh.contents",
    "decision": "cocket.cli.told_zh.decisions",
    "decision_words": "cocket.cli.told_zh.decision_words",
    "fact": "cocket.cli.told_zh.facts",
    "filing": "cocket.cli.told_zh.filings",
    "filing_words": "cocket.cli.told_zh.filing_words",
    "form": "cocket.cli.told_zh.forms",
    "form_words": "cocket.cli.told_zh.form_words",
    "gate": "cocket.cli.told_zh.gates",
    "gate_keys": "cocket.cli.told_zh.gate_keys",
    "gate_pieces": "cocket.cli.told_zh.gate_pieces",
    "input": "cocket.cli.told_zh.inputs",
    "licence": "cocket.cli.told_zh.licences",
    "licence_words": "cocket.cli.told_zh.licence_words",
    "lists": "cocket.cli.told_zh.lists",
    "may_be": "cocket.cli.told_zh.may_be",
    "meaning": "cocket.cli.told_zh.meanings",
    "name_it": "cocket.cli.told_zh.name_it",
    "note": "cocket.cli.told_zh.notes",
    "outbox": "cocket.cli.told_zh.outboxes",
    "passport": "cocket.cli.told_zh.passports",
    "quantity": "cocket.cli.told_zh.quantities",
    "quantity_words": "cocket.cli.told_zh.quantity_words",
    "reading": "cocket.cli.told_zh.readings",
    "shape": "cocket.cli.told_zh.shape",
    "table": "cocket.cli.told_zh.tables",
    "who": "cocket.cli.told_zh.who",
    "written": "cocket.cli.told_zh.written",
    "written_shapes": "cocket.cli.told_zh.written_shapes",
}


def tell(text: str) -> str:
    """A phrase in Chinese with all that it is made of; any other text as it is."""
    if not isinstance(text, Phrase):
        return text
    room, _, key = text.key.partition(".")
    values = {name: _shown(value) for name, value in text.values.items()}
    return texts_of(room)[key].format(**values).replace("？。", "？")  # a remedy may be a question


@cache
def texts_of(room: str) -> Mapping[str, str]:
    """The templates of one room; a fault has two, what is wrong and the remedy."""
    texts: dict[str, str] = {}
    for key, words in import_module(MODULES[room]).WORDS.items():
        if isinstance(words, str):
            texts[key] = words
        else:
            texts[key], texts[remedy_of(key)] = words
    return texts


def _shown(value: object) -> object:
    if isinstance(value, tuple):
        return "、".join(str(_shown(one)) for one in value)
    return tell(value) if isinstance(value, str) else value
