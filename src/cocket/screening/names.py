"""A party's name brought to the shape in which two ways of writing it are equal."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from cocket.screening.han import FIRST_HAN, SIMPLIFIED, has_han
from cocket.screening.legal_forms import split_form

# Words that join or introduce and are left out as often as written.
_JOINING = frozenset({"and", "the"})

# Soft hyphen, joiners and zero-width spaces, marks of direction, variation selectors, byte-order mark.
_INVISIBLE = (0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_INVISIBLE += (*range(0x2060, 0x2070), *range(0xFE00, 0xFE10))
# An apostrophe is no gap in a word. Spacing accents must go before NFKC, which would make a gap of them.
_APOSTROPHES = "'`´‘’‚‛ʹʻʼʽˈ′＇｀"
_DROPPED = dict.fromkeys((*_INVISIBLE, *map(ord, _APOSTROPHES)))
_BEFORE = _DROPPED | dict.fromkeys(map(ord, "&＆﹠"), " and ")
# With the points and signs that Hebrew and Arabic may have beside their letters, mostly left out.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc]")
_LETTERS = (
    _DROPPED | SIMPLIFIED | str.maketrans("øłđðħıŧŋ", "olddhitn") | str.maketrans({"æ": "ae", "œ": "oe", "þ": "th"})
)
_IN_BEFORE, _IN_LETTERS = frozenset(map(chr, _BEFORE)), frozenset(map(chr, _LETTERS))
# Cyrillic and Greek letters (these as capitals) that look like Latin ones; undone only beside Latin letters.
_LOOKALIKES = str.maketrans("авекмнорстухіјѕүαβεζηικμνορτυχ", "abekmhopctyxijsyabezhikmnoptyx")
_LATIN = re.compile("[a-z]")
_LOOKALIKE_SCRIPTS = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
# s.p.a. and S. A. are one word each, not three letters.
_INITIALS = re.compile(r"(?<![^\W_])[^\W\d_](?:\. ?[^\W\d_](?![^\W_]))+")
# Persian parts words of one name by it; between other letters it is nothing, or hides something.
_NON_JOINER, _PERSIAN_GAP = "\u200c", re.compile("(?<=[\u0600-\u06ff])\u200c(?=[\u0600-\u06ff])")
# Vowels of Indic scripts, Thai, Burmese and their neighbours are marks, which count as no letter: they part no word.
_MARKS = "".join((
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a51",
    "\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0c00-\u0c04",
    "\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e",
    "\u0eb1-\u0ebc\u0ec8-\u0ece\u0f18-\u0f39\u0f71-\u0f84\u102b-\u103e\u1056-\u1059\u17b4-\u17d3",
))  # fmt: skip
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")


class PartyName(NamedTuple):
    """A name taken apart.

    ``core``: its words in order, without legal form and joining words. ``key``: the core without spaces; two
    names are equal when their keys are. ``legal_form``: its class, "" if there is none or it says nothing.
    ``is_han``: whether it holds Han, kana or hangul; ``core_is_han``: whether the core does.
    """

    core: tuple[str, ...]
    key: str
    legal_form: str
    is_han: bool
    core_is_han: bool


def normalise(name: str) -> str:
    """The words of ``name``, folded and joined by single spaces; "" when it holds no letter or digit.

    Case, width, accents, punctuation, dashes, quotes, invisible characters and traditional or Japanese Han
    letters make no difference; ``&`` is "and". Legal forms stay. Idempotent.
    """
    return " ".join(_words(name))


def take_apart(name: str) -> PartyName:
    words = _words(name)
    if not words:
        return PartyName((), "", "", is_han=False, core_is_han=False)
    is_han = has_han("".join(words))
    core, legal_form = split_form(words, is_han=is_han)
    core = [word for word in core if word not in _JOINING] or core
    key = "".join(core)
    return PartyName(tuple(core), key, legal_form, is_han, is_han and has_han(key))


def _words(name: str) -> list[str]:
    text = _fold_ascii(name) if name.isascii() else _fold(name)
    if "." in text:
        text = _INITIALS.sub(_join_initials, text)
    words: list[str] = _WORD.findall(text)
    return _join_han(words) if has_han(text) else words


def _join_han(words: list[str]) -> list[str]:
    """Spaces between Han letters mean nothing; between them and an alphabet they do no harm."""
    joined = words[:1]
    for word in words[1:]:
        if joined[-1][-1] >= FIRST_HAN and word[0] >= FIRST_HAN:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _fold_ascii(name: str) -> str:
    """What `_fold` does, for the many names that need little of it."""
    return name.lower().replace("'", "").replace("`", "").replace("&", " and ")


def _fold(name: str) -> str:
    if _NON_JOINER in name:
        name = _PERSIAN_GAP.sub(" ", name)
    text = unicodedata.normalize("NFKC", _translated(name, _BEFORE, _IN_BEFORE)).casefold()
    text = text.replace("(株)", "株式会社").replace("(有)", "有限会社")
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    # Composed again, since a kana or hangul letter taken apart is no letter of the tables.
    text = _translated(unicodedata.normalize("NFKC", text).casefold(), _LETTERS, _IN_LETTERS)
    mixes_scripts = _LOOKALIKE_SCRIPTS.search(text) and _LATIN.search(text)
    return _WORD.sub(_undo_lookalikes, text) if mixes_scripts else text


def _translated(text: str, table: Mapping[int, str | int | None], letters: frozenset[str]) -> str:
    """By ``table``, whose ``letters`` most names have none of: to see that takes less than to look each one up."""
    return text if letters.isdisjoint(text) else text.translate(table)


def _undo_lookalikes(word: re.Match[str]) -> str:
    """A word of nothing but Latin letters and their doubles becomes Latin; a word in another script stays."""
    plain = word[0].translate(_LOOKALIKES)
    return plain if plain.isascii() else word[0]


def _join_initials(letters: re.Match[str]) -> str:
    return letters[0].replace(".", "").replace(" ", "")
