"""Readers of a lawyer's answers: from what is typed, or stands in a file of answers, to the plain value, or a refusal.

An answer that is a list may be typed on one line; a refusal names the words to show and their blanks.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from cocket.law.lawbook import Lawbook
from cocket.law.shapes import CONTROL_CODE, CUSTOMS_NUMBER, DAY
from cocket.quantity.elements import ELEMENTS, find_element
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_number, parse_share
from cocket.wording import shapes

Value: TypeAlias = str | bool | list[str]
Reader: TypeAlias = Callable[[object], Value]
APART = re.compile(r"[\s,;，；、]+")
SENTENCES = re.compile(r"\s*[;；]\s*")


class AnswerError(Exception):
    """``key`` names the words that say what is wrong; ``values`` fill its blanks."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def text(given: object) -> str:
    found = " ".join(str(given).split())
    if not found:
        raise AnswerError("new.bad.empty")
    return found


def day(given: object) -> str:
    found = str(given).strip()
    try:
        if not DAY.fullmatch(found):
            raise ValueError(found)
        return date.fromisoformat(found).isoformat()
    except ValueError:
        raise AnswerError("new.bad.day", given=found) from None


def yes_no(given: object) -> bool:
    if isinstance(given, bool):
        return given
    answer = str(given).strip().lower()
    if answer in ("y", "yes", "true", "是", "有"):
        return True
    if answer in ("n", "no", "false", "否", "无", "没有"):
        return False
    raise AnswerError("new.bad.yes_no", given=answer)


def pieces(given: object, pattern: re.Pattern[str] = APART) -> list[str]:
    """A list as it stands in a file, or typed on one line."""
    found = given if isinstance(given, list | tuple) else pattern.split(str(given))
    return [" ".join(str(one).split()) for one in found if str(one).strip()]


def sentences(given: object) -> list[str]:
    return pieces(given, SENTENCES)


def sentences_or_none(given: object) -> list[str]:
    """A dash says that there are none, where Enter alone means the usual."""
    return [] if given == "-" else sentences(given)


def matching(pattern: re.Pattern[str], key: str) -> Callable[[object], list[str]]:
    """A list of things of one shape, such as customs numbers."""

    def read(given: object) -> list[str]:
        found = pieces(given)
        for one in found:
            if not pattern.fullmatch(one):
                raise AnswerError(key, given=one)
        return found

    return read


codes = matching(CONTROL_CODE, "new.bad.code")
customs_numbers = matching(CUSTOMS_NUMBER, "new.bad.customs_number")


def code_or_name(given: object) -> str:
    """A control code, or the name of a line of an annex, which must not look like one."""
    found = str(given).strip()
    if CONTROL_CODE.fullmatch(found) or re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*", found):
        return found
    raise AnswerError("new.bad.code", given=found)


def number(given: object) -> str:
    found = str(given).strip().lower()
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found):
        raise AnswerError("new.bad.number", given=found)
    return found.lstrip("0") if found.isdigit() else found


def elements(given: object) -> list[str]:
    """Symbols, for symbols or names in either language."""
    found = []
    for one in pieces(given):
        symbol = one if one in ELEMENTS else find_element(one)
        if symbol is None:
            raise AnswerError("new.bad.element", given=one)
        found.append(symbol)
    return found


def countries(given: object) -> list[str]:
    from cocket.reading.places import find_country

    found = []
    for one in pieces(given, SENTENCES if ";" in str(given) else re.compile(r"\s*[,;，；、]\s*")):
        country = find_country(one)
        if country is None:
            raise AnswerError("new.bad.country", given=one)
        found.append(country)
    return found


def figure(of: str) -> Reader:
    """One plain figure: a share for an element, a number for a measured property."""

    def read(given: object) -> str:
        found = str(given).strip()
        try:
            interval = parse_share(found) if of in ELEMENTS else parse_number(found, scale=1_000_000)
        except QuantityError as error:
            raise AnswerError("new.bad.figure", given=found, what=shapes.told(error.what, error.remedy)) from None
        if interval.lo != interval.hi:
            raise AnswerError("new.bad.one_figure", given=found)
        return found if of not in ELEMENTS or re.search(r"[^0-9., ]", found) else f"{found} %"

    return read


@dataclass(frozen=True, slots=True)
class Options:
    """Values with the words for each: an answer is a value, its number in the list, or one of its words."""

    names: Mapping[str, Sequence[str]]

    def one(self, given: object) -> str:
        said = " ".join(str(given).split())
        if said.isdigit() and 1 <= int(said) <= len(self.names):
            return list(self.names)[int(said) - 1]
        for value, words in self.names.items():
            if said.casefold() in (value.casefold(), *(word.casefold() for word in words)):
                return value
        raise AnswerError("new.bad.choice", given=said)

    def several(self, given: object) -> list[str]:
        """Words may hold blanks, so that only commas and the like part them."""
        found = pieces(given, re.compile(r"\s*[,;，；、]\s*"))
        return list(dict.fromkeys(self.one(one) for one in found))

    def at_least_one(self, given: object) -> list[str]:
        found = self.several(given)
        if not found:
            raise AnswerError("new.bad.empty")
        return found


def of_vocabulary(lawbook: Lawbook, fact: str) -> Options:
    """The exact values of a fact; loose words that may stand for several are none that a law could mean."""
    values = lawbook.vocabulary.values[fact]
    return Options({name: (one.en, one.zh) for name, one in values.items() if one.may_be == (name,)})


def measured(lawbook: Lawbook) -> Options:
    """What a figure of the text may be about: an element by symbol or name, or a property that is known here."""
    properties = {name: (one.en, one.zh) for name, one in lawbook.vocabulary.parameters.items()}
    return Options(properties | {symbol: (one.name_en, one.name_zh) for symbol, one in ELEMENTS.items()})


def targets(lawbook: Lawbook) -> Reader:
    """Instruments by id, number or ``18/2025``, with ``#rule`` where a part is meant."""
    from cocket.cli.law_show import is_called

    def read(given: object) -> list[str]:
        found = []
        for said in pieces(given):
            name, hash_sign, part = said.partition("#")
            called = [one for one in lawbook.instruments if is_called(one, name)]
            if len(called) != 1 or (part and part not in (rule.id for rule in called[0].rules)):
                raise AnswerError("new.bad.target", given=said)
            found.append(called[0].id + hash_sign + part)
        return at_least_one(found)

    return read


def entries(lawbook: Lawbook) -> Reader:
    """Entries or headings above some."""
    from cocket.law.check_lawbook import reaches

    def read(given: object) -> list[str]:
        found = pieces(given)
        for said in found:
            if not any(reaches(said, name) for name in lawbook.entries):
                raise AnswerError("new.bad.entry", given=said)
        return at_least_one(found)

    return read


def at_least_one(found: Iterable[str]) -> list[str]:
    kept = list(found)
    if not kept:
        raise AnswerError("new.bad.empty")
    return kept
