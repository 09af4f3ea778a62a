"""Which names are spelt by ear, and the syllables of their words."""

import re
from collections.abc import Sequence

from cocket.screening.han_syllables import of_han
from cocket.screening.hangul_syllables import of_hangul
from cocket.screening.kana_syllables import of_kana
from cocket.screening.romanise import HAN, HANGUL, KANA, scripts_of
from cocket.screening.syllable import Syllable
from cocket.screening.thai_syllables import of_thai

# Han letters with a dot between them are a foreign name; without, nearly always a Chinese or Japanese one.
_MAY_BE_FOREIGN = re.compile("[ก-ฮァ-ヴ가-힣]|[\u4e00-\u9fff][·•・‧][\u4e00-\u9fff]")
# In hiragana, and in the Thai letters of words from Sanskrit, no foreign name is written.
_NATIVE = re.compile("[ぁ-ん๏ขฃฅฆฉฌญฎฏฐฑฒณถธผฝภศษฤฬ]|[ァ-ヴー][\u4e00-\u9fff]|[\u4e00-\u9fff][ァ-ヴー]")
# al and bin, which most languages write as words of their own.
_PARTICLE = re.compile("^(알|빈|アル|ビン|อัล|บิน)(?=..)")
_SPOKEN_AT_END = {"p": "b", "t": "d", "k": "g"}


def is_spelt_by_ear(name: str) -> bool:
    """Whether a name has letters in which foreign ones are spelt. Never one in Latin letters."""
    return not name.isascii() and _MAY_BE_FOREIGN.search(name) is not None and _NATIVE.search(name) is None


def particle_apart(word: str) -> list[str]:
    return _PARTICLE.sub(r"\1 ", word).split(" ")


def syllables_of(word: str) -> Sequence[Syllable]:
    """None where it is in no script that is read here, or in two."""
    scripts = scripts_of(word)
    if scripts == {HAN}:
        return of_han(word)
    if scripts == {HANGUL}:
        return _hard_at_end(of_hangul(word))
    if scripts == {KANA}:
        return _hard_at_end(of_kana(word))
    return of_thai(word) if "ก" <= min(word) <= max(word) <= "๎" else ()


def _hard_at_end(syllables: list[Syllable]) -> list[Syllable]:
    """b, d and g at the end of a word are spoken, and so spelt, as p, t and k."""
    if syllables and syllables[-1].may_fall and (other := _SPOKEN_AT_END.get(syllables[-1].consonants[0])):
        syllables[-1] = syllables[-1]._replace(consonants=(*syllables[-1].consonants, other))
    return syllables
