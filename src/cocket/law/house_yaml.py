"""Writes plain data as a law file is written here: short things on one line, what could be misread in quotes.

The counterpart of ``source``: what is written here is read there as the same data.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from cocket.law.source import MUST_BE_QUOTED

Plain: TypeAlias = "str | bool | Sequence[Plain] | Mapping[str, Plain]"

WIDTH_MAX = 120
# A text that no reader of YAML takes for anything else, inside brackets too.
SAFE = re.compile(r"[A-Za-z0-9\u3400-\u9fff（）](?:[\w .()/@%°³·+\-（）《》、。，；：？！“”—–;'’?!]|:(?=\S))*")
FIGURE_WITH_UNIT = re.compile(r"[0-9.]+ ?%")  # quoted as a reader would quote it in a sentence
WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def written(parts: Mapping[str, Plain]) -> str:
    """The mapping as lines of a file, one key after the other."""
    return "\n".join(line for key, value in parts.items() for line in _key(key, value, 0)) + "\n"


def scalar(value: str | bool) -> str:
    """A text as it stands if nobody can misread it, else in double quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    plain = SAFE.fullmatch(value) and not value.endswith((" ", ":")) and not MUST_BE_QUOTED.fullmatch(value)
    if plain and value.lower() not in WORDS_OF_YAML and not FIGURE_WITH_UNIT.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def flow(value: Plain) -> str:
    """On one line."""
    match value:
        case str() | bool():
            return scalar(value)
        case Mapping():
            return "{" + ", ".join(f"{_name(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
        case _:
            return "[" + ", ".join(flow(inner) for inner in value) + "]"


def _name(key: str) -> str:
    return key if re.fullmatch(r"[\w.]+", key) and not MUST_BE_QUOTED.fullmatch(key) else scalar(key)


def _key(key: str, value: Plain, indent: int) -> Iterator[str]:
    pad = " " * indent
    head = f"{pad}{_name(key)}:"
    on_one_line = f"{head} {flow(value)}"
    if len(on_one_line) <= WIDTH_MAX and not (indent == 0 and _holds_parts(value)):
        yield on_one_line
    elif isinstance(value, str | bool):
        yield from _long(head, value, indent)
    elif isinstance(value, Mapping):
        yield head
        for name, inner in value.items():
            yield from _key(name, inner, indent + 2)
    else:
        yield head
        for item in value:
            yield from _item(item, indent + 2)


def _holds_parts(value: Plain) -> bool:
    """A list of entries, rules or the like: each begins on a line of its own, however short."""
    return not isinstance(value, str | bool | Mapping) and any(isinstance(item, Mapping) for item in value)


def _item(item: Plain, indent: int) -> Iterator[str]:
    pad = " " * indent
    on_one_line = f"{pad}- {flow(item)}"
    if len(on_one_line) > WIDTH_MAX and isinstance(item, str | bool):
        yield from _long(f"{pad}-", item, indent)
    elif len(on_one_line) > WIDTH_MAX and isinstance(item, Mapping):
        first, *others = (line for key, value in item.items() for line in _key(key, value, indent + 2))
        yield f"{pad}- {first.lstrip()}"
        yield from others
    else:
        yield on_one_line


def _long(head: str, value: str | bool, indent: int) -> Iterator[str]:
    """A long sentence is folded at its blanks; one that has none, or must keep them, stays on its line."""
    text = str(value)
    if text != " ".join(text.split()) or " " not in text:
        yield f"{head} {scalar(value)}"
        return
    yield f"{head} >-"
    pad, line = " " * (indent + 2), ""
    for word in text.split():
        if line and len(pad + line) + 1 + len(word) > WIDTH_MAX:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield pad + line
