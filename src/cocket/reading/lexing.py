"""A description cut into items, each with its place in the text: words that are known, figures, codes, marks.

Everything here is linear in the length of the text: each pattern takes what it matches once and never goes back.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cocket.quantity.elements import ELEMENTS
from cocket.quantity.errors import QuantityError
from cocket.quantity.formula import parse_formula
from cocket.quantity.fraction import parse_share
from cocket.quantity.interval import PPB
from cocket.reading.grades import grade_family
from cocket.reading.lexicon import EVERYDAY, Meaning, Role, index, key_of, longest

NUMBER = r"(?>[0-9]++(?:[.,][0-9]++)*+)"
SHARE_UNIT = (
    r"(?:wt\.?\s?%|mass\s?%|质量\s?%|重量\s?%|at\.?\s?%|mol\s?%|vol\.?\s?%|"
    r"%\s?\(?(?:wt|w/w|m/m|by weight|by mass|mass|at|mol|vol|v/v)\b\)?|%|ppmw?|ppb|per ?cent|pct)"
)
MEASURE_UNIT = (
    r"(?:mm|cm|km|um|μm|nm|m|kgs?|mg|g|mt|tons?|tonnes?|t|lbs?|oz|pcs|pc|pieces?|sets?|units?|kW|W|kV|V|kA|mA|A|Hz|kHz|MHz|GHz|kJ|kPa|hPa|rpm|inch|in|"
    r"Wh/kg|mAh/g|MPa|GPa|kOe|kGs?|mT|T|g/cm3|°C|℃|mesh|目|ml|l|L|千克|公斤|毫克|克|公吨|吨|毫米|厘米|米|微米|个|件|只|台|套|支|片|块|升|"
    r"寸|英寸|瓦|伏|poles?|极|phase|%RH)"
)
TOKEN: Final = re.compile(
    rf"(?P<figure>(?:[<>≤≥≦≧⩽⩾~±]=?\s?|=<\s?|=>\s?)?{NUMBER}\s?(?:{SHARE_UNIT}\s?)?(?:(?:-|~|–|to|至|到|±|\+/-)\s?{NUMBER}"
    rf"\s?)?{SHARE_UNIT})(?![A-Za-z])"
    rf"|(?P<nines>[2-9]N[1-9]?)(?![A-Za-z0-9])"
    rf"|(?P<measure>{NUMBER}(?:\s?[x×*]\s?{NUMBER})++(?:\s?{MEASURE_UNIT}(?![A-Za-z]))?"
    rf"|{NUMBER}\s?(?:-\s?{NUMBER}\s?)?{MEASURE_UNIT}(?![A-Za-z0-9]))"
    rf"|(?P<word>[A-Za-z][A-Za-z0-9]*+(?:'[a-z]++)?+(?:-?[0-9]++[A-Za-z0-9]*+)*+)"
    rf"|(?P<code>[0-9]++[A-Za-z][A-Za-z0-9]*+)"
    rf"|(?P<number>{NUMBER})"
    rf"|(?P<han>[\u3400-\u9fff]++)"
    rf"|(?P<space>\s++)"
    rf"|(?P<sign>w/(?![A-Za-z])|&|\+|[<>≤≥=±~]++)"
    rf"|(?P<mark>.)",
    re.DOTALL,
)
# Letters that English, Chinese and formulas use; any other letter means another language.
_GREEK: Final = frozenset("αβγδεθλμπρσφωΩΔµ")
_DASHES: Final = dict.fromkeys("‐‑‒–—−﹣", "-") | {"〜": "~", "∼": "~", "％": "%"}
# Symbols that are also words or initials: elements only in company.
_WORDLIKE: Final = frozenset({"In", "As", "At", "No", "He", "Be", "Am", "Co", "La", "Ho", "Os", "Po", "Es", "Md"})
_SHORT_OXIDE: Final = re.compile(r"[YWVU][0-9]?O[0-9]")
_LIKELY_ATOMS_MAX: Final = 94  # heavier elements are no article of trade
PURE_PPB: Final = PPB * 95 // 100
"""From here on a figure is a purity: in the trade it says "at least"."""
LENGTH_MAX: Final = 2000
"""A longer text is a document and not the description of one product: nothing is read from it."""


@dataclass(frozen=True, slots=True)
class Item:
    """``start`` and ``end`` are places in the text as it was given; ``text`` is what stands there, in one spelling."""

    role: Role
    values: tuple[str, ...]
    text: str
    start: int
    end: int


def is_foreign(text: str) -> bool:
    """Whether a letter stands in the text that neither English nor Chinese has."""
    return any(map(_is_foreign_letter, unicodedata.normalize("NFKC", text)))


def _is_foreign_letter(character: str) -> bool:
    if not character.isalpha() or character.isascii() or character in _GREEK:
        return False
    return not "\u3400" <= character <= "\u9fff"


def lex(text: str) -> tuple[Item, ...]:
    """The items of a text in order; blanks are left out."""
    plain, places = _normalised(text)
    raw = [_Raw(found.lastgroup or "mark", found[0], found.start(), found.end()) for found in TOKEN.finditer(plain)]
    return _in_company(tuple(_placed(item, places) for item in _named(raw)))


@dataclass(frozen=True, slots=True)
class _Raw:
    sort: str
    text: str
    start: int
    end: int


def _normalised(text: str) -> tuple[str, list[int]]:
    """One spelling for full-width forms and dashes, and for each of its characters the place it came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in unicodedata.normalize("NFKC", _DASHES.get(character, character)):
            characters.append(_DASHES.get(one, one))
            places.append(place)
    return "".join(characters), [*places, len(text)]


def _placed(item: Item, places: list[int]) -> Item:
    return replace(item, start=places[item.start], end=places[item.end - 1] + 1)


def _named(raw: list[_Raw]) -> Iterator[Item]:
    place = 0
    while place < len(raw):
        token = raw[place]
        if token.sort == "space":
            if not token.text.isprintable():  # a new line or a tab parts like a comma
                yield Item("mark", (), "\n", token.start, token.end)
            place += 1
        elif token.sort == "word":
            taken, item = _words(raw, place)
            yield item
            place += taken
        elif token.sort == "han":
            yield from _han(token)
            place += 1
        else:
            yield _single(token)
            place += 1


def _single(token: _Raw) -> Item:
    match token.sort:
        case "figure" | "nines":
            role: Role = "figure" if token.sort == "figure" else "purity"
            return Item(role, (token.text,), token.text, token.start, token.end)
        case "measure" | "number":
            return Item("measure" if token.sort == "measure" else "number", (token.text,), *_of(token))
        case "code":
            graded = grade_family(token.text)
            return Item("grade" if graded else "code", graded, *_of(token))
        case _:
            meaning = index().get((token.text.lower(),)) if token.sort == "sign" else None
            return Item(meaning.role if meaning else "mark", (), *_of(token))


def _of(token: _Raw) -> tuple[str, int, int]:
    return token.text, token.start, token.end


def _words(raw: list[_Raw], place: int) -> tuple[int, Item]:
    """The longest known term that begins here, else what the single word is."""
    run = _run(raw, place, longest()[0])
    for count in range(len(run), 0, -1):
        words = [raw[at].text for at in run[:count]]
        first, last = raw[place], raw[run[count - 1]]
        if count == 1 and (item := _symbol(first)):
            return 1, item
        meaning = index().get(key_of(" ".join(words))) or index().get(tuple(word.lower() for word in words))
        if meaning:
            whole = " ".join(words)
            return run[count - 1] - place + 1, Item(meaning.role, meaning.values, whole, first.start, last.end)
    return 1, _unnamed(raw[place])


def _run(raw: list[_Raw], place: int, most: int) -> list[int]:
    """Places of the words from here on that only blanks or hyphens part."""
    run = [place]
    at = place + 1
    while at + 1 < len(raw) and len(run) < most:
        joined = (raw[at].sort == "space" and raw[at].text == " ") or raw[at].text == "-"
        if not joined or raw[at + 1].sort != "word":
            break
        run.append(at + 1)
        at += 2
    return run


def _symbol(token: _Raw) -> Item | None:
    """An element by a symbol that is no word, exactly as chemists write it."""
    word = token.text
    if word in ELEMENTS and len(word) == 2 and word not in _WORDLIKE and ELEMENTS[word].number <= _LIKELY_ATOMS_MAX:
        return Item("element", (word,), *_of(token))
    return None


def _unnamed(token: _Raw) -> Item:
    word = token.text
    if graded := grade_family(word):
        return Item("grade", graded, *_of(token))
    if word in ELEMENTS:
        return Item("letter", (word,), *_of(token))  # an element if its company says so
    if elements := formula_elements(word):
        return Item("compound", ("formula", *elements), *_of(token))
    if len(word) == 1:
        return Item("letter", (), *_of(token))
    if any(sign.isdigit() for sign in word):
        return Item("code", (), *_of(token))
    return Item("unknown", (), *_of(token))


def formula_elements(word: str) -> tuple[str, ...]:
    """The elements of a word that can only be a formula or a chain of symbols (Dy2O3, TbDyFe); else none.

    Two symbols at least, one of them of two letters, so that abbreviations such as PCB or CIF are none.
    """
    if _SHORT_OXIDE.fullmatch(word):
        return word[0], "O"
    if not any(sign.islower() for sign in word) or not word[0].isupper():
        return ()
    try:
        formula = parse_formula(word)
    except QuantityError:
        return ()
    symbols = tuple(symbol for symbol, _ in formula.atoms)
    common = all(ELEMENTS[symbol].number <= _LIKELY_ATOMS_MAX for symbol in symbols)
    return symbols if common and len(symbols) > 1 and any(len(symbol) == 2 for symbol in symbols) else ()


def _han(token: _Raw) -> Iterator[Item]:
    """The longest known word at each place; what lies between two known words is one item that is not known."""
    at, start = 0, 0
    while at < len(token.text):
        most = min(longest()[1], len(token.text) - at)
        length = next((n for n in range(most, 0, -1) if (token.text[at : at + n],) in index()), 0)
        if length == 0:
            at += 1
            continue
        if at > start:
            yield _han_item(token, start, at, Meaning("unknown"))
        yield _han_item(token, at, at + length, index()[(token.text[at : at + length],)])
        at = start = at + length
    if at > start:
        yield _han_item(token, start, at, Meaning("unknown"))


def _han_item(token: _Raw, start: int, end: int, meaning: Meaning) -> Item:
    return Item(meaning.role, meaning.values, token.text[start:end], token.start + start, token.start + end)


_COMPANY: Final = frozenset({"figure", "form", "oxide_word", "salt_word"})
_MATERIAL_KINDS: Final = frozenset({"metal", "alloy", "target", "oxide", "compound"})


def _in_company(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Symbols and names that are also words become elements beside a figure, a form or another element."""
    return tuple(_judged(items, place) for place in range(len(items)))


def _judged(items: tuple[Item, ...], place: int) -> Item:
    item = items[place]
    everyday = item.role == "element" and item.text.lower() in EVERYDAY
    if item.role == "unknown" and len(item.text) == 2 and _in_capitals(items, place):
        return Item("element", (item.text.capitalize(),), item.text, item.start, item.end)
    wordlike = item.text in ELEMENTS and item.role in ("letter", "placed", "plain", "negation", "foreign", "unknown")
    if not everyday and not wordlike:
        return item
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    if any(_tells(one) for one in (before, after)) or _chained(items, place):
        symbol = item.values if everyday else (item.text,)
        return Item("element", symbol, item.text, item.start, item.end)
    return Item("plain", (), item.text, item.start, item.end) if everyday else item


def _in_capitals(items: tuple[Item, ...], place: int) -> bool:
    """DY 3%: a symbol in a text all of capitals, beside its figure."""
    word = items[place].text
    beside = [items[at].role for at in (place - 1, place + 1) if 0 <= at < len(items)]
    known = word.isupper() and word.capitalize() in ELEMENTS and word.capitalize() not in _WORDLIKE
    return (
        known and "figure" in beside and not any(one.text.isascii() and one.text != one.text.upper() for one in items)
    )


def _tells(item: Item | None) -> bool:
    if item is None:
        return False
    return item.role in _COMPANY or (item.role == "kind" and bool(_MATERIAL_KINDS & set(item.values)))


def _chained(items: tuple[Item, ...], place: int) -> bool:
    """W-Ni-Fe, Nd/Dy: a hyphen or slash ties it to what is an element for certain."""
    return any(_tied(items, mark, other) for mark, other in ((place - 1, place - 2), (place + 1, place + 2)))


def _tied(items: tuple[Item, ...], mark: int, other: int) -> bool:
    inside = min(mark, other) >= 0 and max(mark, other) < len(items)
    if not inside or items[mark].text not in ("-", "/"):
        return False
    return items[other].role == "element" or items[other].text in ELEMENTS


def is_pure(figure: str) -> bool:
    """Whether a figure says of a material that it is the goods themselves."""
    try:
        return parse_share(figure).hi >= PURE_PPB
    except QuantityError:
        return False
