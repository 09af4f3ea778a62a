"""Listed names that a name in an alphabet might mean: words contained, or misspelt by one slip."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cocket.screening.generic_words import GENERIC, LITTLE, SAME_WORD
from cocket.screening.spelling import LONG_ENOUGH, NearSpelling, is_one_slip

# A word that follows so many different first words is a word of the trade, whatever our table says.
FIRST_WORDS_OF_A_GENERIC_WORD = 4
# A misspelt word that is all a longer name shares must be this long: Rheinmetal Defence, not Tata Motors.
TELLING_LENGTH = 7


class _Listed(NamedTuple):
    words: frozenset[str]
    key: str


class SimilarWords:
    """Built from ``(core, key)`` of listed names; answers with keys."""

    __slots__ = ("_by_word", "_generic", "_longest", "_near", "_parts", "_wholes")

    def __init__(self, names: Iterable[tuple[Sequence[str], str]]) -> None:
        listed = tuple(names)
        self._generic = GENERIC | LITTLE | SAME_WORD.keys() | _common_words(core for core, _ in listed)
        self._by_word: dict[str, list[_Listed]] = defaultdict(list)
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._wholes: dict[str, set[str]] = defaultdict(set)
        self._longest = max((len(core) for core, _ in listed), default=0)
        for core, key in listed:
            self._add(core, key)
        self._near = NearSpelling(self._by_word)

    def similar(self, core: Sequence[str]) -> set[str]:
        """Keys of the names that ``core`` contains, is contained in, or misses by one slip in one word."""
        core = _same_words(core)
        words = frozenset(core) - LITTLE
        telling = [word for word in words if self.is_telling(word)]
        found: set[str] = set()
        if telling:
            found.update(self._parts.get("".join(core), ()))
        for run in _runs(core, self._longest):
            found.update(self._wholes.get(run, ()))
        for word in telling:
            found.update(one.key for one in self._by_word.get(word, ()) if _fits(words, one.words, {word}))
        for word in words:
            for near in self._near.near(word):
                found.update(one.key for one in self._by_word[near] if _fits(words, one.words, set()))
        return found

    def _add(self, core: Sequence[str], key: str) -> None:
        core = _same_words(core)
        listed = _Listed(frozenset(core) - LITTLE, key)
        telling = [word for word in listed.words if self.is_telling(word)]
        for word in telling:
            self._by_word[word].append(listed)
        for run in _runs(core, self._longest):
            self._parts[run].add(key)
        # Generic words make a name as well (Air Systems Research Center), but only all of them in a row.
        if telling or len(core) > 1:
            self._wholes["".join(core)].add(key)

    def is_telling(self, word: str) -> bool:
        """Whether a word tells parties apart: no letter or number alone, none that many firms bear."""
        return len(word) > 1 and word not in self._generic and not word.isdigit()


def _same_words(core: Sequence[str]) -> list[str]:
    return [SAME_WORD.get(word, word) for word in core]


def _common_words(cores: Iterable[Sequence[str]]) -> frozenset[str]:
    """Words in names of many different beginnings; a firm's own word always follows the same one."""
    first_words: dict[str, set[str]] = defaultdict(set)
    for core in cores:
        for word in core:
            first_words[word].add(core[0])
    many = FIRST_WORDS_OF_A_GENERIC_WORD
    return frozenset(word for word, first in first_words.items() if len(first) >= many)


def _runs(core: Sequence[str], longest: int) -> Iterator[str]:
    """Neighbouring words of ``core`` written together, at most ``longest`` of them."""
    for start in range(len(core)):
        run = ""
        for word in core[start : start + longest]:
            run += word
            yield run


def _fits(words: frozenset[str], listed: frozenset[str], shared: set[str]) -> bool:
    """Whether one set of words contains the other, once a pair of words one slip apart counts as the same.

    ``shared``: a telling word in both, if any; without one the misspelt word must carry the name alone.
    """
    extra, lacking = words - listed, listed - words
    if shared and not (extra and lacking):
        return True
    for word in lacking:
        near = [one for one in extra if len(word) >= LONG_ENOUGH and is_one_slip(one, word)]
        if near and len(extra) == len(lacking) == 1:
            return True
        if near and (len(extra) == 1 or len(lacking) == 1) and (shared or len(word) >= TELLING_LENGTH):
            return True
    return False
