"""An application as filed: the items, and for each end user what is wanted of them."""

from dataclasses import dataclass
from typing import Final

from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.licence import Kind, Party
from cocket.quantity.amount import Amount, Money

ITEMS_MAX: Final = 100
REQUESTS_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of goods. ``number`` counts from 1. ``control_code`` and ``hs_code`` "" where not stated; ``facts`` what
    the exporter states besides, in the words of the lawbook's vocabulary and as texts ("composition": "Nd 29 %, ..."),
    for the determination reads an item as it reads a row of a file."""

    number: int
    goods: str
    control_code: str = ""
    hs_code: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.goods.strip():
            raise LicenceError(f"Item {self.number} does not say what the goods are", "Say it in words", "goods")


@dataclass(frozen=True, slots=True)
class Wanted:
    """So much of an item. ``amount`` or ``value`` None: not limited by it; never both."""

    item: int
    amount: Amount | None
    value: Money | None

    def __post_init__(self) -> None:
        if (self.amount is None) == (self.value is None):
            raise LicenceError("Neither quantity nor value, or both", "Give one of the two", "quantity")
        if (self.amount or self.value).number <= 0:  # type: ignore[union-attr]  # one of them is there
            raise LicenceError("Nothing is wanted of the item", "Give more than nought", "quantity")


@dataclass(frozen=True, slots=True)
class Request:
    """What is to go to one end user: of an application for single licences each request yields one licence.

    ``number`` counts from 1; ``destination`` an ISO code; ``importer`` None where the end user buys itself; ``end_use``
    in the exporter's words and ``end_use_zh`` in Chinese, each "" where not stated; ``end_use_code`` a word of the
    lawbook's vocabulary or "" where none was chosen. ``certificate``: the end user's certificate is at hand.
    """

    number: int
    destination: str
    end_user: Party
    importer: Party | None
    end_use: str
    end_use_code: str
    wanted: tuple[Wanted, ...]
    end_use_zh: str = ""
    certificate: bool = False

    def __post_init__(self) -> None:
        items = [one.item for one in self.wanted]
        if not items:
            raise LicenceError(f"Request {self.number} wants nothing", "Name at least one item", "wanted")
        if len(set(items)) < len(items):
            raise LicenceError(f"Request {self.number} names an item twice", "Add the two up", "wanted")


@dataclass(frozen=True, slots=True)
class Application:
    """``kind`` single: one licence for each request; general: one licence for them all. ``no_military_business`` is
    what the exporter declares of itself, None where it says nothing. ``papers``: those at hand, by the lawbook's names,
    certificates of end users aside, which each request tells of."""

    exporter: Party
    kind: Kind
    regime: str
    items: tuple[Item, ...]
    requests: tuple[Request, ...]
    months: int
    no_military_business: bool | None = None
    remark: str = ""
    papers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for key, found, most in (("items", self.items, ITEMS_MAX), ("requests", self.requests, REQUESTS_MAX)):
            if not 0 < len(found) <= most:
                raise LicenceError(f"{len(found)} {key}", f"Give 1 to {most}", key)
            if [one.number for one in found] != list(range(1, len(found) + 1)):
                raise LicenceError(f"The {key} are not counted from 1", "Number them in order", key)
        if self.months < 1:
            raise LicenceError("A licence for no time at all", "Give one month or more", "months")
        for place, request in enumerate(self.requests):
            for one in request.wanted:
                if not 1 <= one.item <= len(self.items):
                    what = f"There is no item {one.item}"
                    raise LicenceError(what, f"Items are 1 to {len(self.items)}", f"requests[{place}].wanted")
