"""Finds what can be said in more than one language: tables of phrases, calls that take from them, calls that do not."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from string import Formatter

from cocket.wording import Faults, Phrases
from cocket.wording.phrase import remedy_of

SOURCE = Path(__file__).parents[2] / "src"


def modules() -> Iterator[tuple[str, str]]:
    """The name and the text of each module that says phrases."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path.parent.name != "wording" or path.name == "shapes.py":
            yield ".".join(path.relative_to(SOURCE).with_suffix("").parts), text


def tables() -> dict[tuple[str, str], Faults | Phrases]:
    """Every table by the module that makes it and its name there."""
    found: dict[tuple[str, str], Faults | Phrases] = {}
    for module, text in modules():
        if "= Faults(" in text or "= Phrases(" in text:
            names = vars(import_module(module)).items()
            found |= {(module, name): one for name, one in names if isinstance(one, Faults | Phrases)}
    return found


def phrases_of(table: Faults | Phrases) -> Phrases:
    return table.phrases if isinstance(table, Faults) else table


@dataclass(frozen=True)
class Call:
    """One call of a table: ``key`` None where it is not written out at the call."""

    place: str
    table: Phrases
    key: str | None
    values: frozenset[str]
    is_open: bool  # hands on values that it was given

    def wanted(self) -> frozenset[str]:
        assert self.key is not None
        both = (self.key, remedy_of(self.key))
        return frozenset(name for key in both for name in blanks(self.table.texts.get(key, "")))


def calls() -> Iterator[Call]:
    every = tables()
    for module, text in modules():
        tree = ast.parse(text)
        known = {name: one for (home, name), one in every.items() if home == module}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                names = {alias.asname or alias.name: every.get((node.module or "", alias.name)) for alias in node.names}
                known |= {name: one for name, one in names.items() if one is not None}
        for node in ast.walk(tree) if known else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
                yield _call(node, phrases_of(known[node.func.id]), f"{module}:{node.lineno}")


def _call(node: ast.Call, table: Phrases, place: str) -> Call:
    first = node.args[0]
    key = first.value if isinstance(first, ast.Constant) else None
    values = frozenset(one.arg for one in node.keywords if one.arg)
    is_open = any(one.arg is None for one in node.keywords)
    return Call(place, table, key, values, is_open)


def blanks(text: str) -> frozenset[str]:
    """The names of the values that a text wants; "day.year" wants the day."""
    return frozenset(name.partition(".")[0] for _, name, _, _ in Formatter().parse(text) if name)
