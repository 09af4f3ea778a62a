"""What words say beside what columns state: columns first, both where they contradict, a likelihood decides nothing."""

from dataclasses import replace

import pytest

from cocket.determination.facts import NOT_LISTED_TOKEN, Known
from cocket.determination.heard import Heard, HeardFact
from cocket.determination.read_facts import Line, read_line
from cocket.law.lawbook import load_lawbook
from cocket.quantity.composition import read_composition
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB, Interval

LAWBOOK = load_lawbook()


def fact(name: str, *values: str, certain: bool = True, widens: bool = True) -> HeardFact:
    return HeardFact(name, values, certain, widens, "words", 0, 5)


def line(stated: dict[str, object], *facts: HeardFact, **heard: object) -> Line:
    said = Heard(facts, **heard)  # type: ignore[arg-type]
    return read_line(stated, LAWBOOK.vocabulary, lambda name, on: frozenset({NOT_LISTED_TOKEN}), LAWBOOK.codes, said)


def known(stated: dict[str, object], name: str, *facts: HeardFact, **heard: object) -> Known | None:
    return line(stated, *facts, **heard).facts.values.get(name)


def effects(found: Line) -> list[str]:
    return [one.effect for one in found.heard]


MAGNET, MOTOR = fact("kind", "magnet"), fact("kind", "motor")
DY = read_composition({"Dy": "3 %"})


def test_what_no_column_states_is_taken_from_the_words_if_it_is_certain() -> None:
    assert known({}, "kind", MAGNET) == {"magnet"}
    assert effects(line({}, MAGNET)) == ["decides"]
    unsure = fact("kind", "magnet", certain=False)
    assert known({}, "kind", unsure) is None
    assert effects(line({}, unsure)) == ["shown"]


def test_a_column_goes_before_words_that_agree() -> None:
    found = line({"kind": "magnet"}, fact("kind", "magnet", "alloy"))
    assert found.facts.values["kind"] == {"magnet"}
    assert (effects(found), found.warnings) == (["agrees"], ())


def test_a_loose_word_of_a_column_is_made_narrower_by_words_that_are_certain() -> None:
    oxide = fact("kind", "oxide")
    assert known({"kind": "powder"}, "kind", oxide) == {"oxide"}
    loose = LAWBOOK.vocabulary.values["kind"]["powder"].may_be
    assert known({"kind": "powder"}, "kind", fact("kind", "oxide", certain=False)) == frozenset(loose)


@pytest.mark.parametrize(("stated", "told"), [("motor", MAGNET), ("magnet", MOTOR)])
def test_a_contradiction_keeps_both_and_is_told(stated: str, told: HeardFact) -> None:
    found = line({"kind": stated}, told)
    assert found.facts.values["kind"] == {"magnet", "motor"}
    assert (found.warnings, effects(found)) == (("words_contradict_kind",), ["contradicts"])


def test_a_contradiction_that_could_only_free_is_told_and_changes_nothing() -> None:
    found = line({"kind": "magnet"}, fact("kind", "motor", certain=False, widens=False))
    assert found.facts.values["kind"] == {"magnet"}
    assert found.warnings == ("words_contradict_kind",)


LIKELY_MACHINE = replace(
    fact("kind", "equipment", certain=False, widens=False), against=frozenset({"electronic_product", "other_goods"})
)


def test_what_can_only_catch_counts_beside_goods_that_would_be_free_though_it_is_not_certain() -> None:
    found = line({"kind": "electronic_product"}, LIKELY_MACHINE)
    assert found.facts.values["kind"] == {"electronic_product", "equipment"}
    assert known({"kind": "magnet"}, "kind", LIKELY_MACHINE) == {"magnet"}
    assert known({}, "kind", LIKELY_MACHINE) is None


def test_a_substance_in_words_counts_against_one_that_is_only_called_another() -> None:
    named = replace(fact("substance", "propellant"), against=frozenset({"other_goods"}))
    found = line({"kind": "compound", "substance": "other"}, named)
    assert found.facts.values["substance"] == {"propellant"}
    assert (found.warnings, effects(found)) == (("words_contradict_substance",), ["contradicts"])
    stated = known({"kind": "compound", "substance": "sodium fluoride"}, "substance", named)
    assert stated == {"sodium_fluoride"}
    of_written_law = fact("substance", "tungsten_carbide")
    assert known({"kind": "compound", "substance": "other"}, "substance", of_written_law) == {"other"}


def test_a_value_that_the_vocabulary_does_not_have_is_only_shown() -> None:
    found = line({}, fact("kind", "gizmo"))
    assert ("kind" in found.facts.values, effects(found)) == (False, ["shown"])


def test_a_share_in_words_is_the_composition_where_no_column_speaks_of_it() -> None:
    found = line({}, fact("share", "Dy", "3 %"), composition=DY)
    assert found.facts.values["content.Dy"] == parse_share("3 %")
    assert found.facts.rest_hi == PPB - parse_share("2 %").lo
    assert effects(found) == ["decides"]


def test_a_stated_share_stands_and_a_new_element_of_the_words_is_added() -> None:
    found = line({"composition": {"Nd": 29}}, fact("share", "Dy", "3 %"), composition=DY)
    assert found.facts.values["content.Nd"] == parse_share("29 %")
    assert found.facts.values["content.Dy"] == parse_share("3 %")
    assert found.facts.rest_hi == line({"composition": {"Nd": 29}}).facts.rest_hi
    assert found.warnings == ()


@pytest.mark.parametrize(
    "stated", [{"composition": {"Dy": 0}}, {"composition": {"Nd": 100}, "composition_complete": True}]
)
def test_an_element_that_a_column_denies_and_words_assert_may_be_there(stated: dict[str, object]) -> None:
    found = line(stated, fact("share", "Dy", "3 %"), composition=DY)
    assert found.facts.values["content.Dy"] == Interval(0, parse_share("3 %").hi)
    assert (found.warnings, effects(found)) == (("words_contradict_composition",), ["contradicts"])


def test_a_denial_in_words_never_takes_an_element_away() -> None:
    absent = fact("absent", "Dy", certain=False)
    assert known({}, "content.Dy", absent) is None
    found = line({"composition": {"Dy": 3}}, absent)
    assert found.facts.values["content.Dy"] == parse_share("3 %")
    assert found.warnings == ("words_contradict_composition",)
    assert line({"composition": {"Dy": 0}}, absent).warnings == ()


def test_words_do_not_name_all_constituents() -> None:
    found = line({}, fact("contains", "Dy"), composition=read_composition({}, ["Dy"]))
    assert "constituents_named" not in found.facts.values
    assert found.facts.rest_hi > PPB // 2


def test_a_country_in_the_words_only_contradicts() -> None:
    place = fact("destination", "US", certain=False)
    assert known({}, "destination", place) is None
    found = line({"destination": "DE"}, place)
    assert found.facts.values["destination"] == {"DE", "US"}
    assert found.warnings == ("words_contradict_destination",)
    assert line({"destination": "US"}, place).warnings == ()


def test_a_purity_of_the_words_is_a_measured_property_and_a_contradiction_keeps_both() -> None:
    purity = Interval(99_990_000, 200_000_000)
    assert known({}, "param.purity_pct", purity=purity) == purity
    found = line({"param.purity_pct": "99.5"}, fact("purity", ">=99.99"), purity=purity)
    assert found.facts.values["param.purity_pct"] == Interval(99_500_000, 200_000_000)
    assert found.warnings == ("words_contradict_purity",)


def test_several_goods_in_one_line_are_told() -> None:
    assert line({}, doubts=("several_goods",)).warnings == ("several_goods",)
    assert line({}, doubts=("not_understood",)).warnings == ()
