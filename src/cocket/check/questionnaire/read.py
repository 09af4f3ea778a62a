"""Reads a filled form by its file name's ending: a workbook, or the answers that a page saved."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cocket.check.questionnaire.carried import ANEW, read_carried
from cocket.check.questionnaire.fields import product_fields, speaker_fields
from cocket.check.questionnaire.filled import Cell, Fault, Filled
from cocket.check.questionnaire.read_xlsx import read_filled_xlsx
from cocket.check.tables import TableError
from cocket.check.tables.json_text import JsonError, read_json
from cocket.check.tables.read import unusable
from cocket.law.vocabulary import Vocabulary

ANSWERS: Final = "cocket-answers/1"
PAGE: Final = "Open the page, fill it in, and give the .json file that its button saves"


def read_filled(path: Path, vocabulary: Vocabulary) -> Filled:
    """What stands in the fields; raises TableError for a file that is no filled form at all."""
    try:
        match path.suffix.lower():
            case ".xlsx" | ".xlsm":
                return read_filled_xlsx(path, vocabulary)
            case ".json":
                return _read_json(path, vocabulary)
            case ".html" | ".htm":
                raise TableError("this is the form and not its answers", where=path.name, remedy=PAGE)
    except OSError as error:
        raise unusable(path, error) from None
    what = f'the ending "{path.suffix}" is not that of a form'
    raise TableError(what, where=path.name, remedy="Give the filled workbook (.xlsx), or the answers of a page (.json)")


def _read_json(path: Path, vocabulary: Vocabulary) -> Filled:
    try:
        content = read_json(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TableError(f"byte {error.start + 1} is not UTF-8", where=path.name, remedy=PAGE) from None
    except JsonError as error:
        raise TableError(str(error), where=path.name, remedy=error.remedy) from None
    if not isinstance(content, dict) or content.get("format") != ANSWERS:
        version = content.get("format") if isinstance(content, dict) else None
        what = f"the answers are of the version {version}" if version else "the file holds no answers to a form"
        raise TableError(what, where=path.name, remedy=PAGE)
    form = read_carried(content.get("questions"), path.name)
    answers = content.get("answers")
    if not isinstance(answers, dict):
        raise TableError("the file holds no answers to a form", where=path.name, remedy=PAGE)
    return _sorted_out(form_answers=answers, filled=Filled(form, {}, {}, path.name), vocabulary=vocabulary)


def _sorted_out(form_answers: Mapping[str, object], filled: Filled, vocabulary: Vocabulary) -> Filled:
    form, file = filled.form, filled.file
    fields = [*speaker_fields(), *(one for _, several in product_fields(form, vocabulary) for one in several)]
    rows = {number for one in fields for number in one.rows}
    names = {one.number for one in fields if not one.rows} | rows
    cells, substances, faults = {}, {}, []
    for number, value in form_answers.items():
        where = f"{file}, answer {number}"
        if number not in names:
            faults.append(Fault(where, "the form asks no such question", ANEW))
        elif number not in rows:
            cells[number] = Cell(value, where)
        elif isinstance(value, list) and len(value) == 2:
            substances[number], cells[number] = Cell(value[0], where), Cell(value[1], where)
        else:
            faults.append(Fault(where, "a substance stands with its share", ANEW))
    return Filled(form, cells, substances, file, tuple(faults))
