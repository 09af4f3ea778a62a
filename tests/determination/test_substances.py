"""What the goods are, by name, kind and composition: narrowed as far as the facts prove, and never freed by a slip."""

import pytest

from cocket.check.checker import Checker
from cocket.determination.outcome import FREE, Open
from cocket.determination.read_facts import Line
from cocket.quantity.interval import PPB, Interval, exactly

LINE = {
    "date": "2025-06-20",
    "destination": "DE",
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
}

TELLURIDE = {"composition": {"Cd": 45, "Zn": 5, "Te": 50}, "composition_complete": True}


def read(checker: Checker, **stated: object) -> Line:
    return checker.read({key.replace("__", "."): value for key, value in stated.items()})


def substance(checker: Checker, **stated: object) -> frozenset[str] | None:
    return read(checker, **stated).facts.choice("substance")


@pytest.mark.parametrize(
    "name", ["antimony trioxide", "Antimony Trioxide", "antimony-trioxide", "三氧化二锑", "Sb2O3", "antimony_oxide"]
)
def test_a_substance_is_known_by_each_of_its_names(name: str, checker: Checker) -> None:
    assert substance(checker, kind="oxide", substance=name) == {"antimony_oxide"}


def test_a_formula_that_is_none_of_the_named_ones_is_another_substance(checker: Checker) -> None:
    assert substance(checker, kind="compound", substance="K2WO4") == {"other"}
    assert substance(checker, kind="compound", substance="tungsten disulfide") == {"other"}


def test_a_name_that_is_not_known_leaves_it_open_and_is_told(checker: Checker) -> None:
    line = read(checker, kind="compound", substance="tungsten carbyde")
    assert "tungsten_carbide" in (line.facts.choice("substance") or ()) and line.warnings == ("substance_not_known",)


def test_a_substance_known_by_its_name_alone_is_none_that_a_composition_leaves_possible(checker: Checker) -> None:
    hydrogen_and_nitrogen = {"H": 12.6, "N": 87.4}
    unnamed = substance(checker, kind="compound", composition=hydrogen_and_nitrogen, composition_complete=True)
    assert "propellant" not in (unnamed or ())
    named = {"substance": "hydrazine", "composition": hydrogen_and_nitrogen, "composition_complete": True}
    assert substance(checker, kind="compound", **named) == {"propellant"}


@pytest.mark.parametrize(
    ("goods", "wanted"),
    [
        ({"kind": "wafer", "composition": {"GaAs": 100}}, {"gallium_arsenide"}),
        ({"kind": "oxide", "composition": {"Dy2O3": 99.9}}, {"other"}),
        ({"kind": "oxide", "composition": {"Ga": 74}}, {"gallium_oxide"}),
        ({"kind": "target", **TELLURIDE}, {"cadmium_zinc_telluride"}),
        ({"kind": "wafer", "composition": {"InGaAs": 100}}, {"indium_gallium_arsenide"}),
        ({"kind": "mixture", "composition": {"APT": 40, "SiO2": 60}}, {"ammonium_paratungstate"}),
        ({"kind": "mixture", "composition": {"GaN": 60, "WC": 5}}, {"tungsten_carbide"}),
        ({"kind": "crystal", "composition": {"Te": 99.9}}, {"element"}),
        ({"kind": "ore", "composition": {"Sb": 55}}, {"antimony_ore", "antimony_sulfide"}),
        ({"kind": "crystal", "contains": ["Lu", "Y", "Si", "O"]}, {"element", "other"}),
        ({"kind": "magnet"}, {"element", "other"}),
    ],
)  # fmt: skip
def test_the_composition_and_the_kind_tell_the_substance(
    goods: dict[str, object], wanted: set[str], checker: Checker
) -> None:
    assert substance(checker, **goods) == wanted


@pytest.mark.parametrize(
    ("goods", "among"),
    [
        ({"kind": "compound", "composition": {"WO3": 88.5}}, "ammonium_paratungstate"),  # an assay as oxide
        ({"kind": "wafer", "contains": ["Te"]}, "gallium_arsenide"),  # one constituent says nothing of others
        ({"kind": "wafer", "contains": ["Ga", "As"]}, "gallium_arsenide"),
        ({"kind": "wafer", "contains": ["Ga", "As"]}, "other"),
        ({"kind": "mixture", "composition": {"SiO2": 90}}, "tungsten_carbide"),  # ten per cent may be that
        ({"kind": "mixture", "composition": {"Sb2O3": 99}}, "tungsten_carbide"),
        ({"kind": "compound", "composition": {"Ga": 40}}, "gallium_arsenide"),
    ],
)
def test_what_the_facts_do_not_exclude_stays_possible(goods: dict[str, object], among: str, checker: Checker) -> None:
    assert among in (substance(checker, **goods) or frozenset())


def test_nothing_told_says_nothing(checker: Checker) -> None:
    assert substance(checker) is None


def test_a_named_substance_says_of_what_kind_the_goods_may_be_and_what_is_in_them(checker: Checker) -> None:
    known = read(checker, substance="gallium arsenide").facts
    assert "magnet" not in (known.choice("kind") or ()) and {"wafer", "crystal"} <= (known.choice("kind") or set())
    assert (known.number("content.Ga") or exactly(0)).lo > PPB // 5


def test_a_named_metal_is_mostly_that_metal(checker: Checker) -> None:
    known = read(checker, kind="metal", substance="gallium").facts
    assert known.number("content.Ga") == Interval(PPB // 2, PPB)


CONTRADICTIONS: tuple[tuple[dict[str, object], str], ...] = (
    ({"kind": "wafer", "substance": "other", "composition": {"GaAs": 100}}, "substance_contradicts_composition"),
    ({"kind": "magnet", "substance": "gallium arsenide"}, "kind_is_contradicted"),
    ({"kind": "compound", "substance": "InP", "composition": {"In": 0}}, "substance_contradicts_composition"),
    ({"kind": "alloy", "composition": {"Ga": 48, "As": 52}, "composition_complete": True}, "kind_is_contradicted"),
    ({"kind": "compound", "param.graphite_kind": "natural flake", "composition": {"C": 95}}, "kind_is_contradicted"),
    ({"kind": "graphite_block", "param.graphite_kind": "flake", "composition": {"C": 1}}, "kind_is_contradicted"),
    ({"kind": "metal", "equipment": "six-sided press", "param.cylinder_mm": 600}, "kind_is_contradicted"),
    ({"kind": "powder", "param.shape": "block", "composition": {"W": 99.9}}, "shape_is_contradicted"),
)


@pytest.mark.parametrize(("goods", "warning"), CONTRADICTIONS)
def test_a_contradiction_is_told_and_frees_nothing(goods: dict[str, object], warning: str, checker: Checker) -> None:
    verdict = checker.check({**LINE, **goods}, checker.lawbook.as_of)
    assert warning in verdict.warnings
    assert not set(verdict.of("dual_use").possible) <= FREE


def test_the_purity_is_the_share_of_the_substance_and_not_of_its_element(checker: Checker) -> None:
    def purity(**goods: object) -> Interval | None:
        return read(checker, **goods).facts.number("param.purity_pct")

    assert purity(kind="oxide", composition={"Sb2O3": 99.99}) == exactly(99_990_000)
    assert purity(kind="graphite_block", composition={"C": 99.95}) == exactly(99_950_000)
    assert purity(kind="oxide", composition={"Sb": 83.5, "O": 16.5}, composition_complete=True) is None
    assert purity(kind="mixture", composition={"SbH3": 1, "H": 99}) is None
    both = purity(kind="graphite_block", composition={"C": 99.5}, param__purity_pct=99.95)
    assert both == Interval(99_500_000, 99_950_000)


def test_a_purity_that_the_composition_contradicts_is_told_and_both_stay_possible(checker: Checker) -> None:
    goods = {"kind": "graphite_block", "composition": {"C": 10}, "param__purity_pct": 99.95}
    line = read(checker, **goods)
    assert line.facts.number("param.purity_pct") == Interval(10_000_000, 99_950_000)
    assert "purity_contradicts_composition" in line.warnings
    agreeing = read(checker, **goods | {"composition": {"C": "95-100"}})
    assert "purity_contradicts_composition" not in agreeing.warnings


def test_a_purity_without_a_basis_is_the_least_by_inorganic_elements(checker: Checker) -> None:
    known = read(checker, kind="compound", param__purity_pct=99.5).facts.number("param.purity_inorganic_pct")
    assert known == Interval(99_500_000, 100_000_000)


def test_a_measure_of_round_pieces_says_that_the_piece_is_round(checker: Checker) -> None:
    known = read(checker, kind="metal", param__diameter_mm=130).facts.choice("param.shape")
    assert known is not None and "cylinder" in known and "block" not in known and "powder" not in known


def test_a_family_says_what_the_goods_mostly_are_and_not_what_traces_are_in_them(checker: Checker) -> None:
    known = read(checker, family="NdFeB", contains=["Dy"]).facts
    assert (known.number("content.Bi") or exactly(0)).hi < PPB // 2 < (known.number("content.Fe") or exactly(0)).hi
    assert (known.number("content.Tb") or exactly(0)).hi > 100_000


def test_equipment_under_a_stated_code_is_of_no_other_kind(checker: Checker) -> None:
    known = read(checker, kind="equipment", control_code="2B901").facts
    assert known.choice("equipment") == {"other_equipment"}
    assert read(checker, kind="equipment", control_code="7A101").facts.choice("equipment") is None


@pytest.mark.parametrize("kind", ["wafer", "crystal", "compound", "other_powder"])
@pytest.mark.parametrize(
    "constituents",
    [["Si", "Te"], ["Fe", "S"], ["Zn", "O"], ["Zn", "O", "N"], ["C", "O", "Si"], ["B", "N"]],
    ids=" ".join,
)
def test_a_list_of_dopants_or_impurities_frees_nothing(kind: str, constituents: list[str], checker: Checker) -> None:
    """Gallium arsenide with silicon and tellurium, indium phosphide with iron and sulfur, diamond with boron and
    nitrogen: what is named is true, and what matters is not named."""
    stated = {"kind": kind, "contains": constituents, "date": "2025-06-20", "destination": "DE"}
    civil = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}
    found = checker.check({**stated, **civil}, checker.lawbook.as_of).of("dual_use")
    assert found.outcome is Open.NEEDS_FACTS
