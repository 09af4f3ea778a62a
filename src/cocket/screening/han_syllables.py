"""Words in Han letters as syllables of Pinyin, each for what it may stand for in a foreign name.

Written down by us from the common rules of transcription.
"""

import re
from collections.abc import Iterator

from cocket.screening.ascii_letters import in_ascii
from cocket.screening.kana_syllables import of_kana
from cocket.screening.syllable import NO_CONSONANT, Syllable, W

_INITIALS = {
    "b": ("b",), "p": ("p",), "m": ("m",), "f": ("f", "b"), "d": ("d",), "t": ("t",), "n": ("n",), "l": ("l",),
    "g": ("g", "k"), "k": ("k",), "h": ("h", ""), "j": ("j", "g", "k", "C", "d", "t", "s"), "q": ("C", "k", "t"),
    "x": ("s", "h"), "zh": ("j", "C"), "ch": ("C",), "sh": ("s",), "r": ("l", "j"), "z": ("s", "C", "j"),
    "c": ("C", "s"), "s": ("s",), "y": NO_CONSONANT, "w": W, "": NO_CONSONANT,
}  # fmt: skip
# A vowel that is spelt with two letters, or is any short one.
_VOWELS = {"uo": "o", "ie": "e", "e": "eo"}
_FINALS = {"": (), "n": ("n", "m"), "ng": ("ng", "n", "m"), "r": ("l",)}
_SYLLABLE = re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)([aeiouv]*)(ng|n|r|)")
# Syllables that stand for a consonant alone, and those for one behind a vowel.
_PUT_IN = re.compile("[dtkghls]e|[bpmfksw]u|bo|si|[sczq]hi|[zcrqjx]i|en?")
_PARTS = re.compile("[A-Z][a-z']*")
_ER = Syllable(("l", ""), "", may_fall=True)
# Names that are not spelt by ear but by custom, in kana, which are read by ear.
_BY_CUSTOM = {
    "亚历山大": "アレクサンドル", "维克托": "ヴィクトル", "安东": "アントン", "约翰": "ジョン", "约瑟夫": "ジョゼフ",
    "大卫": "ダビド", "马丁": "マルティン",
}  # fmt: skip
# Peter has another t than the rest, and this letter another sound than in Chinese words.
_PETER, _AS_SPELT, _LE = "彼得", "皮特", "勒"


def of_han(word: str) -> list[Syllable]:
    """The syllables of a foreign name in Han letters."""
    if word in _BY_CUSTOM:
        return of_kana(_BY_CUSTOM[word])
    every = _PARTS.findall(in_ascii(word.replace(_PETER, _AS_SPELT).replace(_LE, "Le")))
    found = [one for syllable in every for one in _syllable(syllable.lower())]
    # 米勒: Miller.
    return [*found, _ER] if found and found[-1].vowels == _VOWELS["e"] else found


def _syllable(syllable: str) -> Iterator[Syllable]:
    found = _SYLLABLE.fullmatch(syllable)
    if syllable == "er":
        yield _ER
    elif found:
        initial, vowels, final = found.groups()
        may_fall = _PUT_IN.fullmatch(syllable) is not None
        yield Syllable(_INITIALS[initial], vowels if final else _VOWELS.get(vowels, vowels), may_fall)
        if final:
            yield Syllable(_FINALS[final], "", may_lack=True)
