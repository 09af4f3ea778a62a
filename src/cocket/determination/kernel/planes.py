"""Truths of many conditions as bits: one bit a condition, 64 in a word, in four planes.

A truth is a pair (at least, at most) on the chain false < open < true. Each plane answers one question of it with yes
or no, and for each of them "and" and "or" of truths are "and" and "or" of bits.
"""

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from cocket.determination.logic import SHARED, Truth, Verity, is_undecided

Words: TypeAlias = npt.NDArray[np.uint64]
"""Shape (rows, 4, words)."""
Bits: TypeAlias = npt.NDArray[np.bool_]
Places: TypeAlias = npt.NDArray[np.int64]

PLANES: Final = 4
LEAST_OPEN, LEAST_TRUE, MOST_OPEN, MOST_TRUE = range(PLANES)
WORD: Final = 64


def planes_of(truth: Truth) -> tuple[bool, bool, bool, bool]:
    low, high = truth
    return low >= Verity.OPEN, low is Verity.TRUE, high >= Verity.OPEN, high is Verity.TRUE


def _truth(planes: int) -> Truth:
    """The truth of four bits, the first plane in the lowest."""
    bits = [planes >> plane & 1 for plane in range(PLANES)]
    return SHARED[Verity(bits[LEAST_OPEN] + bits[LEAST_TRUE]), Verity(bits[MOST_OPEN] + bits[MOST_TRUE])]


# Four bits that no truth has (true but not open) stand for what their sums say; nobody asks for them.
TRUTHS: Final = tuple(_truth(planes) for planes in range(1 << PLANES))

MOVABLE: Final = np.array([is_undecided(truth) for truth in TRUTHS], np.bool_)
"""Of each of ``TRUTHS`` whether a missing fact could change it."""


def words_for(count: int) -> int:
    return max(1, -(-count // WORD))


def packed(bits: Bits) -> Words:
    """The last axis as words; bits beyond its end are 0."""
    short = -bits.shape[-1] % WORD
    if short or not bits.shape[-1]:
        bits = np.concatenate([bits, np.zeros((*bits.shape[:-1], short or WORD), np.bool_)], axis=-1)
    octets = np.packbits(bits, axis=-1, bitorder="little")
    return np.ascontiguousarray(octets).view(np.uint64)


def unpacked(words: Words) -> Bits:
    """The words of the last axis as bits."""
    octets = np.ascontiguousarray(words).view(np.uint8)
    return np.unpackbits(octets, axis=-1, bitorder="little").view(np.bool_)


def fours(bits: Bits) -> npt.NDArray[np.uint8]:
    """Truths of shape (rows, 4, count) as small numbers, places in ``TRUTHS``, of shape (rows, count)."""
    return four(bits.swapaxes(0, 1))


def four(bits: Bits) -> npt.NDArray[np.uint8]:
    """The same of truths whose planes come first."""
    found: npt.NDArray[np.uint8] = bits[0].astype(np.uint8)
    for plane in range(1, PLANES):
        found |= bits[plane].astype(np.uint8) << plane
    return found


def signs(truths: npt.NDArray[np.uint8]) -> list[npt.NDArray[np.int64]]:
    """Small numbers of shape (rows, count) as whole ones, 16 in each: equal numbers, equal truths."""
    rows, count = truths.shape
    whole = np.zeros((rows, max(16, -(-count // 16) * 16)), np.uint8)
    whole[:, :count] = truths
    joined = np.ascontiguousarray(whole[:, ::2] | whole[:, 1::2] << 4).view(np.int64)
    return [np.ascontiguousarray(column) for column in joined.T]


def undecided(words: Words) -> npt.NDArray[np.uint64]:
    """Of truths of shape (rows, 4, words) the conditions that a missing fact could change, of shape (rows, words)."""
    low_open, low_true, high_open, high_true = (words[:, plane] for plane in range(PLANES))
    return (low_open ^ high_open) | (low_true ^ high_true)


def doubtful(words: Words) -> npt.NDArray[np.uint64]:
    """Of truths of shape (rows, 4, words) the conditions that may turn out open, of shape (rows, words)."""
    low_open, low_true, high_open, high_true = (words[:, plane] for plane in range(PLANES))
    return (low_open & ~low_true) | (high_open & ~high_true)
