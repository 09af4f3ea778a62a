"""What was read from the words of a description, brought together with what the columns state.

What is stated goes before what was heard. Where both speak and agree, both hold; where they contradict each other, both
stay possible and a warning says so. What was heard without being certain decides nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from cocket.determination.facts import Known
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.composition import Composition
from cocket.quantity.interval import PPB, Interval

Effect: TypeAlias = Literal["decides", "agrees", "contradicts", "shown"]
NO_COMPOSITION: Final = Composition({}, {}, complete=False, rest_hi=PPB)
SETS: Final = ("kind", "family")
PLACES: Final = ("origin", "destination")
PURITY: Final = "param.purity_pct"
OF_COMPOSITION: Final = ("contains", "share")
OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class HeardFact:
    """One fact with its words, ``start`` to ``end`` of the description.

    ``certain`` may decide; ``widens`` may at least keep a statement that contradicts it from freeing the goods;
    ``against`` are the stated kinds of goods that it keeps from freeing them although it is not certain.
    """

    fact: str
    values: tuple[str, ...]
    certain: bool
    widens: bool
    words: str
    start: int
    end: int
    effect: Effect = "shown"
    against: frozenset[str] = frozenset()

    def counts_beside(self, kinds: Known | None) -> bool:
        """Whether what is not certain counts, because the goods are stated to be of kinds that it could only catch."""
        return isinstance(kinds, frozenset) and bool(self.against) and kinds <= self.against


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was heard; ``composition`` and ``purity`` (in millionths of a per cent) hold only what is certain."""

    facts: tuple[HeardFact, ...] = ()
    composition: Composition = NO_COMPOSITION
    purity: Interval | None = None
    doubts: tuple[str, ...] = ()


NOTHING_HEARD: Final = Heard()


@dataclass(slots=True)
class Merged:
    """Facts of a line with what was heard brought in; ``effects`` by fact."""

    values: dict[str, Known]
    composition: Composition
    warnings: list[str] = field(default_factory=list)
    effects: dict[str, Effect] = field(default_factory=dict)


def bring_together(
    values: Mapping[str, Known], composition: Composition, heard: Heard, vocabulary: Vocabulary, *, composed: bool
) -> Merged:
    """``composed``: the columns say something of the composition, so that it is not only what was heard."""
    merged = Merged(dict(values), composition)
    if "several_goods" in heard.doubts:
        merged.warnings.append("several_goods")
    kinds = values.get("kind")
    for one in heard.facts:
        if one.fact in SETS and _is_known(one, vocabulary):
            _choice(merged, one, kinds)
        elif one.fact == "substance" and (one.certain or one.counts_beside(kinds)):
            _substance(merged, one, vocabulary)
        elif one.fact in PLACES:
            _place(merged, one)
        elif one.fact == "absent":
            _absence(merged, one)
    _purity(merged, heard.purity)
    _composition(merged, heard.composition, composed=composed)
    return merged


def with_effects(heard: Heard, effects: Mapping[str, Effect]) -> tuple[HeardFact, ...]:
    """Each fact with what became of it: of one that is not certain nothing, but a contradiction or what it catches."""
    return tuple(
        replace(one, effect=effects.get(one.fact, "shown") if one.certain or _spoke_up(one, effects) else "shown")
        for one in heard.facts
    )


def _spoke_up(one: HeardFact, effects: Mapping[str, Effect]) -> bool:
    return effects.get(one.fact) == "contradicts" or (one.fact == "substance" and bool(one.against))


def _is_known(one: HeardFact, vocabulary: Vocabulary) -> bool:
    """A value that the law's vocabulary does not have would be false to every condition; it is only shown."""
    closed = vocabulary.values.get(one.fact)
    return closed is None or frozenset(one.values) <= vocabulary.exact(one.fact)


def _substance(merged: Merged, one: HeardFact, vocabulary: Vocabulary) -> None:
    """A name that is stated stands, two names may mean one substance; "another substance" is no name."""
    stated = merged.values.get("substance")
    other = vocabulary.values["substance"].get(OTHER)
    unnamed = {OTHER, other.en, other.zh} if other is not None else {OTHER}
    if stated is None:
        merged.effects["substance"] = "decides"
    elif one.against and isinstance(stated, frozenset) and stated <= unnamed:
        _contradict(merged, "substance")
    else:
        return
    merged.values["substance"] = frozenset(one.values)


def _choice(merged: Merged, one: HeardFact, kinds: Known | None) -> None:
    told, stated = frozenset(one.values), merged.values.get(one.fact)
    if not isinstance(stated, frozenset):
        if one.certain:
            merged.values[one.fact] = told
            merged.effects[one.fact] = "decides"
    elif stated & told:
        if one.certain and len(stated) > 1:
            merged.values[one.fact] = stated & told
        merged.effects.setdefault(one.fact, "agrees")
    else:
        _contradict(merged, one.fact)
        if one.widens or (one.fact == "kind" and one.counts_beside(kinds)):
            merged.values[one.fact] = stated | told


def _contradict(merged: Merged, fact: str) -> None:
    merged.effects[fact] = "contradicts"
    warning = f"words_contradict_{fact}"
    if warning not in merged.warnings:
        merged.warnings.append(warning)


def _place(merged: Merged, one: HeardFact) -> None:
    """A country in the words never stands for the column; it may only tell of a contradiction."""
    stated = merged.values.get(one.fact)
    if not isinstance(stated, frozenset):
        return
    if stated & frozenset(one.values):
        merged.effects[one.fact] = "agrees"
    else:
        _contradict(merged, one.fact)
        merged.values[one.fact] = stated | frozenset(one.values)


def _absence(merged: Merged, one: HeardFact) -> None:
    """A denial in words never takes the place of a figure; against a stated content it is told and changes nothing."""
    if any(merged.composition.share(symbol).lo > 0 for symbol in one.values):
        _contradict(merged, "composition")
        merged.effects["absent"] = "contradicts"


def _purity(merged: Merged, heard: Interval | None) -> None:
    stated = merged.values.get(PURITY)
    if heard is None:
        return
    if not isinstance(stated, Interval):
        merged.values[PURITY] = heard
        merged.effects["purity"] = "decides"
    elif stated.intersect(heard):
        merged.effects["purity"] = "agrees"
    else:
        merged.values[PURITY] = stated.hull(heard)
        _contradict(merged, "purity")


def _composition(merged: Merged, heard: Composition, *, composed: bool) -> None:
    if not heard.content:
        return
    if not composed:
        merged.composition = heard
        merged.effects.update(dict.fromkeys(OF_COMPOSITION, "decides"))
        return
    stated = merged.composition
    content, oxide = dict(stated.content), dict(stated.oxide)
    effect: Effect = "agrees"
    for symbol in _spoken_of(heard):
        told, known = heard.share(symbol), stated.share(symbol)
        both = told.intersect(known)
        if both is None:
            content[symbol] = known.hull(told)
            oxide[symbol] = stated.oxide_share(symbol).hull(heard.oxide_share(symbol))
            _contradict(merged, "composition")
            effect = "contradicts"
        elif symbol not in stated.content:
            content[symbol] = both
            if symbol in heard.oxide and (part := heard.oxide[symbol].intersect(Interval(0, both.hi))):
                oxide[symbol] = part
            effect = "decides" if effect == "agrees" else effect
    merged.composition = replace(stated, content=content, oxide=oxide)
    merged.effects.update(dict.fromkeys(OF_COMPOSITION, effect))


def _spoken_of(heard: Composition) -> Iterable[str]:
    return sorted(heard.content)
