"""Who holds what of whom, out of a CSV file: owner, owned, share, and from when until when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from cocket.check.tables.days import UNAMBIGUOUS_FORM, parse_day
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB, Interval
from cocket.screening.lists.csv_rows import decode, rows_with_header
from cocket.screening.lists.errors import ListError
from cocket.screening.names import normalise
from cocket.screening.ownership import UNKNOWN_SHARE, Stake

NEEDED = ("owner", "owned", "share")
_DAYS = ("from", "until")
ROUNDING_PPB = PPB // 1000  # shares are often given to one place
_UNKNOWN = frozenset({"", "?", "unknown", "未知", "不详"})


def read_stakes(content: bytes, where: str) -> tuple[Stake, ...]:
    """The stakes by their owners' and firms' names as written. All of the file or nothing; raises ListError.

    A share is in per cent ("60", "60 %", "25-50", ">25", "unknown"), empty is unknown. Names are one party when they
    are equal but for case, accents and punctuation; the first way of writing stands for all.
    """
    text = decode(content, where)
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    names: dict[str, str] = {}
    rows = list(rows_with_header(text, where, NEEDED, delimiter=delimiter))
    stakes = [_stake(row, f"{where}, row {number}", names) for number, row in rows]
    _refuse_too_much(stakes, where)
    return tuple(stakes)


def _stake(row: Mapping[str, str], where: str, names: dict[str, str]) -> Stake:
    owner, owned = (_name(row[key], f"{where}, column {key}", names) for key in ("owner", "owned"))
    since, until = (_day(row.get(key, ""), f"{where}, column {key}") for key in _DAYS)
    if since and until and until < since:
        raise ListError(f"it ends ({until}) before it begins ({since})", where=where, remedy="Correct one of the days")
    return Stake(owner, owned, _share(row["share"], f"{where}, column share"), since, until)


def _name(text: str, where: str, names: dict[str, str]) -> str:
    key = normalise(text)
    if not key:
        raise ListError("a name without letter or digit", where=where, remedy="Write the party's name")
    return names.setdefault(key, text)


def _share(text: str, where: str) -> Interval:
    if text.strip().lower() in _UNKNOWN:
        return UNKNOWN_SHARE
    try:
        return parse_share(text)
    except QuantityError as error:
        remedy = 'Write per cent such as 60, 33.34, "25-50", ">25" or "unknown"'
        raise ListError(f"{text!r} is no share ({error.what})", where=where, remedy=remedy) from None


def _day(text: str, where: str) -> date | None:
    try:
        return parse_day(text) if text.strip() else None
    except ValueError as error:
        raise ListError(str(error), where=where, remedy=UNAMBIGUOUS_FORM) from None


def _refuse_too_much(stakes: Sequence[Stake], where: str) -> None:
    """Nobody holds two shares of a firm at once, and all together hold no more than the whole."""
    of_firm: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        of_firm[stake.owned].append(stake)
    for firm, own in of_firm.items():
        for one, other in combinations(own, 2):
            if one.owner == other.owner and _overlap(one, other):
                what = f"{one.owner} holds two shares of {firm} on the same day"
                raise ListError(what, where=where, remedy="Keep one, or give the days of each")
        for day in {one.since or date.min for one in own}:
            if sum(one.share.lo for one in own if one.holds(day)) > PPB + ROUNDING_PPB:
                since = f" on {day}" if day > date.min else ""
                what = f"the shares of {firm} add up to more than 100 %{since}"
                raise ListError(what, where=where, remedy="Correct the shares, or give the days of each")


def _overlap(one: Stake, other: Stake) -> bool:
    day = max(one.since or date.min, other.since or date.min)
    return one.holds(day) and other.holds(day)
