"""A party asked about and what the lists hold that it may be, each hit with its reasons."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
import numpy as np

from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse
from cocket.screening.lists.entry import ListEntry
from cocket.screening.names import normalise
from cocket.screening.search import Search

# Operating points, by the share of made-up innocent names that had any hit on the public lists (docs/screening.md).
LEVELS: Mapping[str, float] = {"narrow": 0.736, "wide": 0.325}
USUAL = "wide"
KEPT = 100_000  # parties whose hits are remembered within one run

# What a qualifier adds to the log-odds of a hit. A conflict lowers and never hides: birthdays on lists are often wrong.
BORN_SAME, BORN_OTHER = 1.5, -1.5
COUNTRY_SAME, COUNTRY_OTHER = 0.4, -0.6
NUMBER_SAME = 6.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """A word asked about, the listed word that it goes with ("" for none), and how alike they are from 0 to 1."""

    asked: str
    listed: str
    alike: float


@dataclass(frozen=True, slots=True)
class Hit:
    """``name_score`` is by the name alone; ``score`` has the qualifiers in it, ``parts`` sums to ``name_score``."""

    asked: Asked
    list: ListInUse
    entry: ListEntry
    listed_name: str
    name_score: float
    score: float
    qualifiers: Mapping[str, float]
    words: tuple[Aligned, ...]
    left_over: tuple[str, ...]
    parts: Mapping[str, float]

    @property
    def id(self) -> str:
        """Changes when either side does: what is asked, or what the list says of the party."""
        said = (normalise(self.asked.name), self.asked.country, self.asked.born, self.asked.number, self.list.name)
        digest = hashlib.sha256("\0".join(said).encode() + msgspec.msgpack.encode(self.entry))
        return digest.hexdigest()[:12]


class Screener:
    """Screens parties against one catalogue at one level; a party stated again is not looked up again."""

    def __init__(self, catalogue: Catalogue, level: str) -> None:
        self.catalogue, self.level = catalogue, level
        self._known: dict[Asked, tuple[Hit, ...]] = {}

    def screen(self, asked: Sequence[Asked]) -> list[tuple[Hit, ...]]:
        """The hits of each, as ``screen`` finds them. Raises NameTooLongError."""
        if len(self._known) > KEPT:
            self._known.clear()
        new = [one for one in dict.fromkeys(asked) if one not in self._known]
        self._known.update(zip(new, screen(self.catalogue, new, self.level), strict=True))
        return [self._known[one] for one in asked]


def screen(catalogue: Catalogue, asked: Sequence[Asked], level: str) -> list[tuple[Hit, ...]]:
    """The hits of each party asked about, the best first; one hit for each entry. Raises NameTooLongError."""
    names = list(dict.fromkeys(one.name for one in asked))
    found = catalogue.search.find(names, LEVELS[level])
    best: dict[str, dict[int, tuple[str, float]]] = {name: {} for name in names}
    for number, listed, score in zip(found.asked.tolist(), found.listed.tolist(), found.score.tolist(), strict=True):
        best[names[number]].setdefault(catalogue.party_of(listed), (catalogue.name_of(listed), score))
    hits = ([_hit(catalogue, one, party, *found) for party, found in best[one.name].items()] for one in asked)
    return [tuple(sorted(own, key=lambda hit: -hit.score)) for own in hits]


def _hit(catalogue: Catalogue, asked: Asked, party: int, name: str, score: float) -> Hit:
    entry = catalogue.entry(party)
    qualifiers = qualify(asked, entry)
    words, left, parts = explain(catalogue.search, asked.name, name, float(catalogue.search.is_firm[party]))
    odds = math.log((score + 1e-4) / (1 + 1e-4 - score)) + sum(qualifiers.values())
    return Hit(
        asked, catalogue.list_of(party), entry, name, score, 1 / (1 + math.exp(-odds)), qualifiers, words, left, parts
    )  # fmt: skip


def qualify(asked: Asked, entry: ListEntry) -> dict[str, float]:
    """What else is known of both, and what it adds to the log-odds; nothing where one side is silent."""
    added: dict[str, float] = {}
    years = {year for one in entry.born if (year := _year(one))}
    if years and (own := _year(asked.born)):
        added["born"] = BORN_SAME if own in years else BORN_OTHER
    if entry.countries and asked.country:
        same = asked.country.casefold() in {one.casefold() for one in entry.countries}
        both_codes = len(asked.country) == 2 and all(len(one) == 2 for one in entry.countries)
        # A code beside a country's name can agree without looking alike, so only like forms contradict each other.
        if same or both_codes:
            added["country"] = COUNTRY_SAME if same else COUNTRY_OTHER
    if asked.number and any(_bare(asked.number) == _bare(one.number) for one in entry.identifiers):
        added["number"] = NUMBER_SAME
    return added


def _year(text: str) -> str:
    parts = "".join(letter if letter.isdigit() else " " for letter in text).split()
    return next((part for part in parts if len(part) == 4), "")


def _bare(number: str) -> str:
    return "".join(letter for letter in number.casefold() if letter.isalnum())


def explain(
    search: Search, asked: str, listed: str, is_firm: float
) -> tuple[tuple[Aligned, ...], tuple[str, ...], Mapping[str, float]]:
    """How the words of two names go together, the listed words left over, and the parts of the score.

    Of several readings those two that score best.
    """
    both = search.read_pair(asked, listed, is_firm)
    best = int(both.score.argmax())
    one, other = both.aligned.one[best], both.aligned.other[best]
    words = []
    for at, word in enumerate(one[one >= 0].tolist()):
        there = np.flatnonzero(both.aligned.links[best, at])
        listed_words = " ".join(both.words[other[place]] for place in there)
        words.append(Aligned(both.words[word], listed_words, round(float(both.aligned.alike[best, at]), 3)))
    taken = both.aligned.links[best].any(axis=0)
    left = tuple(both.words[word] for place, word in enumerate(other.tolist()) if word >= 0 and not taken[place])
    return tuple(words), left, search.parts(both.rows[best])


def is_stale(lists: Sequence[ListInUse], on: date) -> tuple[ListInUse, ...]:
    """The lists whose version is older than it may be on that day."""
    return tuple(one for one in lists if on > one.stale_after)
