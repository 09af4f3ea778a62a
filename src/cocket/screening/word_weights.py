"""How much a word tells: rare words much, common ones little, particles and titles next to nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from cocket.screening.generic_words import CUT_SHORT, GENERIC
from cocket.screening.token_tables import FULL, PARTICLE, PARTICLES, TITLE, TITLES, TRADE

WEIGHT_MIN = 0.05


@dataclass(frozen=True, slots=True)
class Commonness:
    """In how many parties' names, out of ``parties``, a word stands; a word that is not named stands in none."""

    parties: int
    of_word: Mapping[str, int]

    @classmethod
    def of(cls, words: Sequence[str], rows: NDArray[np.int32], parties: NDArray[np.int32]) -> "Commonness":
        """Counts each word once for a party, however many of its names hold it."""
        reading, column = np.nonzero(rows >= 0)
        pairs = np.unique(rows[reading, column].astype(np.int64) << 32 | parties[reading])
        counts = np.bincount(pairs >> 32, minlength=len(words))
        return cls(len(np.unique(parties)), dict(zip(words, counts.tolist(), strict=True)))


def weights_of(words: Iterable[str], commonness: Commonness) -> NDArray[np.float32]:
    return np.array([weight_of(word, commonness) for word in words], dtype=np.float32)


def weight_of(word: str, commonness: Commonness) -> float:
    """From WEIGHT_MIN to 1."""
    if word in PARTICLES:
        return PARTICLE
    if word in TITLES:
        return TITLE
    kind = TRADE if word in GENERIC or word in CUT_SHORT else FULL
    if len(word) == 1:
        kind = min(kind, 0.3)
    # As a share of the rarest word's weight; a small list tells little of what is common.
    parties = max(commonness.parties, 1000)
    rarity = log((parties + 1) / (commonness.of_word.get(word, 0) + 1)) / log(parties + 1)
    return max(WEIGHT_MIN, kind * rarity)
