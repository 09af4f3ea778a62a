"""A value that the schema does not take is refused with its file, line and key, and with what to write instead."""

from typing import NamedTuple

import pytest

from tests.law.small_lawbook import FIRST, SmallLawbook


class Bad(NamedTuple):
    """A change of the small lawbook's instrument; ``at`` begins the line that the refusal must name."""

    old: str
    new: str
    key: str
    problem: str
    remedy: str
    at: str = ""


GOODS = "contains: Dy}"
WHEN = "when: {movement: export}"

CITATIONS = {
    "an entry without a pinpoint": Bad(
        "    at: item 4\n", "", "entries[0]", "'at' is missing", "Add 'at:' here", 'id: "1C905.a.4"'
    ),
    "a rule without a pinpoint": Bad(
        "    at: closing words\n", "", "rules[0]", "'at' is missing", "Add 'at:' here", "id: licence"
    ),
    "a pinpoint left empty": Bad("at: item 4", "at:", "entries[0].at", "a text is wanted", "non-empty text"),
    "a pinpoint of null": Bad("at: item 4", "at: null", "entries[0].at", "a text is wanted", "non-empty text"),
    "a pinpoint of blanks": Bad("at: item 4", 'at: " "', "entries[0].at", "a text is wanted", "non-empty text"),
    "no source": Bad("sources: [an address]", "sources: []", "sources", "an empty list", "Name at least one"),
    "no authority": Bad("authority: [cn/office]", "authority: []", "authority", "an empty list", "at least one"),
    "no record of when it was known": Bad(
        'record: [{known_from: "2025-04-04", basis: the gazette}]', "record: []", "record", "no record", "known_from"
    ),
    "a title in one language": Bad(
        "{zh: 决定, en: a decision}", "{en: a decision}", "title", "'zh' is missing", "'zh:'"
    ),
}
QUOTING = {
    "a day": Bad('issued: "2025-04-04"', "issued: 2025-04-04", "issued", "not quoted", 'Write "2025-04-04"'),
    "a control code": Bad('id: "1C905.a.4"', "id: 1C905.a.4", "entries[0].id", "not quoted", 'Write "1C905.a.4"'),
    "a customs number": Bad(
        '["8505110000"]', "[8505110000]", "entries[0].hs_hint.codes[0]", "not quoted", 'Write "8505110000"'
    ),
    "a customs heading": Bad('["8505110000"]', "[8505]", "entries[0].hs_hint.codes[0]", "not quoted", 'Write "8505"'),
    "a heading that octal readers spoil": Bad(
        '["8505110000"]', "[0402]", "entries[0].hs_hint.codes[0]", "0402 is not quoted", 'Write "0402"'
    ),
    "a code that YAML 1.2 takes for a number": Bad(
        WHEN, "when: {control_code: 3E001}", "rules[0].when.control_code", "not quoted", 'Write "3E001"'
    ),
    "Norway": Bad(WHEN, "when: {destination: NO}", "rules[0].when.destination", "not quoted", 'Write "NO"'),
}
SHAPES = {
    "a day of no calendar": Bad('issued: "2025-04-04"', 'issued: "2025-02-29"', "issued", "is no day", '"2025-04-04"'),
    "a day without dashes": Bad('issued: "2025-04-04"', 'issued: "20250404"', "issued", "is no day", '"2025-04-04"'),
    "a day of a week": Bad('issued: "2025-04-04"', 'issued: "2025-W14-5"', "issued", "is no day", '"2025-04-04"'),
    "a control code": Bad('id: "1C905.a.4"', 'id: "905.a.4"', "entries[0].id", "no control code", '"1C905.a.4"'),
    "a customs number with points": Bad(
        '["8505110000"]', '["8505.11"]', "entries[0].hs_hint.codes[0]", "no customs number", '"2846901500"'
    ),
    "a country by name": Bad(
        WHEN, 'when: {destination: "Norway"}', "rules[0].when.destination", "no country code", '"DE"'
    ),
    "a flag in words": Bad(
        WHEN, 'when: {goods_listed: "no"}', "rules[0].when.goods_listed", "neither true nor false", "true or false"
    ),
    "a list where a text stands": Bad("at: item 4", "at: [item, 4]", "entries[0].at", "a text is wanted", "non-empty"),
    "a text where a list stands": Bad(
        "record: [{", "record: [gazette, {", "record[0]", "a mapping is wanted", "'key: value'"
    ),
}
KEYS = {
    "an unknown key": Bad(
        "    at: item 4\n",
        "    at: item 4\n    colour: red\n",
        "entries[0].colour",
        "unknown key 'colour'",
        "id, at, text, controls",
        "colour:",
    ),
    "a key that stands twice": Bad(
        "    at: item 4\n",
        "    at: item 4\n    at: item 5\n",
        "entries[0].at",
        "the key 'at' stands twice",
        "Keep one",
        "at: item 5",
    ),
    "a condition's key that stands twice": Bad(
        GOODS, "contains: Dy, contains: Tb}", "entries[0].controls.contains", "'contains' stands twice", "Keep one"
    ),
    "a language key in capitals": Bad("en: a decision", "EN: a decision", "title.EN", "unknown key 'EN'", "zh, en"),
}


WORDS = {
    "an unknown element": Bad(
        GOODS, "contains: Dx}", "entries[0].controls.contains", "'Dx' is no chemical element", "such as Dy"
    ),
    "an unknown element of a content": Bad(
        GOODS, 'content.Zz: {at_least: "1 %"}}', "entries[0].controls.content.Zz", "no fact 'content.Zz'", "contains"
    ),
    "an unknown measured property": Bad(
        GOODS,
        "param.densty_g_cm3: {at_least: 7}}",
        "entries[0].controls.param.densty_g_cm3",
        "no parameter",
        "density_g_cm3",
    ),
    "an unknown kind": Bad(
        "kind: magnet,",
        "kind: magnett,",
        "entries[0].controls.kind",
        "no value of kind",
        "ceramic, magnet, motor, oxide",
    ),
    "a loose kind, which is several": Bad(
        "kind: magnet,", "kind: powder,", "entries[0].controls.kind", "'powder' is no value", "ceramic, magnet, motor"
    ),
    "an unknown group": Bad(
        '"@magnet_products"', '"@magnets"', "entries[0].open_kinds", "no group '@magnets'", "magnet_products"
    ),
    "a group of another fact": Bad(
        WHEN, 'when: {movement: "@magnet_products"}', "rules[0].when.movement", "no group", "Groups of movement: none"
    ),
    "an unknown fact": Bad(
        WHEN, "when: {colour: red}", "rules[0].when.colour", "no fact 'colour'", "docs/law-format.md"
    ),
    "a party as a plain fact": Bad(WHEN, "when: {end_user: Acme}", "rules[0].when.end_user", "no fact", "party"),
    "an unknown list of parties": Bad(
        WHEN,
        "when: {party: {listed_in: blacklist, roles: [importer]}}",
        "rules[0].when.party.listed_in",
        "'blacklist' is not known",
        "control_list, watch_list",
    ),
    "an unknown role of a party": Bad(
        WHEN,
        "when: {party: {listed_in: control_list, roles: [buyer]}}",
        "rules[0].when.party.roles[0]",
        "'buyer' is not known",
        "importer, end_user",
    ),
    "an unknown effect": Bad("effect: licence", "effect: tax", "rules[0].effect", "no effect", "licence, catch_all"),
    "an unknown regime": Bad("regime: dual_use", "regime: arms", "regime", "'arms' is not known", "dual_use"),
    "an unknown kind of instrument": Bad(
        "kind: announcement", "kind: rumour", "kind", "'rumour' is not known", "law, regulation, announcement"
    ),
    "an unknown confidence": Bad(
        "confidence: inferred", "confidence: guessed", "entries[0].hs_hint.confidence", "no confidence", "verified or"
    ),
    "an unknown practice": Bad(
        "    at: item 4\n",
        "    at: item 4\n    practice: floor_of_5_percent\n",
        "entries[0].practice",
        "only practice",
        "no_floor",
        "practice:",
    ),
}
CONDITIONS = {
    "of nothing": Bad(WHEN, "when: {}", "rules[0].when", "an empty condition", "at least one fact"),
    "of any of nothing": Bad(WHEN, "when: {any: []}", "rules[0].when.any", "an empty list", "at least one condition"),
    "of all of nothing": Bad(WHEN, "when: {all: []}", "rules[0].when.all", "an empty list", "at least one condition"),
    "of no kind": Bad("kind: magnet,", "kind: [],", "entries[0].controls.kind", "an empty list", "at least one value"),
    "of no element": Bad(GOODS, "contains: []}", "entries[0].controls.contains", "an empty list", "one element"),
    "without a limit": Bad(
        GOODS,
        "content.Tb: {}}",
        "entries[0].controls.content.Tb",
        "no limit is given",
        "above, at_least, below, at_most",
    ),
    "with a limit of its own name": Bad(
        GOODS,
        'content.Tb: {over: "1 %"}}',
        "entries[0].controls.content.Tb.over",
        "unknown key 'over'",
        "above, at_least",
    ),
    "with a range for a limit": Bad(
        GOODS, 'content.Tb: {above: "1-2 %"}}', "entries[0].controls.content.Tb.above", "not a range", "the figure"
    ),
    "with a word for a limit": Bad(
        GOODS, "content.Tb: {above: little}}", "entries[0].controls.content.Tb.above", "little", '"0.1 %"'
    ),
    "that names some and leaves the rest unsaid": Bad(
        WHEN, 'when: {destination: {any_of: ["US"]}}', "rules[0].when.destination", "not whole", "doubtful and question"
    ),
    "that excludes and names at once": Bad(
        WHEN,
        'when: {destination: {not: ["CN"], any_of: ["US"]}}',
        "rules[0].when.destination",
        "not whole",
        "not alone",
    ),
}
ENTRIES_SPEAK_OF_GOODS = {
    fact: Bad(
        GOODS, f"contains: Dy, {fact}: {value}}}", "entries[0].controls", f"'{fact}' is no fact about goods", "rules"
    )
    for fact, value in {"destination": '"US"', "end_use": "military", "movement": "export"}.items()
} | {
    "party": Bad(
        GOODS,
        "contains: Dy, party: {listed_in: control_list, roles: [importer]}}",
        "entries[0].controls",
        "a party condition cannot stand here",
        "rules",
    )
}


def refuse(small: SmallLawbook, bad: Bad) -> None:
    small.replace(bad.old, bad.new)
    error = small.refusal()
    assert error.file == FIRST
    assert error.line == small.line_of(bad.at or bad.new)
    assert error.key == bad.key
    assert bad.problem in error.problem
    assert bad.remedy in error.remedy
    assert str(error).startswith(f"{FIRST}:{error.line}: {bad.key}: ")


@pytest.mark.parametrize("what", CITATIONS)
def test_what_has_no_citation_is_refused(what: str, small: SmallLawbook) -> None:
    refuse(small, CITATIONS[what])


@pytest.mark.parametrize("what", QUOTING)
def test_what_other_readers_would_misread_must_be_quoted(what: str, small: SmallLawbook) -> None:
    refuse(small, QUOTING[what])


@pytest.mark.parametrize("what", SHAPES)
def test_a_value_of_another_shape_is_refused(what: str, small: SmallLawbook) -> None:
    refuse(small, SHAPES[what])


@pytest.mark.parametrize("what", KEYS)
def test_a_key_is_known_and_stands_once(what: str, small: SmallLawbook) -> None:
    refuse(small, KEYS[what])


@pytest.mark.parametrize("what", WORDS)
def test_a_word_outside_the_vocabulary_is_refused(what: str, small: SmallLawbook) -> None:
    refuse(small, WORDS[what])


@pytest.mark.parametrize("what", CONDITIONS)
def test_a_condition_is_whole(what: str, small: SmallLawbook) -> None:
    refuse(small, CONDITIONS[what])


@pytest.mark.parametrize("fact", ENTRIES_SPEAK_OF_GOODS)
def test_an_entry_speaks_of_goods_only(fact: str, small: SmallLawbook) -> None:
    refuse(small, ENTRIES_SPEAK_OF_GOODS[fact])


def test_the_small_lawbook_itself_is_accepted(small: SmallLawbook) -> None:
    assert list(small.read().entries) == ["1C905.a.4"]
