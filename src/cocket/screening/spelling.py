"""Words one slip of the pen apart: a letter more, less, other, or two neighbours swapped."""

from collections import defaultdict
from collections.abc import Iterable

# Below this a single letter makes another word: Tokin and Tokai, but not TDK and TDI.
LONG_ENOUGH = 5


class NearSpelling:
    """Finds the indexed words one slip away from a word.

    Every word is filed under itself and under what is left when any one letter goes; two words one slip apart
    share such a file. So do some others, hence each find is checked.
    """

    __slots__ = ("_files", "_longest")

    def __init__(self, words: Iterable[str]) -> None:
        long_enough = [word for word in words if len(word) >= LONG_ENOUGH]
        files: dict[str, list[str]] = defaultdict(list)
        for word in long_enough:
            for rest in _without_one(word):
                files[rest].append(word)
        self._files = files
        self._longest = max(map(len, long_enough), default=0)

    def near(self, word: str) -> set[str]:
        """Indexed words one slip from ``word``, itself left out."""
        if not LONG_ENOUGH - 1 <= len(word) <= self._longest + 1:
            return set()
        found = {one for rest in _without_one(word) for one in self._files.get(rest, ())}
        return {one for one in found if is_one_slip(word, one)}


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


def _without_one(word: str) -> list[str]:
    rests = [word[:at] + word[at + 1 :] for at in range(len(word))]
    rests.append(word)
    return rests
