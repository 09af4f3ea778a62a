"""The facts of one line as the law's conditions see them: sets of possible values, and integer ranges.

Every fact is what it may be: a choice is a set of values, a number is a closed range. A fact that is missing is not
there at all, which means "anything". Taking a statement away can only make a set or a range wider.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from cocket.quantity.interval import PPB, Interval

Known: TypeAlias = frozenset[str] | Interval

# What a fact left out means (the head of the worked cases says the same); every other missing fact is unknown.
STANDS_FOR = {"importer": "end_user", "end_user_country": "destination"}
ABSENT_MEANS = {
    "movement": frozenset({"export"}),
    "exporter_told_of_use": frozenset({"nothing"}),
    "temporary.kind": frozenset({"none"}),
    "goods_listed": frozenset({"not_stated"}),
    "control_code": frozenset({"not_stated"}),
    "customs_heading": frozenset({"not_stated"}),
    "constituents_named": frozenset({"false"}),
    "exported_without_licence": frozenset({"false"}),
    "licence.issued_after_declaration": frozenset({"false"}),
}
NOT_LISTED_TOKEN = "none"  # noqa: S105
NO_PARENT = frozenset({NOT_LISTED_TOKEN})


@lru_cache(maxsize=4096)
def up_to(most: int) -> Interval:
    """From nothing to so much: asked for again and again, of all elements of which nothing was said."""
    return Interval(0, most)


class Facts:
    """Immutable facts; ``rest_hi`` bounds (in ppb) the mass share of any element nothing was said about."""

    __slots__ = ("rest_hi", "values")

    def __init__(self, values: Mapping[str, Known], rest_hi: int = PPB) -> None:
        self.values = values
        self.rest_hi = rest_hi

    def choice(self, fact: str) -> frozenset[str] | None:
        """The possible values, or None when anything is possible."""
        known = self.values.get(fact)
        if isinstance(known, frozenset):
            return known
        role, at, list_name = fact.partition("@")
        if role in STANDS_FOR:
            return self.choice(STANDS_FOR[role] + at + list_name)
        if role == "end_user_parent":
            return NO_PARENT
        return ABSENT_MEANS.get(fact)

    def number(self, fact: str) -> Interval | None:
        known = self.values.get(fact)
        if isinstance(known, Interval):
            return known
        if fact.startswith("content."):
            return up_to(self.rest_hi)
        if fact.startswith("oxide."):
            element = self.number("content." + fact.removeprefix("oxide."))
            return up_to(element.hi if element else PPB)
        return up_to(0) if fact == "licence.exports_completed" else None

    def key(self) -> tuple[frozenset[tuple[str, Known]], int]:
        """Equal for equal facts."""
        return frozenset(self.values.items()), self.rest_hi

    def without(self, fact: str) -> "Facts":
        """The same facts with one not known."""
        return Facts({name: known for name, known in self.values.items() if name != fact}, self.rest_hi)

    def having(self, changes: Mapping[str, Known]) -> "Facts":
        """The same facts with some replaced; an element's oxide cannot outweigh the element."""
        values = {**self.values, **changes}
        for fact, known in changes.items():
            oxide = "oxide." + fact.removeprefix("content.")
            if fact.startswith("content.") and isinstance(known, Interval) and oxide not in changes:
                values.pop(oxide, None)
        return Facts(values, self.rest_hi)


NO_FACTS = Facts({})


def base_fact(fact: str) -> str:
    """The fact a person would be asked for: a party for its listings, an element for its oxide."""
    role, _, _ = fact.partition("@")
    role = STANDS_FOR.get(role, role) if "@" in fact else role
    for prefix in ("content.", "oxide."):
        if role.startswith(prefix):
            return "composition." + role.removeprefix(prefix)
    return role
