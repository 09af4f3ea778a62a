"""Words in hangul as syllables, each for what it may stand for in a foreign name.

Written down by us from the common rules of transcription.
"""

from collections.abc import Iterator, Sequence

from cocket.screening.east_asian import HANGUL_SURNAMES
from cocket.screening.syllable import NO_CONSONANT, Syllable, W

_FIRST_HANGUL, _MEDIALS, _FINALS = 0xAC00, 21, 28
_HANGUL_INITIALS = (
    ("g", "k"), ("k", "g"), ("n",), ("d",), ("t", "d"), ("l",), ("m",), ("b",), ("p", "b"), ("s",), ("s",),
    NO_CONSONANT, ("j", "s", "C"), ("C", "j", "s"), ("C", "t"), ("k",), ("t",), ("p", "f", "b"), ("h", "f"),
)  # fmt: skip
# A w before the vowel stands as a consonant of its own; eu is only there to carry a consonant.
_HANGUL_VOWELS = "a e ia ie eu e ie ie o wa we we io u wo we wi iu - ui i".split()
_EO = "eu"
_HANGUL_FINALS = (
    (), ("g", "k"), ("k", "g"), ("k",), ("n",), ("n",), ("n",), ("d", "t"), ("l",), ("l",), ("l",), ("l",), ("l",),
    ("l",), ("l",), ("l",), ("m",), ("b", "p"), ("b", "p"), ("s", "t"), ("s", "t"), ("n", "ng"), ("t", "j"), ("C", "t"),
    ("k",), ("t",), ("p", "f", "b"), ("h", "f"),
)  # fmt: skip
# Initials behind which an i may be put in: l, s, j and ch.
_BEFORE_I = (5, 9, 12, 14)


def of_hangul(word: str) -> list[Syllable]:
    """The syllables of a word in hangul; none where it has a letter that is no hangul syllable."""
    found: list[Syllable] = []
    for letter in word:
        code = ord(letter) - _FIRST_HANGUL
        if not 0 <= code < len(_HANGUL_INITIALS) * _MEDIALS * _FINALS:
            return []
        found += _hangul(code // (_MEDIALS * _FINALS), _HANGUL_VOWELS[code // _FINALS % _MEDIALS], code % _FINALS)
    return found


def _hangul(initial: int, vowels: str, final: int) -> Iterator[Syllable]:
    consonants = _HANGUL_INITIALS[initial]
    if vowels[0] == "w":
        if consonants != NO_CONSONANT:
            yield Syllable(consonants, "", may_fall=True)
        consonants, vowels = W, vowels[1:]
    may_fall = vowels == "-" or (vowels == "i" and initial in _BEFORE_I)
    yield Syllable(consonants, vowels.strip("-"), may_fall)
    if vowels == _EO and not final:
        # English names have it for er.
        yield Syllable(("", "l"), "", may_fall=True)
    if final:
        yield Syllable(_HANGUL_FINALS[final], "", may_fall=True)


def is_korean(words: Sequence[str]) -> bool:
    """Whether a name is a Korean's: a surname and one given name or more of one or two syllables, together or apart,
    none of which is a consonant with the vowel that only carries it."""
    letters = "".join(words)
    if len(words) == 1:
        is_name = 2 <= len(letters) <= 3 and letters[0] in HANGUL_SURNAMES
    else:
        surname = min(words[0], words[-1], key=len)
        is_name = surname in HANGUL_SURNAMES and max(map(len, words)) <= 2
    return is_name and not any(map(_is_bare, letters))


def _is_bare(letter: str) -> bool:
    return [one.vowels for one in of_hangul(letter)] == [""]
