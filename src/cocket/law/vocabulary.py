"""Which facts there are, what values they take, and the groups the law's conditions may name."""

import re
from functools import cache, cached_property
from typing import Literal, TypeAlias

import msgspec

from cocket.law.substances import Makeup
from cocket.quantity.elements import ELEMENTS

FactType: TypeAlias = Literal["choice", "open", "country", "party", "yes_no", "share", "measure", "count"]

# Facts with a closed list of values: the vocabulary section that holds the list.
CHOICES = {
    "kind": "kinds",
    "family": "families",
    "movement": "movements",
    "end_user_type": "end_user_types",
    "end_use": "end_uses",
    "technology_field": "technology_fields",
    "temporary.kind": "temporary_kinds",
    "substance": "substances",
    "equipment": "equipment",
    "param.shape": "shapes",
    "param.graphite_kind": "graphite_kinds",
}
COUNTRIES = ("destination", "origin", "end_user_country", "moved_from")
PARTY_ROLES = ("importer", "end_user", "consignee", "end_user_parent")
PARTY_LISTS = ("control_list", "watch_list", "unreliable_entity_list")
OPEN_WORDS = (
    "control_code",
    "customs_heading",  # the first four digits of the declared number: it may point to goods, and decides nothing
    "change.field",
    "licence.type",
    "exporter_told_of_use",
    "consultation_reply",
)
YES_NO = (
    "china_origin_technology",
    "goods_listed",
    "constituents_named",
    "exported_without_licence",
    "licence.issued_after_declaration",
    "temporary.returned_as_is_at_once",
    "temporary.within_reasonable_time",
    "temporary.to_original_place",
    "temporary.to_original_end_user",
)
SHARES = ("china_origin_part1_value_ratio", "end_user_parent_share_pct")
COUNTS = ("licence.exports_completed", "licence.age_days")


class Value(msgspec.Struct, frozen=True):
    """One value of a closed list; ``may_be`` is what a loose word can stand for (itself when exact).

    ``also`` are other spellings. ``implies`` says, by fact, which values of other facts go with it. A measured
    property may imply facts too, and be ``at_least`` another one.
    """

    name: str
    en: str
    zh: str
    may_be: tuple[str, ...]
    also: tuple[str, ...] = ()
    implies: dict[str, tuple[str, ...]] = {}
    at_least: str | None = None


class Vocabulary(msgspec.Struct, frozen=True, dict=True):
    values: dict[str, dict[str, Value]]
    parameters: dict[str, Value]
    groups: dict[str, dict[str, tuple[str, ...]]]
    substances: dict[str, Makeup] = {}

    def exact(self, fact: str) -> frozenset[str]:
        """All values that a completed fact can have."""
        return self._exact[fact]

    @cached_property
    def _exact(self) -> dict[str, frozenset[str]]:
        return {
            fact: frozenset(name for value in named.values() for name in value.may_be)
            for fact, named in self.values.items()
        }

    def find(self, fact: str, text: str) -> str | None:
        """The value that a word stands for, however it is spelt; None if no value is called so."""
        if text in self.values[fact]:
            return text
        return self._spellings[fact].get(spelling(text))

    @cached_property
    def _spellings(self) -> dict[str, dict[str, str]]:
        return {
            fact: {
                spelling(word): name
                for name, value in named.items()
                for word in (name, value.en, value.zh, *value.also)
            }
            for fact, named in self.values.items()
        }


def spelling(text: str) -> str:
    """The form in which two spellings of a name are the same: case, spaces, hyphens and brackets aside."""
    return re.sub(r"[\s_()（）\[\]·\-‐–—,，、'’]+", "", text.casefold())


@cache
def fact_type(fact: str) -> FactType | None:
    """The type of a fact, or None if there is no such fact."""
    simple: dict[FactType, tuple[str, ...]] = {
        "choice": tuple(CHOICES),
        "country": COUNTRIES,
        "party": PARTY_ROLES,
        "open": OPEN_WORDS,
        "yes_no": YES_NO,
        "share": SHARES,
        "count": COUNTS,
    }
    for kind, names in simple.items():
        if fact in names:
            return kind
    if fact.startswith(("content.", "oxide.")):
        return "share" if fact.partition(".")[2] in ELEMENTS else None
    return "measure" if fact.startswith("param.") else None
