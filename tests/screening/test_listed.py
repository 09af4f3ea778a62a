"""What is certain, what is possible, and what is neither."""

import pytest

from cocket.screening.listed import Party, PartyIndex, PartyMatch

PARTIES = (
    Party("rheinmetall", ("Rheinmetall AG", "莱茵金属公司")),
    Party("lockheed", ("Lockheed Martin Corporation", "洛克希德·马丁公司")),
    Party("ventures", ("Lockheed Martin Ventures", "洛克希德·马丁风险投资公司")),
    Party("l3", ("L3 Harris Technologies", "L3哈里斯公司")),
    Party("iron", ("IronMountain Solutions", "铁山解决方案公司")),
    Party("air", ("Air Systems Research Center", "航空装备研究所")),
    Party("kgm", ("Kawajyu Gifu Manufacturing Co., Ltd.", "KGM株式会社")),
    Party("tatra", ("TATRA TRUCKS a.s.", "太脱拉卡车公司")),
    Party("norden ag", ("Norden Licht AG",)),
    Party("norden ltd", ("Norden Licht Ltd.",)),
    Party("guess", ("TechInsights", "TechInsights公司"), doubtful=True),
)
INDEX = PartyIndex(PARTIES)


def match(*, certain: set[str] | None = None, possible: set[str] | None = None) -> PartyMatch:
    return PartyMatch(frozenset(certain or ()), frozenset(possible or ()))


@pytest.mark.parametrize("name", ["RHEINMETALL", "Rheinmetall Ltd", "莱茵金属", "Rhein-Metall AG", "莱茵金属有限公司"])
def test_the_same_name_is_certain_whatever_the_legal_form(name: str) -> None:
    assert INDEX.look_up(name) == match(certain={"rheinmetall"})


def test_a_party_named_by_its_own_name_does_not_point_at_its_sisters() -> None:
    assert INDEX.look_up("Lockheed Martin") == match(certain={"lockheed"})


@pytest.mark.parametrize(
    "name",
    ["Lockheed Martin Aerostructures UK", "Martin Lockheed", "Lockhead Martin", "美国洛克希德马丁公司"],
)
def test_a_name_that_holds_a_listed_name_is_possible(name: str) -> None:
    assert "lockheed" in INDEX.look_up(name).possible


def test_a_name_that_is_part_of_listed_names_is_possible() -> None:
    assert INDEX.look_up("Lockheed Inc") == match(possible={"lockheed", "ventures"})
    assert INDEX.look_up("洛克希德") == match(possible={"lockheed", "ventures"})


def test_spaces_do_not_hide_a_part() -> None:
    assert INDEX.look_up("Iron Mountain Solutions Europe") == match(possible={"iron"})
    assert INDEX.look_up("Iron Mountain") == match(possible={"iron"})
    assert INDEX.look_up("L3Harris") == match(possible={"l3"})


@pytest.mark.parametrize("name", ["L3 Harris Technology", "L3Harris Tech Inc", "Iron-Mountain Solution LLC"])
def test_a_generic_word_in_another_form_hides_nothing(name: str) -> None:
    assert INDEX.look_up(name).possible in ({"l3"}, {"iron"})


def test_one_slip_in_one_word_is_possible() -> None:
    assert INDEX.look_up("Rheinmetal") == match(possible={"rheinmetall"})
    assert INDEX.look_up("Lockheed Martin Vetnures") == match(possible={"ventures", "lockheed"})
    assert INDEX.look_up("太脱啦卡车公司") == match(possible={"tatra"})


def test_a_long_misspelt_name_within_another_is_possible_a_short_one_is_not() -> None:
    assert INDEX.look_up("Rheinmetal Defence GmbH") == match(possible={"rheinmetall"})
    assert INDEX.look_up("Tata Motors Limited") == match()


@pytest.mark.parametrize(
    "name",
    ["Harbour Technologies", "Research Center", "Air Systems", "航空研究所", "Solutions", "Mountain Bicycles", "L", ""],
)
def test_words_that_many_bear_point_at_nobody(name: str) -> None:
    assert INDEX.look_up(name) == match()


def test_a_listed_name_of_generic_words_counts_when_it_stands_there_whole() -> None:
    assert INDEX.look_up("Air Systems Research Center of Tachikawa") == match(possible={"air"})
    assert INDEX.look_up("日本航空装备研究所立川支所") == match(possible={"air"})
    assert INDEX.look_up("Center for Air Research") == match()


def test_the_legal_form_decides_where_listings_differ_by_nothing_else() -> None:
    assert INDEX.look_up("Norden Licht AG") == match(certain={"norden ag"}, possible={"norden ltd"})
    assert INDEX.look_up("Norden Licht") == match(possible={"norden ag", "norden ltd"})
    assert INDEX.look_up("Norden Licht GmbH") == match(possible={"norden ag", "norden ltd"})


def test_a_doubtful_identity_is_never_certain() -> None:
    assert INDEX.look_up("TechInsights Inc.") == match(possible={"guess"})


def test_letters_of_a_chinese_name_are_certain_in_chinese_only() -> None:
    assert INDEX.look_up("KGM公司") == match(certain={"kgm"})
    assert INDEX.look_up("KGM Inc.") == match(possible={"kgm"})


def test_a_chinese_form_behind_an_english_name_is_certain() -> None:
    assert INDEX.look_up("TATRA TRUCKS公司") == match(certain={"tatra"})


def test_a_name_in_both_scripts_is_certain_when_both_agree() -> None:
    assert INDEX.look_up("Rheinmetall AG（莱茵金属公司）") == match(certain={"rheinmetall"})
    assert INDEX.look_up("Rheinmetall AG 德国") == match(possible={"rheinmetall"})
    assert INDEX.look_up("Rheinmetall AG（太脱拉卡车公司）") == match(possible={"rheinmetall", "tatra"})


def test_common_words_are_learnt_from_the_listings() -> None:
    firms = [Party(str(at), (f"{first} Fluxware",)) for at, first in enumerate(["Alba", "Boreal", "Cirrus", "Dorado"])]
    assert PartyIndex(firms[:3]).look_up("Fluxware") == match(possible={"0", "1", "2"})
    assert PartyIndex(firms).look_up("Fluxware") == match()


def test_a_listing_without_a_name_is_refused_with_its_id() -> None:
    with pytest.raises(ValueError, match="party 7: the name '——' has no letter or digit"):
        PartyIndex([Party("7", ("——",))])


def test_an_empty_index_finds_nobody() -> None:
    assert PartyIndex([]).look_up("Rheinmetall AG") == match()
    assert PartyIndex([]).look_up("莱茵金属公司") == match()
