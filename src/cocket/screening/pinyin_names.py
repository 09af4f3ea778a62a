"""Chinese names spelt as Wade and Giles did, read in Pinyin: Mao Tse-tung as Mao Zedong."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice, product

from cocket.screening.readings import Reading
from cocket.screening.wade_giles import pinyin

READINGS_MAX = 8
# No Chinese name in Latin letters is longer.
_LETTERS_MAX = 28
# The syllables of a given name are joined by a hyphen, or a breath is marked: else a name may be anything.
_HYPHEN, _BREATH, HAS_MARK = "-", re.compile("['’ʻ‘`]"), re.compile("[-'’ʻ‘`]")
_WORD = re.compile("[^\\W\\d_]+(?:['’ʻ‘`-][^\\W\\d_]+)*")
_DIAERESIS = "\u0308"


def read_wade_giles(name: str) -> list[Reading]:
    """The readings in Pinyin of a name all of whose syllables Wade and Giles have; none for any other."""
    if len(name) > _LETTERS_MAX or not HAS_MARK.search(name):
        return []
    has_breath_marked = _BREATH.search(name) is not None
    plain = unicodedata.normalize("NFD", _BREATH.sub("'", name.lower())).replace(_DIAERESIS, "")
    words = [word.split(_HYPHEN) for word in _WORD.findall(plain)]
    # A surname, and one or two syllables of a given name.
    if sorted(map(len, words)) not in ([1, 1], [1, 2]):
        return []
    ways = product(*(_in_pinyin(word, has_breath_marked=has_breath_marked) for word in words))
    return [Reading(way, frozenset(), is_latin=True) for way in islice(ways, READINGS_MAX)]


def _in_pinyin(word: Sequence[str], *, has_breath_marked: bool) -> Iterator[str]:
    return map("".join, product(*(pinyin(one, has_breath_marked=has_breath_marked) for one in word)))
