"""Which facts there are, what values they take, and the groups the law's conditions may name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from cocket.quantity.elements import ELEMENTS

if TYPE_CHECKING:
    from cocket.law.source import Field  # brings the YAML reader, which a cached lawbook does not need

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
}
COUNTRIES = ("destination", "origin", "end_user_country", "moved_from")
PARTY_ROLES = ("importer", "end_user", "consignee", "end_user_parent")
PARTY_LISTS = ("control_list", "watch_list", "unreliable_entity_list")
OPEN_WORDS = (
    "substance",
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
    """One value of a closed list; ``may_be`` is what a loose word can stand for (itself when exact)."""

    name: str
    en: str
    zh: str
    may_be: tuple[str, ...]


class Vocabulary(msgspec.Struct, frozen=True):
    values: dict[str, dict[str, Value]]
    parameters: dict[str, Value]
    groups: dict[str, dict[str, tuple[str, ...]]]

    def exact(self, fact: str) -> frozenset[str]:
        """All values that a completed fact can have."""
        return frozenset(name for value in self.values[fact].values() for name in value.may_be)


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


def read_vocabulary(root: Field) -> Vocabulary:
    sections = root.mapping(required=(*dict.fromkeys(CHOICES.values()), "parameters", "groups"))
    values = {fact: _read_values(sections[section]) for fact, section in CHOICES.items()}
    groups = {
        fact: {name: _members(fact, members, values) for name, members in named.any_mapping().items()}
        for fact, named in sections["groups"].any_mapping().items()
    }
    return Vocabulary(values, _read_values(sections["parameters"]), groups)


def _members(fact: str, field: Field, values: dict[str, dict[str, Value]]) -> tuple[str, ...]:
    for item in field.one_or_more():
        if fact in values and item.text() not in values[fact]:
            raise item.refuse(f"'{item.text()}' is no value of {fact}", f"Write one of: {', '.join(values[fact])}")
    return field.texts()


def _read_values(section: Field) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, field in section.any_mapping().items():
        parts = field.mapping(required=("en", "zh"), optional=("may_be",))
        may_be = parts["may_be"].texts() if "may_be" in parts else (name,)
        unknown = set(may_be) - section.any_mapping().keys()
        if unknown:
            raise field.refuse(f"may_be names {sorted(unknown)}, which stand nowhere", "Name values of this section")
        values[name] = Value(name, parts["en"].text(), parts["zh"].text(), may_be)
    return values
