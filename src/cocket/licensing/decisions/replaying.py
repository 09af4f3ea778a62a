"""A decision made again from what was kept: whether law and lists give the same answers to the same facts today."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cocket.determination.proof_checker import check_proof
from cocket.law.lawbook import Lawbook
from cocket.licensing.decisions.evidence import Evidence

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """``where`` in the evidence; ``kept`` and ``now`` as texts."""

    where: str
    kept: str
    now: str


def differences(kept: Plain, now: Evidence) -> tuple[Difference, ...]:
    """Nothing where the evidence made again is the same. The proofs are compared by their answers and norms under
    another law digest, and to the letter under the same."""
    return tuple(_differences(kept, now.data()))


def _differences(kept: Plain, now: Plain) -> Iterator[Difference]:
    for key in ("format", "day", "law_digest"):
        if kept[key] != now[key]:
            yield Difference(key, str(kept[key]), str(now[key]))
    yield from _of_answers(kept, now)
    for key in ("filing", "documents"):
        if kept[key] != now[key]:
            yield Difference(key, str(kept[key]), str(now[key]))
    yield from _of_lists(kept["screened"], now["screened"])


def _of_answers(kept: Plain, now: Plain) -> Iterator[Difference]:
    same_law = kept["law_digest"] == now["law_digest"]
    again = {(one["request"], one["item"]): one for one in now["judged"]}
    for one in kept["judged"]:
        where = f"request {one['request']}, item {one['item']}"
        other = again.get((one["request"], one["item"]))
        if other is None:
            yield Difference(where, one["outcome"], "not there")
            continue
        for key in ("outcome", "codes", "banned"):
            if one[key] != other[key]:
                yield Difference(f"{where}: {key}", str(one[key]), str(other[key]))
        if same_law and kept["proofs"][one["proof"]] != now["proofs"][other["proof"]]:
            yield Difference(f"{where}: proof", "as kept", "another")


def _of_lists(kept: Plain, now: Plain) -> Iterator[Difference]:
    lists = {one["name"]: one["digest"] for one in now["lists"]}
    same = True
    for one in kept["lists"]:
        found = lists.pop(one["name"], "not in use")
        if found != one["digest"]:
            same = False
            yield Difference(f"list {one['name']}", one["digest"][:12], found[:12])
    for name in lists:
        same = False
        yield Difference(f"list {name}", "not in use", lists[name][:12])
    if same and kept["parties"] != now["parties"]:
        yield Difference("hits", "as kept", "others")


def proofs_hold(kept: Plain, lawbook: Lawbook) -> Iterator[str]:
    """What the independent checker finds wrong with the proofs as kept; of another law it only says so."""
    for place, proof in enumerate(kept["proofs"]):
        for finding in check_proof(proof, lawbook):
            yield f"proof {place + 1}, {finding.where}: {finding.problem}"
