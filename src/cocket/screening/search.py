"""Names against an index of listed names: the listed names that each may be, with their scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cocket.screening.alignment import Floats, align_all
from cocket.screening.by_ear import ByEar
from cocket.screening.candidates import find_candidates
from cocket.screening.columns import Counts
from cocket.screening.features import FEATURES, Side, features
from cocket.screening.index import NameIndex, Readings, read_all
from cocket.screening.readings import WORDS_MAX
from cocket.screening.scorer import load_forest
from cocket.screening.spelt_words import Ids, SpeltWords
from cocket.screening.vocabulary import neighbours
from cocket.screening.word_weights import weights_of

# Names that go through the columns together: enough to spread the cost of each step, few enough to stay in memory.
CHUNK = 1024
# Listed readings that are looked at closely for one reading of a name.
CANDIDATES = 12
UNKNOWN_KIND = 0.5
# Words of the longer name of a pair, up to which pairs go together.
WIDTHS = (3, 4, 6, WORDS_MAX)


class Found(NamedTuple):
    """Pairs as columns, the best of each name first: the name's number, the listed name's, the score."""

    asked: Ids
    listed: Ids
    score: Floats


@dataclass(frozen=True, slots=True)
class Asked:
    """Names asked about, read and spelt: ``words`` are theirs, each once, with its number in the index (-1 for none)
    and what it weighs."""

    readings: Readings
    words: tuple[str, ...]
    listed: Counts
    spelt: SpeltWords
    weight: Floats


class Search:
    """Looks names up in one index. ``is_firm`` tells for each party: 1 a firm, 0 a person, a half unknown."""

    def __init__(self, index: NameIndex, is_firm: Floats | None = None) -> None:
        self.index = index
        parties = int(index.party.max(initial=-1)) + 1
        self.is_firm = np.full(parties, UNKNOWN_KIND, np.float32) if is_firm is None else is_firm
        self._forest = load_forest()
        self._by_ear = ByEar(index)

    def find(self, names: Sequence[str], at_least: float) -> Found:
        """Every listed name that scores ``at_least`` for a name, once. Raises NameTooLongError."""
        chunks = [self._chunk(names[at : at + CHUNK], at_least) for at in range(0, len(names), CHUNK)]
        if not chunks:
            return Found(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
        asked = [chunk.asked + np.int32(number * CHUNK) for number, chunk in enumerate(chunks)]
        return Found(
            np.concatenate(asked),
            np.concatenate([chunk.listed for chunk in chunks]),
            np.concatenate([chunk.score for chunk in chunks]),
        )

    def _chunk(self, names: Sequence[str], at_least: float) -> Found:
        asked = self.read(names)
        near = neighbours(self.index.vocabulary, asked.spelt, asked.listed)
        mine, theirs = find_candidates(self.index, asked.readings, asked.weight, near, CANDIDATES)
        score = self._forest.score(self.pair_features(asked, mine, theirs), at_least)
        return _best_of_each(asked.readings.source[mine], self.index.readings.source[theirs], score, at_least=at_least)

    def read(self, names: Sequence[str]) -> Asked:
        number_of: dict[str, int] = {}
        readings = read_all(names, number_of, self.listed, self._by_ear.read)
        words = tuple(number_of)
        own = self.index.vocabulary.numbers(words)
        listed, new = np.flatnonzero(own >= 0), np.flatnonzero(own < 0)
        others = [words[row] for row in new.tolist()]
        # What a listed word sounds like and weighs stands in the index.
        spelt = SpeltWords.merged(
            len(words), (listed, self.index.spelt.take(own[listed])), (new, SpeltWords.of(others))
        )
        weight = np.zeros(len(words), dtype=np.float32)
        weight[listed], weight[new] = self.index.weight[own[listed]], weights_of(others, self.index.commonness)
        return Asked(readings, words, own, spelt, weight)

    def listed(self, words: Sequence[str]) -> set[str]:
        """Those of the words that stand in a listed name."""
        return self.index.vocabulary.number_of.keys() & words

    def pair_features(self, asked: Asked, mine: Ids, theirs: Ids) -> Floats:
        """A row of features for each pair; short names together and long ones together, since all rows of a step are as
        wide as the widest."""
        index, rows = self.index, np.zeros((len(mine), len(FEATURES)), dtype=np.float32)
        words = np.maximum(_count(asked.readings, mine), _count(index.readings, theirs))
        group = np.searchsorted(WIDTHS, words)
        groups = [own for number in range(len(WIDTHS)) if len(own := np.flatnonzero(group == number))]
        pairs = [(asked.readings.words[mine[own]], index.readings.words[theirs[own]]) for own in groups]
        for own, aligned in zip(groups, align_all(pairs, asked.spelt, index.spelt), strict=True):
            one = Side(asked.readings, mine[own], asked.spelt, asked.weight)
            other = Side(index.readings, theirs[own], index.spelt, index.weight)
            rows[own] = features(one, other, aligned, self.is_firm[index.party[index.readings.source[theirs[own]]]])
        return rows

    def score(self, rows: Floats) -> Floats:
        return self._forest.score(rows)


def _count(readings: Readings, rows: Ids) -> NDArray[np.intp]:
    count: NDArray[np.intp] = (readings.words[rows] >= 0).sum(axis=1)
    return count


def _best_of_each(asked: Ids, listed: Ids, score: Floats, *, at_least: float) -> Found:
    """The best score of each pair of names, over all their readings."""
    kept = score >= at_least
    asked, listed, score = asked[kept], listed[kept], score[kept]
    order = np.lexsort((-score, listed, asked))
    asked, listed, score = asked[order], listed[order], score[order]
    first: NDArray[np.bool_] = np.ones(len(asked), dtype=np.bool_)
    first[1:] = (asked[1:] != asked[:-1]) | (listed[1:] != listed[:-1])
    asked, listed, score = asked[first], listed[first], score[first]
    order = np.lexsort((-score, asked))
    return Found(asked[order], listed[order], score[order])
