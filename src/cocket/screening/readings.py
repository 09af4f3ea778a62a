"""A party's name as rows of ASCII words: the shape that index and scorer work on."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from cocket.screening.form_phrases import KIND_OF, take_forms
from cocket.screening.generic_words import GENERIC
from cocket.screening.han import FIRST_HAN
from cocket.screening.names import normalise
from cocket.screening.romanise import GAPPED, VOWELS_LEFT_OUT, romanise, scripts_of
from cocket.screening.token_tables import NUMBER_WORDS, ROMAN_NUMBERS

# Ways to read one name that are followed up; a name of many scripts would otherwise have hundreds.
READINGS_MAX = 4
BARE_MAX = 2
# No party's name is longer; more is a whole document in a cell.
LETTERS_MAX = 1000
WORDS_MAX = 12
# Kana and hangul need the gaps between their words, which the folding of firms' names takes out.
GAP = re.compile("[\\s・·•＝]+")
# VladimirPutin: two words that lost their space; from three letters on, since DeVries and McNeil are one.
_HUMP = re.compile("(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
# V.V. Putin: two or three letters that the folding takes for one word, as in S.p.A.
_INITIALS = re.compile(
    r"(?<![^\W_])(?<![^\W_]\.)(?<![^\W_]\. )[^\W\d_](?:\. ?[^\W\d_](?![^\W_])){1,2}(?!\.? ?[^\W\d_](?![^\W_]))"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# K e s t r e l, K-e-s-t-r-e-l: a word with its letters set apart.
SPACED_MIN = 4
_SPACED = re.compile(rf"(?<![^\W_])[^\W\d_](?:[ ._-][^\W\d_](?![^\W_])){{{SPACED_MIN - 1},}}")
_NO_LETTER = re.compile("[ ._-]")
# A mark that turns the letters behind it round: stored nituP, shown Putin, which is what people read.
_OVERRIDE = re.compile("[\u202d\u202e]([^\u202c]*)\u202c?")
_NUMERALS = frozenset(NUMBER_WORDS) | frozenset(ROMAN_NUMBERS)
_VOWELS_WITHIN = re.compile("(?<=.)[aeiou]+")
_ORDINAL = re.compile("([0-9]{1,4})(?:st|nd|rd|th)")
_DIGIT_AMID = re.compile("(?<=[a-z])[013459](?=[a-z])|^[013459](?=[a-z]{4})")
_LOOKS_LIKE = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "9": "g"}
_ARABIC_ABD = re.compile(
    "^(?:abd[aeiou]?l?|abd)(?:[aeiou]?l|[aeiou]r(?=r)|[aeiou]s(?=s)|[aeiou]n(?=n))?(?=[b-df-hj-np-tv-z]\\w{3,}$)"
)


class NameTooLongError(ValueError):
    """A name of more letters than any party's; ``letters`` tells how many."""

    def __init__(self, letters: int) -> None:
        super().__init__(f"the name has {letters} letters, at most {LETTERS_MAX} can be a name")
        self.letters = letters


class Reading(NamedTuple):
    """One way to read a name: its ``words`` without legal forms, the numbers among them, the kinds of the forms.

    ``is_latin`` tells whether the name was written in Latin letters.
    """

    words: tuple[str, ...]
    kinds: frozenset[str]
    is_latin: bool


def read_name(name: str) -> tuple[Reading, ...]:
    """The readings of ``name``, the likeliest first; none where it has neither letter nor digit.

    Raises NameTooLongError.
    """
    return read_folded(name, normalise(name))


def read_folded(name: str, folded: str) -> tuple[Reading, ...]:
    """The same where somebody has folded the name already."""
    if len(name) > LETTERS_MAX:
        raise NameTooLongError(len(name))
    readings = _read(name, folded)
    if _HUMP.search(name):
        apart = _HUMP.sub(" ", name)
        readings = tuple(dict.fromkeys((*readings, *_read(apart, normalise(apart)))))[:READINGS_MAX]
    return readings


def read_letters_apart(name: str, folded: str) -> tuple[Reading, ...]:
    """Readings of a name that has initials written together, the letters of a word set apart, or letters that are
    shown in another order than they are stored in. For names that are looked up, not for listed ones: were each listed
    C.B.A. three initials, initials would tell nothing."""
    found: tuple[Reading, ...] = ()
    if not name.isascii() and (shown := _OVERRIDE.sub(lambda run: run[1][::-1], name)) != name:
        found = _read(shown, normalise(shown))
    if "." in name and any(word not in GENERIC and (word,) not in KIND_OF for word in _WORD.findall(name.casefold())):
        apart = _INITIALS.sub(_initials_apart, name)
        found += _read(apart, normalise(apart)) if apart != name else ()
    if folded.count(" ") >= SPACED_MIN - 1 and _SPACED.search(name):
        together = _SPACED.sub(lambda letters: _NO_LETTER.sub("", letters[0]), name)
        found += _read(together, normalise(together))
    return found


def _initials_apart(letters: re.Match[str]) -> str:
    """Unless they are a legal form: one of two letters is initials where a word follows, as in A.G. Kestrov."""
    together = _NO_LETTER.sub("", letters[0])
    is_last = not _WORD.search(letters.string, letters.end())
    is_form = (together.lower(),) in KIND_OF and (is_last or len(together) > 2)
    return letters[0] if is_form else letters[0].replace(".", " ")


def _read(name: str, folded: str) -> tuple[Reading, ...]:
    if not folded.isascii() and max(name) >= FIRST_HAN and not GAPPED.isdisjoint(scripts_of(name)):
        folded = " ".join(map(normalise, GAP.split(name)))
    if not folded.strip():
        return ()
    words, kinds = take_forms(folded.split())
    if folded.isascii():
        return (Reading(_finish(words), kinds, is_latin=True),)
    readings: dict[Reading, None] = {}
    for ways in _ways(words):
        left, more = take_forms([one for way in ways for one in way])
        if left:
            readings[Reading(_finish(left), kinds | more, is_latin=False)] = None
    return tuple(readings)[:READINGS_MAX]


def read_bare(readings: tuple[Reading, ...], folded: str) -> Iterator[Reading]:
    """The likeliest two readings of a Hebrew or Arabic name without the vowels: some are written, some are not,
    and names agree by their consonants. One word alone would agree with too many. For names that are looked up."""
    if folded.isascii() or all(VOWELS_LEFT_OUT.isdisjoint(scripts_of(word)) for word in folded.split()):
        return
    for reading in readings[:BARE_MAX]:
        words = tuple(_VOWELS_WITHIN.sub("", word) for word in reading.words)
        bare = reading._replace(words=words)
        if sum(len(word) > 2 for word in words) > 1 and bare not in readings:
            yield bare


def _ways(words: list[str]) -> list[tuple[tuple[str, ...], ...]]:
    """Rows of romanised words: all in their first way, all in their second, and so on."""
    each = [ways for word in words if (ways := romanise(word))]
    if not each:
        return []
    if sum(len(ways) > 1 for ways in each) <= 2:
        return list(product(*each))[:READINGS_MAX]
    most = max(map(len, each))
    return [tuple(ways[min(number, len(ways) - 1)] for ways in each) for number in range(most)]


def _finish(words: list[str]) -> tuple[str, ...]:
    """Numbers as digits, the Arabic ``abd`` apart, and no more words than are compared."""
    finished: list[str] = []
    for word in words:
        if word.isalpha() and word not in _NUMERALS and not word.startswith("abd"):
            finished.append(word)
            continue
        digits = NUMBER_WORDS.get(word) if len(words) > 1 else None
        if digits is None and (ordinal := _ORDINAL.fullmatch(word)):
            digits = ordinal[1]
        digits = digits or (ROMAN_NUMBERS.get(word) if finished else None)
        if digits is None:
            finished += _apart(word)
        elif finished and finished[-1].isdigit() and int(finished[-1]) % 10 == 0 and int(digits) < 10:
            finished[-1] = str(int(finished[-1]) + int(digits))
        else:
            finished.append(digits)
    if (
        len(finished) > 1
        and finished[-1].isdigit()
        and finished[-2] in ("20", "30", "40", "50", "60", "70", "80", "90")
    ):
        finished[-2:] = [str(int(finished[-2]) + int(finished[-1]))] if len(finished[-1]) == 1 else finished[-2:]
    return tuple(finished[:WORDS_MAX])


def _apart(word: str) -> list[str]:
    """``abdulrahman`` as ``abd rahman``, as others spell it; a digit amid letters as the letter it looks like."""
    if not word.isalpha() and _DIGIT_AMID.search(word):
        word = _DIGIT_AMID.sub(lambda digit: _LOOKS_LIKE[digit[0]], word)
    if word.startswith("abd") and len(word) > 7:
        rest = _ARABIC_ABD.sub("", word, count=1)
        if rest != word and len(rest) >= 4 and not rest.startswith("ll"):
            return ["abd", rest]
    return ["abd"] if word in ("abdul", "abdel", "abdal", "abdol", "abdur") else [word]
