"""What is wrong with a filled form: told with its place and what to do, and nothing of the form is used."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cocket.check.passports.passport import Passport
from cocket.check.questionnaire.filled import FormError
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.read import read_filled
from cocket.check.questionnaire.statements import Folded, fold
from cocket.check.tables import TableError
from tests.check.questionnaire.forms import (
    DY,
    MADE_ON,
    ON_DY_AND_TB,
    SPEAKER,
    TB,
    TODAY,
    VOCABULARY,
    Answers,
    fill,
    form_on,
    opened,
    product,
    rows_of,
    saved,
    workbook,
)

WHOLE = form_on(product("composition"))


def folded(path: Path, **certificates: str) -> Folded:
    return fold(read_filled(path, VOCABULARY), VOCABULARY, TODAY, certificates)


def faults(path: Path) -> list[str]:
    with pytest.raises(FormError) as refused:
        folded(path)
    return [str(fault) for fault in refused.value.faults]


def filled(folder: Path, answers: Answers, form: Form = ON_DY_AND_TB) -> Path:
    return fill(workbook(folder, form), {**SPEAKER, **answers})


def changed(folder: Path, change: Callable[[Worksheet, dict[str, int]], object]) -> Path:
    """A properly filled form to whose sheet something was done."""
    path = filled(folder, {"Q1.1": "1.1", "Q1.2": "0"})
    book, page = opened(path)
    change(page, rows_of(page))
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"Q1.1": "a little"}, "cannot be read as a figure"),
        ({"Q1.1": "120"}, "more than 100 %"),
        ({"Q1.1": "none"}, "gives no figure"),
        ({"Q1.1": "-1"}, "lies below zero"),
        ({"Q1.1": "60", "Q1.2": "60"}, "add up to"),
        ({"Q1.1": True}, "cannot be read"),
        ({"Q1.1": date(2025, 1, 3)}, "cannot be read"),
        ({"Q1.1": "1", "S1": ""}, "question S1 is not answered"),
        ({"Q1.1": "1", "S4": "soon"}, "is not a day"),
        ({"Q1.1": "1", "S4": "01/02/2025"}, "could be"),
        ({"Q1.1": "1", "S4": str(TODAY + timedelta(days=2))}, "lies in the future"),
        ({"Q1.1": "1", "S4": str(MADE_ON - timedelta(days=2))}, "before the day on which the form was made"),
        ({"Q1.1": "1", "Q1.4": "2025-05-20"}, "before the day of the answer"),
    ],
)
def test_an_answer_that_cannot_be_used_is_told_with_its_cell(tmp_path: Path, answers: Answers, words: str) -> None:
    (fault,) = faults(filled(tmp_path, answers))
    assert fault.startswith('form.xlsx, sheet "Questions", cell C')
    assert words in fault


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    assert len(faults(filled(tmp_path, {"Q1.1": "much", "Q1.2": "more", "S1": ""}))) == 3


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"Q1.1.1": ("Nd", ""), "Q1.2": "no"}, "Nd has no share"),
        ({"Q1.1.1": ("", "3")}, "the share has no substance"),
        ({"Q1.1.1": ("Xx", "3")}, "Xx"),
        ({"Q1.1.1": ("Nd", "3"), "Q1.1.2": ("neodymium", "3")}, "given twice"),
        ({"Q1.1.1": ("Nd", "29"), "Q1.2": "yes"}, "said to be complete"),
        ({"Q1.1.1": ("Nd", "80"), "Q1.1.2": ("Fe", "80")}, "add up to"),
        ({"Q1.2": "yes"}, "no substance is named"),
        ({"Q1.1.1": ("Nd", "29"), "Q1.2": "perhaps"}, "not among the choices"),
        ({"Q1.1.1": ("NdFeB", "100"), "Q1.2": "yes"}, "names an alloy"),
    ],
)
def test_a_composition_that_cannot_be_is_told(tmp_path: Path, answers: Answers, words: str) -> None:
    (fault,) = faults(filled(tmp_path, answers, WHOLE))
    assert words in fault
    assert "cell " in fault


def only(path: Path) -> Passport:
    (passport,) = folded(path).passports
    return passport


def test_a_share_that_is_unknown_within_a_composition_stays_open(tmp_path: Path) -> None:
    answers = {"Q1.1.1": ("Nd", "29"), "Q1.1.2": ("Fe", "余量"), "Q1.1.3": ("Dy", "unknown"), "Q1.2": "yes"}
    assert only(filled(tmp_path, answers, WHOLE)).facts == {
        "composition.Nd": "29", "composition.Fe": "余量", "composition.Dy": ">=0", "composition_complete": "yes",
    }  # fmt: skip


def test_a_composition_that_is_not_known_is_answered_so(tmp_path: Path) -> None:
    found = only(filled(tmp_path, {"Q1.2": "unknown"}, WHOLE))
    assert (found.facts, found.unknown) == ({}, ("composition",))


def test_an_empty_form_is_refused(tmp_path: Path) -> None:
    assert len(faults(workbook(tmp_path))) == 5
    (fault,) = faults(filled(tmp_path, {"Q1.3": "certificate.pdf"}))
    assert "nothing is answered" in fault
    (fault,) = faults(filled(tmp_path, {}))
    assert "nothing is answered" in fault


def test_what_is_left_empty_is_told_and_stays_open(tmp_path: Path) -> None:
    found = folded(filled(tmp_path, {"Q1.1": "1.1"}))
    assert found.unanswered == (("P-1", TB),)
    assert found.passports[0].facts == {DY: "1.1"}


def test_rows_that_were_moved_are_found_by_their_number(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda page, rows: page.insert_rows(rows["Q1.1"], 3))
    assert only(path).facts == {DY: "1.1", TB: "0"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda page, rows: page.delete_rows(rows["Q1.2"]), "the row of question Q1.2 is not there"),
        (lambda page, rows: page.insert_cols(1), "no question is in its place"),
        (lambda page, rows: page.merge_cells(f"C{rows['Q1.1']}:C{rows['Q1.2']}"), "the merged cells C18:C19"),
        (lambda page, rows: page.merge_cells(f"B{rows['S1']}:C{rows['S1']}"), "the merged cells"),
        (lambda page, rows: page.cell(rows["Q1.2"], 1, "Q1.1"), "question Q1.1 stands twice"),
        (
            lambda page, rows: page.cell(60, 1, "PLM-999: no dysprosium"),
            'cell A60: "PLM-999: no dysprosium" answers no',
        ),
        (lambda page, rows: page.cell(rows["Q1.1"], 6, "but see below"), '"but see below" answers no question'),
        (lambda page, rows: page.cell(rows["Q1.1"], 2, "How much neodymium?"), "answers no question"),
        (lambda page, rows: page.cell(rows["Q1.1"], 3, "=1+1"), "holds a formula that was never calculated"),
    ],
)
def test_a_sheet_that_was_changed_is_refused_where_that_could_change_an_answer(
    tmp_path: Path, change: Callable[[Worksheet, dict[str, int]], object], words: str
) -> None:
    assert any(words in fault for fault in faults(changed(tmp_path, change)))


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    form = form_on(product("substance", name="=1+1"), supplier="@cmd", asker="-2+3")
    page = opened(workbook(tmp_path, form))[1]
    assert [cell.coordinate for row in page.iter_rows() for cell in row if cell.data_type == "f"] == []
    found = only(fill(tmp_path / "form.xlsx", {**SPEAKER, "S1": "=HYPERLINK(1)", "Q1.1": "+1 salt"}))
    assert (found.product, found.supplier, found.said_by.name) == ("=1+1", "@cmd", "=HYPERLINK(1)")
    assert found.facts == {"substance": "+1 salt"}


def test_a_form_of_another_version_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path, {"Q1.1": "1"})
    book, _ = opened(path)
    carried = book["cocket"]["A1"]
    carried.value = str(carried.value).replace('"cocket-form/1"', '"cocket-form/2"')
    book.save(path)
    with pytest.raises(TableError, match="of the version cocket-form/2"):
        read_filled(path, VOCABULARY)


def test_questions_that_were_changed_are_refused(tmp_path: Path) -> None:
    path = filled(tmp_path, {"Q1.1": "0"})
    book, _ = opened(path)
    carried = book["cocket"]["A1"]
    carried.value = str(carried.value).replace("composition.Dy", "composition.Nd")
    book.save(path)
    with pytest.raises(TableError, match="were changed"):
        read_filled(path, VOCABULARY)


def test_a_sheet_of_another_name_is_asked_back(tmp_path: Path) -> None:
    path = filled(tmp_path, {"Q1.1": "0"})
    book, page = opened(path)
    page.title = "Sheet1"
    book.save(path)
    with pytest.raises(TableError, match="there is no sheet Questions or 问卷"):
        read_filled(path, VOCABULARY)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("list.xlsx", b"no workbook", "is not a workbook"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0 rest", "locked with a password"),
        ("form.html", b"<html>", "this is the form and not its answers"),
        ("form.pdf", b"%PDF", "is not that of a form"),
        ("answers.json", b"{", "not JSON"),
        ("answers.json", b"\xff\xfe", "is not UTF-8"),
        ("answers.json", b"[]", "holds no answers"),
        ("answers.json", b'{"format": "cocket-answers/9"}', "of the version cocket-answers/9"),
        ("answers.json", b'{"format": "cocket-answers/1", "questions": {}, "answers": {}}', "carries no questions"),
    ],
)
def test_a_file_that_is_no_filled_form_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableError, match=words):
        read_filled(tmp_path / name, VOCABULARY)


def test_a_workbook_that_is_no_form_is_refused(tmp_path: Path) -> None:
    from cocket.check.tables import write_rows

    write_rows(tmp_path / "list.xlsx", ["line"], [{"line": "1"}])
    with pytest.raises(TableError, match="carries no questions of Cocket"):
        read_filled(tmp_path / "list.xlsx", VOCABULARY)


def test_an_answer_to_a_question_that_was_not_asked_is_refused(tmp_path: Path) -> None:
    (fault,) = faults(saved(tmp_path, ON_DY_AND_TB, {**SPEAKER, "Q1.1": "0", "Q2.1": "0"}))
    assert "answer Q2.1: the form asks no such question" in fault


def test_an_answer_of_another_kind_than_a_page_saves_is_refused(tmp_path: Path) -> None:
    (fault, _) = faults(saved(tmp_path, WHOLE, {**SPEAKER, "Q1.1.1": "Nd 29"}))
    assert "a substance stands with its share" in fault
    (fault,) = faults(saved(tmp_path, ON_DY_AND_TB, {**SPEAKER, "Q1.1": ["0"]}))
    assert "holds a list" in fault


def test_the_certificate_is_named_and_hashed_where_its_file_is_at_hand(tmp_path: Path) -> None:
    path = filled(tmp_path, {"Q1.1": "1", "Q1.3": "C:\\papers\\Cert A.PDF"})
    for hashes, known in (({"cert a.pdf": "ab"}, "ab"), ({}, None)):
        certificate = folded(path, **hashes).passports[0].certificate
        assert certificate is not None
        assert (certificate.name, certificate.sha256) == ("C:\\papers\\Cert A.PDF", known)


def test_goods_known_by_their_words_only_need_the_word_that_all_such_goods_are_alike(tmp_path: Path) -> None:
    form = form_on(product(DY, name="arc magnet", named_by="description"))
    alike = folded(filled(tmp_path, {"Q1.1": "0", "Q1.2": "yes"}, form))
    assert [one.named_by for one in alike.passports] == ["description"]
    assert alike.passports[0].facts == {DY: "0"}
    for answer in ("no", "unknown", ""):
        other = folded(filled(tmp_path, {"Q1.1": "0", "Q1.2": answer}, form))
        assert (other.passports, other.by_words) == ((), ("arc magnet",))
