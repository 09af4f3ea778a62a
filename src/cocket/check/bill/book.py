"""Bills of materials at hand for a list of goods: the share of value that each gives the lines of its product.

The list and the bill speak of one share. What the list states counts where it lies within what the bill leaves open,
and the bill where it lies within what the list leaves open. Where neither holds, both stay possible and the answer says
so, as with statements of suppliers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cocket.check.bill.faults import bill_words, wrong
from cocket.check.bill.listed_part import CHINESE_PART_1, ListedParts, ShareOf, judged
from cocket.check.bill.part import Bill, BillError
from cocket.check.bill.value_share import Valuation
from cocket.check.checker import Checker
from cocket.check.passports.passport import product_key
from cocket.determination.read_facts import FactError, read_value_ratio
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import Interval
from cocket.wording import shapes

DIFFERS: Final = "bill_differs_from_list"


@dataclass(frozen=True, slots=True)
class BillFile:
    """A bill with the name of its file and the SHA-256 of what stood there."""

    name: str
    sha256: str
    bill: Bill


@dataclass(frozen=True, slots=True)
class ShareOfBill:
    """What a bill gives a line under ``fact``. ``stated`` is what the list says of it, ``counts`` what is used."""

    fact: str
    file: BillFile
    valuation: Valuation
    stated: Interval | None
    counts: Interval

    @property
    def share(self) -> Interval:
        return self.valuation.share

    @property
    def differs(self) -> bool:
        """Whether list and bill cannot both be followed: neither lies within the other."""
        return self.stated is not None and self.counts not in (self.share, self.stated)

    @property
    def text(self) -> str:
        """For a file of answers: ``china_origin_part1_value_ratio ≥0.07 %, bill.csv, sha256:…``."""
        return f"{self.fact} {show_share(self.share)}, {self.file.name}, sha256:{self.file.sha256}"


class BillBook:
    """Bills by the number of their product; raises BillError where two are of one product."""

    def __init__(self, files: Iterable[BillFile] = (), share: ShareOf = CHINESE_PART_1) -> None:
        self.share = share
        self._of: dict[str, BillFile] = {}
        self._valued: dict[tuple[str, date, int], Valuation] = {}
        for one in files:
            number = one.bill.top.number
            if (other := self._of.setdefault(product_key(number), one)) is not one:
                raise BillError(None, *wrong("two_bills", number=number, other=other.name))

    @property
    def files(self) -> tuple[BillFile, ...]:
        return tuple(self._of.values())

    def of(self, stated: Mapping[str, object]) -> BillFile | None:
        """The bill of the product of a line; none for a line that names no product."""
        number = stated.get("product")
        return self._of.get(product_key(str(number))) if number else None

    def complete(self, checker: Checker, stated: Mapping[str, object], known: date) -> ShareOfBill | None:
        """The share of a line, by the law's words as known on a day; none without a bill of its product.

        Raises FactError for a share that the line states and that cannot be read, BillError for goods that a part of
        the bill states and that cannot be read.
        """
        file = self.of(stated)
        if file is None:
            return None
        valuation = self._value(checker, file, known)
        said = _stated(self.share.fact, stated)
        counts = valuation.share if said is None else _joined(said, valuation.share)
        return ShareOfBill(self.share.fact, file, valuation, said, counts)

    def _value(self, checker: Checker, file: BillFile, known: date) -> Valuation:
        key = (file.bill.top.number, checker.time.view(known, known).known, id(checker.lawbook))
        if key not in self._valued:
            self._valued[key] = _valued(file, ListedParts(checker, self.share, known))
        return self._valued[key]


NO_BILLS: Final = BillBook()


def _valued(file: BillFile, listed: ListedParts) -> Valuation:
    """Raises BillError, which names the bill: it is told at a line of the list."""
    try:
        return Valuation(file.bill, judged(listed, file.bill))
    except BillError as error:
        where = shapes.within(file.name, shapes.row(error.row or 0))
        raise BillError(None, bill_words("in_file", where=where, fault=error.problem), error.remedy) from None


def _stated(fact: str, stated: Mapping[str, object]) -> Interval | None:
    try:
        return read_value_ratio(fact, str(stated[fact])) if fact in stated else None
    except QuantityError as error:
        raise FactError(fact, error.what, error.remedy) from None


def _joined(said: Interval, computed: Interval) -> Interval:
    """The narrower where one lies within the other, else all that either allows."""
    hull = said.hull(computed)
    return {computed: said, said: computed}.get(hull, hull)
