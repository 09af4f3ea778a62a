"""The declared customs number: it may point to candidates and may contradict the goods; it decides nothing."""

from collections.abc import Mapping

from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, TRUE, evaluate
from cocket.law.lawbook import CustomsHeading
from cocket.law.view import EntryNorm, View

MISMATCH = "hs_mismatch"


def pointed_at(view: View, number: str) -> tuple[EntryNorm, ...]:
    """The entries whose reference codes fit the declared number, in either direction of detail."""
    return tuple(
        norm
        for norm in view.entries
        if any(hint.startswith(number) or number.startswith(hint) for hint in norm.entry.hs_hints)
    )


def heading_of(headings: tuple[CustomsHeading, ...], number: str) -> CustomsHeading | None:
    """The longest heading that the number begins with."""
    fitting = [heading for heading in headings if number.startswith(heading.prefix)]
    return max(fitting, key=lambda heading: len(heading.prefix), default=None)


def mismatches(view: View, facts: Facts, said: Mapping[str, object], number: str) -> bool:
    """Whether the declared number cannot be that of the stated goods; silence about the goods is no mismatch."""
    if "kind" not in said and "family" not in said and "composition" not in said and "contains" not in said:
        return False
    heading = heading_of(view.lawbook.headings, number)
    if heading is not None and evaluate(heading.goods, facts) == FALSE:
        return True
    pointed = pointed_at(view, number)
    truths = [evaluate(norm.condition, facts) for norm in pointed]
    if not pointed or TRUE in truths:
        return False
    return all(truth == FALSE for truth in truths) or _has_other_numbers(view, facts)


def _has_other_numbers(view: View, facts: Facts) -> bool:
    """Whether the goods are certainly of an entry with reference codes; a trace of what the number means is no fit."""
    return any(norm.entry.hs_hints and evaluate(norm.condition, facts) == TRUE for norm in view.entries)
