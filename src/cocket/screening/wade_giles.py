"""Syllables of Chinese between Pinyin and the spelling of Wade and Giles.

Written down by us from common knowledge of the two.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

# The finals that follow each initial of Pinyin; v stands for ü.
_PINYIN = """
:a ai an ang ao e en er o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u
p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao ei en eng i ian iao ie in ing iu o ou u
f:a an ang ei en eng o ou u
d:a ai an ang ao e eng i ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao ei en eng i ian iang iao ie in ing iu ong u uan uo v ve
l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un
q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u uai uan uang ui un uo
sh:a ai an ang ao e en eng i ou u ua uai uan uang ui un uo
r:an ang ao e en eng i ong ou u uan ui un uo
z:a ai an ang ao e en eng i ong ou u uan ui un uo
c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing ong ou u uan ue un
w:a ai an ang ei en eng o u
"""
_INITIAL = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs", "zh": "ch",
    "ch": "ch'", "z": "ts", "c": "ts'", "r": "j",
}  # fmt: skip
_WHOLE = {
    "zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u", "si": "ssu", "er": "erh",
    "yi": "i", "you": "yu", "yan": "yen", "ye": "yeh", "ge": "ko", "ke": "k'o", "he": "ho", "e": "o", "shuo": "shuo",
    "guo": "kuo", "kuo": "k'uo", "huo": "huo", "gui": "kuei", "kui": "k'uei", "yong": "yung", "yue": "yueh",
}  # fmt: skip
_FINAL = {
    "ian": "ien", "ong": "ung", "ie": "ieh", "ue": "ueh", "ve": "ueh", "v": "u", "uo": "o", "iong": "iung",
}  # fmt: skip
_PARTS = re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)")


def wade_giles(syllable: str) -> str:
    """A Pinyin syllable as Wade and Giles wrote it, apostrophes left out as in most documents."""
    return _with_breath(syllable).replace("'", "")


def pinyin(syllable: str, *, has_breath_marked: bool) -> Sequence[str]:
    """The Pinyin syllables that one of Wade and Giles may be, none for another; with an apostrophe for a breath where
    these are marked."""
    marked, unmarked = _pinyin()
    return (marked if has_breath_marked else unmarked).get(syllable, ())


def _with_breath(syllable: str) -> str:
    found = _PARTS.fullmatch(syllable)
    if syllable in _WHOLE or not found:
        return _WHOLE.get(syllable, syllable)
    initial, final = found.groups()
    return str(_INITIAL.get(initial, initial) + _FINAL.get(final, final))


@cache
def _pinyin() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """By syllables with the breath marked, and by those without."""
    marked: dict[str, list[str]] = defaultdict(list)
    unmarked: dict[str, list[str]] = defaultdict(list)
    for row in _PINYIN.split("\n")[1:-1]:
        initial, finals = row.split(":")
        for final in finals.split():
            written, own = _with_breath(initial + final), (initial + final).replace("v", "u")
            marked[written].append(own)
            unmarked[written.replace("'", "")].append(own)
    return marked, unmarked
