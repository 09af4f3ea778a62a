"""All passports at hand, and how they complete a line of goods.

A passport may narrow what the list leaves open. Where the two differ in any other way, both stay possible and the
answer says so; nothing that either of them allows is lost, so a passport can never free what the list caught.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, TypeAlias

from cocket.check.composition_text import CONTENT
from cocket.check.passports.goods import NOTHING_SAID, Goods, goods_of, meet, speaks_of, stated_of
from cocket.check.passports.makeup import holding
from cocket.check.passports.passport import COMPLETE, WHOLE, Passport, product_key, supplier_key, without_poorer
from cocket.determination.read_facts import FactError, read_day
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.errors import QuantityError
from cocket.reading.line import ReadingError, read_words

AGAINST_LIST: Final = "statement_differs_from_list"
AGAINST_EACH_OTHER: Final = "statements_differ"
REVISED: Final = "statement_revised"
WhyUnused: TypeAlias = Literal["expired", "not_yet_said", "supplier_not_stated"]


@dataclass(frozen=True, slots=True)
class Revision:
    """What an answer that was given in view of an earlier one says otherwise."""

    fact: str
    before: str
    said_on: date


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
    """What passports state and what the list states cannot be joined; ``str`` says why and what to do."""

    def __init__(self, what: str, sources: Iterable[Source]) -> None:
        said = " and ".join(f"{one.passport.said_by.firm} on {one.passport.said_on}" for one in sources)
        super().__init__(f"{what}, when joined with the statement of {said}")
        self.remedy = "Correct the list, ask the supplier anew, or leave statements out with --no-passports"


class PassportBook:
    """Passports by product and supplier."""

    def __init__(self, passports: Iterable[Passport] = ()) -> None:
        self._of: dict[tuple[str, str], list[Passport]] = {}
        for one in passports:
            self._of.setdefault((one.named_by, product_key(one.product)), []).append(one)
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
        passports = [one for one in self.about(stated) if one.said_on <= known]
        past = {id(one.passport) for one in unused}
        sources = tuple(
            Source(one, facts, tuple(revisions(one, passports)))
            for one in passports
            if id(one) not in past and (facts := standing(one, passports))
        )
        if not sources:
            return Completed(stated, unused=unused)
        try:
            listed = goods_of(read_words(stated, vocabulary.values), vocabulary)
            listed.makeup.read()
        except (FactError, QuantityError, ReadingError):
            return Completed(stated, unused=unused)
        try:
            return replace(_completed(stated, listed, sources, vocabulary), unused=unused)
        except (FactError, QuantityError) as error:
            raise StatementsError(getattr(error, "what", str(error)), sources) from None

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


def standing(passport: Passport, others: Iterable[Passport]) -> dict[str, str]:
    """The facts of a passport that nobody took back: by an answer given in view of it, or by a later "unknown"."""
    every = list(others)
    facts = dict(passport.facts)
    for other in every:
        if passport.id in other.replaces:
            facts = _without(facts, (*other.facts, *other.unknown))
        elif other is not passport and other.said_on >= passport.said_on and other.id not in passport.replaces:
            taken_back = [fact for fact in other.unknown if not _answered_since(other, fact, every)]
            facts = _without(facts, taken_back)
    return facts


def revisions(passport: Passport, others: Iterable[Passport]) -> Iterator[Revision]:
    """What the passports that it replaces stated otherwise; nobody is to learn of that by chance only."""
    for other in others:
        for fact, before in other.facts.items() if other.id in passport.replaces else ():
            left_out = "0" if fact.startswith(CONTENT) and COMPLETE in passport.facts else before
            if passport.facts.get(fact, left_out) != before:
                yield Revision(fact, before, other.said_on)


def _answered_since(doubter: Passport, fact: str, others: Iterable[Passport]) -> bool:
    """Whether an answer in view of an "unknown" has replaced it."""
    return any(
        doubter.id in one.replaces and fact in (*one.facts, *one.unknown, *([WHOLE] if COMPLETE in one.facts else []))
        for one in others
    )


def _without(facts: Mapping[str, str], spoken: Iterable[str]) -> dict[str, str]:
    """The facts without those spoken of; a composition that loses a part is no longer known to be complete."""
    left = dict(facts)
    for fact in spoken:
        if fact in (WHOLE, COMPLETE):
            gone = {key for key in left if key.startswith(CONTENT)} | {COMPLETE}
        elif fact.startswith(CONTENT):
            symbol = fact.removeprefix(CONTENT)
            names = [key.removeprefix(CONTENT) for key in left if key.startswith(CONTENT)]
            gone = {CONTENT + name for name in holding(names, symbol)} | {fact, COMPLETE}
        else:
            gone = {fact}
        left = {key: value for key, value in left.items() if key not in gone}
    return left


def _completed(
    stated: Mapping[str, object], listed: Goods, sources: tuple[Source, ...], vocabulary: Vocabulary
) -> Completed:
    said, among = _all_said(sources, vocabulary)
    met = meet(listed, said)
    # A list that says more than its supplier vouches for differs too: nothing shows where it has that from.
    against = (*met.apart, *met.wider)
    spoken = speaks_of(stated)
    rest = {key: value for key, value in stated.items() if key not in spoken}
    if COMPLETE in stated and not met.goods.makeup.complete:
        rest[COMPLETE] = "no"  # left out it would leave room for one lone substance to count as the whole
    revised = any(source.revisions for source in sources)
    told = ((AGAINST_EACH_OTHER, among), (AGAINST_LIST, against), (REVISED, revised))
    return Completed(
        stated={**rest, **stated_of(met.goods)},
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
