"""How well descriptions are read: precision and recall by fact on both labelled halves, and what a reading may free.

The labels (tests/reading/labelled) say what a careful reader takes from the words. ``python -m bench.reading`` prints
the tables of docs/reading.md; with ``--faults tune`` each description of that half that was not read as labelled.
"""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from bench.measure import ROOT, CannotRunError, Report, Timing
from cocket.law.lawbook import load_lawbook
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.fraction import parse_share
from cocket.reading.description import read_description
from cocket.reading.facts import Reading

LABELLED: Final = ROOT / "tests" / "reading" / "labelled"
HALVES: Final = ("tune", "held_out")
SETS: Final = ("kind", "family")
NAMED: Final = ("substance", "grade", "quantity", "origin", "destination")
FACTS: Final = (*SETS, "contains", "share", "absent", "purity", *NAMED)
NON_METALS: Final = frozenset({"O", "N", "H", "F", "Cl", "S", "Br", "I"})
LIMIT_S: Final = 0.002


@dataclass(frozen=True, slots=True)
class Label:
    """One description and, by fact, what its words say."""

    text: str
    said: Mapping[str, object]


@dataclass(slots=True)
class Score:
    """``wider``: a set of kinds or families that holds what was said and more; costs a question, frees nothing."""

    said: int = 0
    read: int = 0
    right: int = 0
    wider: int = 0

    @property
    def precision(self) -> float:
        return (self.right + self.wider) / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.said if self.said else 1.0


@cache
def labels(half: str, folder: Path = LABELLED) -> tuple[Label, ...]:
    path = folder / f"{half}.yaml"
    if not path.is_file():
        raise CannotRunError(f"the labelled descriptions {path.name} are missing; restore them with git checkout")
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(Label(str(row["text"]), _said(row)) for row in rows)


def _said(row: Mapping[str, object]) -> dict[str, object]:
    """The labelled facts in the form in which `read` gives them."""
    said: dict[str, object] = {}
    for fact in SETS:
        if fact in row:
            said[fact] = _expanded(fact, _texts(row[fact]))
    shares = row.get("share", {})
    assert isinstance(shares, Mapping)
    if shares:
        said["share"] = frozenset((key, parse_share(str(text))) for key, text in shares.items())
    present = {*_texts(row.get("contains", ())), *_of_shares(shares)} - NON_METALS
    if present:
        said["contains"] = frozenset(present)
    if "absent" in row:
        said["absent"] = frozenset(_texts(row["absent"]))
    if "purity" in row:
        said["purity"] = parse_share(str(row["purity"]))
    for fact in NAMED:
        if fact in row:
            said[fact] = str(row[fact])
    return said


def _of_shares(shares: Mapping[str, object]) -> Iterator[str]:
    from cocket.quantity.substance import read_substance

    for key, text in shares.items():
        if parse_share(str(text)).lo > 0:
            yield from (symbol for symbol, _ in read_substance(key).atoms)


@cache
def _vocabulary() -> Vocabulary:
    return load_lawbook().vocabulary


def _expanded(fact: str, names: Sequence[str]) -> frozenset[str]:
    values = _vocabulary().values[fact]
    return frozenset(exact for name in names for exact in values[name].may_be)


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def read(reading: Reading) -> dict[str, object]:
    """What was read, by fact; of what may decide only what is certain."""
    found: dict[str, object] = {}
    sure = [one for one in reading.facts if one.sure == "certain"]
    for fact in SETS:
        for one in sure:
            if one.fact == fact:
                found[fact] = frozenset(one.values)
    shares = frozenset((one.values[0], parse_share(one.values[1])) for one in sure if one.fact == "share")
    contains = frozenset(one.values[0] for one in sure if one.fact == "contains") - NON_METALS
    absent = frozenset(one.values[0] for one in reading.of("absent"))
    found |= {name: known for name, known in (("share", shares), ("contains", contains), ("absent", absent)) if known}
    for one in reading.of("purity"):
        found["purity"] = parse_share(one.values[0])
    for fact in NAMED:
        for one in reading.of(fact):
            found.setdefault(fact, one.values[0])
    return found


def scores(half: Sequence[Label]) -> dict[str, Score]:
    table = {fact: Score() for fact in FACTS}
    for label in half:
        found = read(read_description(label.text))
        for fact in FACTS:
            _count(table[fact], fact, label.said.get(fact), found.get(fact))
    return table


def _count(score: Score, fact: str, said: object, found: object) -> None:
    score.said += said is not None
    score.read += found is not None
    score.right += said is not None and said == found
    if fact in SETS and isinstance(said, frozenset) and isinstance(found, frozenset):
        score.wider += said < found


def faults(half: Sequence[Label]) -> Iterator[str]:
    for label in half:
        reading = read_description(label.text)
        found = read(reading)
        for fact in FACTS:
            said, got = label.said.get(fact), found.get(fact)
            if said != got:
                yield f"{label.text!r}: {fact} {_shown(said)}, read {_shown(got)} {list(reading.doubts)}"


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(str, value))) + "}"
    return str(value)


def table(half: Sequence[Label]) -> str:
    rows = ["| fact | said | read | right | wider | precision | recall |", "|---|---|---|---|---|---|---|"]
    for fact, one in scores(half).items():
        wider = str(one.wider) if fact in SETS else ""
        rows.append(
            f"| {fact} | {one.said} | {one.read} | {one.right} | {wider} | {one.precision:.3f} | {one.recall:.3f} |"
        )
    return "\n".join(rows)


def run() -> Report:
    """The time to read one description; the tables are printed beside it."""
    texts = [label.text for half in HALVES for label in labels(half)]
    times = []
    for text in texts:
        read_description(text)
        start = time.perf_counter()
        read_description(text)
        times.append(time.perf_counter() - start)
    timing = Timing(f"one description, {len(texts)} of them", tuple(times))
    remark = "\n  ".join(f"{half}\n{table(labels(half))}" for half in HALVES)
    return Report((timing,), remark, "at most 2 ms for the median description", timing.median_s <= LIMIT_S)


def main(words: Sequence[str]) -> int:
    if words[:1] == ["--faults"] and len(words) == 2 and words[1] in HALVES:
        print("\n".join(faults(labels(words[1]))))
        return 0
    for half in HALVES:
        print(f"{half}: {len(labels(half))} descriptions\n\n{table(labels(half))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
