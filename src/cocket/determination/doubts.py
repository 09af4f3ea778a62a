"""What to put to the authority where the text itself leaves a case to a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, Truth, Verity, evaluate
from cocket.determination.weighing import Weighed, as_told
from cocket.law.condition import All, AnyOf, Condition, Doubt, Not
from cocket.law.view import EntryNorm, GapNorm, RuleNorm
from cocket.law.words import Words


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question that a norm leaves open for these facts, the number of its instrument, and where it stands there."""

    question: Words
    number: Words
    at: str


def open_points(weighed: Weighed, facts: Facts) -> tuple[OpenPoint, ...]:
    """The questions on which norms hang for these facts, each once for each place."""
    norms: tuple[tuple[EntryNorm | RuleNorm | GapNorm, Truth], ...] = (*weighed.entries, *weighed.rules, *weighed.gaps)
    told = (points_of(norm, facts) for norm, truth in norms if Verity.OPEN in truth)
    return tuple(dict.fromkeys(point for points in told for point in points))


def points_of(norm: EntryNorm | RuleNorm | GapNorm, facts: Facts) -> tuple[OpenPoint, ...]:
    """The questions on which one norm hangs that may be open."""
    seen = as_told(facts) if isinstance(norm, GapNorm) else facts
    questions = _questions(norm.condition, seen)
    return tuple(OpenPoint(question, norm.instrument.number, _pinpoint(norm)) for question in questions)


def _pinpoint(norm: EntryNorm | RuleNorm | GapNorm) -> str:
    match norm:
        case EntryNorm():
            return norm.entry.at
        case RuleNorm():
            return norm.rule.at
        case GapNorm():
            return norm.gap.at


def _questions(condition: Condition, facts: Facts) -> Iterator[Words]:
    """The doubts that can still decide the condition: none below a part that fails."""
    match condition:
        case Doubt(question):
            yield question
        case All(parts) | AnyOf(parts):
            if evaluate(condition, facts) != FALSE:
                for part in parts:
                    if evaluate(part, facts) != FALSE:
                        yield from _questions(part, facts)
        case Not(part):
            yield from _questions(part, facts)
        case _:
            return
