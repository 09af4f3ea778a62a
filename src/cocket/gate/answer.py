"""What the gate answers: for a line, for a declaration, and why. Plain values that a receipt can hold."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cocket.quantity.amount import Amount, Money


class Answer(StrEnum):
    RELEASE = "release"
    HOLD = "hold"
    REFUSE = "refuse"


STRICTEST_LAST: Final = (Answer.RELEASE, Answer.HOLD, Answer.REFUSE)


def strictest(answers: "list[Answer]") -> Answer:
    return max(answers, key=STRICTEST_LAST.index)


class EventKind(StrEnum):
    """What can resolve a challenge (Decree 792 Art. 21: papers on contract, performance and use; classification)."""

    LABORATORY = "laboratory"
    PAPERS = "papers"
    CLASSIFICATION = "classification"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Reason:
    """``code`` has its words in ``gate.reason.*``. ``field`` of the declaration that it is about, "" for none.

    ``declared`` and ``expected``: what stands in the declaration, and what the licence or the law wants there.
    """

    code: str
    field: str = ""
    declared: str = ""
    expected: str = ""

    def plain(self) -> dict[str, object]:
        named = {"code": self.code, "field": self.field, "declared": self.declared, "expected": self.expected}
        return {key: value for key, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Challenge:
    """What is missing: ``asks`` are facts (``composition.Dy``), papers, or questions to the authority."""

    kind: EventKind
    asks: tuple[str, ...]

    def plain(self) -> dict[str, object]:
        return {"kind": self.kind.value, "asks": list(self.asks)}


@dataclass(frozen=True, slots=True)
class Draw:
    """What a line takes from a line of a licence; ``licence_line`` is the ledger's id of it."""

    licence: str
    licence_line: str
    quantity: Amount
    value: Money

    def plain(self) -> dict[str, object]:
        return {"licence_line": self.licence_line, "quantity": str(self.quantity), "value": str(self.value)}


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """``outcomes``: the answer of each regime by name. ``draws`` are known in full, or there are none."""

    line: str
    answer: Answer
    licence: str = ""
    outcomes: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    draws: tuple[Draw, ...] = ()
    warnings: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        shown: dict[str, object] = {
            "line": self.line,
            "answer": self.answer.value,
            "licence": self.licence,
            "outcomes": dict(self.outcomes),
            "codes": list(self.codes),
            "reasons": [one.plain() for one in self.reasons],
            "challenges": [one.plain() for one in self.challenges],
            "draws": [one.plain() for one in self.draws],
            "warnings": list(self.warnings),
        }
        return {key: value for key, value in shown.items() if value}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer but for the ledger's word. ``single``: the single licences among those drawn on."""

    answer: Answer
    lines: tuple[LineAnswer, ...]
    law: dict[str, str] = field(default_factory=dict)
    single: tuple[str, ...] = ()

    @property
    def draws(self) -> tuple[Draw, ...]:
        return tuple(draw for line in self.lines for draw in line.draws)
