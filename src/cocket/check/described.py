"""From the words of a description to what the determination may take from them."""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from cocket.determination.heard import NO_COMPOSITION, NOTHING_HEARD, Heard, HeardFact
from cocket.determination.read_facts import MILLIONTHS
from cocket.law.condition import In, leaves
from cocket.law.lawbook import Lawbook
from cocket.quantity.composition import Composition, read_composition
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_number
from cocket.quantity.interval import Interval
from cocket.reading.description import read_description
from cocket.reading.facts import SHOWN_ONLY, ReadFact, Reading
from cocket.reading.gazetteer.equipment import GENERAL_WORDS
from cocket.reading.gazetteer.goods import CATCHING, CONSIDERED, FREEING
from cocket.reading.gazetteer.materials import FREEING_FAMILIES

KEPT = 4096  # descriptions; an order book repeats its products


def listener(lawbook: Lawbook) -> Callable[[str], Heard]:
    """Hears descriptions under one lawbook, which says by which names it knows substances."""
    substances = named_substances(lawbook)
    new_kinds = lawbook.vocabulary.exact("kind") - CONSIDERED
    by_name = frozenset(name for name, makeup in lawbook.vocabulary.substances.items() if makeup.by_name_alone)
    return lru_cache(maxsize=KEPT)(lambda text: hear(text, substances, new_kinds, by_name))


def named_substances(lawbook: Lawbook) -> frozenset[str]:
    """Every name of a substance that a condition of the law speaks of."""
    conditions = [entry.controls for one in lawbook.instruments for entry in one.entries]
    conditions += [rule.when for one in lawbook.instruments for rule in one.rules]
    conditions += [gap.when for one in lawbook.instruments for gap in one.gaps]
    conditions += [act.when for one in lawbook.instruments for act in one.acts if act.when is not None]
    spoken = (leaf for when in conditions for leaf in leaves(when) if isinstance(leaf, In) and leaf.fact == "substance")
    return frozenset(value for leaf in spoken for value in leaf.values)


def hear(
    text: str,
    substances: Collection[str],
    new_kinds: Collection[str] = (),
    by_name: Collection[str] = frozenset(),
) -> Heard:
    """What the words say; nothing where they could not be read.

    ``new_kinds`` are kinds that the gazetteers do not know yet: where the words leave the kind open, it may be these.
    ``by_name`` are substances that the law knows by their name alone, and that can therefore only catch.
    """
    if not text.strip():
        return NOTHING_HEARD
    reading = read_description(text)
    facts = tuple(one for read in reading.facts for one in _heard(read, substances, new_kinds, by_name))
    return Heard(facts, _composition(reading), _purity(reading), reading.doubts)


def _heard(
    read: ReadFact, substances: Collection[str], new_kinds: Collection[str], by_name: Collection[str]
) -> Iterator[HeardFact]:
    certain = read.sure == "certain" and read.fact not in SHOWN_ONLY
    values = read.values
    if read.fact == "kind" and len(values) > 1:
        values = (*values, *sorted(new_kinds))
    if read.fact == "substance":
        known = [name for name in (values[0], values[0].replace("_", " ")) if name in substances]
        values = (known[0],) if known else values
        certain = certain and bool(known)
    frees = {"kind": FREEING, "family": FREEING_FAMILIES}.get(read.fact, frozenset())
    widens = read.fact != "substance" and (certain or not frozenset(values) <= frees)
    against = _catches(read.fact, values, read.words, by_name)
    yield HeardFact(read.fact, values, certain, widens, read.words, read.start, read.end, against=against)


def _catches(fact: str, values: tuple[str, ...], words: str, by_name: Collection[str]) -> frozenset[str]:
    """The kinds of goods beside which the words can only catch: an oscilloscope said to be an electronic product."""
    told_apart = words.lower().removesuffix("s") not in GENERAL_WORDS
    machine = fact == "kind" and frozenset(values) <= CATCHING and told_apart
    named = fact == "substance" and frozenset(values) <= frozenset(by_name)
    return FREEING - CATCHING if machine or named else frozenset()


def _composition(reading: Reading) -> Composition:
    """Shares and elements that are certain; without the shares where they cannot be true together."""
    sure = [one for one in reading.facts if one.sure == "certain"]
    shares: dict[str, object] = {one.values[0]: one.values[1] for one in sure if one.fact == "share"}
    contains = list(dict.fromkeys(one.values[0] for one in sure if one.fact == "contains"))
    for stated in (shares, {}):
        try:
            return read_composition(stated, contains)
        except QuantityError:
            continue
    return NO_COMPOSITION


def _purity(reading: Reading) -> Interval | None:
    sure = [one.values[0] for one in reading.of("purity") if one.sure == "certain"]
    try:
        return parse_number(sure[0], scale=MILLIONTHS) if sure else None
    except QuantityError:
        return None
