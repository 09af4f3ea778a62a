"""From a filled form to passports: all of the form, or none of it and every fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

import msgspec

from cocket.check.composition_text import CONTENT
from cocket.check.passports.makeup import Makeup
from cocket.check.passports.passport import (
    COMPLETE,
    FORMAT,
    WHOLE,
    Certificate,
    NamedBy,
    Passport,
    Speaker,
)
from cocket.check.questionnaire.faults import form_words, wrong
from cocket.check.questionnaire.fields import ALL_OF_WORDS, SPEAKER, Field, product_fields, speaker_fields
from cocket.check.questionnaire.filled import Cell, Fault, Filled, FormError
from cocket.check.questionnaire.form import AskedProduct
from cocket.check.questionnaire.makeup_table import read_makeup
from cocket.check.questionnaire.values import AnswerError, read_value
from cocket.check.questionnaire.words import is_unknown
from cocket.check.tables import parse_day
from cocket.check.tables.days import DayError
from cocket.check.tables.errors import CellError
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.errors import QuantityError

ONE_DAY: Final = timedelta(days=1)  # the day may have begun where the supplier is


@dataclass(frozen=True, slots=True)
class Folded:
    """``unanswered``: facts left empty, by product; ``by_words``: goods whose words may also name others."""

    passports: tuple[Passport, ...]
    unanswered: tuple[tuple[str, str], ...] = ()
    by_words: tuple[str, ...] = ()


def fold(filled: Filled, vocabulary: Vocabulary, today: date, certificates: Mapping[str, str]) -> Folded:
    """The passports of a form; ``certificates`` gives the SHA-256 of files at hand by ``file_key``.

    Raises FormError with every fault of the form.
    """
    reader = _Reader(filled, vocabulary, today, certificates)
    folded = reader.read()
    faults = (*filled.faults, *reader.faults)
    if filled.is_empty or not (faults or folded.passports or folded.by_words):
        faults += (Fault(filled.file, *wrong("nothing")),)
    if faults:
        raise FormError(faults)
    return folded


def file_key(name: str) -> str:
    """The name of a file without its folder, by which a supplier and the one who answers mean the same file."""
    return name.replace("\\", "/").rpartition("/")[2].strip().casefold()


def with_certificate(folded: Folded, certificate: Certificate) -> Folded:
    """The same statements, all with one certificate."""
    passports = tuple(msgspec.structs.replace(one, certificate=certificate) for one in folded.passports)
    return replace(folded, passports=passports)


@dataclass(slots=True)
class _Reader:
    filled: Filled
    vocabulary: Vocabulary
    today: date
    certificates: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> Folded:
        speaker = {one.fact: one for one in speaker_fields()}
        texts = {fact: self._text(one) for fact, one in speaker.items() if fact != "said_on"}
        said_on = self._day(speaker["said_on"])
        self._check_day(speaker["said_on"], said_on)
        passports, unanswered, by_words = [], [], []
        for product, fields in product_fields(self.filled.form, self.vocabulary):
            facts, unknown, left = self._facts(fields)
            unanswered += [(product.product, fact) for fact in left]
            if not facts and not unknown:
                continue
            if product.named_by == "description" and facts.pop(ALL_OF_WORDS, "") != "yes":
                by_words.append(product.product)
                continue
            passports.append(self._passport(product, fields, facts, unknown, texts, said_on or self.today))
        return Folded(tuple(passports), tuple(unanswered), tuple(by_words))

    def _passport(
        self,
        product: AskedProduct,
        fields: tuple[Field, ...],
        facts: dict[str, str],
        unknown: list[str],
        texts: Mapping[str, str],
        said_on: date,
    ) -> Passport:
        by_fact = {one.fact: one for one in fields}
        name = self._text(by_fact["certificate"])
        until = self._day(by_fact["valid_until"])
        if until is not None and until < said_on:
            self._fault(by_fact["valid_until"], *wrong("ends_before", until=until))
        named_by: NamedBy = product.named_by
        return Passport(
            format=FORMAT,
            product=product.product,
            named_by=named_by,
            supplier=self.filled.form.supplier,
            facts=facts,
            unknown=tuple(unknown),
            said_by=Speaker(*(texts[fact] for fact in SPEAKER[:3])),
            said_on=said_on,
            valid_until=until,
            certificate=Certificate(name, self.certificates.get(file_key(name))) if name else None,
            form=self.filled.form.digest,
            replaces=product.replaces,
            remarks=texts["remarks"],
        )

    def _facts(self, fields: tuple[Field, ...]) -> tuple[dict[str, str], list[str], list[str]]:
        """What is stated of a product, what is answered with "unknown", and what is left empty."""
        facts: dict[str, str] = {}
        unknown, left = [], []
        for one in fields:
            if one.asked is None and one.fact != ALL_OF_WORDS:
                continue
            if one.fact == WHOLE:
                stated, faults = read_makeup(self.filled, one, next(f for f in fields if f.fact == COMPLETE))
                self.faults += faults
                unknown += [WHOLE] if stated is None else []
                left += [WHOLE] if stated == {} else []
                facts |= stated or {}
                continue
            text = self._text(one)
            if not text:
                left += [one.fact] if one.asked else []
            elif is_unknown(text):
                unknown += [one.fact] if one.asked else []
            else:
                facts |= self._value(one, text)
        self._check_contents(fields, facts)
        return facts, unknown, left

    def _check_contents(self, fields: tuple[Field, ...], facts: Mapping[str, str]) -> None:
        """Shares that are each a share but make more than the whole together."""
        shares = {fact.removeprefix(CONTENT): text for fact, text in facts.items() if fact.startswith(CONTENT)}
        asked = next((one for one in fields if one.fact.removeprefix(CONTENT) in shares), None)
        if asked is None:
            return  # a full composition is checked with its table
        try:
            Makeup(shares).read()
        except QuantityError as error:
            self._fault(asked, error.what, error.remedy)

    def _value(self, one: Field, text: str) -> dict[str, str]:
        try:
            value = read_value(one, text)
        except AnswerError as fault:
            self._fault(one, fault.what, fault.remedy)
            return {}
        return {one.fact: value} if value else {}

    def _cell(self, one: Field) -> Cell:
        return self.filled.cells.get(
            one.number, Cell(None, form_words("answer", file=self.filled.file, number=one.number))
        )

    def _text(self, one: Field) -> str:
        try:
            text = self._cell(one).text()
        except CellError as fault:
            self._fault(one, fault.message, fault.remedy)
            return ""
        if not text and one.required:
            self._fault(one, *wrong("not_answered", number=one.number))
        return text

    def _day(self, one: Field) -> date | None:
        text = self._text(one)
        try:
            return parse_day(text) if text else None
        except DayError as error:
            self._fault(one, error.what, error.remedy)
            return None

    def _check_day(self, one: Field, said_on: date | None) -> None:
        made_on = self.filled.form.made_on
        if said_on is not None and said_on > self.today + ONE_DAY:
            self._fault(one, *wrong("future", day=said_on))
        if said_on is not None and said_on < made_on - ONE_DAY:
            self._fault(one, *wrong("before_form", day=said_on, made_on=made_on))

    def _fault(self, one: Field, what: str, remedy: str) -> None:
        self.faults.append(Fault(self._cell(one).where, what, remedy))
