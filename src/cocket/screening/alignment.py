"""The words of two names paired, the most alike first; then what is written together or cut to its first letters."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from cocket.screening.spelt_words import Ids, SpeltWords
from cocket.screening.word_likeness import INITIAL, likeness

# Words less alike than this are two words.
PAIRED_MIN = 0.5
# Two words written together must be as alike to one as this.
TOGETHER_MIN = 0.85
ACRONYM_LETTERS = (2, 5)
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of names, a row each: their words, ``links`` between word i of one and word j of the other, and ``alike``,
    how alike word i is to what it is linked to."""

    one: Ids
    other: Ids
    links: Bools
    alike: Floats


def align(one: Ids, other: Ids, spelt: SpeltWords, listed: SpeltWords) -> Alignment:
    """``one`` and ``other``: rows of word numbers of the names of each pair, in ``spelt`` and ``listed``."""
    return align_all([(one, other)], spelt, listed)[0]


def align_all(pairs: Sequence[tuple[Ids, Ids]], spelt: SpeltWords, listed: SpeltWords) -> list[Alignment]:
    """Several such columns of pairs, each no wider than its own words; words are compared once for all."""
    trimmed = [(_trim(one), _trim(other)) for one, other in pairs]
    grids = _grids(trimmed, spelt, listed)
    return [_paired(one, other, grid, spelt, listed) for (one, other), grid in zip(trimmed, grids, strict=True)]


def _paired(one: Ids, other: Ids, grid: Floats, spelt: SpeltWords, listed: SpeltWords) -> Alignment:
    links = np.zeros(grid.shape, dtype=np.bool_, order="F")
    alike = np.zeros(one.shape, dtype=np.float32, order="F")
    every = np.arange(len(one))
    if not len(one):
        return Alignment(one, other, links, alike)
    for _ in range(min(one.shape[1], other.shape[1])):
        flat = grid.reshape(len(every), -1)
        best = flat.argmax(axis=1)
        value = flat[np.arange(len(every)), best]
        going = value >= PAIRED_MIN
        if not going.any():
            break
        every, best, value, grid = every[going], best[going], value[going], grid[going]
        mine, theirs = np.divmod(best, other.shape[1])
        links[every, mine, theirs] = True
        alike[every, mine] = value
        rows = np.arange(len(every))
        grid[rows, mine, :] = 0
        grid[rows, :, theirs] = 0
    _link_split(one, other, links, alike, spelt, listed, turned=False)
    _link_split(other, one, links.transpose(0, 2, 1), alike, listed, spelt, turned=True)
    _link_acronyms(one, other, links, alike, spelt, listed, turned=False)
    _link_acronyms(other, one, links.transpose(0, 2, 1), alike, listed, spelt, turned=True)
    return Alignment(one, other, links, alike)


def _trim(rows: Ids) -> Ids:
    """The columns in use, each in one piece: sums over the few words of a pair then run down thousands of pairs."""
    used = (rows >= 0).sum(axis=1).max(initial=1)
    return np.asfortranarray(rows[:, :used])


def _grids(pairs: Sequence[tuple[Ids, Ids]], spelt: SpeltWords, listed: SpeltWords) -> list[Floats]:
    """How alike each word of one is to each of the other."""
    count = len(listed.letters) + 1
    both = [(one[:, :, None] >= 0) & (other[:, None, :] >= 0) for one, other in pairs]
    codes = [
        (one[:, :, None].astype(np.int64) * count + other[:, None, :])[is_pair]
        for (one, other), is_pair in zip(pairs, both, strict=True)
    ]
    if not codes:
        return []
    joined = np.concatenate(codes)
    if len(spelt.letters) * count < 1 << 32:
        joined = joined.astype(np.uint32)  # half as long to sort
    distinct, place = np.unique(joined, return_inverse=True)
    ones, others = (distinct // count).astype(np.int32), (distinct % count).astype(np.int32)
    figures = likeness(spelt, ones, listed, others, PAIRED_MIN)[place]
    ends = np.cumsum([len(own) for own in codes])
    grids = []
    for is_pair, begin, end in zip(both, [0, *ends[:-1]], ends, strict=True):
        grid = np.zeros(is_pair.shape, dtype=np.float32)
        grid[is_pair] = figures[begin:end]
        grids.append(grid)
    return grids


def _letter(words: Ids, spelt: SpeltWords, at: int) -> NDArray[np.uint8]:
    """Each word's letter of that number, 0 where it has none."""
    letters = spelt.letters.view(np.uint8).reshape(len(spelt.letters), -1)[:, at]
    return np.where(words >= 0, letters[np.maximum(words, 0)], 0)


def _sizes(words: Ids, spelt: SpeltWords) -> Ids:
    return np.where(words >= 0, spelt.size[np.maximum(words, 0)], 0)


def _link_split(
    one: Ids, other: Ids, links: Bools, alike: Floats, spelt: SpeltWords, listed: SpeltWords, *, turned: bool
) -> None:
    """Two neighbouring words of ``one`` that together are one word of ``other``, and not paired well apart."""
    equal: Bools = links & (_spread(alike, turned) > 0.95)
    apart, alone = ~np.asarray(equal.any(axis=2)), ~np.asarray(equal.any(axis=1))
    beside = apart[:, :-1] & apart[:, 1:] & (one[:, 1:] >= 0)
    rows = np.flatnonzero(beside.any(axis=1) & (alone & (other >= 0)).any(axis=1))
    if not len(rows):
        return
    one, other = one[rows], other[rows]
    size, first = _sizes(one, spelt), _letter(one, spelt, 0)
    together = np.where((size[:, :-1] > 0) & (size[:, 1:] > 0), size[:, :-1] + size[:, 1:], -9)
    near: Bools = np.asarray(np.abs(together[:, :, None] - _sizes(other, listed)[:, None, :]) <= 1)
    near &= first[:, :-1, None] == _letter(other, listed, 0)[:, None, :]
    near &= beside[rows][:, :, None] & alone[rows][:, None, :]
    pair, at, there = np.nonzero(near)
    words = (spelt.letters[one[pair, at]], spelt.letters[one[pair, at + 1]], listed.letters[other[pair, there]])
    found = zip(*(column.tolist() for column in (rows[pair], at, there, *words)), strict=True)
    for row, place, whole, begin, end, word in found:
        value = OSA.normalized_similarity(begin + end, word)
        if value >= TOGETHER_MIN:
            links[row, place : place + 2, :] = False
            links[row, :, whole] = False
            links[row, place : place + 2, whole] = True
            _set_alike(alike, row, [whole] if turned else [place, place + 1], min(value, 0.98))


def _link_acronyms(
    one: Ids, other: Ids, links: Bools, alike: Floats, spelt: SpeltWords, listed: SpeltWords, *, turned: bool
) -> None:
    """An unpaired word of ``one`` that is the first letters of neighbouring words of ``other``."""
    size = _sizes(one, spelt)
    shortest, longest = ACRONYM_LETTERS
    free = ~links.any(axis=2) & (size >= shortest) & (size <= longest)
    rows = np.flatnonzero(free.any(axis=1))
    one, other, size, free = one[rows], other[rows], size[rows], free[rows]
    firsts = _letter(other, listed, 0)
    begins = _letter(one, spelt, 0)[:, :, None] == firsts[:, None, :-1]
    goes_on = _letter(one, spelt, 1)[:, :, None] == firsts[:, None, 1:]
    free &= (begins & goes_on).any(axis=2)
    free &= (other >= 0).sum(axis=1)[:, None] >= size
    pair, at = np.nonzero(free)
    in_a_row = np.ascontiguousarray(firsts[pair]).view(f"S{firsts.shape[1]}")[:, 0]
    columns = (rows[pair], at, spelt.letters[one[pair, at]], in_a_row)
    for row, place, word, others in zip(*(column.tolist() for column in columns), strict=True):
        first, end = others.find(word), others.find(word) + len(word)
        if first >= 0:
            links[row, :, first:end] = False
            links[row, place, first:end] = True
            _set_alike(alike, row, list(range(first, end)) if turned else [place], INITIAL)


def _spread(alike: Floats, turned: bool) -> Floats:
    return alike[:, None, :] if turned else alike[:, :, None]


def _set_alike(alike: Floats, pair: int, places: list[int], value: float) -> None:
    alike[pair, places] = value
