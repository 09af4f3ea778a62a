"""How a romanised word sounds, roughly: many spellings of one name fall together.

The sound keeps where vowels stand but not which; the skeleton drops them as Arabic and Hebrew writing does.
"""

import re
from collections.abc import Sequence

# The longest spellings first. Capitals are sounds of our own: C as in church, Z as in vision.
_SPELLINGS = {
    "shch": "s", "dsch": "j", "tsch": "C", "dzh": "j", "sch": "s", "tch": "C", "tsj": "C", "zsh": "Z",
    "sh": "s", "sz": "s", "sj": "s", "ch": "C", "cz": "C", "cs": "C", "tj": "C", "ts": "C", "tz": "C", "zh": "Z",
    "zs": "Z", "dj": "j", "dz": "d", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k", "qu": "k",
    "ce": "se", "ci": "si", "cy": "si",
}  # fmt: skip
# Each by itself, where it is part of none of these.
_LETTERS = str.maketrans({"c": "k", "q": "k", "x": "ks", "w": "v", "z": "s"})
# By their first letter: all forty one after another would be tried at each.
_BEGINS = sorted({spelling[0] for spelling in _SPELLINGS})
_SPELT = re.compile(
    "|".join(
        f"{first}(?:{'|'.join(spelling[1:] for spelling in _SPELLINGS if spelling[0] == first)})" for first in _BEGINS
    )
)
_GLIDE = re.compile(r"(?<=[aeiouy])[jy]+|(?<=.)[jy]+(?=[iy])|(?<=[bcdfgklmnprstvzCZ])[jy](?=[aeou])")
_VOWELS = str.maketrans("eiouy", "aaaaa")
_TWICE = re.compile(r"(.)\1+")
_SILENT = str.maketrans("", "", "aeiouyw")
_PLAIN_VOWEL = re.compile("[aeiou]")
_FIRST_Y = re.compile("^y(?=[aeiou])", re.M)
_LAST_F, _LAST_H = re.compile("(?<=a)f$", re.M), re.compile("(?<=..)h$", re.M)


def heard(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sound of each word in ASCII letters, and the consonants of each, "" where it has none. A word with digits
    stands for itself."""
    # As lines of one text: a word by itself would spend most of the time on being handed over.
    text = "\n".join(word if word.isalpha() else "" for word in words)
    sounds, skeletons = _sounds(_spelt(_GLIDE.sub("", text))), _skeletons(_spelt(text))
    both = zip(words, sounds.split("\n"), skeletons.split("\n"), strict=True) if words else ()
    every = [(sound, bare) if word.isalpha() else (word, word) for word, sound, bare in both]
    return [sound for sound, _ in every], [bare for _, bare in every]


def spoken(word: str) -> str:
    """A word whose vowels are kept as they are, else as it sounds."""
    return _LAST_H.sub("", _once(_FIRST_Y.sub("j", _spelt(_GLIDE.sub("", word)))))


def _sounds(spelt: str) -> str:
    plain = _once(_FIRST_Y.sub("j", spelt).translate(_VOWELS))
    return _LAST_H.sub("", _LAST_F.sub("v", plain))


def _skeletons(spelt: str) -> str:
    return _LAST_H.sub("", _once(spelt.translate(_SILENT)))


def _once(text: str) -> str:
    """Of a letter that follows itself one is left; lines stay."""
    return _TWICE.sub(lambda run: run[1], text)


def _spelt(text: str) -> str:
    return _SPELT.sub(_spelling, text).translate(_LETTERS)


def _spelling(found: re.Match[str]) -> str:
    return _SPELLINGS[found[0]]


def is_vowelless(word: str) -> bool:
    """Whether a word is written without vowels, as out of Arabic or Hebrew writing."""
    return len(word) > 1 and word.isalpha() and not _PLAIN_VOWEL.search(word, 1)
