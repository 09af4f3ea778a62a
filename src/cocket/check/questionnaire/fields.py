"""What a form has to be filled in: numbered fields, the same in every file format."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from cocket.check.asking import COMPOSITION, CONTENT
from cocket.check.passports.goods import SUBSTANCE
from cocket.check.passports.passport import COMPLETE
from cocket.check.questionnaire.form import Asked, AskedProduct, Form
from cocket.check.questionnaire.words import NO, UNKNOWN, YES
from cocket.law.vocabulary import CHOICES, Vocabulary

Kind: TypeAlias = Literal["text", "day", "share", "figure", "choice", "country", "composition"]
ROWS_OF_COMPOSITION: Final = 24
ALL_OF_WORDS: Final = "all_of_words"
SPEAKER: Final = ("said_by.name", "said_by.firm", "said_by.role", "said_on", "remarks")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value it stands for, empty for "unknown", and its words in English and Chinese."""

    value: str
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. ``number`` names it in every file, ``fact`` is what it states, ``asked`` why."""

    number: str
    fact: str
    kind: Kind
    options: tuple[Option, ...] = ()
    required: bool = False
    asked: Asked | None = None

    @property
    def rows(self) -> tuple[str, ...]:
        """The numbers of the rows of a composition."""
        last = ROWS_OF_COMPOSITION if self.kind == "composition" else 0
        return tuple(f"{self.number}.{row}" for row in range(1, last + 1))


NAMELESS: Final = Option("", UNKNOWN)
YES_OR_NO: Final = (Option("yes", YES), Option("no", NO), NAMELESS)


def speaker_fields() -> tuple[Field, ...]:
    """Who answers, and when."""
    return tuple(
        Field(f"S{number}", fact, "day" if fact == "said_on" else "text", required=fact != "remarks")
        for number, fact in enumerate(SPEAKER, start=1)
    )


def product_fields(form: Form, vocabulary: Vocabulary) -> Iterator[tuple[AskedProduct, tuple[Field, ...]]]:
    """Each product with its fields; their numbers begin with the place of the product."""
    for place, product in enumerate(form.products, start=1):
        numbered = enumerate(_of_product(product, vocabulary), start=1)
        yield (
            product,
            tuple(
                Field(f"Q{place}.{number}", one.fact, one.kind, one.options, asked=one.asked)
                for number, one in numbered
            ),
        )


def _of_product(product: AskedProduct, vocabulary: Vocabulary) -> Iterator[Field]:
    for asked in product.asked:
        yield _of_fact(asked, vocabulary)
        if asked.fact == COMPOSITION:
            yield Field("", COMPLETE, "choice", YES_OR_NO)
    if product.named_by == "description":
        yield Field("", ALL_OF_WORDS, "choice", YES_OR_NO)
    yield Field("", "certificate", "text")
    yield Field("", "valid_until", "day")


def _of_fact(asked: Asked, vocabulary: Vocabulary) -> Field:
    fact = asked.fact
    if fact == COMPOSITION:
        return Field("", fact, "composition", asked=asked)
    if fact in CHOICES and fact != SUBSTANCE:
        options = tuple(Option(one.name, (one.en, one.zh)) for one in vocabulary.values[fact].values())
        return Field("", fact, "choice", (*options, NAMELESS), asked=asked)
    if fact == "origin":
        return Field("", fact, "country", asked=asked)
    kind: Kind = "share" if fact.startswith(CONTENT) else "figure" if fact.startswith("param.") else "text"
    return Field("", fact, kind, asked=asked)
