"""What a single cell states, by the question its column answers; a doubtful one is refused."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from cocket.check.tables.cell_faults import wrong
from cocket.check.tables.columns import COMPOSITION_PREFIX
from cocket.check.tables.composition_header import PERCENT, read_unit
from cocket.check.tables.days import DayError, parse_day
from cocket.check.tables.errors import CellError
from cocket.check.tables.json_text import JsonError, read_json
from cocket.check.tables.measured import find_currency

Convert = Callable[[object], object]

DAYS = frozenset({"date", "known"})
YES_NO = frozenset({"composition_complete", "end_user_listed", "goods_listed", "china_origin_technology"})
LISTS = frozenset({"contains"})
FIGURES = frozenset({"quantity", "value", "unit_price", "china_origin_part1_value_ratio", "end_user_parent_share_pct"})

_YES = frozenset({"yes", "y", "true", "1", "是", "对", "真"})
_NO = frozenset({"no", "n", "false", "0", "否", "不", "假"})
_LIST_MARKS = re.compile(r"[;,|/\n；，、]+")
_FIGURE_ALONE = re.compile(r"(?=.*\d)[\d\s.,<>=≤≥±~–—+-]+(?:[eE][+-]?\d+)?")
_MANGLED_CODE = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")

# More digits than any code or amount has; keeps 1e999999 from filling the memory when it is written out.
EXPONENT_MAX = 60


def converter(key: str, unit: str | None) -> Convert:
    """How a cell that is not empty is read for ``key``; the function raises CellError."""
    if key.startswith(COMPOSITION_PREFIX):
        return _content_in(unit)
    if key in DAYS:
        return _day
    if key in YES_NO:
        return _yes_no
    if key in LISTS:
        return _list
    if key in FIGURES:
        return _figure
    if key == "composition":
        return _composition
    if key == "hs":
        return _customs_number
    if key == "currency":
        return _currency
    return _as_stated if "." in key else _text


def takes_any_text(key: str, unit: str | None) -> bool:
    """Whether no text in a cell can be a fault by itself."""
    return converter(key, unit) in (_text, _as_stated, _figure, _list, _currency)


def plain_number(number: int | Decimal) -> str:
    """The digits of a number, without an exponent and without a trailing ".0"."""
    if isinstance(number, int):
        return str(number)
    if not number.is_finite() or abs(number.adjusted()) > EXPONENT_MAX:
        raise CellError(*wrong("figure", number=number))
    return format(number.to_integral_value() if number == number.to_integral_value() else number, "f")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise CellError(*wrong("truth", word="TRUE" if value else "FALSE"))
    if isinstance(value, int | Decimal):
        return plain_number(value)
    if isinstance(value, date):
        raise CellError(*wrong("date_for_text", day=value))
    raise CellError(*wrong("no_text"))


def _customs_number(value: object) -> str:
    if isinstance(value, Decimal) and value != value.to_integral_value():
        raise CellError(*wrong("lost_zeros", number=value))
    text = _text(value)
    if _MANGLED_CODE.fullmatch(text.strip()):
        raise CellError(*wrong("rounded_code", text=text))
    return text


def _currency(value: object) -> str:
    word = _text(value)
    return find_currency(word) or word


def _as_stated(value: object) -> object:
    if isinstance(value, CellError):
        raise value
    if isinstance(value, Decimal):
        plain_number(value)  # refuses what could not be written out
    return value


def _figure(value: object) -> int | Decimal | str:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise CellError(*(wrong("date_for_figure", day=value) if isinstance(value, date) else wrong("no_figure")))
    if isinstance(value, Decimal):
        plain_number(value)  # refuses what could not be written out
    return value


def _content_in(unit: str | None) -> Convert:
    """Carries the unit of the header into the figure, for a figure alone would be read as per cent."""
    if unit is None:
        return _figure

    def convert(value: object) -> object:
        figure = _figure(value)
        text = figure if isinstance(figure, str) else plain_number(figure)
        if _FIGURE_ALONE.fullmatch(text):
            return figure if unit == PERCENT else f"{text} {unit}"
        own = read_unit(text)
        if own not in (None, unit):
            raise CellError(*wrong("other_unit", text=text, own=own, unit=unit))
        return figure

    return convert


def _composition(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _as_stated(share) for key, share in value.items() if share is not None}
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            return _composition(read_json(value))
        except JsonError as error:
            raise CellError(error.what, error.remedy) from None
    if isinstance(value, str):
        return value
    raise CellError(*wrong("no_composition"))


def _day(value: object) -> date:
    try:
        return parse_day(value)
    except DayError as error:
        raise CellError(error.what, error.remedy) from None


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.strip().casefold() if isinstance(value, str) else str(value)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError(*wrong("yes_no", value=value))


def _list(value: object) -> list[str]:
    if isinstance(value, str):
        return [part for part in map(str.strip, _LIST_MARKS.split(value)) if part]
    if not isinstance(value, list):
        raise CellError(*wrong("no_list"))
    if not all(isinstance(one, str) or one is None for one in value):
        raise CellError(*wrong("mixed_list"))
    return [one.strip() for one in value if one is not None and one.strip()]
