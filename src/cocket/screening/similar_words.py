"""Listed names that a name in an alphabet might mean: words contained, or misspelt by one slip."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cocket.screening.generic_words import GENERIC, LITTLE, SAME_WORD
from cocket.screening.spelling import NearSpelling, is_one_slip

# A word that follows so many different first words is a word of the trade, whatever our table says.
FIRST_WORDS_OF_A_GENERIC_WORD = 4
# From these lengths one other letter is a slip and not another word, or another name.
SLIP_IN_A_WORD = 5
SLIP_IN_A_NAME = 8
# A misspelt word that is all a longer name shares must be this long: Rheinmetal Defence, not Tata Motors.
SLIP_IN_THE_ONLY_WORD = 7


class _Listed(NamedTuple):
    """``words``: the words as written; ``same``: in the form that stands for all their forms."""

    words: frozenset[str]
    same: frozenset[str]
    key: str


class SimilarWords:
    """Built from ``(core, key)`` of listed names; answers with keys."""

    __slots__ = ("_by_word", "_generic", "_longest", "_near_names", "_near_words", "_parts", "_wholes")

    def __init__(self, names: Iterable[tuple[Sequence[str], str]]) -> None:
        listed = tuple(names)
        self._generic = GENERIC | LITTLE | SAME_WORD.keys() | _common_words(core for core, _ in listed)
        self._by_word: dict[str, list[_Listed]] = defaultdict(list)
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._wholes: dict[str, set[str]] = defaultdict(set)
        self._longest = max((len(core) for core, _ in listed), default=0)
        for core, key in listed:
            self._add(core, key)
        self._near_words = NearSpelling(self._by_word, shortest=SLIP_IN_A_WORD)
        self._near_names = NearSpelling((key for _, key in listed), shortest=SLIP_IN_A_NAME)

    def similar(self, core: Sequence[str]) -> set[str]:
        """Keys of the names that ``core`` contains, is contained in, or misses by one slip in one word."""
        name = _listed(core, "".join(core))
        telling = [word for word in name.words if self.is_telling(word)]
        found = self._near_names.near(name.key)
        same = _same_words(core)
        if telling:
            found.update(self._parts.get("".join(same), ()))
        for run in _runs(same, self._longest):
            found.update(self._wholes.get(run, ()))
        for word in telling:
            for one in self._by_word.get(word, ()):
                if name.same <= one.same or one.same <= name.same or _slips(name.words, one.words, 0):
                    found.add(one.key)
        for word in name.words:
            for near in self._near_words.near(word):
                alike = (one for one in self._by_word[near] if _slips(name.words, one.words, SLIP_IN_THE_ONLY_WORD))
                found.update(one.key for one in alike)
        return found

    def is_telling(self, word: str) -> bool:
        """Whether a word tells parties apart: no letter or number alone, none that many firms bear."""
        return len(word) > 1 and word not in self._generic and not word.isdigit()

    def _add(self, core: Sequence[str], key: str) -> None:
        listed = _listed(core, key)
        telling = [word for word in listed.words if self.is_telling(word)]
        for word in telling:
            self._by_word[word].append(listed)
        same = _same_words(core)
        for run in _runs(same, self._longest):
            self._parts[run].add(key)
        # Generic words make a name as well (Air Systems Research Center), but only all of them in a row.
        if telling or len(core) > 1:
            self._wholes["".join(same)].add(key)


def _listed(core: Sequence[str], key: str) -> _Listed:
    words = frozenset(core) - LITTLE
    return _Listed(words, frozenset(_same_words(words)), key)


def _same_words(words: Iterable[str]) -> list[str]:
    return [SAME_WORD.get(word, word) for word in words]


def _common_words(cores: Iterable[Sequence[str]]) -> frozenset[str]:
    """Words in names of many different beginnings; a firm's own word always follows the same one."""
    first_words: dict[str, set[str]] = defaultdict(set)
    for core in cores:
        for word in core:
            first_words[word].add(core[0])
    many = FIRST_WORDS_OF_A_GENERIC_WORD
    return frozenset(word for word, first in first_words.items() if len(first) >= many)


def _runs(words: Sequence[str], longest: int) -> Iterator[str]:
    """Neighbouring words written together, at most ``longest`` of them."""
    for start in range(len(words)):
        run = ""
        for word in words[start : start + longest]:
            run += word
            yield run


def _slips(words: frozenset[str], listed: frozenset[str], shortest: int) -> bool:
    """Whether one set holds the other once two words one slip apart count as the same.

    ``shortest``: letters the misspelt word needs where the sets are not otherwise equal.
    """
    extra, lacking = words - listed, listed - words
    if len(extra) > 1 and len(lacking) > 1:
        return False
    enough = SLIP_IN_A_WORD if len(extra) == len(lacking) else max(SLIP_IN_A_WORD, shortest)
    return any(len(word) >= enough and is_one_slip(one, word) for word in lacking for one in extra)
