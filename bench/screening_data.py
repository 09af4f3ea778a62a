"""Public names for measuring the screening: labelled pairs, a union of lists, and queries with their right answer.

The files are not part of Cocket. SCREENING_DATA names their folder; left out, it is ``shared/data`` beside the
checkout. What a figure was fitted on and what was held out is told in docs/screening.md.
"""

import csv
import gzip
import io
import os
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.measure import ROOT, CannotRunError
from cocket.screening.readings import read_name

DATA = Path(os.environ.get("SCREENING_DATA", ROOT.parent / "shared" / "data"))
# Parties whose names differ by less than this are not taken for one party listed twice.
SAME_NAME_LETTERS, SAME_NAME_WORDS, SHARED_BY_MOST = 10, 2, 60
GROUPS = ("nk_checks", "nk_unit_tests", "synth_companies", "synth_people", "other")


@dataclass(frozen=True, slots=True)
class LabelledPair:
    group: str
    is_firm: bool
    one: str
    other: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Query:
    """``party``: the list entry that is meant, None where nobody is."""

    kind: str
    name: str
    party: str | None


def rows(*path: str) -> Iterator[dict[str, str]]:
    file = DATA.joinpath(*path)
    if not file.is_file():
        raise CannotRunError(f"the public names are missing ({'/'.join(path)}); name their folder in SCREENING_DATA")
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    yield from csv.DictReader(io.StringIO(content.decode("utf-8")))


def labelled_pairs() -> list[LabelledPair]:
    return [
        LabelledPair(
            row["case_group"] if row["case_group"] in GROUPS else "other",
            row["schema"] != "Person",
            row["name1"],
            row["name2"],
            row["is_match"] == "true",
        )
        for row in rows("names", "name_bench_cases.csv")
    ]


def queries() -> list[Query]:
    return [
        Query(row["kind"], row["query"], None if row["kind"].startswith("neg") else row["entity_id"])
        for row in rows("lists", "bench_queries.csv.gz")
    ]


@cache
def listed_names() -> tuple[tuple[str, str], ...]:
    """``(party, name)`` of the list that the queries are looked up in."""
    return tuple((row["entity_id"], row["name"]) for row in rows("lists", "bench_index_names.csv.gz"))


@cache
def firms() -> frozenset[str]:
    return frozenset(row["entity_id"] for row in rows("lists", "targets.csv.gz") if row["type"] != "person")


def _sharing() -> Iterator[set[str]]:
    """Parties that bear the very same words in one of their names, so many and so long that it is no chance."""
    by_words: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows("lists", "targets.csv.gz"):
        for reading in read_name(row["name"])[:1]:
            words = [word for word in reading.words if len(word) > 1]
            if len(words) >= SAME_NAME_WORDS and sum(map(len, words)) >= SAME_NAME_LETTERS:
                by_words[tuple(sorted(words))].add(row["entity_id"])
    return (parties for parties in by_words.values() if 1 < len(parties) < SHARED_BY_MOST)


@cache
def duplicates() -> Mapping[str, frozenset[str]]:
    """The other entries of the same party: direct sharing of a whole name only."""
    found: dict[str, set[str]] = defaultdict(set)
    for parties in _sharing():
        for party in parties:
            found[party] |= parties - {party}
    return {party: frozenset(others) for party, others in found.items()}


@cache
def families() -> Mapping[str, str]:
    """Entries tied to each other by a chain of shared names: kept together, on one side of fitting and measuring."""
    parent: dict[str, str] = {}

    def root(party: str) -> str:
        while parent.setdefault(party, party) != party:
            parent[party] = parent[parent[party]]
            party = parent[party]
        return party

    for parties in _sharing():
        first, *others = parties
        for other in others:
            parent[root(other)] = root(first)
    return {party: root(party) for party, _ in listed_names()}


def nobody(count: int, seed: int) -> list[str]:
    """Made-up persons of two public generators, none of them among the queries."""
    taken = {query.name for query in queries()}
    chance = random.Random(seed)
    names: list[str] = []
    for file in ("negatives_global.csv.gz", "negatives_us.csv.gz"):
        every = [row["full_name"] for row in rows("names", "yente", file)]
        names += [name for name in chance.sample(every, count) if name not in taken][: count // 2]
    return names


_PLACES = "Danzig Lagos Quito Izmir Pune Tampere Leiden Gdynia Busan Osaka Ningbo Lyon Porto Cork Malmo Kazan".split()
_MAKERS = "Alder Bexley Corvin Dunmore Elstow Farrant Galeon Hexham Ibsley Jarrow Kelmar Lorne Maddox Norvik".split()
_TRADES = "Trading,Precision Machinery,Shipping,Chemical Industries,Electronics,General Trading,Petroleum,Logistics"
_FORMS = "Ltd,LLC,GmbH,Co. Ltd,S.A.,JSC,B.V.,Inc".split(",")


def civil_firms(count: int, seed: int) -> list[str]:
    """Made-up firms out of places, makers, trades and forms: names of listed firms' kind that are on no list."""
    chance = random.Random(seed)
    return [
        " ".join(
            (chance.choice(_PLACES), chance.choice(_MAKERS), chance.choice(_TRADES.split(",")), chance.choice(_FORMS))
        )
        for _ in range(count)
    ]


def near_misses(count: int, seed: int) -> list[str]:
    """Listed persons with another given name out of another entry, and listed numbered firms with another number."""
    chance = random.Random(seed)
    persons = [
        name for party, name in listed_names() if party not in firms() and name.isascii() and len(name.split()) > 2
    ]
    made = []
    for name, other in zip(chance.sample(persons, count), chance.sample(persons, count), strict=True):
        made.append(" ".join([other.split()[0].strip(","), *name.split()[1:]]))
    return made


def perturbed(name: str, chance: random.Random) -> str:
    """The name with one fault of the kinds that people and machines make; written for fitting, not for measuring."""
    words, at = name.split(), chance.randrange(len(name))
    word = chance.randrange(len(words))
    match chance.choice(("other", "swap", "less", "twice", "initial", "vowels", "cut", "title", "order", "fewer")):
        case "other":
            return name[:at] + chance.choice("abcdefghiklmnoprstuvz") + name[at + 1 :]
        case "swap" if at + 1 < len(name):
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        case "less":
            return name[:at] + name[at + 1 :]
        case "twice":
            return name[:at] + name[at : at + 1] + name[at:]
        case "initial" if len(words) > 1:
            return " ".join([*words[:word], words[word][0] + ".", *words[word + 1 :]])
        case "vowels":
            bare = words[word][0] + "".join(one for one in words[word][1:] if one.lower() not in "aeiou")
            return " ".join([*words[:word], bare, *words[word + 1 :]])
        case "cut" if len(name) > 10:
            return name[: len(name) * 4 // 5]
        case "title":
            return chance.choice(("Mr ", "Dr ", "Gen. ", "Sheikh ")) + name
        case "order":
            return " ".join(chance.sample(words, len(words)))
        case "fewer" if len(words) > 2:
            return " ".join(words[:word] + words[word + 1 :])
        case _:
            return name.upper()


def by_party(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for party, name in names:
        found[party].append(name)
    return found
