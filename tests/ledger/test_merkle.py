"""Trees and proofs as RFC 6962 has them."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

from cocket.ledger.merkle import (
    Log,
    consistency,
    inclusion,
    leaf_hash,
    node_hash,
    proves_consistency,
    proves_inclusion,
    root,
)  # fmt: skip

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "data" / "vectors" / "merkle" / "proofs.jsonl"
LEAVES = [leaf_hash(bytes([number])) for number in range(21)]


def plain_root(leaves: list[bytes]) -> bytes:
    """The definition, word by word."""
    if len(leaves) == 1:
        return leaves[0]
    split = max(power for power in (1, 2, 4, 8, 16) if power < len(leaves))
    return node_hash(plain_root(leaves[:split]), plain_root(leaves[split:]))


def test_an_empty_tree_is_the_hash_of_nothing() -> None:
    assert root([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert leaf_hash(b"") == hashlib.sha256(b"\0").digest()


@pytest.mark.parametrize("size", range(1, 22))
def test_the_log_sums_up_to_what_the_definition_says(size: int) -> None:
    log = Log()
    for leaf in LEAVES[:size]:
        log.append(leaf)
    assert log.root() == root(LEAVES[:size]) == plain_root(LEAVES[:size])


@pytest.mark.parametrize("size", range(1, 22))
def test_every_leaf_is_proven_at_its_place_and_at_no_other(size: int) -> None:
    leaves = LEAVES[:size]
    for index in range(size):
        proof = inclusion(index, leaves)
        assert proves_inclusion(index, size, leaves[index], proof, root(leaves))
        assert not any(
            proves_inclusion(other, size, leaves[index], proof, root(leaves)) for other in range(size) if other != index
        )
        assert not proves_inclusion(index, size, leaf_hash(b"x"), proof, root(leaves))


@pytest.mark.parametrize("size", range(1, 22))
def test_every_earlier_log_is_proven_to_be_how_this_one_began(size: int) -> None:
    leaves = LEAVES[:size]
    for first in range(1, size + 1):
        proof = consistency(first, leaves)
        assert proves_consistency(first, size, root(leaves[:first]), root(leaves), proof)
        assert not proves_consistency(first, size, leaf_hash(b"x"), root(leaves), proof)
        assert not proves_consistency(first, size, root(leaves[:first]), leaf_hash(b"x"), proof)


@pytest.mark.skipif(not VECTORS.is_file(), reason="the shared proof vectors are not on this machine")
def test_the_shared_vectors_come_out_as_they_say() -> None:
    seen = 0
    for line in VECTORS.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        proof = [base64.b64decode(step) for step in case["proof"] or []]
        if "size1" in case:
            good = proves_consistency(
                case["size1"], case["size2"], _decoded(case["root1"]), _decoded(case["root2"]), proof
            )
        else:
            good = proves_inclusion(
                case["leafIdx"], case["treeSize"], _decoded(case["leafHash"]), proof, _decoded(case["root"])
            )
        assert good is not case["wantErr"], case["path"]
        seen += 1
    assert seen > 100


def _decoded(text: str | None) -> bytes:
    return base64.b64decode(text or "")
