"""Who falls under a listing because listed parties own half of him or more, on a day, and by which chain.

A firm falls under it when the shares held by parties that are listed, or fall under it themselves, add up to half or
more. This is how the US rule counts: a daughter held by half counts as wholly held further down. Whether a regime
has such a rule is not decided here; the caller asks only where the law has one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

WHOLE_PPB = 1_000_000_000
HALF_PPB = WHOLE_PPB // 2


@dataclass(frozen=True, slots=True)
class Stake:
    """``share_ppb``: parts per billion of ``owned`` that ``owner`` holds, None where not known; days inclusive."""

    owner: str
    owned: str
    share_ppb: int | None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.share_ppb is not None and not 0 <= self.share_ppb <= WHOLE_PPB:
            raise ValueError(f"{self.owner} cannot hold {self.share_ppb} parts per billion of {self.owned}")

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Held:
    """``least_ppb`` and ``most_ppb``: what listed parties hold of ``firm`` at least and at most, all owners together.

    ``stakes`` are the direct ones that count; ``path`` leads from a listed party down to the firm.
    """

    firm: str
    least_ppb: int
    most_ppb: int
    stakes: tuple[Stake, ...]
    path: tuple[Stake, ...]

    @property
    def is_certain(self) -> bool:
        return self.least_ppb >= HALF_PPB


def held_by_listed(stakes: Iterable[Stake], listed: Set[str], on: date) -> Mapping[str, Held]:
    """Every firm that falls under the rule on that day, for certain or possibly, listed parties themselves left out.

    A share that is not known may be anything that the known ones leave: it makes a firm possible, never certain.
    """
    owners: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        if stake.holds(on) and stake.owner != stake.owned:
            owners[stake.owned].append(stake)
    certain = _closed(owners, listed, known_only=True)
    possible = _closed(owners, listed, known_only=False)
    return {firm: _held(firm, owners[firm], certain, possible) for firm in possible if firm not in listed}


def _closed(owners: Mapping[str, list[Stake]], listed: Set[str], *, known_only: bool) -> dict[str, tuple[Stake, ...]]:
    """Each party under the rule with a path from a listed one; grows until nothing more falls under it."""
    paths: dict[str, tuple[Stake, ...]] = dict.fromkeys(sorted(listed), ())
    grew = True
    while grew:
        grew = False
        for firm, own in owners.items():
            if firm in paths:
                continue
            least, most = _sums(own, paths.keys())
            if (least if known_only else most) >= HALF_PPB:
                strongest = max((one for one in own if one.owner in paths), key=lambda one: one.share_ppb or 0)
                paths[firm] = (*paths[strongest.owner], strongest)
                grew = True
    return paths


def _sums(own: Iterable[Stake], under: Set[str]) -> tuple[int, int]:
    """What the owners in ``under`` hold at least and at most; never more than what is left over by the others."""
    stakes = tuple(own)
    least = sum(one.share_ppb or 0 for one in stakes if one.owner in under)
    others = sum(one.share_ppb or 0 for one in stakes if one.owner not in under)
    open_share = any(one.share_ppb is None and one.owner in under for one in stakes)
    return least, max(least, WHOLE_PPB - others) if open_share else least


def _held(
    firm: str, own: list[Stake], certain: Mapping[str, tuple[Stake, ...]], possible: Mapping[str, tuple[Stake, ...]]
) -> Held:
    least, _ = _sums(own, certain.keys())
    _, most = _sums(own, possible.keys())
    counted = tuple(one for one in own if one.owner in possible)
    return Held(firm, least, most, counted, certain.get(firm) or possible[firm])
