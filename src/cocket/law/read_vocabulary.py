"""Reads vocabulary.yaml: the values of facts, what they imply, the groups, and what named substances are made of."""

from collections.abc import Mapping
from typing import Literal, cast

import msgspec

from cocket.law.source import Field
from cocket.law.substances import Makeup
from cocket.law.vocabulary import CHOICES, Value, Vocabulary, spelling
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.errors import QuantityError
from cocket.quantity.formula import parse_formula

OF_ALL = ("may_be", "also", "implies")
OF_SOME = {"substance": ("formulas", "made_of", "holds", "in_mixtures", "by_name_alone"), "param": ("at_least",)}


def read_vocabulary(root: Field) -> Vocabulary:
    sections = root.mapping(required=("parameters", "groups"), optional=tuple(CHOICES.values()))
    values = {fact: _read_values(sections[name], fact) if name in sections else {} for fact, name in CHOICES.items()}
    groups = {
        fact: {name: _members(fact, members, values) for name, members in named.any_mapping().items()}
        for fact, named in sections["groups"].any_mapping().items()
    }
    exact = {name for name, value in values["substance"].items() if value.may_be == (name,)}
    substances = {name: _read_makeup(sections["substances"].any_mapping()[name].any_mapping()) for name in exact}
    read = Vocabulary(values, _read_values(sections["parameters"], "param"), groups, substances)
    return msgspec.structs.replace(
        read,
        values={fact: _expand(sections[CHOICES[fact]], some, read) if some else {} for fact, some in values.items()},
        parameters=_expand(sections["parameters"], read.parameters, read),
    )


def _members(fact: str, field: Field, values: dict[str, dict[str, Value]]) -> tuple[str, ...]:
    for item in field.one_or_more():
        if fact in values and item.text() not in values[fact]:
            raise item.refuse(f"'{item.text()}' is no value of {fact}", f"Write one of: {', '.join(values[fact])}")
    return field.texts()


def _read_values(section: Field, fact: str) -> dict[str, Value]:
    values: dict[str, Value] = {}
    called: dict[str, str] = {}
    for name, field in section.any_mapping().items():
        parts = field.mapping(required=("en", "zh"), optional=(*OF_ALL, *OF_SOME.get(fact, ())))
        may_be = parts["may_be"].texts() if "may_be" in parts else (name,)
        unknown = set(may_be) - section.any_mapping().keys()
        if unknown:
            raise field.refuse(f"may_be names {sorted(unknown)}, which stand nowhere", "Name values of this section")
        value = Value(
            name,
            parts["en"].text(),
            parts["zh"].text(),
            may_be,
            also=parts["also"].texts() if "also" in parts else (),
            at_least=parts["at_least"].text() if "at_least" in parts else None,
        )
        for word in (name, value.en, value.zh, *value.also):
            if called.setdefault(spelling(word), name) != name:
                raise field.refuse(f"'{word}' names {called[spelling(word)]} as well", "Keep it in one place")
        values[name] = value
    return values


def _expand(section: Field, values: Mapping[str, Value], vocabulary: Vocabulary) -> dict[str, Value]:
    """The same values with what they imply, groups written out."""
    whole = {}
    for name, field in section.any_mapping().items():
        implied = field.any_mapping().get("implies")
        whole[name] = values[name]
        if implied is not None:
            implies = {fact: _implied(fact, one, vocabulary) for fact, one in implied.any_mapping().items()}
            whole[name] = msgspec.structs.replace(values[name], implies=implies)
    return whole


def _implied(fact: str, field: Field, vocabulary: Vocabulary) -> tuple[str, ...]:
    if fact not in CHOICES:
        raise field.refuse(f"'{fact}' is no fact with a list of values", f"Name one of: {', '.join(CHOICES)}")
    found: list[str] = []
    for item in field.one_or_more():
        name = item.text()
        group = vocabulary.groups.get(fact, {}).get(name.removeprefix("@")) if name.startswith("@") else (name,)
        if group is None or not set(group) <= vocabulary.values[fact].keys():
            raise item.refuse(f"'{name}' is no value of {fact}", "Name values or a group of it")
        found.extend(exact for one in group for exact in vocabulary.values[fact][one].may_be)
    return tuple(dict.fromkeys(found))


def _read_makeup(parts: dict[str, Field]) -> Makeup:
    """The keys of a substance that say how it is known; raises LawError at the wrong one."""
    formulas = parts["formulas"].texts() if "formulas" in parts else ()
    for formula in formulas:
        try:
            parse_formula(formula)
        except QuantityError as error:
            raise parts["formulas"].refuse(str(error), "Write a formula such as Ga2O3") from None
    for key in ("made_of", "holds"):
        for item in parts[key].one_or_more() if key in parts else ():
            if item.text() not in ELEMENTS:
                raise item.refuse(f"'{item.text()}' is no chemical element", "Write its symbol, such as Ga")
    mixtures = parts["in_mixtures"].text() if "in_mixtures" in parts else None
    if mixtures not in (None, "reached", "stated"):
        raise parts["in_mixtures"].refuse(f"'{mixtures}' says nothing", "Write reached or stated, or leave it out")
    return Makeup(
        formulas=formulas,
        made_of=parts["made_of"].texts() if "made_of" in parts else (),
        holds=parts["holds"].texts() if "holds" in parts else (),
        in_mixtures=cast(Literal["reached", "stated"] | None, mixtures),
        by_name_alone="by_name_alone" in parts and parts["by_name_alone"].boolean(),
    )
