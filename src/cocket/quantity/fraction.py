"""Mass shares and measured values as people state them, read into whole numbers with nothing lost or added.

``3``, ``"3 wt%"``, ``"250 ppm"``, ``"<0.05"``, ``"≥99.9 %"``, ``"0.1–0.3 %"``, ``"3±0.2"``.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Final

from cocket.quantity.decimals import DECIMAL, plain_text, read_decimal, read_number, show_decimal, shown
from cocket.quantity.errors import QuantityError
from cocket.quantity.faults import wrong
from cocket.quantity.interval import PPB, Interval

UNBOUNDED: Final = 2**63 - 1
"""Upper end of a measured value that has none ("at least 5"): the largest number of a 64-bit column."""

SHARE_UNITS: Final = {"%": 10_000_000, "ppm": 1_000, "ppb": 1}
"""Parts per billion in one unit."""

_OTHER_SPELLINGS = {
    "%": (
        "wt%",
        "%wt",
        "mass%",
        "m%",
        "w%",
        "%w/w",
        "%m/m",
        "w/w%",
        "m/m%",
        "%bymass",
        "%byweight",
        "质量%",
        "重量%",
    ),
    "ppm": ("wtppm", "ppmw", "ppmwt", "mg/kg", "ug/g", "μg/g", "g/t"),
    "ppb": ("wtppb", "ppbw", "ug/kg", "μg/kg"),
}
_UNIT_OF_SPELLING = {other: unit for unit, others in _OTHER_SPELLINGS.items() for other in (unit, *others)}

_SIGNS = {"=<": "<=", "≤": "<=", "≦": "<=", "⩽": "<=", "=>": ">=", "≥": ">=", "≧": ">=", "⩾": ">="}
_UNIT = r"[^0-9<>=±~+-]*?"
_STATEMENT = re.compile(
    rf"(?P<sign>[<>]=?|=[<>]|[≤≦⩽≥≧⩾]|)\s*(?P<first>{DECIMAL})\s*(?P<first_unit>{_UNIT})"
    rf"(?:\s*(?P<link>-|~|±|\+/-|to|至|到)\s*(?P<second>{DECIMAL})\s*(?P<second_unit>{_UNIT}))?",
    re.IGNORECASE,
)
# compared without points, spaces and dashes, in lower case
_NOT_MEASURED = frozenset(
    {"", "nd", "na", "nil", "tr", "trace", "traces", "none", "notdetected", "unknown", "?"}
    | {"未检出", "未检测", "痕量", "微量", "无"}
)
_REMAINDER = frozenset({"bal", "balance", "rem", "remainder", "rest", "余", "余量", "其余"})


@dataclass(frozen=True, slots=True)
class _Stated:
    """What was said, exact and in the target unit; ``hi`` None = no upper end, open = end not included."""

    lo: Fraction
    hi: Fraction | None
    lo_open: bool = False
    hi_open: bool = False

    def whole(self, top: int) -> Interval:
        return Interval(self._whole_lo(), top if self.hi is None else self._whole_hi(self.hi))

    def _whole_lo(self) -> int:
        lo = floor(self.lo)
        return lo + 1 if self.lo_open and lo == self.lo else lo

    def _whole_hi(self, hi: Fraction) -> int:
        # "below one part per billion" is a limit of detection, not a statement of absence: never down to 0.
        return max(int(hi) - 1, 1) if self.hi_open and hi.denominator == 1 else ceil(hi)


def parse_share(text: object, *, unit: str = "%") -> Interval:
    """A stated mass share in ppb; ``unit`` (%, ppm or ppb) counts where the text names none.

    "<x" ends one ppb below x and ">x" starts one above; finer digits than a ppb round the interval outward.
    Raises QuantityError for what is no share: negative, above 100 %, empty, a word, NaN, a boolean.
    """
    return _share_in_text(text, unit) if isinstance(text, str) else _share(text, unit)


@lru_cache(maxsize=4096)
def _share_in_text(text: str, unit: str) -> Interval:
    """The same of text: a list of goods has few figures, each of them many times."""
    return _share(text, unit)


def _share(text: object, unit: str) -> Interval:
    stated = _read(text, _UNIT_OF_SPELLING, SHARE_UNITS, unit)
    if stated.lo > PPB or (stated.hi is not None and stated.hi > PPB) or (stated.lo_open and stated.lo == PPB):
        raise QuantityError(*wrong("over_whole", text=shown(text)))
    return stated.whole(PPB)


def parse_number(text: object, *, scale: int) -> Interval:
    """A measured value of no negative kind, times ``scale``, rounded outward; ">=x" ends at UNBOUNDED.

    Same forms and errors as `parse_share`, without units and without an upper limit of 100 %.
    """
    stated = _read(text, {"": ""}, {"": scale}, "")
    if stated.lo >= UNBOUNDED or (stated.hi is not None and stated.hi >= UNBOUNDED):
        raise QuantityError(*wrong("too_large", text=shown(text)))
    return stated.whole(UNBOUNDED)


def show_share(share: Interval) -> str:
    """The share in per cent, in a form that `parse_share` reads back to the same interval."""
    lo, hi = show_decimal(share.lo, 7), show_decimal(share.hi, 7)
    if share.lo == share.hi:
        return f"{lo} %"
    if share.lo == 0 and share.hi < PPB:
        return f"≤{hi} %"
    if share.hi == PPB and share.lo > 0:
        return f"≥{lo} %"
    return f"{lo}–{hi} %"


def _read(value: object, spellings: dict[str, str], factors: dict[str, int], default: str) -> _Stated:
    if not isinstance(value, str):
        return _read_plain_number(value, factors[default])
    text = plain_text(value)
    statement = _STATEMENT.fullmatch(text)
    if statement is None or (statement["sign"] and statement["link"]):
        raise _unreadable(value, text)
    first_unit, second_unit = (
        _unit_named(written or "", spellings, value) for written in (statement["first_unit"], statement["second_unit"])
    )
    # "0.1-0.3 %" names its unit once and means it twice
    first = read_decimal(statement["first"]) * factors[first_unit or second_unit or default]
    if statement["second"] is None:
        return _one_figure(_SIGNS.get(statement["sign"], statement["sign"]), first, value)
    second = read_decimal(statement["second"]) * factors[second_unit or first_unit or default]
    return _two_figures(statement["link"], first, second, value, top=PPB if "%" in factors else None)


def _read_plain_number(value: object, factor: int) -> _Stated:
    if not isinstance(value, int | float | Decimal):
        raise QuantityError(*(wrong("missing") if value is None else wrong("no_figure", text=shown(value))))
    exact = read_number(value) * factor
    if exact < 0:
        raise _negative(value)
    return _Stated(exact, exact)


def _unit_named(written: str, spellings: dict[str, str], value: object) -> str:
    """The unit by its usual name; empty when none is written."""
    key = re.sub(r"[\s.()]", "", written.lower())
    if not key:
        return ""
    if key in spellings:
        return spellings[key]
    told = {"unit": written.strip(), "text": shown(value)}
    if known := tuple(unit for unit in dict.fromkeys(spellings.values()) if unit):
        raise QuantityError(*wrong("unit_of_share", known=known, **told))
    raise QuantityError(*wrong("unit_of_number", **told))


def _one_figure(sign: str, figure: Fraction, value: object) -> _Stated:
    match sign:
        case "":
            return _Stated(figure, figure)
        case "<" if figure == 0:
            raise _negative(value)
        case "<" | "<=":
            return _Stated(Fraction(0), figure, hi_open=sign == "<")
        case _:
            return _Stated(figure, None, lo_open=sign == ">")


def _two_figures(link: str, first: Fraction, second: Fraction, value: object, top: int | None) -> _Stated:
    if link in ("±", "+/-"):
        hi = first + second
        # No share lies outside 0 to 100 %, whatever the tolerance says; a middle outside it is still refused.
        return _Stated(max(first - second, Fraction(0)), hi if top is None else max(first, min(hi, Fraction(top))))
    if first > second:
        raise QuantityError(*wrong("backwards", text=shown(value)))
    return _Stated(first, second)


def _negative(value: object) -> QuantityError:
    return QuantityError(*wrong("below_zero", text=shown(value)))


def _unreadable(value: str, text: str) -> QuantityError:
    if not text:
        return QuantityError(*wrong("missing"))
    if re.match(r"[<>=]*\s*-\s*[0-9.]", text):
        return _negative(value)
    word = re.sub(r"[\s./-]", "", text.lower())
    if word in _NOT_MEASURED:
        # Nothing found says as much as the method's limit, which only the laboratory knows.
        return QuantityError(*wrong("not_measured", text=shown(value)))
    if word in _REMAINDER:
        return QuantityError(*wrong("remainder", text=shown(value)))
    return QuantityError(*wrong("unreadable", text=shown(value)))
