"""Reads entries, rules, acts, gaps, procedure and listings of an instrument file."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Literal, TypeAlias, cast, get_args

from cocket.law.condition import NEVER, All, Compare, Condition, leaves
from cocket.law.instrument import (
    Act,
    Effect,
    Entry,
    Gap,
    Listing,
    ListingState,
    ProcedureRule,
    Rule,
    State,
    Target,
    Window,
    Words,
)
from cocket.law.read_condition import ConditionReader
from cocket.law.shapes import CONTROL_CODE, COUNTRY_CODE, CUSTOMS_NUMBER
from cocket.law.source import Field

ActKind: TypeAlias = Literal["suspend", "repeal", "resume", "carry", "interpret"]
GOODS_FACTS = (*("kind", "family", "substance", "equipment", "control_code", "technology_field", "constituents_named"),)
EXEMPTIONS = ("voucher", "report")


def read_words(field: Field) -> Words:
    parts = field.mapping(required=("zh", "en"))
    return Words(parts["zh"].text(), parts["en"].text())


def read_question(parts: Mapping[str, Field]) -> Words | None:
    """What the text leaves open, if anything is named."""
    return parts["question"].in_both() if "question" in parts else None


def read_window(field: Field, default: Window | None = None) -> Window:
    parts = field.mapping(required=() if default else ("from",), optional=("from", "until"))
    since = parts["from"].day() if "from" in parts else cast(Window, default).since
    until = parts["until"].day() if "until" in parts and not parts["until"].is_null() else None
    if until is not None and until < since:
        raise field.refuse(f"the window ends ({until}) before it begins ({since})", "Put the earlier day in 'from'")
    return Window(since, until)


def read_entry(field: Field, conditions: ConditionReader, is_code: bool) -> Entry:
    parts = field.mapping(
        required=("id", "at", "text", "controls"),
        optional=("open_kinds", "might_reach", "hs_hint", "one_of", "yields_to", "question", "practice"),
    )
    identity = parts["id"].shaped(CONTROL_CODE, "control_code", "1C905.a.4") if is_code else parts["id"].text()
    controls = conditions.goods(parts["controls"])
    if "practice" in parts and parts["practice"].text() != "no_floor":
        raise parts["practice"].refuse("the only practice is no_floor", "Write no_floor or leave it out")
    reached = conditions.goods(parts["might_reach"]) if "might_reach" in parts else NEVER
    for leaf in (*leaves(controls), *leaves(reached)):
        fact = getattr(leaf, "fact", None)
        if fact and fact not in GOODS_FACTS and not re.match(r"(content|oxide|param)\.", fact):
            remedy = "An entry speaks of goods; put this under rules, in 'when'"
            raise parts["controls"].refuse(f"'{fact}' is no fact about goods", remedy)
    hints, confidence = _read_hints(parts["hs_hint"]) if "hs_hint" in parts else ((), "none")
    return Entry(
        id=identity,
        at=parts["at"].text(),
        text=read_words(parts["text"]),
        controls=controls,
        is_code=is_code,
        open_kinds=conditions.values("kind", parts["open_kinds"]) if "open_kinds" in parts else frozenset(),
        might_reach=reached,
        hs_hints=hints,
        hs_confidence=confidence,
        one_of=parts["one_of"].text() if "one_of" in parts else None,
        ranked_elements=_elements(controls)[1:] if "one_of" in parts else (),
        yields_to=parts["yields_to"].texts() if "yields_to" in parts else (),
        question=read_question(parts),
    )


def _elements(controls: Condition) -> tuple[str, ...]:
    named = (leaf.fact.partition(".")[2] for leaf in leaves(controls) if isinstance(leaf, Compare))
    return tuple(dict.fromkeys(named))


def _read_hints(field: Field) -> tuple[tuple[str, ...], str]:
    parts = field.mapping(required=("codes", "confidence"))
    codes = tuple(item.shaped(CUSTOMS_NUMBER, "customs_number", "2846901500") for item in parts["codes"].one_or_more())
    confidence = parts["confidence"].text()
    if confidence not in ("verified", "inferred"):
        raise parts["confidence"].refuse(f"'{confidence}' is no confidence", "Write verified or inferred")
    return codes, confidence


def read_rule(field: Field, conditions: ConditionReader, default: Window) -> Rule:
    parts = field.mapping(required=("id", "at", "says", "on", "effect"), optional=("when", "in_force", "instead_of"))
    effect = parts["effect"].text()
    if effect not in get_args(Effect):
        raise parts["effect"].refuse(f"'{effect}' is no effect", f"Write one of: {', '.join(get_args(Effect))}")
    if (effect in EXEMPTIONS) != ("instead_of" in parts):
        raise parts["effect"].refuse("an exemption, and only that, says from what", "Write 'instead_of: licence' there")
    if "instead_of" in parts and parts["instead_of"].text() != "licence":
        raise parts["instead_of"].refuse("an exemption stands in for a licence", "Write 'instead_of: licence'")
    return Rule(
        id=parts["id"].text(),
        at=parts["at"].text(),
        says=read_words(parts["says"]),
        on=_read_target(parts["on"]),
        when=conditions.read(parts["when"]) if "when" in parts else All(()),
        effect=cast(Effect, effect),
        in_force=read_window(parts["in_force"], default) if "in_force" in parts else default,
        instead_of=parts["instead_of"].text() if "instead_of" in parts else None,
    )


def _read_target(field: Field) -> Target:
    parts = field.mapping(optional=("entries", "licence", "trade"))
    if len(parts) != 1:
        raise field.refuse("a rule acts on one thing", "Write one of entries, licence, trade")
    ((kind, value),) = parts.items()
    names = value.texts()
    if kind == "trade" and names == ("any",):
        return Target("trade")
    if kind == "trade":
        raise value.refuse(f"'{names[0]}' is no trade", "Write 'trade: any'")
    if kind == "licence":
        return Target("licence", () if names == ("any",) else names)
    fixed: dict[tuple[str, ...], Literal["own_entries", "listed"]] = {
        ("own",): "own_entries",
        ("listed",): "listed",
    }
    return Target(fixed[names]) if names in fixed else Target("entries", names)


def read_act(field: Field, conditions: ConditionReader, default: Window) -> Act:
    parts = field.mapping(
        required=("id", "do", "target"),
        optional=("at", "during", "question", "reading", "when", "generally", "overrides", "says"),
    )
    do = parts["do"].text()
    if do not in get_args(ActKind):
        raise parts["do"].refuse(f"'{do}' is no act", f"Write one of: {', '.join(get_args(ActKind))}")
    if do == "suspend" and "during" not in parts:
        raise field.refuse("a suspension without days", "Add 'during: {from: ..., until: ...}'")
    if do == "interpret" and not {"reading", "when", "says"} <= parts.keys():
        raise field.refuse("a reading is not whole", "Add reading (inside or outside), when, and says")
    reading = parts["reading"].text() if "reading" in parts else None
    if reading not in (None, "inside", "outside"):
        raise parts["reading"].refuse(f"'{reading}' is no reading", "Write inside or outside")
    return Act(
        id=parts["id"].text(),
        at=parts["at"].text() if "at" in parts else "whole",
        do=cast(ActKind, do),
        target=parts["target"].texts(),
        during=read_window(parts["during"], default) if "during" in parts else default,
        question=read_question(parts),
        reading=cast(Literal["inside", "outside"] | None, reading),
        when=conditions.goods(parts["when"]) if "when" in parts else None,
        generally="generally" in parts and parts["generally"].boolean(),
        overrides=parts["overrides"].texts() if "overrides" in parts else (),
        says=read_words(parts["says"]) if "says" in parts else None,
    )


def read_gap(field: Field, conditions: ConditionReader, default: Window) -> Gap:
    parts = field.mapping(required=("id", "at", "text", "when", "why"), optional=("in_force",))
    return Gap(
        id=parts["id"].text(),
        at=parts["at"].text(),
        text=read_words(parts["text"]),
        when=conditions.goods(parts["when"]),
        in_force=read_window(parts["in_force"], default) if "in_force" in parts else default,
        why=parts["why"].in_both(),
    )


def read_procedure(field: Field, conditions: ConditionReader) -> ProcedureRule:
    parts = field.mapping(required=("id", "at", "when", "outcome", "says"), optional=("guidance",))
    outcome = parts["outcome"].text()
    if outcome not in ("NEW_APPLICATION", "AMENDMENT", "VIOLATION"):
        raise parts["outcome"].refuse(f"'{outcome}' is no outcome", "Write NEW_APPLICATION, AMENDMENT or VIOLATION")
    return ProcedureRule(
        id=parts["id"].text(),
        at=parts["at"].text(),
        when=conditions.goods(parts["when"]),
        outcome=cast(Literal["NEW_APPLICATION", "AMENDMENT", "VIOLATION"], outcome),
        says=read_words(parts["says"]),
        guidance="guidance" in parts and parts["guidance"].boolean(),
    )


def read_listing(field: Field, default: Window) -> Listing:
    parts = field.mapping(
        required=("id", "name"),
        optional=("aliases", "country", "address", "in_force", "states", "identity", "note"),
    )
    country = None
    if "country" in parts and not parts["country"].is_null():
        country = parts["country"].shaped(COUNTRY_CODE, "country_code", "US")
    if "identity" in parts and parts["identity"].text() not in ("certain", "doubtful"):
        raise parts["identity"].refuse("an identity is certain or doubtful", "Write one of the two")
    states = tuple(_read_state(item) for item in parts["states"].items()) if "states" in parts else ()
    _refuse_overlap(field, states)
    return Listing(
        id=parts["id"].text(),
        name=read_words(parts["name"]),
        in_force=read_window(parts["in_force"], default) if "in_force" in parts else default,
        country=country,
        address=parts["address"].text() if "address" in parts else None,
        aliases=parts["aliases"].texts() if "aliases" in parts else (),
        states=states,
        certain="identity" not in parts or parts["identity"].text() == "certain",
        note=parts["note"].text() if "note" in parts else None,
    )


def _read_state(field: Field) -> State:
    parts = field.mapping(required=("state", "from"), optional=("until", "between", "known_from", "source", "note"))
    state = parts["state"].text()
    if state not in get_args(ListingState):
        raise parts["state"].refuse(f"'{state}' is no state", f"Write one of: {', '.join(get_args(ListingState))}")
    since = parts["from"].day()
    until = parts["until"].day() if "until" in parts else None
    if until is not None and until < since:
        raise field.refuse(f"the state ends ({until}) before it begins ({since})", "Put the earlier day in 'from'")
    return State(
        state=cast(ListingState, state),
        during=Window(since, until),
        known_from=parts["known_from"].day() if "known_from" in parts else since,
        between=parts["between"].texts() if "between" in parts else (),
        source=parts["source"].text() if "source" in parts else None,
        note=parts["note"].text() if "note" in parts else None,
    )


def _refuse_overlap(field: Field, states: tuple[State, ...]) -> None:
    for earlier, later in pairwise(states):
        if earlier.during.until is None or later.during.since <= earlier.during.until:
            problem = f"the state from {later.during.since} overlaps the one from {earlier.during.since}"
            raise field.refuse(problem, "End the earlier state on the day before")
