"""Reads a filled form by its file name's ending: a workbook, or the answers that a page saved."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cocket.check.questionnaire.carried import read_carried
from cocket.check.questionnaire.faults import form_words, wrong
from cocket.check.questionnaire.fields import product_fields, speaker_fields
from cocket.check.questionnaire.filled import Cell, Fault, Filled
from cocket.check.questionnaire.read_xlsx import read_filled_xlsx
from cocket.check.tables import TableError
from cocket.check.tables.json_text import JsonError, read_json
from cocket.check.tables.read import unusable
from cocket.law.vocabulary import Vocabulary

ANSWERS: Final = "cocket-answers/1"


def read_filled(path: Path, vocabulary: Vocabulary) -> Filled:
    """What stands in the fields; raises TableError for a file that is no filled form at all."""
    try:
        match path.suffix.lower():
            case ".xlsx" | ".xlsm":
                return read_filled_xlsx(path, vocabulary)
            case ".json":
                return _read_json(path, vocabulary)
            case ".html" | ".htm":
                raise TableError(*wrong("is_the_form"), where=path.name)
    except OSError as error:
        raise unusable(path, error) from None
    raise TableError(*wrong("ending", ending=path.suffix), where=path.name)


def _read_json(path: Path, vocabulary: Vocabulary) -> Filled:
    try:
        content = read_json(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TableError(*wrong("not_utf8", at=error.start + 1), where=path.name) from None
    except JsonError as error:
        raise TableError(error.what, error.remedy, where=path.name) from None
    if not isinstance(content, dict) or content.get("format") != ANSWERS:
        version = content.get("format") if isinstance(content, dict) else None
        what = wrong("answers_version", version=version) if version else wrong("no_answers")
        raise TableError(*what, where=path.name)
    form = read_carried(content.get("questions"), path.name)
    answers = content.get("answers")
    if not isinstance(answers, dict):
        raise TableError(*wrong("no_answers"), where=path.name)
    return _sorted_out(form_answers=answers, filled=Filled(form, {}, {}, path.name), vocabulary=vocabulary)


def _sorted_out(form_answers: Mapping[str, object], filled: Filled, vocabulary: Vocabulary) -> Filled:
    form, file = filled.form, filled.file
    fields = [*speaker_fields(), *(one for _, several in product_fields(form, vocabulary) for one in several)]
    rows = {number for one in fields for number in one.rows}
    names = {one.number for one in fields if not one.rows} | rows
    cells, substances, faults = {}, {}, []
    for number, value in form_answers.items():
        where = form_words("answer", file=file, number=number)
        if number not in names:
            faults.append(Fault(where, *wrong("no_such_question")))
        elif number not in rows:
            cells[number] = Cell(value, where)
        elif isinstance(value, list) and len(value) == 2:
            substances[number], cells[number] = Cell(value[0], where), Cell(value[1], where)
        else:
            faults.append(Fault(where, *wrong("not_both")))
    return Filled(form, cells, substances, file, tuple(faults))
