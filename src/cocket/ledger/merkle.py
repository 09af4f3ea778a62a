"""Merkle trees of RFC 6962: one hash for a log that only grows, with short proofs of what is in it.

Trees are lists of leaf hashes; proofs are lists of node hashes from the leaf upwards.
"""

import hashlib
from collections.abc import Sequence
from typing import Final

HASH_BYTES: Final = 32


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


class Log:
    """The roots of the whole subtrees that the leaves so far make up, largest first: enough to append and to sum up."""

    def __init__(self) -> None:
        self.size = 0
        self._whole: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """``leaf``: a leaf hash."""
        size, node = self.size, leaf
        while size & 1:
            node = node_hash(self._whole.pop(), node)
            size >>= 1
        self._whole.append(node)
        self.size += 1

    def root(self) -> bytes:
        if not self._whole:
            return hashlib.sha256().digest()
        node = self._whole[-1]
        for left in reversed(self._whole[:-1]):
            node = node_hash(left, node)
        return node


def root(leaves: Sequence[bytes]) -> bytes:
    log = Log()
    for leaf in leaves:
        log.append(leaf)
    return log.root()


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def inclusion(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Proves that the leaf stands at ``index`` of this tree."""
    if len(leaves) <= 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion(index, leaves[:split]), root(leaves[split:])]
    return [*inclusion(index - split, leaves[split:]), root(leaves[:split])]


def consistency(first: int, leaves: Sequence[bytes], *, whole: bool = True) -> list[bytes]:
    """Proves that the tree of the ``first`` leaves is how this tree began."""
    if first == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    if first <= split:
        return [*consistency(first, leaves[:split], whole=whole), root(leaves[split:])]
    return [*consistency(first - split, leaves[split:], whole=False), root(leaves[:split])]


def _hashes(*nodes: bytes) -> bool:
    return all(len(node) == HASH_BYTES for node in nodes)


def proves_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes], wanted: bytes) -> bool:
    """The check of RFC 9162, section 2.1.3.2."""
    if not 0 <= index < size or not _hashes(leaf, wanted, *proof):
        return False
    at, last, node = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            node = node_hash(step, node)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            node = node_hash(node, step)
        at, last = at >> 1, last >> 1
    return last == 0 and node == wanted


def proves_consistency(first: int, second: int, root1: bytes, root2: bytes, proof: Sequence[bytes]) -> bool:
    """The check of RFC 9162, section 2.1.4.2; ``first`` leaves, later ``second``."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and root1 == root2
    steps = [root1, *proof] if first & (first - 1) == 0 else list(proof)
    if not steps:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old == root1 and new == root2
