"""Hits of the parties of one row, and how files tell them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cocket.screening.decisions import Cleared
    from cocket.screening.hits import Hit
    from cocket.screening.nameable import NoName

COLUMNS = ("hits", "weak_hits", "cleared_hits", "not_screened", "stale_lists")


@dataclass(frozen=True, slots=True)
class PartyHit:
    """A hit on the party that the row names in ``column``; ``is_strong`` tells whether it is like enough to stop."""

    column: str
    hit: "Hit"
    is_strong: bool
    cleared: "Cleared | None"

    @property
    def is_open(self) -> bool:
        return self.is_strong and self.cleared is None

    @property
    def strength(self) -> str:
        """The column of a file that it stands in."""
        if self.cleared is not None:
            return "cleared_hits"
        return "hits" if self.is_strong else "weak_hits"


@dataclass(frozen=True, slots=True)
class NoParty:
    """What stands where a party should be named and cannot be screened."""

    column: str
    name: str
    why: "NoName"


@dataclass(frozen=True, slots=True)
class RowHits:
    """``stale``: the lists that were to be renewed before the day."""

    hits: tuple[PartyHit, ...] = ()
    unread: tuple[NoParty, ...] = ()
    stale: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[PartyHit, ...]:
        return tuple(one for one in self.hits if one.is_open)

    @property
    def stops(self) -> bool:
        """Whether a person has to look before the line goes, whatever the law's answer."""
        return bool(self.unread) or any(one.is_open for one in self.hits)

    @property
    def is_weak(self) -> bool:
        """Whether some party is only somewhat like a listed one, and nobody has cleared it."""
        return any(one.strength == "weak_hits" for one in self.hits)

    def record(self) -> dict[str, object]:
        """The cells of COLUMNS; what is empty is left out."""
        cells = {name: [hit_text(one) for one in self.hits if one.strength == name] for name in COLUMNS[:3]}
        cells["not_screened"] = [f"{one.column}: {one.why}" for one in self.unread]
        cells["stale_lists"] = list(self.stale)
        return {name: texts for name, texts in cells.items() if texts}

    def data(self) -> list[Mapping[str, object]]:
        """Every hit whole, for programs."""
        return [
            {"column": one.column, "name": one.hit.asked.name, "stops": one.is_open, **hit_data(one.hit, one.cleared)}
            for one in self.hits
        ]


NO_HITS = RowHits()


def hit_text(one: PartyHit) -> str:
    hit = one.hit
    says = "; ".join((*([hit.entry.follows] if hit.entry.follows else []), *hit.entry.programmes))
    by_whom = f"{hit.list.name} of {hit.list.dated}, {hit.entry.id}"
    cleared = f", cleared {one.cleared.on}: {one.cleared.reason}" if one.cleared else ""
    about = f"{one.column}: {hit.asked.name} may be {hit.listed_name} ({by_whom})"
    return f"{about}, score {hit.score:.3f}, hit {hit.id}{f', {says}' if says else ''}{cleared}"


def hit_data(hit: "Hit", decision: "Cleared | None") -> dict[str, object]:
    """What a hit rests on, as columns; None where there is nothing to say."""
    return {
        "list": hit.list.name, "list_dated": hit.list.dated, "entry": hit.entry.id,
        "listed_name": hit.listed_name, "score": f"{hit.score:.3f}", "name_score": f"{hit.name_score:.3f}",
        "hit": hit.id, "words": [f"{one.asked}~{one.listed or '-'} {one.alike:.2f}" for one in hit.words],
        "left_over": list(hit.left_over),
        "qualifiers": [f"{name} {added:+.1f}" for name, added in hit.qualifiers.items()],
        "programmes": list(hit.entry.programmes), "listed_on": hit.entry.listed_on or None,
        "follows": hit.entry.follows or None, "cleared_on": decision.on if decision else None,
        "cleared_because": decision.reason if decision else None,
    }  # fmt: skip
