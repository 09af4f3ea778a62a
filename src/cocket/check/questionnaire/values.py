"""One answer of a form as the value that a list of goods would state."""

from cocket.check.questionnaire.faults import form_words, wrong
from cocket.check.questionnaire.fields import Field
from cocket.determination.read_facts import MILLIONTHS
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_number, parse_share
from cocket.reading.places import UNDISCLOSED, find_country
from cocket.reading.words import TABLES, find
from cocket.wording import shapes


class AnswerError(Exception):
    """An answer that cannot be used."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(shapes.told(what, remedy))
        self.what, self.remedy = what, remedy


def read_value(field: Field, text: str) -> str:
    """The value, in the vocabulary's words where there are such; raises AnswerError."""
    match field.kind:
        case "choice":
            return _choice(field, text)
        case "country":
            return _country(text)
        case "share" | "figure":
            return _figure(field, text)
        case _:
            return text


def _choice(field: Field, text: str) -> str:
    wanted = text.casefold()
    for option in field.options:
        if wanted == option.value.casefold() or wanted in (word.casefold() for word in option.words):
            return option.value
    found = find(field.fact, text) if field.fact in TABLES else None
    if found is None:
        raise AnswerError(*wrong("choice", text=text))
    return found


def _country(text: str) -> str:
    code = find_country(text)
    if code is None or code == UNDISCLOSED:
        raise AnswerError(*wrong("country", text=text))
    return code


def _figure(field: Field, text: str) -> str:
    try:
        if field.kind == "share":
            parse_share(text)
        else:
            parse_number(text, scale=MILLIONTHS)
    except QuantityError as error:
        raise AnswerError(error.what, form_words("or_unknown", remedy=error.remedy)) from None
    return text
