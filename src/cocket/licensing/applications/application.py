"""An application as filed: the items, and for each end user what is wanted of them."""

from dataclasses import dataclass
from typing import Final

from cocket.licensing.applications.faults import wrong
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
            raise LicenceError(*wrong("no_goods", number=self.number), "goods")


@dataclass(frozen=True, slots=True)
class Wanted:
    """So much of an item. ``amount`` or ``value`` None: not limited by it; never both."""

    item: int
    amount: Amount | None
    value: Money | None

    def __post_init__(self) -> None:
        if (self.amount is None) == (self.value is None):
            raise LicenceError(*wrong("neither_or_both"), "quantity")
        if (self.amount or self.value).number <= 0:  # type: ignore[union-attr]  # one of them is there
            raise LicenceError(*wrong("nothing_wanted"), "quantity")


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
            raise LicenceError(*wrong("empty_request", number=self.number), "wanted")
        if len(set(items)) < len(items):
            raise LicenceError(*wrong("item_twice", number=self.number), "wanted")


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
                raise LicenceError(*wrong("count", count=len(found), key=key, most=most), key)
            if [one.number for one in found] != list(range(1, len(found) + 1)):
                raise LicenceError(*wrong("not_counted", key=key), key)
        if self.months < 1:
            raise LicenceError(*wrong("no_time"), "months")
        for place, request in enumerate(self.requests):
            for one in request.wanted:
                if not 1 <= one.item <= len(self.items):
                    fault = wrong("no_item", item=one.item, last=len(self.items))
                    raise LicenceError(*fault, f"requests[{place}].wanted")
