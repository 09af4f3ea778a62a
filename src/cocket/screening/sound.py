"""How a romanised word sounds, roughly: many spellings of one name fall together.

The sound keeps where vowels stand but not which; the skeleton drops them as Arabic and Hebrew writing does.
"""

import re

# The longest spellings first. Capitals are sounds of our own: C as in church, Z as in vision.
_SPELLINGS = {
    "shch": "s", "dsch": "j", "tsch": "C", "dzh": "j", "sch": "s", "tch": "C", "tsj": "C", "zsh": "Z",
    "sh": "s", "sz": "s", "sj": "s", "ch": "C", "cz": "C", "cs": "C", "tj": "C", "ts": "C", "tz": "C", "zh": "Z",
    "zs": "Z", "dj": "j", "dz": "d", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k", "qu": "k",
    "ce": "se", "ci": "si", "cy": "si",
}  # fmt: skip
# Each by itself, where it is part of none of these.
_LETTERS = str.maketrans({"c": "k", "q": "k", "x": "ks", "w": "v", "z": "s"})
_SPELT = re.compile("|".join(_SPELLINGS))
_GLIDE = re.compile(r"(?<=[aeiouy])[jy]+|(?<=.)[jy]+(?=[iy])|(?<=[bcdfgklmnprstvzCZ])[jy](?=[aeou])")
_VOWELS = str.maketrans("eiouy", "aaaaa")
_TWICE = re.compile(r"(.)\1+")
_SILENT = str.maketrans("", "", "aeiouyw")
_PLAIN_VOWEL = re.compile("[aeiou]")


def heard(word: str) -> tuple[str, str]:
    """The sound of a word in ASCII letters, and the consonants of it, "" where it has none. A word with digits stands
    for itself."""
    if not word.isalpha():
        return word, word
    spelt = _spelt(word)
    has_glide = "y" in word or "j" in word
    return _sound(_spelt(_GLIDE.sub("", word)) if has_glide else spelt), _skeleton(spelt)


def _sound(spelt: str) -> str:
    if len(spelt) > 1 and spelt[0] == "y" and spelt[1] in "aeiou":
        spelt = "j" + spelt[1:]
    plain = _TWICE.sub(r"\1", spelt.translate(_VOWELS))
    if plain.endswith("af"):
        plain = plain[:-1] + "v"
    return plain[:-1] if len(plain) > 2 and plain[-1] == "h" else plain


def _skeleton(spelt: str) -> str:
    bare = _TWICE.sub(r"\1", spelt.translate(_SILENT))
    return bare[:-1] if len(bare) > 2 and bare[-1] == "h" else bare


def _spelt(word: str) -> str:
    return _SPELT.sub(_spelling, word).translate(_LETTERS)


def _spelling(found: re.Match[str]) -> str:
    return _SPELLINGS[found[0]]


def is_vowelless(word: str) -> bool:
    """Whether a word is written without vowels, as out of Arabic or Hebrew writing."""
    return len(word) > 1 and word.isalpha() and not _PLAIN_VOWEL.search(word, 1)
