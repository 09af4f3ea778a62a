"""Writes a form as a workbook: yellow cells to fill in, everything else protected from slips."""

import json
from pathlib import Path
from typing import Any, Final

from cocket.check.questionnaire.carried import carried_text
from cocket.check.questionnaire.fields import Field, Option
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.sheet import ANSWER, CARRIED, COLUMNS, QUESTION, SHEETS, SheetRow, sheet_rows
from cocket.check.questionnaire.words import FormWords
from cocket.check.tables.write import in_place_of
from cocket.check.tables.write_xlsx import MADE

WIDTHS: Final = (9, 46, 30, 42, 76)
CELL_MAX: Final = 30_000  # a cell of a workbook holds 32,767 characters
LINE_POINTS: Final = 16
ROOM: Final = 4  # words do not break where a line is full
TO_FILL: Final = "#FFF7CC"
FORMATS: Final[dict[str, dict[str, object]]] = {
    "title": {"bold": True, "font_size": 15},
    "plain": {},
    "head": {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "border": 1, "text_wrap": True},
    "section": {"bold": True, "font_size": 12, "bg_color": "#DDE6F0"},
    "field": {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#9AA5B1"},
    "fill": {
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "border_color": "#9AA5B1",
        "locked": False,
        "bg_color": TO_FILL,
        "num_format": "@",  # text, so that 1-3 stays a range and becomes no date
    },
}


def write_form_xlsx(path: Path, form: Form, words: FormWords) -> None:
    """Puts the whole workbook in its place or nothing; raises TableError where it cannot be written."""
    import xlsxwriter

    with in_place_of(path) as unfinished:
        book = xlsxwriter.Workbook(unfinished)
        book.set_properties({"created": MADE, "title": f"{words.say('title')}, {form.id}"})
        _Writer(book, form, words).write()
        book.close()


def lines_of(row: SheetRow) -> int:
    """How many lines the fullest cell takes; a Chinese character is as wide as two others."""
    lines = [
        -(-sum(2 if sign > "\u2e7f" else 1 for sign in text) // (width - ROOM))
        for text, width in zip(row.texts[1:], WIDTHS[1:], strict=False)
    ]
    return max(1, *lines) if lines else 1


class _Writer:
    def __init__(self, book: Any, form: Form, words: FormWords) -> None:  # noqa: ANN401  untyped library
        self.form, self.words = form, words
        self.looks = {name: book.add_format(settings) for name, settings in FORMATS.items()}
        self.page = book.add_worksheet(SHEETS[words.lang])
        self.lists = book.add_worksheet("lists")
        self.carried = book.add_worksheet(CARRIED)
        self.columns: dict[tuple[Option, ...], str] = {}

    def write(self) -> None:
        rows = list(sheet_rows(self.form, self.words))
        for place, width in enumerate(WIDTHS):
            self.page.set_column(place, place, width)
        for number, row in enumerate(rows):
            self._row(number, row)
        self._carry(rows)
        for hidden in (self.lists, self.carried):
            hidden.very_hidden()
            hidden.protect()
        self._protect(len(rows))

    def _row(self, number: int, row: SheetRow) -> None:
        if row.look in ("field", "substance"):
            self.page.set_row(number, lines_of(row) * LINE_POINTS)  # not every program makes room for wrapped text
        for place in range(len(COLUMNS) if row.look not in ("title", "plain") else len(row.texts)):
            text = row.texts[place] if place < len(row.texts) else ""
            if self._is_to_fill(row, place):
                self.page.write_blank(number, place, None, self.looks["fill"])
            elif text:
                self.page.write_string(number, place, text, self._look(row))
            else:
                self.page.write_blank(number, place, None, self._look(row))
        if row.field is not None and row.look == "field":
            self._guide(number, row.field)

    def _look(self, row: SheetRow) -> Any:  # noqa: ANN401
        return self.looks["field" if row.look == "substance" else row.look]

    def _is_to_fill(self, row: SheetRow, place: int) -> bool:
        return row.field is not None and (place == ANSWER or (row.look == "substance" and place == QUESTION))

    def _guide(self, number: int, field: Field) -> None:
        """A list to choose from; other answers get none, for a figure such as <0.05 passes no rule of a sheet."""
        if field.options:
            source = self.columns.get(field.options) or self._list(field.options)
            self.page.data_validation(number, ANSWER, number, ANSWER, {"validate": "list", "source": source})

    def _list(self, options: tuple[Option, ...]) -> str:
        place = len(self.columns)
        for number, option in enumerate(options):
            self.lists.write_string(number, place, self.words.pick(option.words))
        letter = chr(ord("A") + place)
        self.columns[options] = f"=lists!${letter}$1:${letter}${len(options)}"
        return self.columns[options]

    def _carry(self, rows: list[SheetRow]) -> None:
        """The questions, and the form's own texts by which text written elsewhere by hand is told apart."""
        texts = sorted({text for row in rows for text in row.texts if text})
        for place, text in enumerate((carried_text(self.form), json.dumps(texts, ensure_ascii=False))):
            for number, start in enumerate(range(0, len(text), CELL_MAX)):
                self.carried.write_string(number, place, text[start : start + CELL_MAX])

    def _protect(self, count: int) -> None:
        self.page.protect("", {"format_columns": True, "format_rows": True})
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.print_area(0, 0, count - 1, len(COLUMNS) - 1)
        self.page.hide_gridlines(2)
        self.page.set_first_sheet()
        self.page.activate()
