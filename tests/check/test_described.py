"""Lines with a description through the checker: what the words add, and that they never free against a column."""

import re
from datetime import date

import pytest

from cocket.check.checker import Checker, Verdict
from cocket.check.described import hear, named_substances
from cocket.check.files import asked, check_row, record, result_columns
from cocket.check.tables import Row
from cocket.determination.explanation import explain
from cocket.determination.proof_checker import check_proof
from cocket.determination.telling import tell
from cocket.law.lawbook import load_lawbook
from cocket.reading.description import read_description
from cocket.reading.gazetteer.goods import CONSIDERED, FORMS, HEADS
from cocket.reading.gazetteer.materials import FAMILIES

# Numbers before a name or behind a Chinese one, and strokes, are read as words of their own.
NOT_READ = re.compile(r"^\d|/|[\u4e00-\u9fff].*\d")
CHECKER = Checker(load_lawbook())
KNOWN = CHECKER.lawbook.as_of
CIVIL = {
    "end_user_listed": False,
    "end_user_type": "civil",
    "end_use": "civil",
    "destination": "DE",
    "date": "2025-06-20",
}


def check(text: str, **stated: object) -> Verdict:
    return CHECKER.check({**CIVIL, "description": text, **stated}, KNOWN)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("sintered NdFeB arc magnet N48SH, 3 % Dy", "LICENCE_REQUIRED"),
        ("氧化钇 99.99%", "LICENCE_REQUIRED"),
        ("motor rotor, magnets on shaft", "NOT_CONTROLLED"),
        ("ferrite ring magnet", "NOT_CONTROLLED"),
        ("NdFeB magnet (no Dy, no Tb)", "NEEDS_FACTS"),
        ("钕铁硼磁钢，含镝0", "NEEDS_FACTS"),
        ("NdFeB magnets, Dy <0.1 %, Tb 0 %", "NEEDS_FACTS"),
        ("Imanes de ferrita para motor", "NEEDS_FACTS"),
        ("motors and magnets", "NEEDS_FACTS"),
        ("BMN-38EH block magnet", "NEEDS_FACTS"),
        ("NdFeB magnet, Dy 2-4 %, balance Fe", "LICENCE_REQUIRED"),
        ("NdFeB magnet, 4000 ppm Dy", "LICENCE_REQUIRED"),
        ("mixture with 0.15 % Dy2O3", "LICENCE_REQUIRED"),
    ],
)
def test_a_line_with_only_a_description_is_answered_or_asked_about(text: str, answer: str) -> None:
    assert check(text).headline.name == answer


def test_what_the_words_leave_open_is_asked() -> None:
    assert set(asked(check("NdFeB magnet N48SH"))) == {"composition.Dy", "composition.Tb"}
    assert "kind" in asked(check("yttrium, white powder"))


@pytest.mark.parametrize("kind", ["electronic_product", "other_goods", "metal_article", "optic"])
@pytest.mark.parametrize(
    "text",
    [
        "digital oscilloscope DS1104, 4 channels",
        "photomultiplier tube R329",
        "pressure transducer 10 kPa",
        "high voltage DC power supply 30 kV",
        "ICP-MS iCAP",
        "hot isostatic press QIH-15",
        "turbojet engine JetCat",
        "质谱仪 型号甲",
        "加密机 SJJ-1012",
        "CNC control software for Siemens",
        "carbon fibre tow",
        "radium-226",
        "Brucella",
        "Bacillus anthracis culture",
        "carbon fibre bicycle frame",
        "drone Skylark 4",
    ],
)
def test_goods_that_their_words_call_an_instrument_of_the_list_are_not_free_whatever_kind_they_are_called(
    text: str, kind: str
) -> None:
    composed = {"composition": {"Fe": 99, "C": 0.5, "Mn": 0.5}, "composition_complete": True}
    assert check(text, kind=kind, **composed).headline.name != "NOT_CONTROLLED"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("loudspeaker", "electronic_product"),
        ("LED lamp with sensor", "electronic_product"),
        ("coffee machine", "other_goods"),
        ("plastic toy", "other_goods"),
        ("bicycle pump", "other_goods"),
        ("smartphone with accelerometer", "electronic_product"),
    ],
)
def test_household_goods_stay_free(text: str, kind: str) -> None:
    assert check(text, kind=kind).headline.name == "NOT_CONTROLLED"


def test_every_spelling_of_a_substance_known_by_its_name_is_read_in_words() -> None:
    vocabulary = CHECKER.lawbook.vocabulary
    named = [name for name, makeup in vocabulary.substances.items() if makeup.by_name_alone]
    spelt = [(name, word) for name in named for word in vocabulary.values["substance"][name].also]
    spelt = [(name, word) for name, word in spelt if not NOT_READ.search(word)]
    read = {(name, word): read_description(word).of("substance") for name, word in spelt}
    assert len(spelt) > 100
    assert [pair for pair, found in read.items() if [one.values for one in found] != [(pair[0],)]] == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("sintered SmCo magnet", {"kind": "motor"}),
        ("NdFeB magnet with 3 % Dy", {"kind": "magnet", "family": "ferrite"}),
        ("NdFeB magnet with 3 % Dy", {"kind": "magnet", "family": "NdFeB", "composition": {"Dy": 0, "Tb": 0}}),
        ("dysprosium oxide", {"kind": "phosphor"}),
    ],
)
def test_words_that_contradict_a_column_never_leave_the_line_free(text: str, stated: dict[str, object]) -> None:
    assert check("", **stated).headline.name == "NOT_CONTROLLED"
    verdict = check(text, **stated)
    assert verdict.headline.name == "NEEDS_FACTS"
    assert any(warning.startswith("words_contradict_") for warning in verdict.warnings)


def test_a_harmless_description_does_not_ease_a_column() -> None:
    plain = check("", kind="magnet", family="SmCo")
    eased = check("ferrite magnet, no samarium", kind="magnet", family="SmCo")
    assert plain.headline.name == "LICENCE_REQUIRED"
    assert eased.headline.name == "NEEDS_FACTS"


def test_a_substance_is_taken_by_the_name_the_law_knows_it_by() -> None:
    names = named_substances(CHECKER.lawbook)
    assert "gadobutrol" in names
    (known,) = (one for one in hear("gadobutrol hydrate", names).facts if one.fact == "substance")
    assert (known.values, known.certain) == (("gadobutrol",), True)
    (unknown,) = (one for one in hear("gadobutrol hydrate", frozenset()).facts if one.fact == "substance")
    assert (unknown.values, unknown.certain) == (("gadobutrol",), False)


def test_every_kind_of_the_vocabulary_was_thought_of_in_the_gazetteers() -> None:
    assert CHECKER.lawbook.vocabulary.exact("kind") == CONSIDERED
    named = {kind for kinds in (*HEADS, *FORMS) for kind in kinds.split()}
    assert named <= CONSIDERED
    assert {family for families in FAMILIES for family in families.split()} <= CHECKER.lawbook.vocabulary.exact(
        "family"
    )


def test_a_kind_that_the_gazetteers_do_not_know_stays_possible_where_words_leave_the_kind_open() -> None:
    def kinds(text: str) -> set[str]:
        return {value for one in hear(text, (), {"gizmo"}).facts if one.fact == "kind" for value in one.values}

    assert "gizmo" in kinds("tungsten rod")
    assert kinds("sintered magnet") == {"magnet"}


def test_figures_that_cannot_be_true_together_leave_only_what_is_contained() -> None:
    heard = hear("alloy, Dy 70 %, Fe 60 %", frozenset())
    assert heard.composition.share("Dy").lo == 100_000
    assert heard.composition.share("Dy").hi > heard.composition.share("Dy").lo


def test_the_proof_shows_what_was_read_and_holds() -> None:
    verdict = check("sintered NdFeB arc magnet N48SH, 3 % Dy")
    proof = explain(CHECKER.time, verdict.line, KNOWN, verdict.determinations)
    read = proof["read"]
    assert isinstance(read, list)
    share = {"fact": "share", "values": ["Dy", "3 %"], "sure": "certain", "effect": "decides", "words": "3 % Dy"}
    assert share | {"start": 33, "end": 39} in read
    assert check_proof(proof, CHECKER.lawbook) == ()


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["Read from the description:", '  kind of goods: permanent magnet ← "magnet"', "said to be without"]),
        ("zh", ["由货物描述读出:", '  货物形态: 永磁体 ← "magnet"', "称不含"]),
    ],
)
def test_the_explanation_tells_what_was_read_from_which_words(lang: str, lines: list[str]) -> None:
    verdict = check("NdFeB magnet (no Dy), zephyr")
    explained = explain(CHECKER.time, verdict.line, KNOWN, verdict.determinations)
    told = tell(explained, lang, CHECKER.lawbook.vocabulary)
    assert all(line in told for line in lines), told
    assert ("not known here" if lang == "en" else "不识别") in told


def test_the_file_of_answers_has_what_was_read() -> None:
    row = Row(2, {**CIVIL, "description": "NdFeB magnet N48SH made in Vietnam", "origin": "CN"}, {})
    shown = record(check_row(CHECKER, row, KNOWN), CHECKER.lawbook)
    assert shown["read"] == [
        *('family=NdFeB "NdFeB"', 'kind=magnet "magnet"', 'grade=?N48SH "N48SH"'),
        'origin=!VN "Vietnam"',
    ]
    assert shown["warnings"] == ["words_contradict_origin"]
    assert set(shown) <= set(result_columns(CHECKER.lawbook))


def test_the_same_words_are_heard_once() -> None:
    assert CHECKER.listen("ferrite magnet") is CHECKER.listen("ferrite magnet")


def test_words_of_a_case_that_decide_nothing_are_not_read() -> None:
    from cocket.check.cases import translate

    stated = translate({"item": "ferrite magnet", "form": "magnet"})
    assert CHECKER.check({**CIVIL, **stated}, KNOWN).headline.name == "NEEDS_FACTS"
    assert date.fromisoformat(str(CIVIL["date"])) < KNOWN
