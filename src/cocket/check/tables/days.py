"""Reads a day as people write it in spreadsheets, and refuses what could be two days."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from cocket.check.tables.cell_faults import wrong
from cocket.wording import Phrase

# No export that a list can speak of lies outside these years; such a year is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1950, 2149

# The day of an export is a day in China, which has had no summer time since 1991.
CHINA_OFFSET = timedelta(hours=8)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

# Kept as text: compiled when the first day is read, not when the package is imported.
_CLOCK_TIME = r"(?:[Tt ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _CLOCK_TIME
_COMPACT = r"(\d{4})(\d{2})(\d{2})"
_CHINESE = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]"
_DAY_MONTH_NAME = r"(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*([A-Za-z]{3,9})\.?[\s\-./,]*(\d{4})"
_MONTH_NAME_DAY = r"([A-Za-z]{3,9})\.?[\s\-./]*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})"
_YEAR_LAST = r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})" + _CLOCK_TIME


class DayError(ValueError):
    """Why a value means no day, or two, and the ``remedy``, each without its full stop."""

    def __init__(self, what: Phrase, remedy: Phrase) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def parse_day(value: object) -> date:
    """The one day that ``value`` (text, date, datetime or a number such as 20250430) can mean.

    Raises DayError saying why it means none or two; a time of day is dropped, a time zone other than
    China's is refused, because it may move the day.
    """
    if isinstance(value, datetime):
        return _day_of(value)
    if isinstance(value, date):
        return _within_reason(value.year, value.month, value.day, str(value))
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise DayError(*wrong("no_day", value=value))
    text = unicodedata.normalize("NFKC", str(value)).strip()
    return _from_text(text)


def _day_of(moment: datetime) -> date:
    offset = moment.utcoffset()
    if offset is not None and offset != CHINA_OFFSET:
        raise DayError(*wrong("time_zone", moment=moment.isoformat()))
    return _within_reason(moment.year, moment.month, moment.day, moment.isoformat())


@lru_cache(maxsize=1024)  # a list names few days, and each many times
def _from_text(text: str) -> date:
    if found := re.fullmatch(_YEAR_FIRST, text):
        _refuse_foreign_zone(found["zone"], text)
        return _within_reason(int(found[1]), int(found[3]), int(found[4]), text)
    if found := re.fullmatch(_COMPACT, text) or re.fullmatch(_CHINESE, text):
        return _within_reason(int(found[1]), int(found[2]), int(found[3]), text)
    if found := re.fullmatch(_DAY_MONTH_NAME, text):
        return _within_reason(int(found[3]), _month(found[2], text), int(found[1]), text)
    if found := re.fullmatch(_MONTH_NAME_DAY, text):
        return _within_reason(int(found[3]), _month(found[1], text), int(found[2]), text)
    if found := re.fullmatch(_YEAR_LAST, text):
        _refuse_foreign_zone(found["zone"], text)
        return _year_last(int(found[1]), int(found[2]), int(found[3]), text)
    raise _unreadable(text)


def _unreadable(text: str) -> DayError:
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", text):
        return DayError(*wrong("short_year", text=text))
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return DayError(*wrong("bare_number", text=text))
    return DayError(*wrong("text_no_day", text=text))


def _year_last(first: int, second: int, year: int, text: str) -> date:
    """Day/month/year and month/day/year look alike; only where one reading is left is it a day."""
    both = (_valid(year, second, first), _valid(year, first, second))
    readings = sorted({day for day in both if day})
    if not readings:
        raise DayError(*wrong("no_such_day", text=text))
    if len(readings) == 2:
        raise DayError(*wrong("two_days", text=text, one=readings[0], other=readings[1]))
    return _within_reason(year, readings[0].month, readings[0].day, text)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _within_reason(year: int, month: int, day: int, text: str) -> date:
    found = _valid(year, month, day)
    if found is None:
        raise DayError(*wrong("no_such_day", text=text))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DayError(*wrong("far_year", text=text, first=FIRST_YEAR, last=LAST_YEAR))
    return found


def _month(word: str, text: str) -> int:
    lower = word.lower()
    if lower == "sept":
        return 9
    if lower in _MONTH_NAMES or lower in _MONTHS:
        return _MONTHS.index(lower[:3]) + 1
    raise DayError(*wrong("text_no_day", text=text))


def _refuse_foreign_zone(zone: str | None, text: str) -> None:
    if zone and zone.replace(":", "") != "+0800":
        raise DayError(*wrong("text_time_zone", text=text))
