"""The earlier decisions most like one that is being weighed, each with what differs: equal cases are to be decided
equally, or for a reason that can be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cocket.licensing.applications.application import Application

WEIGHTS: Final = {"control_code": 8, "end_user": 5, "destination": 4, "end_use": 3, "exporter": 2, "end_user_type": 1}
"""Ours: the goods first, then who gets them where and for what."""
SHOWN: Final = 5
TEXT_LENGTH_MAX: Final = 300


@dataclass(frozen=True, slots=True)
class Deal:
    """One item for one end user, by what is compared; "" where not stated, which is like nothing."""

    control_code: str
    destination: str
    end_user: str
    end_use: str
    exporter: str
    end_user_type: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A deal that was decided: by which decision, how (grant, refuse), and on which criterion "" for a grant."""

    deal: Deal
    decision: str
    outcome: str
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """``same`` and ``differs`` name the keys of Deal; a key that either side leaves open is in neither."""

    earlier: Earlier
    same: tuple[str, ...]
    differs: tuple[str, ...]

    @property
    def weight(self) -> int:
        return sum(WEIGHTS[key] for key in self.same) - sum(WEIGHTS[key] for key in self.differs)


def deals(application: Application) -> dict[tuple[int, int], Deal]:
    """(request, item) -> what is compared of it."""
    found = {}
    for request in application.requests:
        for wanted in request.wanted:
            item = application.items[wanted.item - 1]
            found[request.number, wanted.item] = Deal(
                control_code=item.control_code,
                destination=request.destination,
                end_user=_plain(request.end_user.name),
                end_use=_plain(request.end_use_code or request.end_use),
                exporter=_plain(application.exporter.name),
                end_user_type=dict(item.facts).get("end_user_type", ""),
            )
    return found


def _plain(text: str) -> str:
    """Cut to what is kept: folding can make a name longer than names may be."""
    return " ".join(text.casefold().split())[:TEXT_LENGTH_MAX]


def nearest(deal: Deal, earlier: Iterable[Earlier], count: int = SHOWN) -> Sequence[Near]:
    """The ``count`` most alike, those of equal weight with the newest decision first (numbers count up)."""
    found = (_near(deal, one) for one in earlier)
    by_age = sorted(found, key=lambda one: one.earlier.decision, reverse=True)
    return sorted(by_age, key=lambda one: one.weight, reverse=True)[:count]


def _near(deal: Deal, earlier: Earlier) -> Near:
    stated = {key: (getattr(deal, key), getattr(earlier.deal, key)) for key in WEIGHTS}
    both = {key: pair for key, pair in stated.items() if all(pair)}
    same = tuple(key for key, (one, other) in both.items() if one == other)
    return Near(earlier, same, tuple(key for key in both if key not in same))
