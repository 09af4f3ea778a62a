"""What a named substance is made of, as the vocabulary states it: enough to tell it from others by a composition."""

from functools import cached_property
from typing import Literal

import msgspec

from cocket.quantity.formula import Formula, mass_share, parse_formula

# Elements that people leave out when they list what something is made of: "gallium" for gallium nitride.
LEFT_UNSAID = frozenset({"H", "C", "N", "O", "F", "P", "S", "Cl", "As", "Se"})


class Makeup(msgspec.Struct, frozen=True, dict=True):
    """``formulas`` state all of it, ``made_of`` its elements in proportions that vary, ``holds`` some of its elements.

    ``in_mixtures``: whether it counts in a mixture that is mostly something else: reached, however little of it there
    is and also if that is not known; stated, if it is stated to be there. ``by_name_alone``: no composition points to
    it, and who does not name it does not have it (a practice: only unwritten law speaks of such substances).
    """

    formulas: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    in_mixtures: Literal["reached", "stated"] | None = None
    by_name_alone: bool = False

    @cached_property
    def parsed(self) -> tuple[Formula, ...]:
        return tuple(parse_formula(text) for text in self.formulas)

    @cached_property
    def least_shares(self) -> tuple[dict[str, int], ...]:
        """For each formula the least mass share (ppb) that each element has in it; 0 where proportions vary."""
        if not self.formulas:
            return (dict.fromkeys((*self.made_of, *self.holds), 0),)
        return tuple({symbol: mass_share(one, symbol).lo for symbol, _ in one.atoms} for one in self.parsed)

    @cached_property
    def elements(self) -> frozenset[str]:
        """Every element of it that is known."""
        return frozenset().union(*self.least_shares)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The elements that a list of its constituents would not leave out; all of them where there is no such one."""
        return self.elements - LEFT_UNSAID

    @cached_property
    def mark(self) -> str | None:
        """The element by which it is known, if any is."""
        return min(self.telling or self.elements, default=None)

    @cached_property
    def is_whole(self) -> bool:
        """Whether it holds nothing but its known elements."""
        return not self.holds
