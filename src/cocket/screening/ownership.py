"""Who falls under a listing because listed parties own enough of him, on a day, and by which chain.

A firm falls under it when the shares held by parties that are listed, or fall under it themselves, reach the threshold.
A daughter that falls under it passes all of its own shares on, as the rules in use count. Whether a list has such a
rule, and which, is not decided here; the caller asks by the law's own figures.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from cocket.quantity.interval import PPB, Interval, exactly

UNKNOWN_SHARE = Interval(0, PPB)
Paths: TypeAlias = dict[str, tuple["Stake", ...]]


@dataclass(frozen=True, slots=True)
class Stake:
    """``share``: parts per billion of ``owned`` that ``owner`` holds, a range if no more is known; days inclusive."""

    owner: str
    owned: str
    share: Interval
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.share.lo <= self.share.hi <= PPB:
            raise ValueError(f"{self.owner} cannot hold {self.share.hi} parts per billion of {self.owned}")

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Threshold:
    """``ppb`` or more, or only more than it (``above``); ``together``: shares of several listed parties add up."""

    ppb: int = PPB // 2
    above: bool = False
    together: bool = True

    def reached(self, share_ppb: int) -> bool:
        return share_ppb > self.ppb or (share_ppb == self.ppb and not self.above)


HALF = Threshold()


@dataclass(frozen=True, slots=True)
class Held:
    """``share``: what listed parties hold of ``firm`` at least and at most, as the rule counts them.

    ``stakes`` are the direct ones that count; ``path`` leads from a listed party down to the firm.
    """

    firm: str
    share: Interval
    is_certain: bool
    stakes: tuple[Stake, ...]
    path: tuple[Stake, ...]


def held_by_listed(
    stakes: Iterable[Stake], listed: Set[str], on: date, threshold: Threshold = HALF
) -> Mapping[str, Held]:
    """Every firm that falls under the rule on that day, for certain or possibly, listed parties themselves left out.

    A share that is not known may be anything that the others leave: it makes a firm possible, never certain.
    """
    owners: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        if stake.holds(on) and stake.owner != stake.owned:
            owners[stake.owned].append(stake)
    if threshold.together:
        return _held_by(owners, listed, listed, threshold)
    found: dict[str, Held] = {}
    for one in sorted(listed):
        for firm, held in _held_by(owners, {one}, listed, threshold).items():
            if firm not in found or held.share.lo > found[firm].share.lo:
                found[firm] = held
    return found


def _held_by(
    owners: Mapping[str, list[Stake]], by: Set[str], listed: Set[str], threshold: Threshold
) -> dict[str, Held]:
    certain = _closed(owners, by, threshold, known_only=True)
    possible = _closed(owners, by, threshold, known_only=False)
    return {firm: _held(firm, owners[firm], certain, possible) for firm in possible if firm not in listed}


def _closed(owners: Mapping[str, list[Stake]], by: Set[str], threshold: Threshold, *, known_only: bool) -> Paths:
    """Each party under the rule with a path from a listed one; grows until nothing more falls under it."""
    paths: Paths = dict.fromkeys(sorted(by), ())
    grew = True
    while grew:
        grew = False
        for firm, own in owners.items():
            if firm in paths:
                continue
            share = _sums(own, paths.keys())
            if threshold.reached(share.lo if known_only else share.hi):
                held = (one for one in own if one.owner in paths)
                strongest = max(held, key=lambda one: (one.share.lo, one.share.hi))
                paths[firm] = (*paths[strongest.owner], strongest)
                grew = True
    return paths


def _sums(own: Iterable[Stake], under: Set[str]) -> Interval:
    """What the owners in ``under`` hold at least and at most; never more than the others are known to leave."""
    stakes = tuple(own)
    counted = [one.share for one in stakes if one.owner in under]
    if not counted:
        return exactly(0)
    least = sum(share.lo for share in counted)
    left = PPB - sum(one.share.lo for one in stakes if one.owner not in under)
    return Interval(least, max(least, min(sum(share.hi for share in counted), left)))


def _held(firm: str, own: list[Stake], certain: Paths, possible: Paths) -> Held:
    share = Interval(_sums(own, certain.keys()).lo, _sums(own, possible.keys()).hi)
    counted = tuple(one for one in own if one.owner in possible)
    return Held(firm, share, firm in certain, counted, certain.get(firm) or possible[firm])
