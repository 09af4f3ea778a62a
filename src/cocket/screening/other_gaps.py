"""Names with a gap too few or too many, told by the listed words they would hold: kestrelshipping, Kestrel mark."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from cocket.screening.spelt_words import LETTERS
from cocket.screening.token_tables import PARTICLES

# Shorter words stand together by chance, and shorter pieces are words of their own.
JOINED_LETTERS, PIECE_LETTERS, PIECES = 6, 4, 3

Words = tuple[str, ...]
Listed = Callable[[Sequence[str]], set[str]]


def other_gaps(names: Sequence[Words], listed: Listed) -> list[list[Words]]:
    """For each name the ways in which it would hold a listed word that it does not hold as it stands. ``listed`` tells
    which of some words are; it is asked for all names at once."""
    joined = [one for number, words in enumerate(names) for one in _joined(number, words)]
    long = {word for words in names for word in words if 2 * PIECE_LETTERS <= len(word) <= LETTERS and word.isalpha()}
    known = listed([*long.union(one for _, _, _, one in joined)])
    found: list[list[Words]] = [[] for _ in names]
    for number, at, count, one in joined:
        if one in known and one.isalpha():
            words = names[number]
            found[number].append((*words[:at], one, *words[at + count :]))
    parted = _parted(long - known, listed)
    for own, words in zip(found, names, strict=True):
        if not parted.keys().isdisjoint(words):
            own.append(tuple(chain.from_iterable(parted.get(word, (word,)) for word in words)))
    return found


def _joined(number: int, words: Words) -> Iterator[tuple[int, int, int, str]]:
    """Neighbouring words as one: the number of the name, the first of them, how many, and the word. A particle before
    a word weighs next to nothing, so that its gap makes no difference."""
    for at in range(len(words) - 1):
        if words[at] not in PARTICLES:
            one = words[at]
            for count in range(2, min(PIECES, len(words) - at) + 1):
                one += words[at + count - 1]
                if JOINED_LETTERS <= len(one) <= LETTERS:
                    yield number, at, count, one


def _parted(words: set[str], listed: Listed) -> dict[str, tuple[str, str]]:
    """Those of the words that are two listed ones: with the two, of which the shorter is as long as can be."""
    cuts = [(word[:at], word[at:]) for word in words for at in range(PIECE_LETTERS, len(word) - PIECE_LETTERS + 1)]
    first = listed(list({one for one, _ in cuts}))
    cuts = [cut for cut in cuts if cut[0] in first]
    second = listed(list({other for _, other in cuts}))
    cuts.sort(key=lambda cut: min(map(len, cut)))
    return {one + other: (one, other) for one, other in cuts if other in second}
