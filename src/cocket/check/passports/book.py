"""All passports at hand, and how they complete a line of goods.

A passport may narrow what the list leaves open. Where the two differ in any other way, both stay possible and the
answer says so; nothing that either of them allows is lost, so a passport can never free what the list caught.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, TypeAlias

from cocket.check.passports.faults import who, wrong
from cocket.check.passports.goods import NOTHING_SAID, Goods, goods_of, meet, speaks_of, stated_of
from cocket.check.passports.passport import COMPLETE, Passport, product_key, supplier_key, without_poorer
from cocket.check.passports.standing import Revision, revisions, standing
from cocket.determination.read_facts import FactError, read_day
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.errors import QuantityError
from cocket.reading.line import ReadingError, read_words
from cocket.wording.shapes import all_of, fact_told

AGAINST_LIST: Final = "statement_differs_from_list"
AGAINST_EACH_OTHER: Final = "statements_differ"
REVISED: Final = "statement_revised"
KEPT: Final = 4096  # lines with the same goods
WhyUnused: TypeAlias = Literal["expired", "not_yet_said", "supplier_not_stated"]


@dataclass(frozen=True, slots=True)
class Source:
    """A passport that was used, the statements of it that counted, and what it revised."""

    passport: Passport
    facts: Mapping[str, str]
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class Unused:
    """A passport of these goods that was not used."""

    passport: Passport
    why: WhyUnused


@dataclass(frozen=True, slots=True)
class Completed:
    """What is stated of a line with all that passports add. ``differing``: facts on which statements differ."""

    stated: Mapping[str, object]
    sources: tuple[Source, ...] = ()
    unused: tuple[Unused, ...] = ()
    warnings: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


class StatementsError(Exception):
    """``what`` passports state and the list states cannot be joined, and the ``remedy``."""

    def __init__(self, what: str, sources: Iterable[Source]) -> None:
        said = (who("said", firm=one.passport.said_by.firm, day=one.passport.said_on) for one in sources)
        self.what, self.remedy = wrong("not_joined", what=what, said=all_of(said))
        super().__init__(self.what)


class PassportBook:
    """Passports by product and supplier."""

    def __init__(self, passports: Iterable[Passport] = ()) -> None:
        self._of: dict[tuple[str, str], list[Passport]] = {}
        for one in passports:
            self._of.setdefault((one.named_by, product_key(one.product)), []).append(one)
        self._kept: dict[object, Completed | StatementsError] = {}
        self._of = {key: without_poorer(several) for key, several in self._of.items()}

    def __len__(self) -> int:
        return sum(map(len, self._of.values()))

    def about(self, stated: Mapping[str, object]) -> list[Passport]:
        """Passports of the product of a line from its supplier, the oldest first."""
        supplier = _supplier(stated)
        return [one for one in self._of_product(stated) if _supplier_of(one) == supplier]

    def _of_product(self, stated: Mapping[str, object]) -> list[Passport]:
        key = identity(stated)
        found = self._of.get((key[0], product_key(key[1])), []) if key else []
        return sorted(found, key=lambda one: (one.said_on, one.id))

    def complete(self, stated: Mapping[str, object], known: date, vocabulary: Vocabulary) -> Completed:
        """The line with what its passports add, as known on a day; raises StatementsError.

        A line that cannot be read comes back as it is, for its own fault to be told.
        """
        if identity(stated) is None or not self._of:
            return Completed(stated)
        unused = tuple(self._unused(stated, known))
        sources = tuple(self._sources(stated, known, unused))
        of_goods = {key: stated[key] for key in speaks_of(stated)}
        # Lines of an order book often say the same of the same product.
        alike = (tuple(id(one.passport) for one in sources), known, repr(of_goods), id(vocabulary))
        if alike not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[alike] = _joined(of_goods, sources, vocabulary)
        found = self._kept[alike]
        if isinstance(found, StatementsError):
            raise found
        rest = {key: value for key, value in stated.items() if key not in of_goods}
        return replace(found, stated={**rest, **found.stated}, unused=unused)

    def _sources(self, stated: Mapping[str, object], known: date, unused: Iterable[Unused]) -> Iterator[Source]:
        past = {id(one.passport) for one in unused}
        passports = [one for one in self.about(stated) if one.said_on <= known]
        for one in passports:
            if id(one) not in past and (facts := standing(one, passports)):
                yield Source(one, facts, tuple(revisions(one, passports)))

    def _unused(self, stated: Mapping[str, object], known: date) -> Iterator[Unused]:
        on = _day(stated) or known
        supplier = _supplier(stated)
        for one in self._of_product(stated):
            if _supplier_of(one) != supplier:
                if not supplier:
                    yield Unused(one, "supplier_not_stated")
            elif one.said_on > known:
                yield Unused(one, "not_yet_said")
            elif one.valid_until is not None and one.valid_until < on:
                yield Unused(one, "expired")


NO_PASSPORTS: Final = PassportBook()


def identity(stated: Mapping[str, object]) -> tuple[str, str] | None:
    """How a line names its product: by its number, else by its words; None where it does neither."""
    for key in ("product", "description"):
        if stated.get(key):
            return key, str(stated[key])
    return None


def _joined(
    of_goods: Mapping[str, object], sources: tuple[Source, ...], vocabulary: Vocabulary
) -> "Completed | StatementsError":
    """What is stated of goods with what passports add, or why the two cannot be joined."""
    if not sources:
        return Completed(of_goods)
    try:
        listed = goods_of(read_words(of_goods, vocabulary.values), vocabulary)
        listed.makeup.read()
    except (FactError, QuantityError, ReadingError):
        return Completed(of_goods)  # a fault of the list is told when the line is read
    try:
        return _completed(listed, sources, vocabulary, denied=COMPLETE in of_goods)
    except (FactError, QuantityError) as error:
        return StatementsError(error.what if isinstance(error, QuantityError) else fact_told(error), sources)


def _completed(listed: Goods, sources: tuple[Source, ...], vocabulary: Vocabulary, *, denied: bool) -> Completed:
    """``denied``: the list says whether its composition is complete, which "no" must go on saying."""
    said, among = _all_said(sources, vocabulary)
    met = meet(listed, said)
    # A list that says more than its supplier vouches for differs too: nothing shows where it has that from.
    against = (*met.apart, *met.wider)
    stated = stated_of(met.goods)
    if denied and not met.goods.makeup.complete:
        stated[COMPLETE] = "no"  # left out it would leave room for one lone substance to count as the whole
    revised = any(source.revisions for source in sources)
    told = ((AGAINST_EACH_OTHER, among), (AGAINST_LIST, against), (REVISED, revised))
    return Completed(
        stated=stated,
        sources=sources,
        warnings=tuple(warning for warning, holds in told if holds),
        differing=tuple(dict.fromkeys((*among, *against))),
    )


def _all_said(sources: Iterable[Source], vocabulary: Vocabulary) -> tuple[Goods, tuple[str, ...]]:
    """What all passports say together, and the facts on which they differ."""
    said, apart = NOTHING_SAID, tuple[str, ...]()
    for source in sources:
        met = meet(said, goods_of(source.facts, vocabulary))
        said, apart = met.goods, (*apart, *met.apart)
    return said, apart


def _supplier(stated: Mapping[str, object]) -> str:
    return supplier_key(str(stated.get("supplier") or ""))


def _supplier_of(passport: Passport) -> str:
    return supplier_key(passport.supplier or "")


def _day(stated: Mapping[str, object]) -> date | None:
    try:
        return read_day("date", stated["date"]) if "date" in stated else None
    except FactError:
        return None
