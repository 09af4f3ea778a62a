"""Forms from the answers to a list: one for each supplier, each fact once for each product, and why it is asked."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cocket.check.asking import CONTENT
from cocket.check.checker import Checker
from cocket.check.files import RowResult, asked, check_row
from cocket.check.passports.book import NO_PASSPORTS, PassportBook
from cocket.check.passports.passport import Passport
from cocket.check.questionnaire.compose import FormMaker, is_askable
from cocket.check.questionnaire.fields import product_fields
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.wording import why
from cocket.check.questionnaire.words import FormWords
from cocket.check.tables import Row
from cocket.law.lawbook import load_lawbook
from tests.check.passports.statements import JUNE, LATER, MAY, passport
from tests.check.questionnaire.forms import DY, TB, VOCABULARY
from tests.check.results import asking

CHECKER = Checker(load_lawbook())
DAY = date(2025, 5, 20)
MAGNET = {
    "product": "P-1", "supplier": "Teapot", "kind": "magnet", "family": "NdFeB", "destination": "DE",
    "end_user": "Kettle Works", "end_user_type": "civil", "end_use": "pumps", "date": date(2025, 8, 1),
}  # fmt: skip


def forms(*results: RowResult, book: PassportBook = NO_PASSPORTS) -> tuple[Form, ...]:
    maker = FormMaker(book)
    for result in results:
        maker.add(result)
    return maker.forms("Lantern", DAY)


def facts(form: Form) -> list[tuple[str, list[str]]]:
    return [(one.product, [asked.fact for asked in one.asked]) for one in form.products]


def test_a_supplier_gets_one_form_with_each_fact_of_each_product_once() -> None:
    rows = [
        asking(2, TB, DY, product="P-1", supplier="Teapot"),
        asking(3, DY, product="P-1", supplier="TEAPOT"),
        asking(4, "family", "kind", product="P-2", supplier="Teapot"),
        asking(5, DY, product="P-1", supplier="Umbrella"),
    ]
    teapot, umbrella = forms(*rows)
    assert facts(teapot) == [("P-1", [DY, TB]), ("P-2", ["kind", "family"])]
    assert facts(umbrella) == [("P-1", [DY])]


def test_suppliers_that_the_list_does_not_name_never_see_each_others_goods() -> None:
    assert [facts(one) for one in forms(asking(2, DY, product="P-1"), asking(3, DY, product="P-2"))] == [
        [("P-1", [DY])],
        [("P-2", [DY])],
    ]


def test_a_full_composition_takes_single_elements_in() -> None:
    (form,) = forms(asking(2, DY, product="P-1"), asking(3, "composition", product="P-1"))
    assert facts(form) == [("P-1", ["composition"])]


def test_facts_of_the_deal_are_not_asked_of_a_supplier() -> None:
    assert forms(asking(2, "end_use", "destination", product="P-1")) == ()
    assert [facts(one) for one in forms(asking(2, "end_use", DY, product="P-1"))] == [[("P-1", [DY])]]


def test_goods_without_a_name_are_counted_and_not_asked_about() -> None:
    maker = FormMaker(NO_PASSPORTS)
    for result in (asking(2, DY), asking(3, DY, product="x" * 501), asking(4, "end_use")):
        maker.add(result)
    assert maker.forms("", DAY) == ()
    assert maker.rows_without_name == [2, 3]


def test_the_id_stands_for_the_questions_and_not_for_the_day_or_the_order_of_rows() -> None:
    rows = [asking(2, DY, product="P-1", supplier="T"), asking(3, TB, product="P-1", supplier="T")]
    (one,) = forms(*rows)
    (other,) = forms(*reversed(rows))
    maker = FormMaker(NO_PASSPORTS)
    for row in rows:
        maker.add(row)
    (later,) = maker.forms("Lantern", date(2025, 9, 1))
    assert one.id == other.id == later.id
    assert one.id != forms(rows[0])[0].id


def checked(*passports: Passport) -> tuple[RowResult, PassportBook]:
    book = PassportBook(passports)
    return check_row(CHECKER, Row(2, MAGNET, {}), LATER, book), book


def test_the_reason_names_the_control_code_and_the_instrument() -> None:
    (form,) = forms(checked()[0])
    ((_, fields),) = product_fields(form, VOCABULARY)
    told = why(fields[0], FormWords("en", VOCABULARY))
    assert "1C905.a.4: " in told
    assert "dysprosium" in told
    assert "MOFCOM and GAC Announcement 2025 No. 18" in told
    assert "商务部" in why(fields[0], FormWords("zh", VOCABULARY))


def test_what_a_statement_settles_is_not_asked_again() -> None:
    result, book = checked(passport({DY: "0"}))
    (form,) = forms(result, book=book)
    assert facts(form) == [("P-1", [TB])]


def test_statements_that_differ_are_asked_about_with_what_was_said_before() -> None:
    first, second = passport({DY: "1.2", TB: "0"}, MAY), passport({DY: "0"}, JUNE, unknown=(TB,))
    result, book = checked(first, second)
    (form,) = forms(result, book=book)
    (product,) = form.products
    assert product.replaces == (first.id, second.id)
    by_fact = {one.fact: [earlier.value for earlier in one.earlier] for one in product.asked}
    assert by_fact == {DY: ["1.2", "0"], TB: [""]}


FACT = st.sampled_from([DY, TB, "composition", "kind", "family", "end_use", "end_user", "date", "origin"])
ROW = st.tuples(
    st.lists(FACT, max_size=4, unique=True),
    st.sampled_from(["P-1", "P-2", None]),
    st.sampled_from(["Teapot", "Umbrella", None]),
)


@given(st.lists(ROW, max_size=8))
def test_every_fact_of_goods_that_a_row_lacks_is_asked_once_or_the_row_is_named(
    rows: list[tuple[list[str], str | None, str | None]],
) -> None:
    results = [
        asking(number, *lacking, **{key: value for key, value in (("product", name), ("supplier", supplier)) if value})
        for number, (lacking, name, supplier) in enumerate(rows, start=2)
    ]
    maker = FormMaker(NO_PASSPORTS)
    for result in results:
        maker.add(result)
    questions: dict[tuple[str | None, str], list[str]] = {}
    for form in maker.forms("", DAY):
        for name, asked_for in facts(form):
            assert (form.supplier, name) not in questions
            questions[form.supplier, name] = asked_for
            assert len(set(asked_for)) == len(asked_for)
    for result in results:
        assert result.verdict is not None
        lacking = [fact for fact in asked(result.verdict) if is_askable(fact)]
        if lacking and "product" not in result.stated:
            assert result.number in maker.rows_without_name
        elif lacking:
            found = questions[result.stated.get("supplier"), str(result.stated["product"])]  # type: ignore[index]
            assert all(fact in found or (fact.startswith(CONTENT) and "composition" in found) for fact in lacking)
