"""Tells what was read from the description, from which words, and what it did to the answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from cocket.determination.words import Lexicon

Tree = Mapping[str, object]
# How a value of a fact is written: what it is of in the vocabulary, or an element, or as it stands.
AS_WRITTEN = ("substance", "grade", "quantity", "origin", "destination")


def lines_of_reading(
    read: Sequence[Tree], doubts: Sequence[str], words: Lexicon, name: Callable[[str, str], str]
) -> Iterator[str]:
    """One line for each fact; ``name`` gives the word for a value of a fact."""
    if not read and not doubts:
        return
    yield f"{words.phrase('read')}:"
    for one in read:
        values = [str(value) for value in _list(one["values"])]
        said = _said(str(one["fact"]), values, words, name)
        yield f'  {said} ← "{one["words"]}"{_effect(one, words)}'
    for doubt in doubts:
        yield f"  ! {words.phrase(doubt)}"


def _said(fact: str, values: list[str], words: Lexicon, name: Callable[[str, str], str]) -> str:
    match fact:
        case "contains" | "absent":
            return f"{words.phrase(f'read_{fact}')} {name('content.' + values[0], '')}"
        case "share":
            return f"{words.phrase('read_share')} {values[0]} {values[1]}"
        case "purity":
            return f"{words.phrase('read_purity')} {values[0]} %"
        case _ if fact in AS_WRITTEN:
            return f"{words.fact(fact)}: {' '.join(values)}"
        case _:
            return f"{words.fact(fact)}: {' / '.join(name(fact, value) for value in values)}"


def _effect(one: Tree, words: Lexicon) -> str:
    """What decides is plain; anything else is said beside it."""
    effect = str(one["effect"])
    if effect == "decides":
        return ""
    return f" ({words.phrase(f'read_{effect}')})"


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()
