"""Words in Thai letters as syllables, each for what it may stand for in a foreign name.

Written down by us from the common rules of transcription.
"""

import re

from cocket.screening.syllable import NO_CONSONANT, Syllable, W

_CONSONANTS = {
    "ก": ("k", "g"), "ค": ("k", "h", "g"), "ง": ("ng", "n"), "จ": ("j", "C"), "ช": ("C", "s", "j"), "ซ": ("s",),
    "ด": ("d", "t"), "ต": ("t", "d"), "ท": ("t", "d"), "น": ("n",), "บ": ("b", "p"), "ป": ("p", "b"),
    "พ": ("p", "f", "b"), "ฟ": ("f", "b"), "ม": ("m",), "ย": NO_CONSONANT, "ร": ("l",), "ล": ("l",), "ว": W,
    "ส": ("s",), "ห": ("h", ""), "ฮ": ("h", ""), "อ": NO_CONSONANT,
}  # fmt: skip
_BEFORE = {"เ": "e", "แ": "e", "โ": "o", "ไ": "ai"}
_BEHIND = {"ะ": "a", "ั": "a", "า": "a", "ิ": "i", "ี": "i", "ึ": "u", "ื": "u", "ุ": "u", "ู": "u", "อ": "o"}
_TONES = re.compile("[็-๋ํ๎]")
_SYLLABLE = re.compile(f"([{''.join(_BEFORE)}]?)([{''.join(_CONSONANTS)}])(อ(?![ะ-ู์])|[ะ-ู]*)(์?)")


def of_thai(word: str) -> list[Syllable]:
    """The syllables of a foreign name in Thai letters: a letter marked as silent may be spoken in the name."""
    return [_syllable(*parts) for parts in _SYLLABLE.findall(_TONES.sub("", word))]


def _syllable(before: str, consonant: str, behind: str, silent: str) -> Syllable:
    sounds = _CONSONANTS[consonant]
    vowels = _BEFORE.get(before, "") + "".join(_BEHIND.get(vowel, "") for vowel in behind)
    if consonant == "ย":
        vowels = "i" + vowels
    return Syllable((*sounds, "") if silent else sounds, vowels, may_lack=not silent)
