"""One passport: what one person stated of one product on one day, as a value that a signature can cover later."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, TypeAlias

import msgspec

from cocket.check.composition_text import CONTENT

FORMAT: Final = "cocket-passport/1"
COMPLETE: Final = "composition_complete"
WHOLE: Final = "composition"
# What a supplier can be asked to state; every other fact belongs to the deal. Composition keys name a substance.
STATED: Final = ("kind", "family", "substance", "equipment", "technology_field", "origin", COMPLETE)
BALANCE: Final = frozenset({"balance", "bal", "bal.", "remainder", "rest", "rem", "余量", "余", "其余"})
NamedBy: TypeAlias = Literal["product", "description"]


class Speaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The person who vouches, for which firm and in what role."""

    name: str
    firm: str
    role: str


class Certificate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document that was named; ``sha256`` (hexadecimal) is None where its file was not at hand."""

    name: str
    sha256: str | None


class Passport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``facts`` are statements as a list of goods states them (``composition.Dy``: ``1.1``), ``unknown`` those that
    were asked and answered with "unknown". ``replaces`` names passports that the speaker had before their eyes.

    ``valid_until`` is the last day of use, None: no end. ``form`` is the digest of the questions.
    """

    format: Literal["cocket-passport/1"]
    product: str
    named_by: NamedBy
    supplier: str | None
    facts: dict[str, str]
    unknown: tuple[str, ...]
    said_by: Speaker
    said_on: date
    valid_until: date | None
    certificate: Certificate | None
    form: str
    replaces: tuple[str, ...]
    remarks: str

    @property
    def id(self) -> str:
        """Names the content: equal passports have equal ids, and a changed one has another."""
        return digest_of(msgspec.to_builtins(self))


def is_poorer(one: Passport, other: Passport) -> bool:
    """Whether both are the same statement, and only the other one has its certificate at hand."""
    has_paper, other_has = (each.certificate is not None and bool(each.certificate.sha256) for each in (one, other))
    bare, other_bare = (msgspec.structs.replace(each, certificate=None) for each in (one, other))
    return other_has and not has_paper and bare == other_bare


def without_poorer(passports: Iterable[Passport]) -> list[Passport]:
    """Each statement once, with its certificate where that came to hand."""
    every = list({one.id: one for one in passports}.values())
    return [one for one in every if not any(is_poorer(one, other) for other in every)]


def digest_of(value: object) -> str:
    return "sha256:" + hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value: object) -> str:
    """The one spelling of a JSON value without figures: keys in order, no blanks, characters as themselves."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def product_key(text: str) -> str:
    """Two spellings of one product number are the same; capitals count, for some makers tell products by them."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def supplier_key(text: str) -> str:
    return product_key(text).casefold()


def is_statable(fact: str) -> bool:
    """Whether a passport can state the fact."""
    return fact in STATED or fact.startswith((CONTENT, "param."))
