"""One determination per regime: outcome or why it is open, what is possible, codes, and what to ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from cocket.determination.ask import Inquiry
from cocket.determination.bearing import bearing
from cocket.determination.domain import FULL_COMPOSITION_ABOVE, TOLD_BY_COMPOSITION, assign, representatives, waits
from cocket.determination.facts import Facts, base_fact
from cocket.determination.interpreter import Assumption, possible, settled
from cocket.determination.logic import FALSE, TRUE, Truth
from cocket.determination.outcome import FREE, OPEN_ORDER, Open, Outcome, Outcomes, answer_class, settle
from cocket.determination.regime_law import POLICIES, RegimeLaw
from cocket.determination.weighing import Weighed, weigh
from cocket.law.fold import Standing
from cocket.law.view import EntryNorm, LawInTime, View
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.interval import Interval


@dataclass(frozen=True, slots=True)
class Determination:
    """The answer of one regime. ``ask`` names facts as a person would (``composition.Dy``, ``end_user``).

    ``considered`` is False where the law of the day was not read and nothing points to it: such a regime is named
    beside the answer and never counts as free.
    """

    regime: str
    outcome: Outcome | Open
    possible: tuple[Outcome, ...]
    ask: tuple[str, ...]
    codes: tuple[str, ...]
    candidate_codes: tuple[str, ...]
    suspended: tuple[str, ...]
    pending: tuple[str, ...]
    rules: tuple[str, ...]
    on: date | None
    weighed: Weighed | None = field(compare=False, default=None)
    covered: bool = True
    considered: bool = True

    @property
    def is_open(self) -> bool:
        return isinstance(self.outcome, Open)


def determine(time: LawInTime, facts: Facts, regime: str, on: date | None, known: date) -> Determination:
    """What ``regime`` demands for ``facts`` on a day (None: the day is not stated) as known by ``known``."""
    if on is None:
        return _determine_undated(time, facts, regime, known)
    view = time.view(on, known)
    if regime not in view.covered:
        return not_covered(time, facts, regime, on, known)
    law = regime_law(view, regime)
    weighed = weigh(law, facts)
    outcomes = settle(possible(law, weighed))
    if len(outcomes) == 1:
        return _answer(law, facts, weighed, on, next(iter(outcomes)), outcomes, ())
    ask = () if settled(law, weighed) else Inquiry(law, weighed, facts).essential() or _splitting(law, facts)
    if ask:
        return _answer(
            law, facts, weighed, on, Open.NEEDS_FACTS, outcomes, questions(ask, facts, time.lawbook.vocabulary)
        )
    return _answer(law, facts, weighed, on, _why_open(law, weighed), outcomes, ())


def _splitting(law: RegimeLaw, facts: Facts) -> tuple[str, ...]:
    """What the goods are, where that decides nothing but each way of it is caught by an entry of its own."""
    for fact in ("kind", "substance"):
        said = law.index(facts).get(fact, [])
        values = representatives(fact, said, facts, law.view.lawbook.vocabulary) if said else ()
        cases = (weigh(law, assign(facts, fact, value)) for value in values)
        if len(values) > 1 and all(len(settle(possible(law, case))) == 1 for case in cases):
            return (fact,)
    return ()


def not_covered(time: LawInTime, facts: Facts, regime: str, on: date, known: date) -> Determination:
    """The lawbook has no law of this regime for the day: a person must decide, or the regime is only named."""
    both = (Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED)
    considered = time.lawbook.regimes[regime].beyond == "consult" or _is_pointed_to(time, facts, regime, on, known)
    return Determination(regime, Open.CONSULT, both, (), (), (), (), (), (), on, covered=False, considered=considered)


def _is_pointed_to(time: LawInTime, facts: Facts, regime: str, on: date, known: date) -> bool:
    """Whether the law that was read, that of the nearest day, would not leave these goods free for certain."""
    written = time.lawbook.regimes[regime]
    law = regime_law(time.view(written.nearest(on), max(known, written.known_from)), regime)
    return not possible(law, weigh(law, facts)) <= FREE


def regime_law(view: View, regime: str) -> RegimeLaw:
    """The regime's part of a view; kept on the view, since many lines share it."""
    kept: dict[str, RegimeLaw] = view.__dict__.setdefault("regime_laws", {})
    if regime not in kept:
        kept[regime] = RegimeLaw(view, regime)
    return kept[regime]


def _why_open(law: RegimeLaw, weighed: Weighed) -> Open:
    """No fact can decide it: is the version of the law unresolved, or the text open?"""
    bites = possible(law, weighed, Assumption(unresolved=True))
    halts = possible(law, weighed, Assumption(unresolved=False))
    return Open.UNRESOLVED if answer_class(bites) != answer_class(halts) else Open.CONSULT


def questions(ask: tuple[str, ...], facts: Facts, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Facts to ask for, each once; many elements become one full composition.

    A full composition tells the substance too, so it is asked instead of that where nothing is known of what the goods
    are made of; and a substance tells the elements by which it is known.
    """
    named = tuple(dict.fromkeys(base_fact(fact) for fact in ask if not waits(fact, ask)))
    kinds = facts.choice("kind")
    nothing_told = not any(fact.startswith("content.") for fact in facts.values)
    if "substance" in named and nothing_told and kinds is not None and kinds <= TOLD_BY_COMPOSITION:
        return _as_whole(named, ("substance",))
    if "substance" in named:
        marks = {f"composition.{makeup.mark}" for makeup in vocabulary.substances.values()}
        named = tuple(fact for fact in named if fact not in marks)
    elements = tuple(fact for fact in named if fact.startswith("composition."))
    return _as_whole(named, ()) if len(elements) > FULL_COMPOSITION_ABOVE else named


def _as_whole(named: tuple[str, ...], besides: tuple[str, ...]) -> tuple[str, ...]:
    """The same questions with one for the full composition in place of those on elements, and of some others."""
    told = (fact.startswith("composition.") or fact in besides for fact in named)
    return tuple(dict.fromkeys("composition" if one else fact for fact, one in zip(named, told, strict=True)))


def _answer(
    law: RegimeLaw,
    facts: Facts,
    weighed: Weighed,
    on: date,
    outcome: Outcome | Open,
    outcomes: Outcomes,
    ask: tuple[str, ...],
) -> Determination:
    truths = {id(norm): truth for norm, truth in weighed.rules}
    reached = [norm for norm, truth in weighed.entries if reach_of(law, norm, truths) != FALSE]
    certain = [
        norm
        for norm, truth in weighed.entries
        if truth == TRUE and norm.entry.is_code and reach_of(law, norm, truths) == TRUE
    ]
    codes = named_codes(certain, facts)
    maybe = tuple(norm.name for norm in reached if norm.entry.is_code and norm not in certain)
    return Determination(
        regime=law.regime,
        outcome=outcome,
        possible=tuple(sorted(outcomes, reverse=True)),
        ask=ask,
        codes=tuple(norm.name for norm in codes),
        candidate_codes=maybe,
        suspended=tuple(norm.name for norm in codes if norm.status.standing is Standing.SUSPENDED),
        pending=_pending(weighed),
        rules=tuple(norm.name for norm, truth in weighed.rules if truth == TRUE),
        on=on,
        weighed=weighed,
    )


def reach_of(law: RegimeLaw, norm: EntryNorm, truths: Mapping[int, Truth]) -> Truth:
    """Whether the control of an entry reaches the case: through its licence or through a ban."""
    acting = (rule for rule in law.acting[norm.name] if rule.rule.effect not in POLICIES)
    return max((truths.get(id(rule), FALSE) for rule in acting), default=FALSE)


def _pending(weighed: Weighed) -> tuple[str, ...]:
    statuses = [norm.status for norm, _ in weighed.conditioned] + [gap.status for gap, _ in weighed.gaps]
    return tuple(dict.fromkeys(status.pending for status in statuses if status.pending))


def named_codes(certain: list[EntryNorm], facts: Facts) -> list[EntryNorm]:
    """The codes to name: within a group the one whose other elements weigh most; none that yields to another."""
    held = {norm.name for norm in certain}
    kept = [norm for norm in certain if not held.intersection(norm.entry.yields_to)]
    return [norm for norm in kept if not any(_outweighs(other, norm, facts) for other in kept)]


def _outweighs(other: EntryNorm, norm: EntryNorm, facts: Facts) -> bool:
    if other is norm or norm.entry.one_of is None or other.entry.one_of != norm.entry.one_of:
        return False
    heavier, lighter = _weight(other, facts), _weight(norm, facts)
    if set(norm.entry.ranked_elements) < set(other.entry.ranked_elements):
        return True
    return heavier.lo > lighter.hi


def _weight(norm: EntryNorm, facts: Facts) -> Interval:
    shares = [facts.number(f"content.{element}") or Interval(0, 0) for element in norm.entry.ranked_elements]
    return Interval(sum(share.lo for share in shares), sum(share.hi for share in shares))


def _determine_undated(time: LawInTime, facts: Facts, regime: str, known: date) -> Determination:
    """Without a day: the day is asked for if it changes the answer, with whatever else matters on any day."""
    covered = list(_each_law(time, facts, regime, known))
    if not covered:  # of no day was the law known
        beyond = not_covered(time, facts, regime, time.lawbook.regimes[regime].covered_from, known)
        return replace(beyond, on=None)
    classes = {answer_class(frozenset(one.possible)) for one in covered}
    if len(classes) == 1 and not any(one.is_open for one in covered):
        return replace(covered[-1], on=None)
    asked = dict.fromkeys(fact for one in covered for fact in one.ask)
    if "composition" in asked:  # of some days a few elements are asked for, of others all of it
        asked = {fact: None for fact in asked if not fact.startswith("composition.")}
    day = ("date",) if len(classes) > 1 else ()
    why = next((kind for kind in OPEN_ORDER if any(one.outcome is kind for one in covered)), Open.NEEDS_FACTS)
    outcomes = frozenset(outcome for one in covered for outcome in one.possible)
    candidates = dict.fromkeys(code for one in covered for code in (*one.codes, *one.candidate_codes))
    return Determination(
        regime=regime,
        outcome=Open.NEEDS_FACTS if day or asked else why,
        possible=tuple(sorted(outcomes, reverse=True)),
        ask=(*day, *asked),
        codes=(),
        candidate_codes=tuple(candidates),
        suspended=(),
        pending=(),
        rules=(),
        on=None,
    )


def _each_law(time: LawInTime, facts: Facts, regime: str, known: date) -> Iterator[Determination]:
    """One determination for each way in which the law has stood towards these facts on any covered day."""
    seen: set[object] = set()
    for day in time.days:
        view = time.view(day, known)
        if regime in view.covered:
            law = bearing(regime_law(view, regime), facts)
            if law not in seen:
                seen.add(law)
                yield determine(time, facts, regime, day, known)
