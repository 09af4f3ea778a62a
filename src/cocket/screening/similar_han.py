"""Listed names that a name in Han letters might mean: one stands within the other, or one letter differs."""

from collections import defaultdict
from collections.abc import Iterable

from cocket.screening.generic_words import GENERIC_HAN, LONGEST_GENERIC_HAN
from cocket.screening.spelling import NearSpelling

# A listed name of nothing but generic words counts within a longer one from this length.
PHRASE_LENGTH = 4
LETTERS_THAT_TELL = 2
# From this length one other letter is a slip and not another name.
SLIP_IN_A_NAME = 5


class SimilarHan:
    """Built from the keys of listed names that hold Han letters; answers with such keys.

    Words are not set apart in these scripts, so names are compared as strings and found by pairs of letters.
    """

    __slots__ = ("_by_pair", "_by_start", "_near")

    def __init__(self, keys: Iterable[str]) -> None:
        listed = tuple(dict.fromkeys(keys))
        self._by_start: dict[str, list[str]] = defaultdict(list)
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for key in listed:
            if _tells(key) or len(key) >= PHRASE_LENGTH:
                self._by_start[key[:2]].append(key)
            for pair in _pairs(key):
                self._by_pair[pair].append(key)
        self._near = NearSpelling(listed, shortest=SLIP_IN_A_NAME)

    def similar(self, key: str) -> set[str]:
        found = self._near.near(key)
        for start, pair in enumerate(_pairs(key)):
            found.update(listed for listed in self._by_start.get(pair, ()) if key.startswith(listed, start))
        if _tells(key):
            rarest = min((self._by_pair.get(pair, ()) for pair in _pairs(key)), key=len, default=())
            found.update(listed for listed in rarest if key in listed)
        return found


def _pairs(key: str) -> list[str]:
    return [key[start : start + 2] for start in range(len(key) - 1)]


def _tells(key: str) -> bool:
    """Whether two letters or more are left when the generic words are taken out, the longest first."""
    left = at = 0
    while at < len(key) and left < LETTERS_THAT_TELL:
        for length in range(LONGEST_GENERIC_HAN, 0, -1):
            if key[at : at + length] in GENERIC_HAN:
                at += length
                break
        else:
            left, at = left + 1, at + 1
    return left >= LETTERS_THAT_TELL
