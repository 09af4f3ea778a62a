"""Whatever the gate answers has words in both languages, and what its page promises is there."""

import re

import pytest

from cocket.cli.words import table_of
from cocket.gate.answer import Answer, EventKind
from cocket.gate.booking import FIELDS
from cocket.gate.compare import PARTIES
from cocket.ledger import Reason
from cocket.licensing.licences import Status
from cocket.licensing.licences.condition import Field, ReportedEvent
from tests.cli.command import ROOT

SOURCE = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/cocket/gate").glob("*.py"))
PAGE = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")


def keys(lang: str, head: str) -> set[str]:
    return {key.removeprefix(head) for key in table_of(lang) if key.startswith(head)}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_answer_reason_and_field_has_words(lang: str) -> None:
    codes = set(re.findall(r'Reason\(\s*"(\w+)"', SOURCE)) | {
        "licence_status",
        "mismatch",
        "ruled",
        "free",
        "like_licence",
        "near_licence",  # in receipts written before, which had it in English words
        "unknown_licence",
    }
    assert keys(lang, "gate.reason.") == codes | {f"ledger_{one.value}" for one in Reason}
    fields = set(re.findall(r'Difference\(\s*"(\w+)"', SOURCE)) | set(FIELDS.values()) | set(PARTIES) | {*Field}
    fields |= {f"report.{event}" for event in ReportedEvent} | {"exporter", "licence_kind", "remarks"}
    assert keys(lang, "gate.field.") == fields
    assert keys(lang, "gate.status.") == {one.value for one in Status if one is not Status.VALID}
    for head in ("gate.answer.", "gate.short."):
        assert keys(lang, head) == {one.value for one in Answer}
    assert keys(lang, "gate.asks.") == {one.value for one in EventKind}


def test_the_page_names_every_kind_of_event_and_every_command() -> None:
    assert all(f"| `{kind}` |" in PAGE for kind in EventKind)
    for command in ("declare", "show", "event", "verify"):
        assert f"`cocket gate {command}" in PAGE
