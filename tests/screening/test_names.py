"""Two ways of writing a name are equal, or they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.screening.names import normalise, take_apart


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(alphabet="abcABC .,&'-株式会社有限公司機機ßéÉｱΑА·\u200b\u00ad123"))
def test_normalising_twice_changes_nothing_more_in_likely_text(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_taking_apart_never_fails_and_keeps_a_core(text: str) -> None:
    name = take_apart(text)
    assert bool(name.key) == bool(normalise(text))
    assert name.key == "".join(name.core)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MP Materials Corp.", "mp materials CORPORATION"),
        ("Gibbs&Cox, Inc.", "Gibbs and Cox Inc"),
        ("The Fujikura Parachute Co., Ltd.", "Fujikura Parachute Co Ltd"),
        ("Lafert S.p.A.", "LAFERT S. P. A."),
        ("Garnet S.r.l.", "Garnet SRL"),
        ("Antraco Chemie-Handelsgesellschaft mbH", "Antraco Chemie Handelsgesellschaft GmbH"),
        ("Politechnika Wrocławska", "Politechnika Wroclawska"),
        ("San Donà Motori", "SAN DONÀ MOTORI"),
        ("Straße & Söhne KG", "STRASSE SOHNE KG"),
        ("L3 Harris Technologies", "L3Harris Technologies"),
        ("III‑V LAB", "III-V Lab"),
        ("O’Brien Drones", "O'Brien Drones"),
        ("ＴＤＫ　Ｃｏｒｐｏｒａｔｉｏｎ", "TDK Corporation"),
        ("Rhein\u200bmetall AG", "Rheinmetall AG"),
        ("МР Маterials Corp", "MP Materials Corp"),  # Cyrillic М, Р and М
        ("Mitsui Bussan Aerospace Co., Ltd. Maintenance Center", "Mitsui Bussan Aerospace Maintenance Center"),
        ("CSBC Corporation,Taiwan", "CSBC Taiwan"),
        ("三菱重工海事系统株式会社", "三菱重工 海事系统 株式会社"),
        ("洛克希德·马丁公司", "洛克希德马丁公司"),
        ("AEVEX 航天公司", "AEVEX航天"),
        ("漢翔航空工業股份有限公司", "汉翔航空工业股份有限公司"),
        ("㈱三菱電機", "三菱电机株式会社"),
        ("中信造船股份有限公司", "中信造船有限责任公司"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    assert take_apart(one).key == take_apart(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MP Materials Corp.", "MP Material Corp."),
        ("Group W", "Group V"),
        ("Act1 Federal", "Act2 Federal"),
        ("立方公司", "立方子公司"),
        ("SpaceKnow捷克公司", "SpaceKnow捷克分公司"),
        ("Завод Москва", "3abog Mockba"),
        ("ガス株式会社", "カス株式会社"),
    ],
)
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert take_apart(one).key != take_apart(other).key


@pytest.mark.parametrize(
    ("name", "core", "form"),
    [
        ("Rheinmetall AG", "rheinmetall", "ag"),
        ("Mitsubishi Precision Company, Limited", "mitsubishi precision", "ltd"),
        ("Nacalai Tesque, Inc.", "nacalai tesque", "inc"),
        ("TCOM, Limited Partnership", "tcom", "lp"),
        ("Hudson Technologies Co.", "hudson technologies", ""),
        ("IHC Merwede Holding B.V.", "ihc merwede holding", "bv"),
        ("TATRA TRUCKS a.s.", "tatra trucks", "as"),
        ("EXCALIBUR ARMY spol.s.r.o", "excalibur army", "sro"),
        ("Wisła Silniki Sp. z o.o.", "wisla silniki", "zoo"),
        ("Schmidt GmbH & Co. KG", "schmidt", "gmbh+kg"),
        ("Skagen Vindmøller A/S", "skagen vindmoller", "as"),
        ("ООО Ромашка", "ромашка", "ooo"),
        ("株式会社アオキ", "アオキ", "kk"),
        ("富士通株式会社", "富士通", "kk"),
        ("通用动力公司", "通用动力", ""),
        ("主식회사", "主식회사", ""),
        ("삼성 주식회사", "삼성", "kk"),
        ("Co., Ltd.", "co", "ltd"),
        ("Limited Brands Inc", "limited brands", "inc"),
    ],
)
def test_the_legal_form_is_set_apart(name: str, core: str, form: str) -> None:
    apart = take_apart(name)
    assert (" ".join(apart.core), apart.legal_form) == (core, form)


def test_a_name_without_letters_has_no_key() -> None:
    assert take_apart(" – .,! ").key == ""
