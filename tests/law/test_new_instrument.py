"""The law file that answers make: read by the real reader, it says what the lawyer said."""

from datetime import date
from pathlib import Path

import pytest

from cocket.law.answers import NewInstrument
from cocket.law.condition import All, Compare, Doubt, In, leaves
from cocket.law.instrument import Instrument
from cocket.law.lawbook import Lawbook
from cocket.law.new_instrument import law_file
from cocket.law.read_condition import ConditionReader, contains
from cocket.law.read_instrument import read_instrument
from cocket.law.words import Words
from tests.law.new_answers import FOLLOWS, RUTHENIUM, goods, new_instrument


def read_back(new: NewInstrument, lawbook: Lawbook, folder: Path) -> Instrument:
    path = folder / "law.yaml"
    path.write_text(law_file(new, 300, ()), encoding="utf-8")
    return read_instrument(path, new.file, ConditionReader(lawbook.vocabulary), tuple(lawbook.regimes))


def test_the_head_says_who_what_and_when(lawbook: Lawbook, tmp_path: Path) -> None:
    one = read_back(new_instrument(RUTHENIUM, until="2027-12-31", unverified=["annex 2"]), lawbook, tmp_path)
    assert (one.id, one.file) == ("cn/mofcom-gac/2027/9", "cn/mofcom-gac/2027/009.yaml")
    assert (one.issued, one.in_force.since, one.in_force.until) == (
        date(2027, 3, 1),
        date(2027, 4, 1),
        date(2027, 12, 31),
    )
    assert (one.checked_until, one.known_from, one.unverified) == (date(2027, 3, 2), date(2027, 3, 1), ("annex 2",))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, "cn/mofcom-gac/2027/9"),
        ({"kind": "listing", "list_name": "control_list"}, "cn/parties/2027-9"),
        ({"kind": "listing", "list_name": "unreliable_entity_list"}, "cn/parties/uel-2027-9"),
        ({"kind": "guidance", "authorities": ["cn/mofcom"]}, "cn/mofcom/qa/9"),
        ({"kind": "law", "authorities": ["cn/npc"], "number": "customs-law"}, "cn/npc/2027/customs-law"),
    ],
)
def test_each_kind_of_instrument_has_its_place(changes: dict[str, object], place: str) -> None:
    assert new_instrument(**changes).id == place


def test_goods_become_conditions_with_the_relation_that_was_asked_for(lawbook: Lawbook, tmp_path: Path) -> None:
    line = goods(
        kinds=["metal", "alloy"],
        contains=["Ni"],
        limits=[
            {"of": "Ru", "relation": "above", "figure": "97 %"},
            {"of": "Ru", "relation": "at_most", "figure": "99 %"},
        ],
        remaining="is it a crystal bar?",
    )
    (entry,) = read_back(new_instrument(line), lawbook, tmp_path).entries
    controls = entry.controls
    assert isinstance(controls, All)
    assert In("kind", frozenset({"metal", "alloy"})) in controls.parts
    assert contains("Ni") in controls.parts
    assert {leaf for leaf in leaves(controls) if isinstance(leaf, Compare) and leaf.fact == "content.Ru"} == {
        Compare("content.Ru", "above", 970_000_000),
        Compare("content.Ru", "at_most", 990_000_000),
    }
    assert Doubt(Words("is it a crystal bar?", "is it a crystal bar?")) in controls.parts


def test_lines_without_codes_are_an_annex(lawbook: Lawbook, tmp_path: Path) -> None:
    (entry,) = read_back(new_instrument(goods(code="annex1.item1")), lawbook, tmp_path).entries
    assert not entry.is_code


def test_a_rule_for_both_ways_of_moving_goods_is_two_rules(lawbook: Lawbook, tmp_path: Path) -> None:
    follows = FOLLOWS | {"reach": "both", "destinations": ["KR"]}
    rules = read_back(new_instrument(RUTHENIUM, follows=follows), lawbook, tmp_path).rules
    assert [rule.id for rule in rules] == ["licence", "licence-abroad"]
    assert all(In("destination", frozenset({"KR"})) in leaves(rule.when) for rule in rules)
    assert In("origin", frozenset({"CN"})) in leaves(rules[1].when)


def test_taking_over_ends_the_old_and_goes_on_under_the_new(lawbook: Lawbook, tmp_path: Path) -> None:
    change = {"do": "take_over", "at": "2", "targets": ["cn/mofcom-gac/2025/18"], "since": "2027-04-01"}
    acts = read_back(new_instrument(changes=[change], follows=FOLLOWS), lawbook, tmp_path).acts
    assert [(act.do, act.during.since) for act in acts] == [("repeal", date(2027, 4, 1)), ("carry", date(2027, 4, 1))]


@pytest.mark.parametrize(
    ("last_day", "last", "asks"), [("inside", 31, False), ("outside", 30, False), ("not_said", 31, True)]
)
def test_the_last_day_of_a_suspension_is_what_was_answered(
    last_day: str, last: int, asks: bool, lawbook: Lawbook, tmp_path: Path
) -> None:
    change = {"do": "suspend", "at": "1", "targets": ["cn/mofcom-gac/2025/18"], "since": "2027-04-01"}
    new = new_instrument(changes=[change | {"until": "2027-12-31", "last_day": last_day}])
    (act,) = read_back(new, lawbook, tmp_path).acts
    assert act.during.until == date(2027, 12, last)
    assert bool(act.question) == asks


def test_parties_get_the_next_free_numbers(lawbook: Lawbook, tmp_path: Path) -> None:
    parties = [{"name_zh": "甲", "name_en": "A, Inc."}, {"name_zh": "乙", "name_en": "B", "name_certain": False}]
    new = new_instrument(kind="listing", list_name="watch_list", binds_abroad=True, parties=parties)
    one = read_back(new, lawbook, tmp_path)
    assert [(x.id, x.name.en, x.certain) for x in one.listings] == [
        ("cn-party-300", "A, Inc.", True),
        ("cn-party-301", "B", False),
    ]
    assert (one.list_name, one.binds_abroad) == ("watch_list", True)
