"""An application as filed: the items, and for each end user what is wanted of them."""

from dataclasses import dataclass
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Wanted:
    """So much of an item. ``amount`` or ``value`` None: not limited by it; never both."""

    item: int
    amount: Amount | None
    value: Money | None


@dataclass(frozen=True, slots=True)
class Request:
    """What is to go to one end user: of an application for single licences each request yields one licence.

    ``number`` counts from 1; ``destination`` an ISO code; ``importer`` None where the end user buys itself; ``end_use``
    in the exporter's words, ``end_use_code`` a word of the lawbook's vocabulary or "" where none was chosen.
    """

    number: int
    destination: str
    end_user: Party
    importer: Party | None
    end_use: str
    end_use_code: str
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Application:
    """``kind`` single: one licence for each request; general: one licence for them all. ``no_military_business`` is
    what the exporter declares of itself, None where it says nothing."""

    exporter: Party
    kind: Kind
    regime: str
    items: tuple[Item, ...]
    requests: tuple[Request, ...]
    months: int
    no_military_business: bool | None = None
    remark: str = ""
