"""What each sort of words in a description means, and what it does not mean."""

import pytest

from cocket.reading.description import read_description
from cocket.reading.lexing import LENGTH_MAX

ASSEMBLIES = {"simple_magnet_assembly", "fixed_assembly", "rotor_assembly"}


def certain(text: str, fact: str) -> set[str]:
    """The values of a fact that are certain; of an element or name all that were read."""
    return {value for one in read_description(text).of(fact) if one.sure == "certain" for value in one.values}


def shares(text: str) -> dict[str, str]:
    return {one.values[0]: one.values[1].replace(" ", "") for one in read_description(text).of("share")}


def read(text: str, fact: str) -> set[str]:
    return {value for one in read_description(text).of(fact) for value in one.values}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("sintered NdFeB arc magnet N48SH, 3 % Dy", {"magnet"}),
        ("氧化钇 99.99%", {"oxide"}),
        ("motor rotor, magnets on shaft", {"rotor_assembly"}),
        ("motor magnet", {"magnet"}),
        ("magnet for motors", {"magnet"}),
        ("电机用磁钢", {"magnet"}),
        ("用于电机的磁瓦", {"magnet"}),
        ("permanent magnet motor", {"motor"}),
        ("带钕铁硼磁铁的扬声器", {"electronic_product"}),
        ("a box of terbium metal lumps", {"metal"}),
        ("yttrium oxide target", {"target"}),
        ("scandium-aluminium master alloy", {"alloy"}),
        ("dysprosium nitrate", {"compound"}),
        ("硝酸镝", {"compound"}),
        ("germanium metal ingot", {"metal"}),
        ("antimony ingot", {"metal", "alloy"}),
    ],
)
def test_the_last_noun_says_what_the_goods_are(text: str, kinds: set[str]) -> None:
    assert certain(text, "kind") == kinds


@pytest.mark.parametrize(
    "text",
    [
        *("motor housing", "motor parts", "magnet holder", "battery material", "phosphor bronze strip"),
        *("ceramic raw material", "magnet scrap", "电机外壳", "磁铁盒", "crystal glasses", "motor kit"),
        *("packaging for magnets", "ferrite core", "something for magnets", "germanium lenses"),
    ],
)
def test_another_noun_behind_it_leaves_the_kind_open(text: str) -> None:
    assert certain(text, "kind") == set()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("motors and magnets", {"motor", "magnet"}),
        ("motor with spare magnets", set()),
        ("motor including magnets", {"motor", "magnet"}),
        ("magnet or motor", {"motor", "magnet"}),
        ("2 motors 4 magnets", {"motor", "magnet"}),
        ("电机、磁钢", {"motor", "magnet"}),
        ("speaker/magnet", {"electronic_product", "magnet"}),
    ],
)
def test_two_things_in_one_description_are_both_or_nothing(text: str, kinds: set[str]) -> None:
    assert certain(text, "kind") == kinds
    assert {"motor", "electronic_product"} != certain(text, "kind")


def test_two_things_named_outright_are_told() -> None:
    assert "several_goods" in read_description("motors and magnets").doubts
    assert "several_goods" in read_description("NdFeB magnets and ferrite magnets").doubts
    assert read_description("sintered NdFeB magnet").doubts == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("rotor with shaft", {"rotor_assembly"}),
        ("motor rotor", ASSEMBLIES),
        ("rotor magnet", {"magnet"}),
        ("magnets on steel plate", {"magnet", *ASSEMBLIES}),
        ("magnets fixed on a steel plate", {"fixed_assembly"}),
        ("magnets on shaft", {"rotor_assembly", "simple_magnet_assembly"}),
        ("magnets in a box", {"magnet"}),
    ],
)
def test_a_rotor_and_a_fixed_assembly_need_the_words_that_make_them_one(text: str, kinds: set[str]) -> None:
    assert certain(text, "kind") == kinds


@pytest.mark.parametrize(
    ("text", "may_be_magnets"), [("plush toy", False), ("toy", True), ("magnetic toy", True), ("毛绒玩具", False)]
)
def test_a_toy_may_be_magnets_unless_its_stuff_is_named(text: str, may_be_magnets: bool) -> None:
    assert ("magnet" in certain(text, "kind")) == may_be_magnets


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("neodymium magnet", {"NdFeB"}),
        ("Nd-Fe-B magnet", {"NdFeB"}),
        ("SmCo5 magnet", {"SmCo"}),
        ("ceramic magnet", {"ferrite"}),
        ("铁氧体磁瓦", {"ferrite"}),
        ("rare-earth magnet", {"NdFeB", "SmCo", "SmFeN", "Ce", "other_family"}),
        ("NdFeB/SmCo magnets", {"NdFeB", "SmCo"}),
        ("ferrite magnets and NdFeB magnets", {"NdFeB", "ferrite"}),
        ("cerium magnet", {"Ce", "NdFeB"}),
        ("magnet N48SH", {"NdFeB"}),
        ("VACODYM 655 HR magnet", {"NdFeB"}),
        ("non-ferrite magnet", set()),
        ("magnet replacing ferrite", set()),
        ("magnet Y30", set()),
        ("ferrite magnet N48SH", set()),
        ("ferrite magnet with neodymium", set()),
    ],
)
def test_the_family_is_read_from_its_names_and_never_guessed(text: str, families: set[str]) -> None:
    assert certain(text, "family") == families


@pytest.mark.parametrize("text", ["magnet N48SH", "VACODYM 655 HR magnet", "BMN-38EH magnet", "NMX-S38EH magnet"])
def test_a_grade_tells_nothing_of_what_is_in_the_magnet(text: str) -> None:
    assert not read(text, "contains") | read(text, "share") | read(text, "absent")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nd 29% Dy 3% Fe 67%", {"Nd": "29%", "Dy": "3%", "Fe": "67%"}),
        ("29% Nd, 3% Dy, balance Fe", {"Nd": "29%", "Dy": "3%"}),
        ("magnet, Dy: 2-4 %", {"Dy": "2-4%"}),
        ("<0.1% Dy in the magnet", {"Dy": "<0.1%"}),
        ("NdFeB magnet, Dy+Tb <= 0.1%", {"Dy": "<=0.1%", "Tb": "<=0.1%"}),
        ("磁体，镝含量2-4%", {"Dy": "2-4%"}),
        ("磁体，镝含量不超过0.5%", {"Dy": "<=0.5%"}),
        ("镝含量不低于1.5%", {"Dy": ">=1.5%"}),
        ("500 ppm Dy, 0.5% Tb", {"Dy": "500ppm", "Tb": "0.5%"}),
        ("Dy2O3 3.5%, Dy 3.05%", {"Dy2O3": "3.5%", "Dy": "3.05%"}),
        ("含氧化镝2%的混合物", {"Dy2O3": "2%"}),
        ("W-Ni-Fe heavy alloy, 90% W", {"W": "90%"}),
        ("NDFEB MAGNET DY 3%", {"Dy": "3%"}),
    ],
)
def test_a_figure_goes_to_the_material_beside_it(text: str, found: dict[str, str]) -> None:
    assert shares(text) == found


@pytest.mark.parametrize(
    ("text", "contained"),
    [
        ("alloy, Dy 3% Tb", {"Dy", "Tb"}),
        ("AlSc target, 10 at% Sc", {"Al", "Sc"}),
        ("alloy with about 1% Sc", {"Sc"}),
        ("Dy2O3/TREO 99.5%", {"Dy"}),
        ("magnet, Dy 3% and Dy 4%", {"Dy"}),
        ("magnet, Dy+Tb 3%", {"Dy", "Tb"}),
        ("镝铽合计3%的磁体", {"Dy", "Tb"}),
        ("magnet, Dy 0.5% by value", {"Dy"}),
    ],
)
def test_a_figure_that_is_no_share_of_the_mass_for_certain_is_not_taken(text: str, contained: set[str]) -> None:
    assert shares(text) == {}
    assert certain(text, "contains") == contained


@pytest.mark.parametrize(
    "text",
    [
        *("NdFeB magnets, 5% spare", "NdFeB magnets, 3% discount", "钕铁硼磁体，公差±5%", "NdFeB magnet, 20 x 3 mm"),
        *("container for dysprosium oxide", "装氧化镝的桶", "NdFeB magnet, dysprosium not measured"),
        *("NdFeB magnet, Dy see certificate", "镀镍磁体", "nickel-plated magnet", "low-Dy NdFeB magnet"),
        *("heavy rare earth free NdFeB magnet", "magnet for a gallium furnace"),
    ],
)
def test_what_is_not_in_the_goods_for_certain_is_not_contained(text: str) -> None:
    assert certain(text, "contains") == set()
    assert shares(text) == {}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("NdFeB (no Dy, no Tb)", {"Dy", "Tb"}),
        ("Dy-free magnet", {"Dy"}),
        ("magnet without dysprosium and terbium", {"Dy", "Tb"}),
        ("magnet without Dy, Tb", {"Dy", "Tb"}),
        ("磁钢，含镝0", {"Dy"}),
        ("磁钢 无镝无铽", {"Dy", "Tb"}),
        ("不含镝、铽的磁钢", {"Dy", "Tb"}),
        ("magnet, Dy 0 %", {"Dy"}),
        ("磁钢，镝、铽含量0", {"Dy", "Tb"}),
    ],
)
def test_a_denial_is_read_and_decides_nothing(text: str, absent: set[str]) -> None:
    assert read(text, "absent") == absent
    assert {one.sure for one in read_description(text).of("absent")} == {"likely"}
    assert not certain(text, "contains") & absent


def test_words_that_say_yes_and_no_of_one_element_decide_neither() -> None:
    assert certain("magnet with 3% Dy, no Dy", "contains") == set()


@pytest.mark.parametrize(
    ("text", "purity", "share"),
    [
        ("氧化钇 99.99%", {">=99.99"}, {"Y2O3": ">=99.99%"}),
        ("terbium oxide 4N", {">=99.99"}, {"Tb4O7": ">=99.99%"}),
        ("gallium metal 6N", {">=99.9999"}, {"Ga": ">=99.9999%"}),
        ("indium ingot 4N5", {">=99.995"}, {"In": ">=99.995%"}),
        ("antimony trioxide 99.8%", {">=99.8"}, {"Sb2O3": ">=99.8%"}),
        ("artificial graphite block, purity 99.95%", {">=99.95"}, {"C": ">=99.95%"}),
        ("motor 99.9%", set(), {}),
        ("dysprosium nitrate 99.9%", {">=99.9"}, {}),
    ],
)
def test_a_purity_says_at_least(text: str, purity: set[str], share: dict[str, str]) -> None:
    assert read(text, "purity") == purity
    assert shares(text) == share


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GaAs wafer", "gallium_arsenide"),
        ("砷化镓晶片", "gallium_arsenide"),
        ("ammonium paratungstate", "ammonium_paratungstate"),
        ("三氧化二锑", "antimony_oxide"),
        ("diamond wire saw", "diamond_wire_saw"),
        ("CdTe thin-film PV module", None),
        ("tungsten carbide inserts", None),
    ],
)
def test_a_named_substance_is_named_where_the_goods_are_made_of_it(text: str, name: str | None) -> None:
    assert read(text, "substance") == ({name} if name else set())


def test_amounts_and_countries_are_shown_and_decide_nothing() -> None:
    reading = read_description("500 kg NdFeB magnets made in Vietnam, for export to Germany")
    found = {one.fact: (one.values, one.sure) for one in reading.facts}
    assert found["quantity"] == (("500 kg",), "likely")
    assert found["origin"] == (("VN",), "likely")
    assert found["destination"] == (("DE",), "likely")


@pytest.mark.parametrize(
    "text",
    [
        *("Imanes de ferrita para motor", "Magnete und Motor", "aimants pour moteur", "магниты", "モーター用磁石"),
        *("모터용 자석", "nam châm động cơ", "ferrite magnet ohne Dysprosium", "magneti in ferrite per motore"),
    ],
)
def test_a_third_language_is_not_read_at_all(text: str) -> None:
    reading = read_description(text)
    assert (reading.facts, reading.doubts) == ((), ("third_language",))


@pytest.mark.parametrize(
    "text",
    [
        *("motor, declared as such, really magnets", "ferrite magnet?", "maybe ferrite magnet", "电机（实为磁钢）"),
        *("not a magnet, a motor", "仿铁氧体磁铁", "substitute for ferrite magnet", "unknown ferrite magnet"),
    ],
)
def test_words_in_doubt_decide_nothing(text: str) -> None:
    reading = read_description(text)
    assert "in_doubt" in reading.doubts
    assert {one.sure for one in reading.facts} <= {"likely"}


@pytest.mark.parametrize(
    "text", ["Zephyr motor", "motor Zephyr", "ferrite magnet, Zephyr", "plush toy zzz", "电机咫尺"]
)
def test_a_word_that_is_not_understood_makes_nothing_free(text: str) -> None:
    reading = read_description(text)
    assert "not_understood" in reading.doubts
    assert not certain(text, "family") and not certain(text, "kind") - {"magnet"}


def test_a_text_too_long_for_one_product_is_not_read() -> None:
    assert read_description("motor " * LENGTH_MAX).doubts == ("too_long",)
    assert read_description("").facts == ()
