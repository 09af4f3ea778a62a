"""How a romanised word sounds, roughly: many spellings of one name fall together.

``sound`` keeps where vowels stand but not which; ``skeleton`` drops them as Arabic and Hebrew writing does.
"""

import re

# The longest spellings first. Capitals are sounds of our own: C as in church, Z as in vision.
_SPELLINGS = {
    "shch": "s", "dsch": "j", "tsch": "C", "dzh": "j", "sch": "s", "tch": "C", "tsj": "C", "zsh": "Z",
    "sh": "s", "sz": "s", "sj": "s", "ch": "C", "cz": "C", "cs": "C", "tj": "C", "ts": "C", "tz": "C", "zh": "Z",
    "zs": "Z", "dj": "j", "dz": "d", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k", "qu": "k",
    "ce": "se", "ci": "si", "cy": "si", "c": "k", "q": "k", "x": "ks", "w": "v", "z": "s",
}  # fmt: skip
_SPELT = re.compile("|".join(_SPELLINGS))
_GLIDE = re.compile(r"(?<=[aeiouy])[jy]+|(?<=.)[jy]+(?=[iy])|(?<=[bcdfgklmnprstvzCZ])[jy](?=[aeou])")
_VOWELS = re.compile("[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")
_OFF = re.compile("(?<=a)f$")
_SILENT = re.compile("[aeiouyw]+")
_PLAIN_VOWEL = re.compile("[aeiou]")


def sound(word: str) -> str:
    """The sound of a word in ASCII letters; a word with digits stands for itself."""
    if not word.isalpha():
        return word
    spelt = _SPELT.sub(_spelling, _GLIDE.sub("", word))
    if len(spelt) > 1 and spelt[0] == "y" and spelt[1] in "aeiou":
        spelt = "j" + spelt[1:]
    heard = _TWICE.sub(r"\1", _VOWELS.sub("a", spelt))
    heard = _OFF.sub("v", heard)
    return heard[:-1] if len(heard) > 2 and heard[-1] == "h" else heard


def _spelling(found: re.Match[str]) -> str:
    return _SPELLINGS[found[0]]


def skeleton(word: str) -> str:
    """The consonants that are heard; "" when the word has none."""
    if not word.isalpha():
        return word
    bare = _SILENT.sub("", _SPELT.sub(_spelling, word))
    bare = _TWICE.sub(r"\1", bare)
    return bare[:-1] if len(bare) > 2 and bare[-1] == "h" else bare


def is_vowelless(word: str) -> bool:
    """Whether a word is written without vowels, as out of Arabic or Hebrew writing."""
    return len(word) > 1 and word.isalpha() and not _PLAIN_VOWEL.search(word, 1)
