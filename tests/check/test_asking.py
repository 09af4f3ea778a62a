"""What to ask: once per product and supplier, once per deal, the question that settles most rows first."""

from hypothesis import given
from hypothesis import strategies as st

from cocket.check.asking import FACTS, brief, questions, sentence
from cocket.check.files import RowResult
from cocket.determination.facts import base_fact
from cocket.determination.outcome import Outcome
from cocket.law.vocabulary import CHOICES, COUNTRIES, PARTY_ROLES, SHARES, YES_NO
from tests.check.results import asking, plain

DY, TB = "composition.Dy", "composition.Tb"


def sentences(*results: RowResult, lang: str = "en") -> list[str]:
    return [sentence(question, lang) for question in questions(results)]


def test_a_supplier_is_asked_once_for_all_elements_and_rows_of_a_product() -> None:
    rows = [asking(number, TB, DY, product="P-1", supplier="Teapot") for number in (3, 7, 9)]
    assert sentences(*rows) == [
        "For product P-1 of Teapot please certify the dysprosium and terbium content in mass % (rows 3, 7, 9)."
    ]
    chinese = "关于产品 P-1（供应商：Teapot），请出具镝、铽含量（质量百分比）的证明（第 3、7、9 行）。"
    assert sentences(*rows, lang="zh") == [chinese]


def test_rows_of_one_product_that_lack_different_elements_make_one_question() -> None:
    rows = [asking(2, DY, product="P-1"), asking(3, TB, product="P-1")]
    (told,) = sentences(*rows)
    assert told == "For product P-1 please certify the dysprosium and terbium content in mass % (rows 2, 3)."


def test_two_suppliers_of_one_product_are_asked_apart() -> None:
    rows = [asking(2, DY, product="P-1", supplier="Teapot"), asking(3, DY, product="P-1", supplier="Umbrella")]
    assert len(sentences(*rows)) == 2


def test_the_full_composition_takes_single_elements_in() -> None:
    rows = [asking(2, DY, product="P-1"), asking(3, "composition", "kind", product="P-1")]
    (told,) = sentences(*rows)
    assert told == (
        "For product P-1 please state what kind of goods these are and certify the full composition in mass %, "
        "saying that nothing else is in it (rows 2, 3)."
    )


def test_facts_of_the_deal_are_asked_once_for_rows_that_lack_the_same() -> None:
    rows = [asking(2, "end_use", "end_user", product="P-1"), asking(5, "end_user", "end_use", product="P-2")]
    assert sentences(*rows) == ["Please state the end user by its full name and the end use (rows 2, 5)."]


def test_an_order_is_asked_as_a_whole() -> None:
    rows = [asking(2, "end_use", order="A"), asking(3, "end_user", order="A"), asking(4, "end_use", order="B")]
    assert sentences(*rows) == [
        "For order A please state the end user by its full name and the end use (rows 2, 3).",
        "For order B please state the end use (row 4).",
    ]


def test_lines_are_named_as_the_list_names_them_unless_that_is_ambiguous() -> None:
    assert sentences(asking(2, DY, product="P-1", line="10"))[0].endswith("(line 10).")
    twice = [asking(2, DY, product="P-1", line="1"), asking(3, DY, product="P-1", line="1")]
    assert sentences(*twice)[0].endswith("(rows 2, 3).")


def test_goods_without_a_name_are_asked_about_row_by_row() -> None:
    assert sentences(asking(2, DY), asking(3, DY)) == [
        "Please certify the dysprosium content in mass % (row 2).",
        "Please certify the dysprosium content in mass % (row 3).",
    ]


def test_the_question_that_settles_most_rows_comes_first() -> None:
    rows = [
        asking(2, "end_use"),
        asking(3, DY, "end_use", product="P-1"),
        asking(4, DY, product="P-1"),
        asking(5, DY, product="P-1"),
    ]
    found = questions(rows)
    assert [(one.settles, one.rows) for one in found] == [(2, (3, 4, 5)), (1, (2, 3))]


def test_long_lists_of_rows_are_cut_and_counted() -> None:
    rows = [asking(number, DY, product="P-1") for number in range(2, 22)]
    assert sentences(*rows)[0].endswith("12, 13 and 8 more).")


def test_a_narrow_column_gets_the_shortest_words() -> None:
    assert brief((TB, "end_use", DY), "en") == "Dy, Tb in mass %; end use"
    assert brief((TB, "end_use", DY), "zh") == "Dy、Tb 质量%；最终用途"


FACT = st.sampled_from([DY, TB, "composition", "kind", "family", "end_use", "end_user", "date"])
ROW = st.builds(
    lambda ask, product, supplier: (tuple(ask), product, supplier),
    st.lists(FACT, max_size=4, unique=True),
    st.sampled_from(["P-1", "P-2", None]),
    st.sampled_from(["Teapot", None]),
)


@given(st.lists(ROW, max_size=12))
def test_every_missing_fact_of_every_row_is_asked_exactly_once(rows: list[tuple[tuple[str, ...], str, str]]) -> None:
    results = [
        asking(number, *ask, **{key: value for key, value in (("product", product), ("supplier", supplier)) if value})
        if ask
        else plain(number, Outcome.NOT_CONTROLLED)
        for number, (ask, product, supplier) in enumerate(rows, start=2)
    ]
    found = questions(results)
    for one in results:
        mine = [question for question in found if one.number in question.rows]
        asked = {fact for question in mine for fact in question.facts}
        wanted = set(rows[one.number - 2][0])
        if "composition" in asked:
            wanted = {fact for fact in wanted if fact not in (DY, TB)} | {"composition"}
        assert wanted <= asked
        assert len(mine) == len({question.about_goods for question in mine})
    assert [one.settles for one in found] == sorted((one.settles for one in found), reverse=True)


def test_every_fact_that_the_law_can_ask_for_has_words() -> None:
    kinds = (*CHOICES, *COUNTRIES, *PARTY_ROLES, *YES_NO, *SHARES)
    assert {base_fact(fact) for fact in kinds} - {
        "licence.issued_after_declaration",
        "constituents_named",
    } <= FACTS.keys()
