"""Pairs that the forest is fitted on beside those of others: a listed name, and one made of it that another bears."""

import random
import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler

from bench import screening_data as data
from bench.screening_data import LabelledPair

RENUMBERED, RENAMED = 1500, 1500
# Two words are two names of persons if they are less alike than this, and not one name written in two ways.
UNLIKE = 0.75
FATHERS = ("bin", "ibn", "ben")


def made_up_pairs(names: Sequence[tuple[str, str]], seed: int) -> list[LabelledPair]:
    """Firms and units with another number, persons with another word in their name, sons who are their fathers.

    ``names`` are ``(party, name)``; those of parties that a query of the benchmark means, or that are tied to one,
    are left out.
    """
    family, chance = data.families(), random.Random(seed)
    measured = {family[query.party] for query in data.queries() if query.party is not None}
    unseen = [(party, name) for party, name in names if family[party] not in measured]
    persons = [name for party, name in unseen if party not in data.firms() and len(name.split()) > 1]
    return [
        *(LabelledPair("", True, *pair, False) for pair in _renumbered([name for _, name in unseen], chance)),
        *(LabelledPair("", False, *pair, False) for pair in _renamed(persons, chance)),
        *(LabelledPair("", False, *pair, False) for pair in _sons_as_fathers(persons)),
    ]


def _renumbered(names: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    numbered = [name for name in names if re.search(r"\b\d{1,4}\b", name)]
    for name in chance.sample(numbered, min(RENUMBERED, len(numbered))):
        made = re.sub(r"\b\d{1,4}\b", str(chance.randrange(1, 200)), name, count=1)
        if made != name:
            yield made, name


def _renamed(persons: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """One word is another person's, of the same place in the name: half a family, all the bearers of a surname."""
    found = 0
    while found < RENAMED:
        name, words = _chosen(persons, chance)
        other_name, others = _chosen(persons, chance)
        at = chance.randrange(len(words))
        old, new = words[at], others[min(at, len(others) - 1)]
        is_another = JaroWinkler.similarity(old.lower(), new.lower()) <= UNLIKE and min(len(old), len(new)) > 2
        if is_another and name.isascii() == other_name.isascii():
            found += 1
            yield " ".join([*words[:at], new, *words[at + 1 :]]), name


def _chosen(persons: Sequence[str], chance: random.Random) -> tuple[str, list[str]]:
    name = chance.choice(persons)
    return name, [word.strip(",") for word in name.split()]


def _sons_as_fathers(persons: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Salman, son of Muhammad, and Muhammad, son of Salman."""
    for name in persons:
        words = name.split()
        for at, word in enumerate(words[1:-1], 1):
            if word.lower() in FATHERS and words[at - 1] != words[at + 1]:
                yield " ".join([*words[: at - 1], words[at + 1], word, words[at - 1], *words[at + 2 :]]), name
                break
