"""Who holds what of whom, out of a CSV file: owner, owned, share, and from when until when."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TypeVar

from cocket.check.tables.days import DayError, parse_day
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB, Interval
from cocket.screening.lists.csv_rows import rows_of_ones_own
from cocket.screening.lists.errors import ListError
from cocket.screening.nameable import why_no_name
from cocket.screening.names import normalise
from cocket.screening.ownership import UNKNOWN_SHARE, Stake
from cocket.screening.readings import LETTERS_MAX

NEEDED = ("owner", "owned", "share")
COLUMNS = (*NEEDED, "from", "until")
Read = TypeVar("Read")
ROUNDING_PPB = PPB // 1000  # shares are often given to one place
_UNKNOWN = frozenset({"", "?", "unknown", "未知", "不详"})


def read_stakes(content: bytes, where: str) -> tuple[Stake, ...]:
    """The stakes by their owners' and firms' names as written. All of the file or nothing; raises ListError.

    A share is in per cent ("60", "60 %", "25-50", ">25", "unknown"), empty is unknown. Names are one party when they
    are equal but for case, accents and punctuation; the first way of writing stands for all.
    """
    names: dict[str, str] = {}
    rows = rows_of_ones_own(content, where, NEEDED, COLUMNS)
    stakes = [_stake(row, number, where, names) for number, row in rows]
    if not stakes:
        raise ListError("no_stake", where=where)
    _refuse_too_much(stakes, where)
    return tuple(stakes)


def _stake(row: Mapping[str, str], number: int, where: str, names: dict[str, str]) -> Stake:
    def cell(key: str, read: Callable[[str], Read]) -> Read:
        try:
            return read(row.get(key, ""))
        except _BadCellError as bad:
            raise ListError(bad.fault, where=where, row=number, column=key, **bad.values) from None

    def name(text: str) -> str:
        return names.setdefault(_key(text), text)

    since, until = (cell(key, _day) for key in ("from", "until"))
    if since and until and until < since:
        raise ListError("backwards", where=where, row=number, since=since, until=until)
    stake = Stake(cell("owner", name), cell("owned", name), cell("share", _share), since, until)
    if stake.owner == stake.owned:
        raise ListError("own_share", where=where, row=number, firm=stake.owned)
    return stake


class _BadCellError(Exception):
    def __init__(self, fault: str, **values: object) -> None:
        super().__init__(fault)
        self.fault, self.values = fault, values


def _key(text: str) -> str:
    if why := why_no_name(text):
        raise _BadCellError("long_party" if why == "too_long" else why, most=LETTERS_MAX)
    return normalise(text)


def _share(text: str) -> Interval:
    if text.strip().lower() in _UNKNOWN:
        return UNKNOWN_SHARE
    try:
        return parse_share(text)
    except QuantityError as error:
        raise _BadCellError("no_share", share=text, error=error.what) from None


def _day(text: str) -> date | None:
    try:
        return parse_day(text) if text.strip() else None
    except DayError as error:
        raise _BadCellError("no_day", error=error.what) from None


def _refuse_too_much(stakes: Sequence[Stake], where: str) -> None:
    """Nobody holds two shares of a firm at once, and all together hold no more than the whole."""
    of_firm: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        of_firm[stake.owned].append(stake)
    for firm, own in of_firm.items():
        for one, other in combinations(own, 2):
            if one.owner == other.owner and _overlap(one, other):
                raise ListError("two_shares", where=where, owner=one.owner, firm=firm)
        for day in {one.since or date.min for one in own}:
            if sum(one.share.lo for one in own if one.holds(day)) > PPB + ROUNDING_PPB:
                raise ListError("over_whole", where=where, firm=firm)


def _overlap(one: Stake, other: Stake) -> bool:
    day = max(one.since or date.min, other.since or date.min)
    return one.holds(day) and other.holds(day)
