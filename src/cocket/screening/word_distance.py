"""Edits and Jaro-Winkler likeness of many pairs of short words at once, the letters of a word as bits of a number.

Edits after H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003); the figures
are those of rapidfuzz, which tests hold them to. Pair by pair it spends most of its time on handing over the words.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from cocket.screening.spelt_words import ASCII, LETTERS, Bytes, Ids, Places

Figures: TypeAlias = NDArray[np.float32]
Small: TypeAlias = NDArray[np.int8]
# As Winkler has it: what four letters at most add that are alike from the first on, to words that are alike already.
PREFIX, PREFIX_ADDS, PREFIX_FROM = 4, 0.1, 0.7


class WordPairs:
    """Pairs of words: the first as rows of ``one``, the other as written. Figures come in the pairs' order."""

    def __init__(self, one: Places, rows: Ids, other: Bytes) -> None:
        size = np.char.str_len(other).astype(np.uint8)
        longest = int(size.max(initial=0))
        # The longest words first, so that each step is taken by all pairs from the first on that have a letter left.
        self._order = np.argsort(np.uint8(255) - size, kind="stable")
        rows = rows[self._order]
        # In the narrowest type, as all that is counted here: each step goes through the whole column.
        self._one_size, self._other_size = one.size[rows].astype(np.int8), size[self._order].astype(np.int8)
        letters = np.ascontiguousarray(other[self._order].view(np.uint8).reshape(-1, LETTERS)[:, :longest].T)
        begins = rows.astype(np.int64) * ASCII
        going = len(size) - np.searchsorted(self._other_size[::-1], np.arange(longest), side="right")
        # Where each letter of the other word stands in the first: one column for each step.
        self._steps = [
            one.bits.ravel().take(begins[:count] + letters[at, :count]) for at, count in enumerate(going.tolist())
        ]

    def edit_similarity(self) -> Figures:
        """1 less the share of the longer word that letters put in, out, other or neighbours swapped make up."""
        longer = np.maximum(self._one_size, self._other_size)
        return self._in_order(np.divide(longer - self._edits(), longer, where=longer > 0, out=_ones(longer)))

    def jaro_winkler(self) -> Figures:
        """Of the pairs whose words have a letter at least."""
        common, swapped = self._common()
        letters = common.astype(np.float64)
        jaro = letters / self._one_size + letters / self._other_size
        jaro += (letters - swapped // 2) / np.maximum(letters, 1)
        jaro = np.where(common > 0, jaro / 3, 0)
        more = self._prefix() * PREFIX_ADDS * (1 - jaro)
        return self._in_order(np.where(jaro > PREFIX_FROM, jaro + more, jaro))

    def _in_order(self, figures: NDArray[np.floating]) -> Figures:
        found = np.empty(len(figures), dtype=np.float32)
        found[self._order] = figures
        return found

    def _edits(self) -> Small:
        edits = self._one_size.copy()
        last = np.uint32(1) << np.maximum(self._one_size - 1, 0).astype(np.uint32)
        last[self._one_size == 0] = 0
        more, less, equal, before = (np.zeros(len(edits), dtype=np.uint32) for _ in range(4))
        more[:] = ~np.uint32(0)
        for places in self._steps:
            now = slice(0, len(places))
            up, down = more[now], less[now]
            swapped = ((~equal[now] & places) << 1) & before[now]
            same = (((places & up) + up) ^ up) | places | down | swapped
            put_in = down | ~(same | up)
            left_out = same & up
            edits[now] += (put_in & last[now]) != 0
            edits[now] -= (left_out & last[now]) != 0
            put_in = (put_in << 1) | 1
            more[now] = (left_out << 1) | ~(same | put_in)
            less[now] = put_in & same
            equal[now], before[now] = same, places
        # An empty word is made of the other by taking out each letter.
        return np.where(self._one_size == 0, self._other_size, edits)

    def _common(self) -> tuple[Small, Small]:
        """Letters that both words have near the same place, and how many of them stand in another order."""
        reach = np.maximum(np.maximum(self._one_size, self._other_size) // 2 - 1, 0)
        window = (np.uint32(2) << reach.astype(np.uint32)) - np.uint32(1)
        taken = np.zeros(len(reach), dtype=np.uint32)
        met = []
        for at, places in enumerate(self._steps):
            now = slice(0, len(places))
            # From one step to the next the window moves on by a letter, and begins to leave the first ones behind.
            window = window[now] if not at else (window[now] << np.uint32(1)) | (at <= reach[now])
            free = places & window & ~taken[now]
            first = free & (~free + np.uint32(1))
            taken[now] |= first
            met.append(first != 0)
        common = np.bitwise_count(taken).astype(np.int8)
        swapped = np.zeros(len(reach), dtype=np.int8)
        for places, is_met in zip(self._steps, met, strict=True):
            now = slice(0, len(places))
            first = taken[now] & (~taken[now] + np.uint32(1))
            swapped[now] += is_met & ((places & first) == 0)
            taken[now] ^= np.where(is_met, first, np.uint32(0))
        return common, swapped

    def _prefix(self) -> Small:
        count = np.zeros(len(self._order), dtype=np.int8)
        for at, places in enumerate(self._steps[:PREFIX]):
            now = slice(0, len(places))
            count[now] += (count[now] == at) & ((places >> at) & 1 != 0)
        return count


def _ones(like: Small) -> Figures:
    return np.ones(len(like), dtype=np.float32)
