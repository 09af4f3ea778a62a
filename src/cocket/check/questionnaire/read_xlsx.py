"""Reads a filled workbook: finds each field by its number, and nothing else may have been written anywhere."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from cocket.check.questionnaire.carried import read_carried_text
from cocket.check.questionnaire.faults import wrong
from cocket.check.questionnaire.fields import product_fields, speaker_fields
from cocket.check.questionnaire.filled import Cell, Fault, Filled
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.sheet import ANSWER, CARRIED, NUMBER, QUESTION, SHEETS
from cocket.check.tables import TableError
from cocket.check.tables.table import column_letter
from cocket.check.tables.xlsx_merged import Range, range_name
from cocket.check.tables.xlsx_sheet import Sheet, open_sheet
from cocket.law.vocabulary import Vocabulary
from cocket.wording import Phrase, shapes


def read_filled_xlsx(path: Path, vocabulary: Vocabulary) -> Filled:
    """The fields of a workbook as they were filled in; raises TableError for a file that is no form."""
    names = _sheet_names(path)
    form, own_texts = _carried(path)
    name = next((one for one in SHEETS.values() if one in names), None)
    if name is None:
        raise TableError(*wrong("no_sheet", first=SHEETS["en"], second=SHEETS["zh"]), where=path.name)
    sheet, _ = open_sheet(path, name)
    reader = _Reader(sheet, _numbers(form, vocabulary), own_texts)
    reader.read()
    return Filled(form, reader.cells, reader.substances, path.name, tuple(reader.faults))


def _sheet_names(path: Path) -> list[str]:
    from python_calamine import CalamineError, CalamineWorkbook

    open_sheet_errors = (CalamineError, OSError)
    try:
        return list(CalamineWorkbook.from_path(path).sheet_names)
    except open_sheet_errors:
        open_sheet(path, CARRIED)  # says what is wrong with the file
        raise


def _carried(path: Path) -> tuple[Form, frozenset[str]]:
    try:
        sheet, _ = open_sheet(path, CARRIED)
    except TableError as error:
        if not (isinstance(error.what, Phrase) and error.what.key == "table.no_sheet"):
            raise
        raise TableError(*wrong("no_questions_in_workbook"), where=path.name) from None
    columns: list[list[str]] = [[], []]
    for _, cells in sheet.rows():
        for place, column in enumerate(columns):
            value = cells[place] if place < len(cells) else None
            column.append(value if isinstance(value, str) else "")
    form = read_carried_text("".join(takewhile(bool, columns[0])), path.name)
    try:
        texts = json.loads("".join(takewhile(bool, columns[1])))
    except ValueError:
        raise TableError(*wrong("texts_damaged"), where=path.name) from None
    return form, frozenset(map(str, texts))


def _numbers(form: Form, vocabulary: Vocabulary) -> Mapping[str, bool]:
    """Every number that a row of the sheet begins with, and whether it is the row of a substance."""
    fields = [*speaker_fields(), *(one for _, several in product_fields(form, vocabulary) for one in several)]
    found = {one.number: False for one in fields if not one.rows}
    return found | {number: True for one in fields for number in one.rows}


@dataclass(slots=True)
class _Reader:
    sheet: Sheet
    numbers: Mapping[str, bool]
    own_texts: frozenset[str]
    cells: dict[str, Cell] = field(default_factory=dict)
    substances: dict[str, Cell] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> None:
        for index, cells in self.sheet.rows():
            number = str(cells[NUMBER]).strip() if cells and cells[NUMBER] is not None else ""
            if number in self.numbers:
                self._field(number, index, cells)
            self._strays(number, index, cells)
        missing = [number for number in self.numbers if number not in self.cells]
        if len(missing) == len(self.numbers):
            self._fault("", *wrong("not_in_place"))
        else:
            for number in missing:
                self._fault("", *wrong("row_gone", number=number))

    def _field(self, number: str, index: int, cells: list[object]) -> None:
        place = self._place(index, ANSWER)
        if number in self.cells:
            self._fault(place, *wrong("twice", number=number))
            return
        self.cells[number] = Cell(_value(cells, ANSWER), self._where(place))
        if self.numbers[number]:
            self.substances[number] = Cell(_value(cells, QUESTION), self._where(self._place(index, QUESTION)))
        for merged in self._merged(index):
            self._fault(place, *wrong("merged", cells=range_name(merged)))

    def _strays(self, number: str, index: int, cells: list[object]) -> None:
        """Words that were written where no question asks for them: dropping them could drop what matters."""
        own = {NUMBER, ANSWER} if number in self.numbers else set()
        own |= {QUESTION} if self.numbers.get(number) else set()
        for column, value in enumerate(cells):
            text = str(value).strip() if value is not None else ""
            if text and column not in own and text not in self.own_texts:
                shown = text if len(text) <= 40 else text[:37] + "..."
                self._fault(self._place(index, column), *wrong("stray", text=shown))

    def _merged(self, index: int) -> Iterator[Range]:
        for one in self.sheet.merged:
            (first_row, first_column), (last_row, last_column) = one
            if first_row <= index <= last_row and first_column <= ANSWER and last_column >= QUESTION:
                yield one

    def _place(self, index: int, column: int) -> str:
        return f"{column_letter(column + 1)}{index + 1}"

    def _where(self, place: str) -> str:
        return shapes.within(self.sheet.where, shapes.cell(place) if place else "")

    def _fault(self, place: str, what: str, remedy: str) -> None:
        self.faults.append(Fault(self._where(place), what, remedy))


def _value(cells: list[object], column: int) -> object:
    return cells[column] if column < len(cells) else None
