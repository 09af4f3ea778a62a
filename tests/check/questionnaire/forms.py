"""Forms for tests, and filled as a supplier would fill them: by the number of the question."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cocket.check.questionnaire.carried import carried
from cocket.check.questionnaire.form import FORMAT, Asked, AskedProduct, Form
from cocket.check.questionnaire.read import ANSWERS
from cocket.check.questionnaire.words import FormWords
from cocket.check.questionnaire.write_xlsx import write_form_xlsx
from cocket.law.lawbook import load_lawbook

VOCABULARY = load_lawbook().vocabulary
MADE_ON, TODAY = date(2025, 5, 20), date(2025, 6, 1)
DY, TB = "composition.Dy", "composition.Tb"
SPEAKER = {"S1": "Mei Lan", "S2": "Teapot", "S3": "quality manager", "S4": "2025-05-21"}
Answers = Mapping[str, object]


def form_on(*products: AskedProduct, supplier: str | None = "Teapot", asker: str = "Lantern") -> Form:
    return Form(FORMAT, asker, supplier, products, MADE_ON)


def product(*facts: str, name: str = "P-1", **settings: object) -> AskedProduct:
    given = {"named_by": "product", "description": "", **settings}
    return AskedProduct(product=name, asked=tuple(map(Asked, facts)), **given)  # type: ignore[arg-type]  # by name


ON_DY_AND_TB = form_on(product(DY, TB))


def workbook(folder: Path, form: Form = ON_DY_AND_TB, lang: str = "en") -> Path:
    path = folder / "form.xlsx"
    write_form_xlsx(path, form, FormWords(lang, VOCABULARY))
    return path


def rows_of(page: Worksheet) -> dict[str, int]:
    """The row in which each question stands."""
    return {str(cell.value): number for number, (cell, *_) in enumerate(page.iter_rows(max_col=2), 1) if cell.value}


def opened(path: Path) -> tuple[Workbook, Worksheet]:
    book = load_workbook(path)
    return book, book.worksheets[0]


def fill(path: Path, answers: Answers) -> Path:
    """Writes each answer beside its number; a pair is a substance and its share."""
    book, page = opened(path)
    rows = rows_of(page)
    for number, value in answers.items():
        for column, one in zip((3, 2), reversed(value) if isinstance(value, tuple) else (value,), strict=False):
            write(page, rows[number], column, one)
    book.save(path)
    return path


def write(page: Worksheet, row: int, column: int, value: object) -> None:
    """Text stays text, as it does where a person types "=1" into a cell that is formatted so."""
    cell = page.cell(row, column)
    cell.value = value  # type: ignore[assignment]  # whatever a test writes
    if isinstance(value, str):
        cell.data_type = "s"


def saved(folder: Path, form: Form, answers: Answers) -> Path:
    """The file that a page saves."""
    path = folder / "answers.json"
    content = {"format": ANSWERS, "questions": carried(form), "answers": dict(answers)}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
