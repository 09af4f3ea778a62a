"""Country and region names in English and Chinese to their ISO codes (Unicode CLDR, by way of Babel)."""

import re
from functools import lru_cache

OTHER_NAMES = {
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "america": "US",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "korea": "KR",
    "south korea": "KR",
    "republic of korea": "KR",
    "czech republic": "CZ",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
    "viet nam": "VN",
    "russian federation": "RU",
    "uae": "AE",
    "holland": "NL",
    "china mainland": "CN",
    "prc": "CN",
    "中国大陆": "CN",
    "香港": "HK",
    "澳门": "MO",
    "中国香港": "HK",
    "中国澳门": "MO",
    "中国台湾": "TW",
}
UNDISCLOSED = "XX"


def find_country(text: str) -> str | None:
    """The two-letter code of a country or region by code or name; None when nothing of that name is known."""
    plain = text.strip()
    if plain.upper() == UNDISCLOSED:
        return UNDISCLOSED
    if re.fullmatch(r"[A-Za-z]{2}", plain):
        code = plain.upper()
        if code in _codes():
            return code
    return OTHER_NAMES.get(plain.lower()) or _names().get(plain.lower())


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(_territories("en"))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name.lower(): code for language in ("en", "zh") for code, name in _territories(language).items()}


def _territories(language: str) -> dict[str, str]:
    from babel import Locale  # only names need it; codes of most files never load it

    territories = Locale(language).territories
    return {code: name for code, name in territories.items() if re.fullmatch(r"[A-Z]{2}", code) and code != "ZZ"}
