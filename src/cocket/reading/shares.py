"""Which figure belongs to which material: "Nd 29% Dy 3%", "3 % Dy", "含镝3%", "dysprosium oxide 4N".

A figure goes to the material beside it. Where one stands on either side of it, what the other figures leave decides;
where that decides nothing, no figure of the description is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_share
from cocket.reading.lexicon import FILLERS
from cocket.reading.lexing import PURE_PPB, Item
from cocket.reading.mentions import Mention

_OTHER_UNITS: Final = re.compile(r"at|mol|vol|v/v", re.IGNORECASE)
# Shares of the rare earths, of the value or of the volume, and not of the mass of the goods.
_RELATIVE: Final = frozenset({"treo", "reo", "trem", "re2o3", "value", "price", "volume", "价值", "货值", "体积"})
_PASSED_OVER: Final = frozenset({"bound", "with", "of", "letter"})


@dataclass(frozen=True, slots=True)
class Figure:
    """``text`` as `parse_share` reads it; None for a figure that is no exact mass share ("about 3 %", "3 at%")."""

    text: str | None
    first: int
    last: int

    @property
    def is_pure(self) -> bool:
        return self.text is not None and self.text.startswith(">=") and parse_share(self.text).lo >= PURE_PPB


@dataclass(frozen=True, slots=True)
class Shares:
    """``of`` pairs; ``free`` figures without a material; ``clear`` is false where a figure could go two ways."""

    of: tuple[tuple[Mention, Figure], ...]
    free: tuple[Figure, ...]
    clear: bool


def pair_up(items: Sequence[Item], named: Sequence[Mention]) -> Shares:
    """Each figure with its material."""
    found = figures(items)
    if any(item.text.lower() in _RELATIVE for item in items):
        return Shares((), (), clear=False)
    options = {figure: _neighbours(items, figure, named) for figure in found}
    pairs: dict[Figure, Mention] = {}
    while sure := [figure for figure, near in options.items() if len(near) == 1]:
        mention = options.pop(sure[0])[0]
        pairs[sure[0]] = mention
        options = {figure: [one for one in near if one is not mention] for figure, near in options.items()}
    free = tuple(figure for figure, near in options.items() if not near)
    of = [pair for figure, mention in pairs.items() for pair in _of_all(items, named, mention, figure, pairs)]
    return Shares(tuple(of), free, clear=not any(options.values()))


def _of_all(
    items: Sequence[Item], named: Sequence[Mention], mention: Mention, figure: Figure, pairs: dict[Figure, Mention]
) -> list[tuple[Mention, Figure]]:
    """ "Dy+Tb 3 %" is a sum and tells no share of either; a limit of a sum ("Dy+Tb < 0.1 %") is one of each."""
    chain = [mention]
    for other in sorted(named, key=lambda one: one.first, reverse=True):
        ahead = other.last < chain[-1].first and other.elements != mention.elements
        if ahead and other not in pairs.values() and _tied(items, other.last, chain[-1].first):
            chain.append(other)
    if len(chain) == 1:
        return [(mention, figure)]
    limit = figure.text is not None and parse_share(figure.text).lo == 0
    told = figure if limit else replace(figure, text=None)
    return [(one, told) for one in chain]


def _tied(items: Sequence[Item], last: int, first: int) -> bool:
    return all(item.role in ("also", "either") or item.text in "/、+-" for item in items[last + 1 : first])


def figures(items: Sequence[Item]) -> list[Figure]:
    found = []
    for place, item in enumerate(items):
        if item.role == "figure" or (item.role == "purity" and item.values) or _is_bare_zero(item):
            found.append(_figure(items, place))
    return found


def _is_bare_zero(item: Item) -> bool:
    """含镝0: nothing of it in any unit."""
    return item.role == "number" and not item.text.strip("0.,")


def _figure(items: Sequence[Item], place: int) -> Figure:
    item = items[place]
    first, last, sign = place, place, ""
    if place and items[place - 1].role == "bound":
        first, sign = place - 1, items[place - 1].values[0]
    elif place + 1 < len(items) and items[place + 1].role == "bound":
        last, sign = place + 1, items[place + 1].values[0]
    text = _nines(item.values[0]) if item.role == "purity" else item.values[0]
    text = "0 %" if item.role == "number" else text
    return Figure(_as_share(text, sign), first, last)


def _nines(text: str) -> str:
    """4N is 99.99 %, 4N5 is 99.995 %; both say "at least"."""
    count, five = int(text[0]), text[2:]
    return f">=99.{'9' * (count - 2)}{five} %" if count > 2 or five else ">=99 %"


def _as_share(text: str, sign: str) -> str | None:
    if _OTHER_UNITS.search(text) or sign == "~" or text.startswith(("~", "±")):
        return None
    plain = re.sub(r"per ?cent|pct", "%", text, flags=re.IGNORECASE)
    plain = re.sub("^(?:≥|=>|≧|⩾)", ">=", plain)
    try:
        share = parse_share(sign + plain)
    except QuantityError:
        return None
    exact = share.lo == share.hi and share.lo >= PURE_PPB
    return f">={plain}" if exact else sign + plain


def _neighbours(items: Sequence[Item], figure: Figure, named: Sequence[Mention]) -> list[Mention]:
    """The materials directly before and after a figure, small words apart."""
    before = _walk(items, figure.first - 1, -1)
    after = _walk(items, figure.last + 1, 1)
    return [one for one in named if before in range(one.first, one.last + 1) or after in range(one.first, one.last + 1)]


def _walk(items: Sequence[Item], place: int, step: int) -> int:
    while 0 <= place < len(items) and _is_small(items[place]):
        place += step
    return place


def _is_small(item: Item) -> bool:
    if item.role == "mark":
        return item.text in "-:：=()（）'\""
    return (item.role in _PASSED_OVER and item.text != ".") or item.text.lower() in FILLERS
