"""Words one slip of the pen apart: a letter more, less, other, or two neighbours swapped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator


class NearSpelling:
    """Finds the indexed words one slip away from a word.

    One slip leaves whole either what stands before the middle letter or what stands after it. So a word is filed
    under both, together with its length, and what is found there is compared letter by letter.
    """

    __slots__ = ("_by_end", "_by_start", "_shortest")

    def __init__(self, words: Iterable[str], *, shortest: int) -> None:
        """Words of fewer than ``shortest`` letters are left out: there a letter makes another word."""
        self._shortest = shortest
        self._by_start: dict[tuple[int, str], list[str]] = defaultdict(list)
        self._by_end: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in words:
            size = len(word)
            if size >= shortest:
                self._by_start[size, word[: size // 2]].append(word)
                self._by_end[size, word[size // 2 + 1 :]].append(word)

    def near(self, word: str) -> set[str]:
        """Indexed words one slip from ``word``, itself left out."""
        if len(word) < self._shortest - 1:
            return set()
        return {found for found in self._filed_alike(word) if is_one_slip(word, found)}

    def _filed_alike(self, word: str) -> Iterator[str]:
        for size in (len(word) - 1, len(word), len(word) + 1):
            before, after = size // 2, size - size // 2 - 1
            yield from self._by_start.get((size, word[:before]), ())
            yield from self._by_end.get((size, word[len(word) - after :]), ())


def is_one_slip(one: str, other: str) -> bool:
    """Whether exactly one slip parts the words. A digit is never a slip: A320 and A330 are two things."""
    shorter = min(len(one), len(other))
    if one == other or max(len(one), len(other)) - shorter > 1:
        return False
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if any(letter.isdigit() for letter in left + right):
        return False
    return len(left + right) <= 2 or (len(left) == 2 and left == right[::-1])
