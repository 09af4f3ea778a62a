"""What each event makes of a declaration, and which events a challenge takes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cocket.check.checker import Verdict, headline
from cocket.check.files import considered
from cocket.determination.determine import Determination
from cocket.determination.doubts import open_points
from cocket.determination.outcome import FREE, Open
from cocket.gate.answer import Answer, Challenge, EventKind, LineAnswer
from cocket.gate.compare import same_party
from cocket.gate.declaration import HEADER, Declaration, DeclaredLine, Stated
from cocket.gate.errors import EventRefused
from cocket.gate.event import Event
from cocket.gate.faults import pieces, wrong
from cocket.wording.shapes import each_of, within

MADE_OF: Final = ("composition", "contains", "composition_complete")
AHEAD_MAX: Final = timedelta(days=1)
# What a laboratory measures; all else is shown by papers.
MEASURED: Final = ("composition", "param.", "substance")


def in_view_of(declaration: Declaration, events: Iterable[Event]) -> Declaration:
    """The declaration with what the events put in the place of what was stated, or add to it; in their order."""
    lines = {line.label: line for line in declaration.lines}
    for event in events:
        lines[event.line] = _after(lines[event.line], event)
    return replace(declaration, lines=tuple(lines.values()))


def _after(line: DeclaredLine, event: Event) -> DeclaredLine:
    match event.kind:
        case EventKind.LABORATORY:
            # The whole composition as stated gives way: what was not measured is not known.
            kept: dict[str, Stated] = {key: value for key, value in line.facts.items() if key not in MADE_OF}
            measured: dict[str, Stated] = {"composition": dict(event.composition)}
            if event.complete:
                measured["composition_complete"] = "true"
            return replace(line, facts={**kept, **measured})
        case EventKind.PAPERS:
            return replace(line, facts=_added(line.facts, event.facts))
        case EventKind.REMARKS:
            return replace(line, remarks=event.text)
        case EventKind.CLASSIFICATION:
            return line


def _added(facts: Mapping[str, Stated], more: Mapping[str, str]) -> dict[str, Stated]:
    found = dict(facts)
    for key, value in more.items():
        if key.startswith("composition."):
            shares = found.get("composition", {})
            assert isinstance(shares, dict)
            found["composition"] = {**shares, key.removeprefix("composition."): value}
        else:
            found[key] = value
    return found


def refuse_event(event: Event, declaration: Declaration, answers: Iterable[LineAnswer], today: date) -> None:
    """Raises EventRefused for what the challenges of the line do not ask for."""
    where: str = pieces("declaration", number=declaration.number)
    line = declaration.line(event.line)
    found = next((one for one in answers if one.line == event.line), None)
    if line is None or found is None:
        raise EventRefused(*wrong("no_line", line=event.line), where=where)
    where = line_of(declaration, event.line)
    if found.answer is not Answer.HOLD:
        raise EventRefused(*wrong("not_held"), where=where)
    if event.on - today > AHEAD_MAX:
        raise EventRefused(*wrong("not_yet", day=event.on), where=where)
    asked = {one.kind: one.asks for one in found.challenges}
    if event.kind is EventKind.LABORATORY and EventKind.LABORATORY not in asked:
        # a result may come where papers were asked for; never where nothing hangs on what the goods are made of
        raise EventRefused(*wrong("no_laboratory", asked=_asked_for(asked)), where=where)
    if event.kind is not EventKind.LABORATORY and event.kind not in asked:
        raise EventRefused(*wrong("not_asked", kind=event.kind, asked=_asked_for(asked)), where=where)
    if event.kind is EventKind.PAPERS:
        _refuse_papers(event, line, declaration, asked[EventKind.PAPERS], where)


def _asked_for(asked: Mapping[EventKind, tuple[str, ...]]) -> str:
    return each_of(pieces("asked", kind=kind, asks=asks) for kind, asks in asked.items())


def line_of(declaration: Declaration, label: str) -> str:
    """Where a fault of one line is."""
    return within(pieces("declaration", number=declaration.number), pieces("line", line=label))


def _refuse_papers(
    event: Event, line: DeclaredLine, declaration: Declaration, asks: tuple[str, ...], where: str
) -> None:
    for fact in event.facts:
        if fact not in asks:
            raise EventRefused(*wrong("fact_not_asked", fact=fact, asked=asks), where=where)
        stated = line.facts.get(fact, declaration.parties.get(fact, ""))
        if stated and stated != event.facts[fact] and not _completes(fact, str(stated), event.facts[fact]):
            raise EventRefused(
                *wrong("other_than_declared", fact=fact, declared=stated, shown=event.facts[fact]), where=where
            )


def _completes(fact: str, declared: str, shown: str) -> bool:
    """The same party with the legal form that the declaration left out."""
    return fact in HEADER and same_party(shown, declared) is not False


def settled(verdict: Verdict, rulings: Iterable[Event]) -> Verdict:
    """The verdict after what the authority ruled on it.

    A ruling picks among what the law leaves possible: it cannot free what the law catches, and one that later facts
    make impossible has had its day.
    """
    found = list(verdict.determinations)
    for event in rulings:
        found = [_ruled(one, event) if one.regime == event.regime else one for one in found]
    return replace(verdict, determinations=tuple(found), headline=headline(found))


def _ruled(one: Determination, event: Event) -> Determination:
    outcome = next((possible for possible in one.possible if possible.name == event.outcome), None)
    if outcome is None:
        return one
    # who names the codes, or frees the goods of all, says with it that there are no others
    maybe = () if event.codes or outcome in FREE else one.candidate_codes
    return replace(
        one, outcome=outcome, possible=(outcome,), ask=(), codes=event.codes or one.codes, candidate_codes=maybe,
        considered=True,
    )  # fmt: skip


def refuse_ruling(verdict: Verdict, event: Event, where: str) -> None:
    """Raises EventRefused for a ruling that the law leaves no room for."""
    one = next((one for one in verdict.determinations if one.regime == event.regime), None)
    if one is None:
        known = tuple(one.regime for one in verdict.determinations)
        raise EventRefused(*wrong("no_regime", regime=event.regime, known=known), where=where)
    possible = tuple(outcome.name for outcome in one.possible)
    if event.outcome not in possible:
        raise EventRefused(
            *wrong("no_outcome", outcome=event.outcome, regime=one.regime, possible=possible), where=where
        )


def challenges(verdict: Verdict) -> Iterator[Challenge]:
    """What would settle each open regime, one challenge for each way of showing it."""
    unsettled = open_regimes(verdict)
    asks = [fact for one in unsettled if one.outcome is Open.NEEDS_FACTS for fact in one.ask]
    measured = tuple(dict.fromkeys(fact for fact in asks if fact.startswith(MEASURED)))
    shown = tuple(dict.fromkeys(fact for fact in asks if not fact.startswith(MEASURED)))
    if measured:
        yield Challenge(EventKind.LABORATORY, measured)
    if shown:
        yield Challenge(EventKind.PAPERS, shown)
    questions = tuple(
        dict.fromkeys(
            question
            for one in unsettled
            if one.outcome in (Open.CONSULT, Open.UNRESOLVED) or not one.ask
            for question in _questions(one, verdict)
        )
    )
    if questions:
        yield Challenge(EventKind.CLASSIFICATION, questions)


def open_regimes(verdict: Verdict) -> list[Determination]:
    """All that may want more than nothing, also those that would be no stricter than what is proven elsewhere: a
    licence of one regime is none of another."""
    return [one for one in considered(verdict) if one.is_open and not set(one.possible) <= FREE]


def _questions(one: Determination, verdict: Verdict) -> Iterator[str]:
    """To the authority; the regime stands in front, for a ruling has to name it."""
    if one.weighed is not None:
        for point in open_points(one.weighed, verdict.line.facts):
            yield f"{one.regime}: {point.question} ({point.number}, {point.at})"
    yield from (f"{one.regime}: {name}" for name in one.pending)
    yield f"{one.regime}: {' / '.join(outcome.name for outcome in one.possible)}"
