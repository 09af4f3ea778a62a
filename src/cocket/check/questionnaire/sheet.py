"""A form laid out as the rows of a sheet: what each cell says, and which cells are to be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from cocket.check.questionnaire.fields import Field, product_fields, speaker_fields
from cocket.check.questionnaire.form import Form
from cocket.check.questionnaire.wording import heading, how_to, title_of, why
from cocket.check.questionnaire.words import FormWords

NUMBER, QUESTION, ANSWER, HOW, WHY = range(5)
COLUMNS: Final = ("number", "question", "answer", "how", "reason")
SHEETS: Final = {"en": "Questions", "zh": "问卷"}
CARRIED: Final = "cocket"
Look: TypeAlias = Literal["title", "plain", "head", "section", "field", "substance"]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """``texts`` from the first column on; ``field`` is what its answer cell states."""

    look: Look
    texts: tuple[str, ...]
    field: Field | None = None


def sheet_rows(form: Form, words: FormWords) -> Iterator[SheetRow]:
    """All rows from the top; a row of a composition is to be filled in twice, substance and share."""
    title, *lines = heading(form, words, "fill.xlsx")
    yield SheetRow("title", (title,))
    yield from (SheetRow("plain", (line,)) for line in lines)
    yield SheetRow("plain", ())
    yield SheetRow("head", tuple(words.say(column) for column in COLUMNS))
    yield SheetRow("section", (words.say("speaker"),))
    for field in speaker_fields():
        yield _row(field, form, words)
    for product, fields in product_fields(form, words.vocabulary):
        yield SheetRow("section", (title_of(product, words),))
        for field in fields:
            yield _row(field, form, words)
            yield from (SheetRow("substance", (number,), field) for number in field.rows)


def _row(field: Field, form: Form, words: FormWords) -> SheetRow:
    texts = (field.number, words.question(field.fact), "", how_to(field, form, words), why(field, words))
    return SheetRow("field", texts, None if field.rows else field)
