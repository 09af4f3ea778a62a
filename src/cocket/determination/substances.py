"""Which named substance the goods are, as far as their name, their kind and their composition tell.

The fact ``substance`` is what the goods are for the most part; of a mixture it is the named substance in it that the
law may reach in mixtures too: of several one that it does reach, and of these the one of which there is most. Nothing
is guessed: a substance is left out only where the facts exclude it, and it is the only one left only where they prove
it. Two things here are practice and not law: a list of two constituents or more names the elements of whatever makes
up half of the goods, and goods stated to be of no kind that the law names hold only what was told of them
(docs/law-format.md, named substances).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cocket.law.practice import MAIN_CONSTITUENT_PPB, TRACE_FLOOR_PPB
from cocket.law.substances import Makeup
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.composition import ROUNDING_SLACK_PPB, Composition
from cocket.quantity.errors import QuantityError
from cocket.quantity.formula import Formula
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB, Interval
from cocket.quantity.substance import read_substance

AN_OXIDE, AN_ORE = frozenset({"oxide"}), frozenset({"ore"})
OTHER = "other"
ELEMENT = "element"
MIXTURES = frozenset({"mixture"})
BARE = frozenset({"metal", "alloy", "metal_article", "crystal", "wafer", "other_powder", "target", "sintered_product"})
NO_KIND_OF_THE_LAW = frozenset({"other_goods"})
# A compound is often assayed as an oxide: paratungstate as 88.5 % WO3. From here up next to nothing is left beside it.
ALL_BUT_ALL_PPB = 950_000_000
PURE_PPB = 990_000_000
AN_ELEMENT_OF_NOTE_PPB = PPB // 100  # a composition told whole names its elements from 1 % up


# What turns elements into a compound that nobody names by its traces: whoever lists one of these lists a compound.
ANIONS = frozenset({"O", "F", "Cl", "Br", "I"})
NO_METALS = ANIONS | {"H", "B", "C", "N", "Si", "P", "S", "Ge", "As", "Se", "Sb", "Te"}


def names_the_main_one(symbols: Iterable[str], kinds: frozenset[str] | None, vocabulary: Vocabulary) -> bool:
    """Whether a list of elements is that of a whole compound (Lu, Y, Si, O) and not of what it is doped with (Si, Te).

    By our practice it is where it tells a substance of the vocabulary (In, P), or has two metals with oxygen or a
    halogen: who names dopants or impurities (Zn, O; C, O, Si) leaves out just the gallium and arsenic that matter.
    """
    named = frozenset(symbols)
    if len(named - NO_METALS) > 1 and not named.isdisjoint(ANIONS):
        return True
    whole = ((name, makeup.elements) for name, makeup in vocabulary.substances.items() if makeup.is_whole)
    told = (name for name, elements in whole if len(elements) > 1 and elements <= named)
    return any(_may_be_of(name, kinds, vocabulary) for name in told)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of the goods, apart from the name of the substance."""

    kinds: frozenset[str] | None
    composition: Composition
    statements: tuple[tuple[Formula, Interval], ...]
    listed: frozenset[str]  # the elements named as constituents
    named: bool = False  # whether the substance was named, so that silence on its elements says nothing
    whole: str | None = None  # a substance without a formula that the composition names as more than half

    @property
    def may_be_mixture(self) -> bool:
        return self.kinds is None or not self.kinds.isdisjoint(MIXTURES)

    @property
    def is_mixture(self) -> bool:
        return self.kinds is not None and self.kinds <= MIXTURES

    @property
    def is_bare(self) -> bool:
        """Whether the goods are of a kind that consists of what it is made of, and no compound by its name."""
        return self.kinds is not None and self.kinds <= BARE

    def may_be(self, kind: str) -> bool:
        return self.kinds is None or kind in self.kinds

    def most(self, symbol: str) -> int:
        """The most that there can be of an element, in ppb."""
        if self.is_of_no_kind and symbol not in self.composition.content:
            return 0
        return self.composition.share(symbol).hi

    @property
    def is_of_no_kind(self) -> bool:
        return self.kinds == NO_KIND_OF_THE_LAW and not self.named

    def is_silent(self) -> bool:
        return not self.composition.content and self.kinds is None


def read_statements(shares: object) -> tuple[tuple[Formula, Interval], ...]:
    """The substances of a composition that was read without fault, each with its share."""
    if not isinstance(shares, Mapping):
        return ()
    return tuple((read_substance(str(name)), parse_share(share)) for name, share in shares.items())


def by_name(text: str, vocabulary: Vocabulary) -> tuple[frozenset[str] | None, Formula | None]:
    """The substances that a name may stand for (None: not known), and its formula if it is one."""
    value = vocabulary.find("substance", text)
    if value is not None:
        return frozenset(vocabulary.values["substance"][value].may_be), None
    try:
        formula = read_substance(text)
    except QuantityError:
        return None, None
    if formula.is_element:
        return (None if formula.only_element == "C" else frozenset({ELEMENT})), formula
    return of_formula(formula, vocabulary), formula


def of_formula(formula: Formula, vocabulary: Vocabulary) -> frozenset[str]:
    """The substance of this formula, or another one."""
    found = (name for name, makeup in vocabulary.substances.items() if formula in makeup.parsed)
    return frozenset(found) or frozenset({OTHER})


def is_pure(told: Told, found: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether the composition states a named substance and next to nothing else."""
    return found.isdisjoint({OTHER, ELEMENT}) and any(
        share.lo >= PURE_PPB and not formula.is_element and of_formula(formula, vocabulary) == found
        for formula, share in told.statements
    )


def by_composition(told: Told, vocabulary: Vocabulary) -> frozenset[str] | None:
    """The substances that kind and composition leave possible; None when neither says anything."""
    if told.is_silent() or not vocabulary.substances:
        return None
    held = _held(told, vocabulary) if told.may_be_mixture else {}
    if told.is_mixture and held:
        # what the law reaches before what only counts where it is stated, and of these the one of which there is most
        (reached, least, _), counts = max((rank, name) for name, rank in held.items())
        if least and not (not reached and any(rank[0] for rank in held.values())):
            return frozenset({counts})
    main = _proven(told, vocabulary)
    if main is not None and not told.is_mixture and is_pure(told, main, vocabulary):
        return main
    if main is None:
        main = frozenset(_not_excluded(told, vocabulary)) | {OTHER, ELEMENT}
    return main | {name for name in held if _of_kind(name, told, vocabulary)}


def _held(told: Told, vocabulary: Vocabulary) -> dict[str, tuple[bool, int, str]]:
    """The substances that count in a mixture, each with its rank: reached by the law, how much for certain, name."""
    found = {}
    for name, makeup in vocabulary.substances.items():
        if makeup.in_mixtures is None:
            continue
        least = max((share.lo for formula, share in told.statements if formula in makeup.parsed), default=0)
        reached = makeup.in_mixtures == "reached"
        if least or (reached and any(all(told.most(symbol) for symbol in one) for one in makeup.least_shares)):
            found[name] = (reached, least, name)
    return found


def _proven(told: Told, vocabulary: Vocabulary) -> frozenset[str] | None:
    """What the goods are for certain, None where that stays open."""
    if told.whole is not None:
        return frozenset({told.whole})
    for formula, share in told.statements:
        bare = formula.is_element and formula.only_element != "C" and told.is_bare
        if bare and share.lo >= ALL_BUT_ALL_PPB:
            only = (name for name in _only_of(formula.only_element, vocabulary) if _of_kind(name, told, vocabulary))
            return frozenset({ELEMENT, *only})
        if share.lo <= MAIN_CONSTITUENT_PPB or formula.is_element:
            continue
        assayed = formula.atoms and any(formula.is_oxide_of(symbol) for symbol, _ in formula.atoms)
        if not (assayed and told.may_be("compound") and share.lo < ALL_BUT_ALL_PPB):
            return of_formula(formula, vocabulary)
    if told.may_be_mixture or told.kinds is None:
        return None
    return _by_elements(told, vocabulary) or _by_main_element(told, vocabulary)


def _only_of(symbol: str | None, vocabulary: Vocabulary) -> Iterator[str]:
    return (name for name, makeup in vocabulary.substances.items() if makeup.elements == {symbol})


def _by_elements(told: Told, vocabulary: Vocabulary) -> frozenset[str] | None:
    """A composition told whole whose elements are just those of one substance is that substance."""
    content = told.composition.content
    if not told.composition.complete or any(not one.is_element for one, _ in told.statements):
        return None
    elements = frozenset(symbol for symbol, share in content.items() if share.hi >= AN_ELEMENT_OF_NOTE_PPB)
    small = all(share.hi >= AN_ELEMENT_OF_NOTE_PPB or share.hi <= TRACE_FLOOR_PPB * 10 for share in content.values())
    if len(elements) < 2 or not small:
        return None
    found = frozenset(
        name for name, makeup in vocabulary.substances.items() if makeup.is_whole and makeup.elements == elements
    )
    return found if len(found) == 1 else None


def _by_main_element(told: Told, vocabulary: Vocabulary) -> frozenset[str] | None:
    """An oxide that is for the most part one element is the oxide of that element, and an ore so an ore of it."""
    main = [symbol for symbol, share in told.composition.content.items() if share.lo >= MAIN_CONSTITUENT_PPB]
    if not main or told.kinds not in (AN_OXIDE, AN_ORE):
        return None
    found = frozenset(
        name
        for name, makeup in vocabulary.substances.items()
        if _of_kind(name, told, vocabulary)
        and main[0] in makeup.telling
        and (told.kinds == AN_ORE or any(formula.is_oxide_of(main[0]) for formula in makeup.parsed))
    )
    return found or None


def _not_excluded(told: Told, vocabulary: Vocabulary) -> Iterator[str]:
    content = told.composition.content
    lists_all = not told.named and names_the_main_one(told.listed, told.kinds, vocabulary)
    for name, makeup in vocabulary.substances.items():
        if not _of_kind(name, told, vocabulary) or (makeup.by_name_alone and not told.named):
            continue
        pointing = (content.get(symbol) for symbol in makeup.telling or makeup.elements)
        if told.is_of_no_kind and not any(share is not None and share.lo for share in pointing):
            continue  # nothing was told that points to it
        if lists_all and not _is_listed(makeup, told):
            continue
        if any(_at_most(one, told) >= MAIN_CONSTITUENT_PPB for one in makeup.least_shares):
            yield name


def _is_listed(makeup: Makeup, told: Told) -> bool:
    """Whether a list of constituents has the elements that it would not leave out."""
    named = told.listed | {symbol for symbol, share in told.composition.content.items() if share.hi > 0}
    if makeup.telling:
        return makeup.telling <= named
    return not makeup.elements or not makeup.elements.isdisjoint(named)


def _at_most(shares: Mapping[str, int], told: Told) -> int:
    """The most that the goods can hold of a substance with these least shares of its elements."""
    if not shares:
        return PPB  # what it is made of is not known
    others = sum(share.lo for symbol, share in told.composition.content.items() if symbol not in shares)
    room = PPB + ROUNDING_SLACK_PPB - others
    for symbol, share in shares.items():
        most = told.most(symbol)
        if most == 0:
            return 0
        if share:
            room = min(room, most * PPB // share)
    return room


def _of_kind(name: str, told: Told, vocabulary: Vocabulary) -> bool:
    return _may_be_of(name, told.kinds, vocabulary)


def _may_be_of(name: str, kinds: frozenset[str] | None, vocabulary: Vocabulary) -> bool:
    """Whether the substance may come in one of these kinds."""
    own = vocabulary.values["substance"][name].implies.get("kind")
    return kinds is None or own is None or not kinds.isdisjoint(own)
