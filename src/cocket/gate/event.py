"""Dated events that resolve a challenge: who stated what on which day, with the hash of the paper it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cocket.gate.answer import EventKind
from cocket.gate.errors import EventRefused
from cocket.gate.faults import pieces, wrong

TEXT_MAX: Final = 500


@dataclass(frozen=True, slots=True)
class Event:
    """``by`` who issued it, ``on`` which day, ``sha256`` of the file it stands in ("" for remarks, which are declared).

    laboratory: ``composition`` in mass %, ``complete`` when it names everything. papers: ``facts`` that they prove.
    classification: ``outcome`` of ``regime``, with ``codes``. remarks: ``text`` for the remarks column.
    """

    kind: EventKind
    line: str
    by: str
    on: date
    sha256: str = ""
    reference: str = ""
    composition: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    regime: str = ""
    outcome: str = ""
    codes: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        where = pieces("event_kind", kind=self.kind)
        lacking = {
            EventKind.LABORATORY: not self.composition,
            EventKind.PAPERS: not self.facts,
            EventKind.CLASSIFICATION: not (self.regime and self.outcome),
            EventKind.REMARKS: not self.text.strip(),
        }[self.kind]
        if lacking or not self.by.strip():
            raise EventRefused(*(wrong("event_empty") if self.by.strip() else wrong("event_of_nobody")), where=where)
        if self.kind is not EventKind.REMARKS and len(self.sha256) != 64:
            raise EventRefused(*wrong("no_paper"), where=where)
        if max(len(self.by), len(self.reference), len(self.text)) > TEXT_MAX:
            raise EventRefused(*wrong("long_event", most=TEXT_MAX), where=where)

    def content(self) -> dict[str, object]:
        stated: dict[str, object] = {
            "kind": self.kind.value,
            "line": self.line,
            "by": self.by,
            "on": self.on.isoformat(),
            "sha256": self.sha256,
            "reference": self.reference,
            "composition": dict(self.composition),
            "complete": self.complete,
            "facts": dict(self.facts),
            "regime": self.regime,
            "outcome": self.outcome,
            "codes": list(self.codes),
            "text": self.text,
        }
        return {key: value for key, value in stated.items() if value}


def event_from(content: Mapping[str, object]) -> Event:
    """From plain data as `Event.content` gives it. Raises EventRefused for a kind or a day that is none."""
    try:
        kind = EventKind(str(content["kind"]))
    except ValueError:
        raise EventRefused(
            *wrong("no_kind", kind=content["kind"], known=tuple(EventKind)), where=pieces("event")
        ) from None
    try:
        on = date.fromisoformat(str(content["on"]))
    except ValueError:
        raise EventRefused(*wrong("no_day", day=content["on"]), where=pieces("event")) from None

    def texts(key: str) -> dict[str, str]:
        value = content.get(key, {})
        return {str(name): str(one) for name, one in value.items()} if isinstance(value, Mapping) else {}

    codes = content.get("codes", ())
    return Event(
        kind=kind,
        line=str(content["line"]),
        by=str(content.get("by", "")),
        on=on,
        sha256=str(content.get("sha256", "")),
        reference=str(content.get("reference", "")),
        composition=texts("composition"),
        complete=content.get("complete") is True,
        facts=texts("facts"),
        regime=str(content.get("regime", "")),
        outcome=str(content.get("outcome", "")),
        codes=tuple(str(code) for code in codes) if isinstance(codes, list | tuple) else (),
        text=str(content.get("text", "")),
    )
