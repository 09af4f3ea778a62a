"""Words in kana as syllables, each for what it may stand for in a foreign name.

Written down by us from the common rules of transcription.
"""

import unicodedata

from cocket.screening.syllable import NO_CONSONANT, Syllable, W

# What anyone's romanisation begins with, and what it may stand for. chi and ji are also ti and di.
_KANA_CONSONANTS = {
    "": NO_CONSONANT, "k": ("k",), "g": ("g",), "s": ("s",), "sh": ("s",), "z": ("s",), "j": ("j", "d", "s"),
    "t": ("t",), "ch": ("C", "t"), "ts": ("C", "t"), "d": ("d",), "n": ("n",), "h": ("h",), "f": ("f", "h", "b"),
    "b": ("b",), "p": ("p",), "m": ("m",), "y": NO_CONSONANT, "r": ("l",), "v": ("b",), "w": W,
}  # fmt: skip
_KANA_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サ スセソ", "z": "ザ ズゼゾ", "t": "タ  テト",
    "d": "ダ  デド", "n": "ナニヌネノ", "h": "ハヒ ヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ",
    "y": "ヤ ユ ヨ", "r": "ラリルレロ", "w": "ワヰ ヱヲ", "sh": " シ   ", "j": " ジ   ", "ch": " チ   ", "f": "  フ  ",
    "ts": "  ツ  ", "v": "  ヴ  ",
}  # fmt: skip
_KANA = {
    kana: (consonant, vowel)
    for consonant, row in _KANA_ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
    if kana != " "
} | {"ヂ": ("j", "i"), "ヅ": ("s", "u")}
# Written small they replace the vowel before: シェ is she, ティ is ti.
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ia", "ュ": "iu", "ョ": "io", "ヮ": "ua"}
LONG, _NASAL, _STOP = "ー", "ン", "ッ"
# Vowels put in behind a consonant, beside u behind any; i behind r where Russian has a soft sign.
_PUT_IN = {("t", "o"), ("d", "o"), ("sh", "i"), ("ch", "i"), ("j", "i"), ("r", "i")}

_U = Syllable(NO_CONSONANT, "u", may_fall=True)


def of_kana(word: str) -> list[Syllable]:
    """The syllables of a word in katakana; none where it has another letter."""
    word = unicodedata.normalize("NFC", word)
    found: list[Syllable] = []
    for at, kana in enumerate(word):
        if kana in _KANA:
            found.append(_kana(*_KANA[kana], is_first=at == 0))
        elif kana == _NASAL:
            found.append(Syllable(("n", "m"), "", may_fall=True))
        elif kana in _SMALL and found:
            # ファ is always fa, and what no h is heard in.
            consonants = tuple(one for one in found[-1].consonants if one != "h" or "f" not in found[-1].consonants)
            found[-1] = Syllable(W if found[-1] == _U else consonants, _SMALL[kana])
        elif kana == LONG and found:
            # English names have it for an r.
            found += (found.pop()._replace(may_fall=False), Syllable(("", "l"), "", may_fall=True))
        elif kana != _STOP:
            return []
    return found


def _kana(consonant: str, vowel: str, *, is_first: bool) -> Syllable:
    if (consonant, vowel) == ("", "u"):
        # ウラジーミル: at the beginning perhaps a v, before a small vowel a w.
        return Syllable(W, "u", may_fall=True) if is_first else _U
    may_fall = vowel == "u" or (consonant, vowel) in _PUT_IN
    return Syllable(_KANA_CONSONANTS[consonant], "i" + vowel if consonant == "y" else vowel, may_fall)
