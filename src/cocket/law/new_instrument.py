"""The law file that follows from a lawyer's answers: head, entries, rules, acts, parties and tests.

Which conditions, rules and acts the answers make is decided here and nowhere else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cocket.law.answers import Ban, Change, Goods, NewInstrument, Reach, ReadingAnswer
from cocket.law.house_yaml import Plain, written
from cocket.law.shapes import CONTROL_CODE

# A plain export: what a test says nothing else of.
USUAL: Mapping[str, Plain] = {
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}
LAST_DAY_QUESTION: dict[str, Plain] = {
    "zh": "末日是否在内？文本未说明；按在内理解",
    "en": "is the last day inside? the text does not say; read as inside",
}
MOVEMENTS: dict[str, list[dict[str, Plain]]] = {
    "from_china": [{"movement": "@leaves_mainland"}],
    "abroad": [{"movement": "@abroad", "origin": "CN"}],
    "both": [{"movement": "@leaves_mainland"}, {"movement": "@abroad", "origin": "CN"}],
}


@dataclass(frozen=True, slots=True)
class Example:
    """A test to be written beside the law; ``about`` names the answer it was made from, as ``goods[0]``."""

    name: str
    about: str
    on: date
    known: date
    given: Mapping[str, Plain]
    expect: Mapping[str, Plain]


def law_file(new: NewInstrument, first_party: int, examples: tuple[Example, ...]) -> str:
    """The text of the law file; ``first_party`` is the next free number of a listing."""
    parts = [head_of(new), goods_of(new), rules_of(new), changes_of(new), parties_of(new, first_party)]
    parts.append(tests_of(examples))
    return f"# {new.title_en}.\n" + "\n".join(written(part) for part in parts if part)


def head_of(new: NewInstrument) -> dict[str, Plain]:
    record: dict[str, Plain] = {"known_from": str(new.issued), "basis": new.basis}
    record |= {"official_text_opened": new.official_text_opened} | kept({"unverified": [*new.unverified]})
    head: dict[str, Plain] = {
        "instrument": new.id,
        "regime": new.regime,
        "kind": new.kind,
        "number": {"zh": new.number_zh, "en": new.number_en},
        "title": {"zh": new.title_zh, "en": new.title_en},
        "authority": [*new.authorities],
    }
    head |= kept({"made_under": [*new.made_under]})
    head |= {"issued": str(new.issued), "in_force": window(new.since, new.until)}
    head |= {"checked_until": str(new.checked_until), "sources": [*new.sources], "record": [record]}
    return head | kept({"doubts": [*new.doubts]})


def kept(parts: dict[str, Plain]) -> dict[str, Plain]:
    """Without what was left empty."""
    return {key: value for key, value in parts.items() if value not in ("", [], {})}


def window(since: date, until: date | None) -> dict[str, Plain]:
    return {"from": str(since), "until": str(until)} if until else {"from": str(since)}


def one_or_more(values: tuple[str, ...]) -> Plain:
    return values[0] if len(values) == 1 else [*values]


def goods_of(new: NewInstrument) -> dict[str, Plain]:
    if not new.goods:
        return {}
    is_list = all(CONTROL_CODE.fullmatch(one.code) for one in new.goods)
    entries: list[Plain] = [entry_of(one) for one in new.goods]
    return {"entries_are": "control_list" if is_list else "annex", "entries": entries}


def entry_of(one: Goods) -> dict[str, Plain]:
    confidence = "verified" if one.customs_numbers_read else "inferred"
    hint: dict[str, Plain] = {"codes": [*one.customs_numbers], "confidence": confidence}
    entry: dict[str, Plain] = {"id": one.code, "at": one.at, "text": {"zh": one.text_zh, "en": one.text_en}}
    entry |= {"controls": controls_of(one)} | kept({"open_kinds": [*one.open_kinds]})
    return entry | ({"hs_hint": hint} if one.customs_numbers else {}) | kept({"question": one.question})


def controls_of(one: Goods) -> dict[str, Plain]:
    """All that is named must hold; what the answers could not say is a doubt, so that a person decides it."""
    named = {
        "kind": one.kinds,
        "technology_field": one.technology_fields,
        "family": one.families,
        "contains": one.contains,
        "contains_any": one.contains_any,
        "main": one.main,
        "oxide_of": one.oxide_of,
    }
    controls: dict[str, Plain] = {key: one_or_more(values) for key, values in named.items() if values}
    limits: dict[str, dict[str, Plain]] = {}
    for limit in one.limits:
        limits.setdefault(limit.fact, {})[limit.relation] = limit.figure
    return {**controls, **limits, **kept({"doubt": one.remaining})}


def rules_of(new: NewInstrument) -> dict[str, Plain]:
    rules = [*_following(new), *(rule for number, ban in enumerate(new.bans, 1) for rule in _ban(ban, number))]
    return {"rules": rules} if rules else {}


def _following(new: NewInstrument) -> Iterator[Plain]:
    if new.follows is None:
        return
    places: dict[str, Plain] = kept({"destination": [*new.follows.destinations]})
    for name, movement in _named("licence" if new.follows.effect == "licence" else "ban-own", new.follows.reach):
        says: Plain = {"zh": new.follows.says_zh, "en": new.follows.says_en}
        rule: dict[str, Plain] = {"id": name, "at": new.follows.at, "says": says, "on": {"entries": "own"}}
        yield rule | {"when": movement | places, "effect": new.follows.effect}


def _ban(ban: Ban, number: int) -> Iterator[Plain]:
    facts: dict[str, tuple[str, ...]] = {
        "destination": ban.destinations,
        "end_user_type": ban.end_user_types,
        "end_use": ban.end_uses,
    }
    when: dict[str, Plain] = {key: [*values] for key, values in facts.items() if values}
    for name, movement in _named(f"ban-{number}", ban.reach):
        says: Plain = {"zh": ban.says_zh, "en": ban.says_en}
        rule: dict[str, Plain] = {"id": name, "at": ban.at, "says": says, "on": {"entries": ban.goods}}
        yield rule | {"when": movement | when, "effect": ban.effect}


def _named(name: str, reach: Reach) -> Iterator[tuple[str, dict[str, Plain]]]:
    """A rule for each way of moving goods that the answer names."""
    for number, movement in enumerate(MOVEMENTS[reach]):
        yield (f"{name}-abroad" if number else name), movement


def changes_of(new: NewInstrument) -> dict[str, Plain]:
    acts: list[Plain] = []
    for number, change in enumerate(new.changes, 1):
        acts += _change(change, number)
    for number, reading in enumerate(new.readings, 1):
        acts.append(_reading(reading, number))
    return {"acts": acts} if acts else {}


def act_name(do: str, number: int) -> str:
    return do if number == 1 else f"{do}-{number}"


def _change(change: Change, number: int) -> list[Plain]:
    """Taking entries over means ending the old instrument on the same day."""
    acts = {"take_over": ("repeal", "carry")}.get(change.do, (change.do,))
    during = window(change.since, change.last if change.do == "suspend" else None)
    doubtful = change.do == "suspend" and change.until is not None and change.last_day == "not_said"
    asked: dict[str, Plain] = {"question": LAST_DAY_QUESTION} if doubtful else {}
    told: dict[str, Plain] = {"at": change.at, "target": [*change.targets], "during": during}
    return [{"id": act_name(do, number), "do": do} | told | asked for do in acts]


def _reading(one: ReadingAnswer, number: int) -> Plain:
    act: dict[str, Plain] = {"id": f"reading-{number}", "do": "interpret", "at": one.at, "target": [*one.targets]}
    act |= {"reading": one.reading, "when": {"kind": one_or_more(one.kinds)}}
    return act | ({"generally": True} if one.generally else {}) | {"says": {"zh": one.says_zh, "en": one.says_en}}


def parties_of(new: NewInstrument, first_party: int) -> dict[str, Plain]:
    if not new.parties:
        return {}
    listings: list[Plain] = []
    for number, party in enumerate(new.parties, first_party):
        listing: dict[str, Plain] = {"id": f"cn-party-{number:03}", "name": {"en": party.name_en, "zh": party.name_zh}}
        listing |= kept({"aliases": [*party.aliases], "country": party.country})
        listings.append(listing | ({} if party.name_certain else {"identity": "doubtful"}))
    return {"list": new.list_name, "binds_abroad": new.binds_abroad, "listings": listings}


def tests_of(examples: tuple[Example, ...]) -> dict[str, Plain]:
    tests: list[Plain] = []
    for one in examples:
        given = {key: value for key, value in one.given.items() if USUAL.get(key) != value}
        days: dict[str, Plain] = {"date": str(one.on), "known": str(one.known)}
        tests.append({"name": one.name} | days | {"given": given, "expect": one.expect})
    return {"tests_given": USUAL, "tests": tests} if tests else {}
