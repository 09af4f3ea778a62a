"""A party asked about and what the lists hold that it may be, each hit with its reasons."""

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
import numpy as np

from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse
from cocket.screening.explanation import Aligned, Explained, explain_all
from cocket.screening.lists.entry import ListEntry
from cocket.screening.names import normalise
from cocket.screening.scorer import load_forest
from cocket.screening.search import Found

# Operating points, by the share of made-up innocent names that had any hit on the public lists (docs/screening.md).
LEVELS: Mapping[str, float] = {"narrow": 0.778, "wide": 0.325}
USUAL = "wide"
TOGETHER = 2048  # parties whose hits are explained together
KEPT = 100_000  # parties whose hits are remembered within one run

# What a qualifier adds to the log-odds of a hit. A conflict lowers and never hides: birthdays on lists are often wrong.
BORN_SAME, BORN_OTHER = 1.5, -1.5
COUNTRY_SAME, COUNTRY_OTHER = 0.4, -0.6
NUMBER_SAME = 6.0
# Lists that do not know a year give two, with few years between them; a day in eight digits begins with its year.
BORN_WITHIN = 20
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?=(?:\d{4})?(?!\d))", re.ASCII)


@dataclass(frozen=True, slots=True)
class Hit:
    """``name_score`` is by the name alone; ``score`` has the qualifiers in it; ``features`` are what was scored."""

    asked: Asked
    list: ListInUse
    entry: ListEntry
    listed_name: str
    name_score: float
    score: float
    qualifiers: Mapping[str, float]
    words: tuple[Aligned, ...]
    left_over: tuple[str, ...]
    features: tuple[float, ...]

    @property
    def parts(self) -> Mapping[str, float]:
        """What each feature adds; together ``name_score``."""
        return load_forest().parts(np.array(self.features, dtype=np.float32))

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
        self._known.update(zip(new, self._look_up(new), strict=True))
        return [self._known[one] for one in asked]

    def _look_up(self, asked: Sequence[Asked]) -> list[tuple[Hit, ...]]:
        return screen(self.catalogue, asked, self.level)


def screen(catalogue: Catalogue, asked: Sequence[Asked], level: str) -> list[tuple[Hit, ...]]:
    """The hits of each party asked about, the best first; one hit for each entry. Raises NameTooLongError."""
    hits = []
    for start in range(0, len(asked), TOGETHER):
        hits += _screen(catalogue, asked[start : start + TOGETHER], level)
    return hits


def _screen(catalogue: Catalogue, asked: Sequence[Asked], level: str) -> list[tuple[Hit, ...]]:
    names = list(dict.fromkeys(one.name for one in asked))
    found = _best_of_each_party(catalogue, catalogue.search.find(names, LEVELS[level]))
    explained = explain_all(catalogue.search, names, found.asked, found.listed)
    of_name: dict[str, list[tuple[int, float, Explained]]] = {name: [] for name in names}
    columns = zip(found.asked.tolist(), found.listed.tolist(), found.score.tolist(), explained, strict=True)
    for number, listed, score, why in columns:
        of_name[names[number]].append((listed, score, why))
    hits = ([_hit(catalogue, one, *found) for found in of_name[one.name]] for one in asked)
    return [tuple(sorted(own, key=lambda hit: -hit.score)) for own in hits]


def _best_of_each_party(catalogue: Catalogue, found: Found) -> Found:
    """Of several names of a party the one that scores best, which comes first."""
    party = catalogue.search.index.party[found.listed].astype(np.int64)
    pair = (found.asked.astype(np.int64) << 32) | party
    _, first = np.unique(pair, return_index=True)
    first.sort()
    return Found(found.asked[first], found.listed[first], found.score[first])


def _hit(catalogue: Catalogue, asked: Asked, listed: int, score: float, why: Explained) -> Hit:
    party = catalogue.party_of(listed)
    entry = catalogue.entry(party)
    qualifiers = qualify(asked, entry)
    odds = math.log((score + 1e-4) / (1 + 1e-4 - score)) + sum(qualifiers.values())
    return Hit(
        asked, catalogue.list_of(party), entry, catalogue.name_of(listed), score, 1 / (1 + math.exp(-odds)), qualifiers,
        why.words, why.left_over, why.features,
    )  # fmt: skip


def qualify(asked: Asked, entry: ListEntry) -> dict[str, float]:
    """What else is known of both, and what it adds to the log-odds; nothing where one side is silent."""
    added: dict[str, float] = {}
    years = {year for one in entry.born for year in years_of(one)}
    if years and (own := years_of(asked.born)):
        added["born"] = BORN_OTHER if years.isdisjoint(own) else BORN_SAME
    if entry.countries and asked.country:
        same = asked.country.casefold() in {one.casefold() for one in entry.countries}
        both_codes = len(asked.country) == 2 and all(len(one) == 2 for one in entry.countries)
        # A code beside a country's name can agree without looking alike, so only like forms contradict each other.
        if same or both_codes:
            added["country"] = COUNTRY_SAME if same else COUNTRY_OTHER
    if asked.number and any(_bare(asked.number) == _bare(one.number) for one in entry.identifiers):
        added["number"] = NUMBER_SAME
    return added


def years_of(text: str) -> range:
    """The years in which one was born who is said to be born then ("1960", "19600201", "1960 to 1962"); none where no
    year stands there in four digits."""
    years = sorted(int(found[0]) for found in _YEAR.finditer(text))
    if not years:
        return range(0)
    return range(years[0], years[-1] + 1) if years[-1] - years[0] <= BORN_WITHIN else range(years[0], years[0] + 1)


def _bare(number: str) -> str:
    return "".join(letter for letter in number.casefold() if letter.isalnum())


def is_stale(lists: Sequence[ListInUse], on: date) -> tuple[ListInUse, ...]:
    """The lists whose version is older than it may be on that day."""
    return tuple(one for one in lists if on > one.stale_after)
