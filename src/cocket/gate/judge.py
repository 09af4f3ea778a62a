"""A whole declaration: line by line, then together. Values in, values out: no clock, no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from cocket.check.checker import Checker, Verdict
from cocket.determination.read_facts import FactError
from cocket.gate.answer import Answer, EventKind, Judgement, LineAnswer, Reason, strictest
from cocket.gate.challenge import AHEAD_MAX, in_view_of, line_of, refuse_ruling, settled
from cocket.gate.declaration import Declaration, DeclaredLine
from cocket.gate.errors import BadDeclaration
from cocket.gate.event import Event
from cocket.gate.faults import pieces, wrong
from cocket.gate.remarks import duty
from cocket.gate.with_licence import goods_of, together, with_licence
from cocket.gate.without_licence import answered, without_licence
from cocket.licensing.licences.licence import Kind, Licence
from cocket.licensing.licences.reports import DueReport
from cocket.reading.line import ReadingError
from cocket.wording.shapes import without_stop

LATE_MAX: Final = AHEAD_MAX
"""A declaration bears the day on which it is made; clocks in other zones make a day of difference."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of the licences that a declaration names: those that exist, for the others the one that is meant
    perhaps ("" for none), the reports
    that are overdue under them, and for a single licence the declaration that has its one export."""

    licences: Mapping[str, Licence]
    unknown: Mapping[str, str] = field(default_factory=dict)
    overdue: tuple[DueReport, ...] = ()
    taken_by: Mapping[str, str] = field(default_factory=dict)


def judge(
    checker: Checker, declaration: Declaration, held: Held, today: date, known: date, events: Iterable[Event] = ()
) -> Judgement:
    """``today``: the day by the gate's clock on which it was declared. Raises BadDeclaration for unusable facts."""
    day = declaration.day or today
    _refuse_day(declaration.number, day, today)
    events = tuple(events)
    seen = in_view_of(declaration, events)
    verdicts = [_verdict(checker, seen, line, day, known, events) for line in seen.lines]
    pairs = zip(seen.lines, verdicts, strict=True)
    found = tuple(_line(checker, seen, line, verdict, held, day, events) for line, verdict in pairs)
    found = together(found, {line.id: line for one in held.licences.values() for line in one.lines}, day)
    found = tuple(_refused_if_taken(one, declaration.number, held) for one in found)
    law = {"digest": checker.lawbook.digest, "known": known.isoformat(), "day": day.isoformat()}
    law["declared"] = today.isoformat()
    numbers = dict.fromkeys(draw.licence for line in found for draw in line.draws)
    single = tuple(number for number in numbers if held.licences[number].kind is Kind.SINGLE)
    return Judgement(strictest([one.answer for one in found]), found, law, single)


def _refuse_day(number: str, day: date, today: date) -> None:
    """No answer but an error: the clock may be wrong, and the number is to stay free for the right day."""
    if abs(day - today) > LATE_MAX:
        raise BadDeclaration(
            *wrong("other_day", day=day, today=today), where=pieces("declaration", number=number), column="date"
        )


def refuse_bad_ruling(
    checker: Checker, declaration: Declaration, event: Event, day: date, known: date, events: Iterable[Event]
) -> None:
    """Raises EventRefused for a ruling that the law leaves no room for, given what was shown before."""
    before = tuple(events)
    seen = in_view_of(declaration, before)
    line = seen.line(event.line)
    if event.kind is EventKind.CLASSIFICATION and line is not None:
        verdict = _verdict(checker, seen, line, day, known, before)
        refuse_ruling(verdict, event, line_of(declaration, line.label))


def _verdict(
    checker: Checker, declaration: Declaration, line: DeclaredLine, day: date, known: date, events: tuple[Event, ...]
) -> Verdict:
    try:
        verdict = checker.check(declaration.stated(line, day), known)
    except (FactError, ReadingError) as error:
        where, remedy = line_of(declaration, line.label), without_stop(error.remedy)
        raise BadDeclaration(error.problem, remedy, where=where, column=error.key) from None
    return settled(verdict, _rulings(line, events))


def _rulings(line: DeclaredLine, events: tuple[Event, ...]) -> list[Event]:
    return [one for one in events if one.line == line.label and one.kind is EventKind.CLASSIFICATION]


def _line(
    checker: Checker, declaration: Declaration, line: DeclaredLine, verdict: Verdict, held: Held, day: date,
    events: tuple[Event, ...],
) -> LineAnswer:  # fmt: skip
    duties = duty(checker.time, verdict.line.facts, day, verdict.known)
    ruled = any(one.regime == "dual_use" for one in _rulings(line, events))
    if not line.licence:
        return without_licence(line, verdict, duties, ruled=ruled)
    licence = held.licences.get(line.licence)
    if licence is None:
        near = held.unknown.get(line.licence, "")
        reason = Reason("like_licence" if near else "unknown_licence", "licence", line.licence, near)
        return answered(line, verdict, Answer.REFUSE, reasons=(reason,))
    goods = goods_of(declaration, line, verdict, licence.regime, day)
    return with_licence(line, verdict, duties, licence, goods, held.overdue, ruled=ruled)


def _refused(one: LineAnswer, reason: Reason) -> LineAnswer:
    before = one.reasons if one.answer is Answer.REFUSE else ()
    return replace(one, answer=Answer.REFUSE, reasons=(*before, reason), challenges=(), draws=())


def _refused_if_taken(one: LineAnswer, number: str, held: Held) -> LineAnswer:
    """A single licence is for one export (Decree 792 Art. 15): the declaration that has it is the only one."""
    taken = held.taken_by
    for licence in dict.fromkeys(draw.licence for draw in one.draws):
        if taken.get(licence, number) != number:
            return _refused(one, Reason("taken", "licence", licence, taken[licence]))
    return one
