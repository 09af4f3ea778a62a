"""A form as a value: who asks whom, for which products, what, and why."""

from datetime import date
from typing import Final, Literal

import msgspec

from cocket.check.passports.passport import NamedBy, digest_of
from cocket.law.instrument import Words

FORMAT: Final = "cocket-form/1"


class Reason(msgspec.Struct, frozen=True):
    """A norm that the answer decides; ``code`` is its control code, empty where it has none."""

    code: str
    number: Words
    at: str
    text: Words


class Earlier(msgspec.Struct, frozen=True):
    """What was stated before of a fact; ``value`` is empty for "unknown"."""

    value: str
    name: str
    said_on: date


class Asked(msgspec.Struct, frozen=True):
    """One fact that is asked for, in the name that answers use (``composition.Dy``).

    ``reasons`` are the first of the norms that it decides, and ``more`` the count of all others.
    """

    fact: str
    reasons: tuple[Reason, ...] = ()
    more: int = 0
    earlier: tuple[Earlier, ...] = ()


class AskedProduct(msgspec.Struct, frozen=True):
    """One product; ``replaces`` names the passports that its earlier statements come from."""

    product: str
    named_by: NamedBy
    description: str
    asked: tuple[Asked, ...]
    replaces: tuple[str, ...] = ()


class Form(msgspec.Struct, frozen=True):
    """The questions to one supplier (None: the list names none); ``asker`` may be empty."""

    format: Literal["cocket-form/1"]
    asker: str
    supplier: str | None
    products: tuple[AskedProduct, ...]
    made_on: date

    @property
    def digest(self) -> str:
        """Names what is asked of whom; the day and the reasons of the law make no other question of it."""
        products = [
            {
                "product": one.product,
                "named_by": one.named_by,
                "facts": [asked.fact for asked in one.asked],
                "replaces": list(one.replaces),
            }
            for one in self.products
        ]
        return digest_of({"format": self.format, "asker": self.asker, "supplier": self.supplier, "products": products})

    @property
    def id(self) -> str:
        """Short enough to be read out on the telephone."""
        return f"CQ-{self.digest.removeprefix('sha256:')[:12]}"

    @property
    def count(self) -> int:
        return sum(len(one.asked) for one in self.products)
