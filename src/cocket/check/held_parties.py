"""Firms held by listed parties, list by list, as far as the law of each list reaches firms that its parties own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from cocket.check.listed_parties import NAME
from cocket.law.fold import Fold, Standing
from cocket.law.lawbook import Lawbook
from cocket.law.ownership_rules import OwnershipRule, OwnershipStanding, standing_of
from cocket.quantity.fraction import show_share
from cocket.screening.hits import Hit
from cocket.screening.ownership import HALF, Held, Stake, Threshold, held_by_listed

HeldStanding: TypeAlias = OwnershipStanding | Literal["not_written"]


@dataclass(frozen=True, slots=True)
class HeldParty:
    """``lists``: what its owners stand on; ``rule`` None: the lawbook says nothing of such a list, half is asked for.

    ``hits`` are those of the listed party at the head of the path: the rest holds only if one of them is he.
    """

    held: Held
    rule: OwnershipRule | None
    standing: HeldStanding
    lists: tuple[str, ...]
    hits: tuple[Hit, ...]

    @property
    def stops(self) -> bool:
        """Whether a person has to look; a suspended rule is only told."""
        return self.standing != "suspended"


@dataclass(frozen=True, slots=True)
class OwnershipLaw:
    """The rules of the lawbook as they stand on a day."""

    lawbook: Lawbook
    rules: Sequence[OwnershipRule]
    on: date
    known: date

    def reach(self, hit: Hit) -> tuple[tuple[OwnershipRule | None, HeldStanding], ...]:
        """The rules that reach the firms of the party hit; nothing where the listing binds nobody on that day."""
        if hit.list.name == NAME and not self._binds(hit.entry.id):
            return ()
        about = [rule for rule in self.rules if self._is_about(rule, hit)]
        standing = ((rule, standing_of(rule, self.lawbook, self.on, self.known)) for rule in about)
        if not about:
            return ((None, "not_written"),)
        return tuple((rule, stands) for rule, stands in standing if stands is not None)

    def _is_about(self, rule: OwnershipRule, hit: Hit) -> bool:
        if hit.list.name == NAME:
            return self.lawbook.listings[hit.entry.id][0].list_name in rule.lists
        said = " ".join(hit.entry.programmes).casefold()
        named = (one.casefold() in said for one in rule.programmes)
        return hit.list.form in rule.forms and (not rule.programmes or any(named))

    def _binds(self, listing: str) -> bool:
        notice, own = self.lawbook.listings[listing]
        standing = Fold(self.lawbook).listing_status(notice, own, self.on, self.known).standing
        return standing in (Standing.IN_FORCE, Standing.UNRESOLVED)


def held_parties(
    stakes: Sequence[Stake], hits_of: Mapping[str, Sequence[Hit]], law: OwnershipLaw
) -> dict[str, list[HeldParty]]:
    """By firm: under which lists it falls on the day, for certain or possibly. ``hits_of``: open hits of every name."""
    found: dict[str, list[HeldParty]] = {}
    for (rule, standing), listed in _by_rule(hits_of, law).items():
        for firm, held in held_by_listed(stakes, listed.keys(), law.on, _threshold(rule)).items():
            hits = tuple(listed[held.path[0].owner])
            lists = tuple(dict.fromkeys(hit.list.name for hit in hits))
            found.setdefault(firm, []).append(HeldParty(held, rule, standing, lists, hits))
    return found


def _by_rule(
    hits_of: Mapping[str, Sequence[Hit]], law: OwnershipLaw
) -> dict[tuple[OwnershipRule | None, HeldStanding], dict[str, list[Hit]]]:
    """Which names are listed under which rule, each with its hits there."""
    listed: dict[tuple[OwnershipRule | None, HeldStanding], dict[str, list[Hit]]] = {}
    for name, hits in hits_of.items():
        for hit in hits:
            for reached in law.reach(hit):
                listed.setdefault(reached, {}).setdefault(name, []).append(hit)
    return listed


def _threshold(rule: OwnershipRule | None) -> Threshold:
    return HALF if rule is None else Threshold(rule.share_ppb, rule.above, rule.together)


def path_of(held: Held) -> Iterator[str]:
    """``Vorn 60 % of Alder``, one stake after the other, from the listed party down."""
    return (f"{one.owner} {show_share(one.share)} of {one.owned}" for one in held.path)


def names_in(stakes: Iterable[Stake]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in stakes for name in (one.owner, one.owned)))
