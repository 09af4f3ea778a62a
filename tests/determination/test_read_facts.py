"""What a line states becomes what it may be: sets of values and ranges; what it does not state stays open."""

from datetime import date, datetime

import pytest

from cocket.check.checker import Checker
from cocket.determination.facts import NOT_LISTED_TOKEN, Facts, base_fact
from cocket.determination.read_facts import Line, flatten
from cocket.quantity.composition import read_composition
from cocket.quantity.interval import PPB, Interval, exactly

LISTED = "MP Materials Corp."


def read(checker: Checker, **stated: object) -> Line:
    return checker.read({key.replace("__", "."): value for key, value in stated.items()})


def facts(checker: Checker, **stated: object) -> Facts:
    return read(checker, **stated).facts


def test_nothing_stated_leaves_everything_open(checker: Checker) -> None:
    line = read(checker)
    assert (line.facts.values, line.facts.rest_hi, line.on) == ({}, PPB, None)
    assert (line.warnings, line.ignored) == ((), ())


def test_nothing_stated_of_what_it_is_made_of_is_the_empty_composition(checker: Checker) -> None:
    assert read(checker, destination="DE").composition == read_composition({})


def test_a_stated_word_is_that_value_alone(checker: Checker) -> None:
    known = facts(checker, kind="magnet", family="NdFeB", destination="DE", end_use="civil")
    assert known.choice("kind") == {"magnet"}
    assert known.choice("family") == {"NdFeB"}
    assert known.choice("destination") == {"DE"}
    assert known.choice("end_use") == {"civil"}


def test_several_values_are_any_of_them(checker: Checker) -> None:
    assert facts(checker, kind=["magnet", "oxide"]).choice("kind") == {"magnet", "oxide"}


@pytest.mark.parametrize("day", ["2025-04-04", " 2025-04-04 ", date(2025, 4, 4), datetime(2025, 4, 4, 12, 30)])  # noqa: DTZ001
def test_a_day_may_come_as_text_or_from_a_spreadsheet(day: object, checker: Checker) -> None:
    assert read(checker, date=day).on == date(2025, 4, 4)


def test_facts_may_nest_or_be_dotted(checker: Checker) -> None:
    nested = {"temporary": {"kind": "exhibition_abroad", "returned_as_is_at_once": True}, "composition": {"Dy": 3}}
    dotted = {
        "temporary.kind": "exhibition_abroad",
        "temporary.returned_as_is_at_once": True,
        "composition.Dy": 3,
    }
    assert flatten(nested).keys() == {"temporary.kind", "temporary.returned_as_is_at_once", "composition"}
    assert checker.read(nested).facts.key() == checker.read(dotted).facts.key()
    assert checker.read(dotted).facts.number("content.Dy") == exactly(30_000_000)


@pytest.mark.parametrize(
    ("share", "known"),
    [
        (3, exactly(30_000_000)),
        ("3 %", exactly(30_000_000)),
        ("<0.05", Interval(0, 499_999)),
        ("250 ppm", exactly(250_000)),
        ("1-3", Interval(10_000_000, 30_000_000)),
    ],
)
def test_a_share_is_a_range_in_parts_per_billion(share: object, known: Interval, checker: Checker) -> None:
    assert facts(checker, composition={"Dy": share}).number("content.Dy") == known


def test_an_element_named_without_a_figure_is_at_least_a_hundredth_of_a_per_cent(checker: Checker) -> None:
    known = facts(checker, contains=["Nd", "Fe"]).number("content.Nd")
    assert known is not None and known.lo == 100_000 and known.hi > PPB // 2


@pytest.mark.parametrize("contains", ["Nd Fe, B", "Nd;Fe;B", ["Nd", "Fe", "B"], "Nd、Fe、B"])
def test_elements_may_be_named_in_a_list_or_in_one_text(contains: object, checker: Checker) -> None:
    assert {"content.Nd", "content.Fe", "content.B"} <= facts(checker, contains=contains).values.keys()


def test_a_complete_composition_leaves_room_for_nothing_else(checker: Checker) -> None:
    known = facts(checker, composition={"Nd": 31, "Fe": 68, "B": 1}, composition_complete=True)
    assert known.number("content.Dy") == exactly(0)
    assert facts(checker, composition={"Nd": 31, "Fe": 68}).number("content.Dy") == Interval(0, 20_000_000)


def test_an_oxide_states_its_element_as_oxide(checker: Checker) -> None:
    known = facts(checker, composition={"Dy2O3": 10})
    oxide = known.number("oxide.Dy")
    assert oxide is not None and oxide.lo > 80_000_000
    assert facts(checker, composition={"DyCl3": 10}, composition_complete=False).number("oxide.Dy") is not None


def test_measured_values_keep_millionths(checker: Checker) -> None:
    parameter = next(iter(checker.lawbook.vocabulary.parameters))
    assert facts(checker, **{f"param.{parameter}": "1.73"}).number(f"param.{parameter}") == exactly(1_730_000)


@pytest.mark.parametrize("ratio", ["0.001", "0.1 %", "0.0010"])
def test_the_ratio_of_value_may_be_a_ratio_or_a_share(ratio: str, checker: Checker) -> None:
    known = facts(checker, china_origin_part1_value_ratio=ratio)
    assert known.number("china_origin_part1_value_ratio") == exactly(1_000_000)


@pytest.mark.parametrize(("said", "known"), [(True, "true"), ("yes", "true"), ("否", "false"), ("0", "false")])
def test_yes_and_no_may_be_said_in_several_ways(said: object, known: str, checker: Checker) -> None:
    assert facts(checker, china_origin_technology=said).choice("china_origin_technology") == {known}


def test_a_place_not_disclosed_is_a_place_not_known(checker: Checker) -> None:
    assert facts(checker, destination="XX").choice("destination") is None
    assert facts(checker, destination="XX").key() == facts(checker).key()


def test_foreign_origin_is_any_place_but_china(checker: Checker) -> None:
    known = facts(checker, origin="foreign").choice("origin")
    assert known is not None and "CN" not in known


def test_a_listed_party_is_known_by_its_listing(checker: Checker) -> None:
    known = facts(checker, end_user=LISTED).choice("end_user@control_list")
    assert known and NOT_LISTED_TOKEN not in known
    assert facts(checker, end_user="Bergmann Motoren GmbH").choice("end_user@control_list") == {NOT_LISTED_TOKEN}


def test_an_end_user_said_to_be_unlisted_is_on_no_list(checker: Checker) -> None:
    known = facts(checker, end_user_listed=False)
    lists = ("control_list", "watch_list", "unreliable_entity_list")
    assert all(known.choice(f"end_user@{name}") == {NOT_LISTED_TOKEN} for name in lists)


def test_a_name_that_is_listed_prevails_over_the_word_that_it_is_not(checker: Checker) -> None:
    known = facts(checker, end_user=LISTED, end_user_listed=False).choice("end_user@control_list")
    assert known and NOT_LISTED_TOKEN not in known


def test_an_end_user_said_to_be_listed_is_still_asked_for(checker: Checker) -> None:
    assert facts(checker, end_user_listed=True).choice("end_user@control_list") is None


@pytest.mark.parametrize(
    ("fact", "stands_for"),
    [("importer@control_list", "end_user@control_list"), ("end_user_country", "destination")],
)
def test_what_is_left_out_stands_for_its_neighbour(fact: str, stands_for: str) -> None:
    known = Facts({stands_for: frozenset({"X"})})
    assert known.choice(fact) == {"X"}
    assert known.having({fact: frozenset({"Y"})}).choice(fact) == {"Y"}
    assert Facts({}).choice(fact) is None


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("movement", "export"),
        ("temporary.kind", "none"),
        ("exporter_told_of_use", "nothing"),
        ("goods_listed", "not_stated"),
        ("control_code", "not_stated"),
        ("exported_without_licence", "false"),
        ("end_user_parent@control_list", NOT_LISTED_TOKEN),
    ],
)
def test_some_facts_say_something_when_they_are_left_out(fact: str, value: str) -> None:
    assert Facts({}).choice(fact) == {value}


@pytest.mark.parametrize("said", ["missile parts", "yes", True])
def test_whoever_was_told_of_a_use_was_told(said: object, checker: Checker) -> None:
    assert facts(checker, exporter_told_of_use=said).choice("exporter_told_of_use") == {"told"}


@pytest.mark.parametrize("said", [False, "no", "none", "否"])
def test_whoever_was_not_told_was_not(said: object, checker: Checker) -> None:
    assert facts(checker, exporter_told_of_use=said).choice("exporter_told_of_use") == {"nothing"}


@pytest.mark.parametrize(
    ("stated", "late"),
    [
        ({"licence_issued": "2025-06-02", "declared": "2025-06-01"}, "true"),
        ({"licence_issued": "2025-06-01", "declared": "2025-06-01"}, "false"),
        ({"licence_issued": "2025-06-02", "date": "2025-06-01"}, "true"),
        ({"licence_issued": "2025-06-02", "date": "2025-06-01", "declared": "2025-06-03"}, "false"),
        ({"licence_issued": "2025-06-02"}, "false"),
    ],
)
def test_a_licence_is_late_when_it_was_issued_after_the_declaration(
    stated: dict[str, object], late: str, checker: Checker
) -> None:
    assert facts(checker, **stated).choice("licence.issued_after_declaration") == {late}


def test_what_no_law_speaks_of_is_named_and_never_dropped_in_silence(checker: Checker) -> None:
    assert read(checker, kind="magnet", colour="red", end_user_age=40).ignored == ("colour", "end_user_age")


def test_words_about_a_line_are_kept_with_it_and_decide_nothing(checker: Checker) -> None:
    line = read(checker, kind="magnet", product="NX-45", quantity="50", unit="kg", hs="8505110000", exporter="Acme")
    assert line.ignored == ()
    assert line.said["product"] == "NX-45"
    assert line.facts.key() == facts(checker, kind="magnet").key()


def test_a_stated_code_that_no_instrument_holds_points_to_law_not_written_down(checker: Checker) -> None:
    assert facts(checker, control_code="1C905.a.4").choice("control_code") == {"1C905.a.4"}
    assert facts(checker, control_code="9A999").choice("control_code") == {"unwritten"}


@pytest.mark.parametrize(
    ("fact", "asked"),
    [
        ("content.Dy", "composition.Dy"),
        ("oxide.Dy", "composition.Dy"),
        ("end_user@watch_list", "end_user"),
        ("importer@watch_list", "end_user"),
        ("end_user_parent@watch_list", "end_user_parent"),
        ("destination", "destination"),
    ],
)
def test_a_fact_is_asked_for_in_the_words_of_a_line(fact: str, asked: str) -> None:
    assert base_fact(fact) == asked


def test_what_is_asked_for_can_be_answered_in_the_same_words(checker: Checker) -> None:
    stated: dict[str, object] = {"kind": "magnet", "family": "NdFeB", "date": "2025-06-20", "destination": "DE"}
    stated |= {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}
    answer = checker.check(stated, checker.lawbook.as_of).of("dual_use")
    assert set(answer.ask) == {"composition.Dy", "composition.Tb"}
    again = checker.check(stated | dict.fromkeys(answer.ask, "0"), checker.lawbook.as_of).of("dual_use")
    assert again.ask == () and not again.is_open
