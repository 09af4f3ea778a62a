"""Finds what can be said in more than one language: tables of phrases, calls that take from them, calls that do not."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

from cocket.wording import Faults, Phrases
from cocket.wording.phrase import remedy_of

SOURCE = Path(__file__).parents[2] / "src"


@cache
def modules() -> tuple[tuple[str, str, ast.Module], ...]:
    """The name, the text and the syntax of each module that may say phrases."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if path.parent.name != "wording" or path.name == "shapes.py":
            found.append((".".join(path.relative_to(SOURCE).with_suffix("").parts), text, ast.parse(text)))
    return tuple(found)


@cache
def tables() -> dict[tuple[str, str], Faults | Phrases]:
    """Every table by the module that makes it and its name there."""
    found: dict[tuple[str, str], Faults | Phrases] = {}
    for module, text, _ in modules():
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
    for module, _, tree in modules():
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


# What these are given is told to people; keyword arguments of their own are no words.
FAULTS = frozenset(
    {"AnswerError", "BadRow", "BillError", "CellError", "CompositionError", "DayError", "Fault", "FormulaError"}
    | {"InputError", "JsonError", "QuantityError", "ReadingError", "TableError", "UnknownElement"}
    | {"AccountError", "NoEntry", "NotAllowed", "NotThere", "ConfigError", "ClockError", "CalendarError"}
    | {"LicenceError", "KeyChange", "NumberTaken", "UnknownLicence", "CaseError", "UnknownCase", "UnknownDecision"}
    | {"NothingToCompare", "OutboxError", "NameTaken", "UnknownSubscription", "BadDocument", "Filed", "StoreFault"}
    | {"TooLarge", "UnknownApplication", "UnknownDocument", "UnknownInvitation", "FactError"}
    | {"BadDeclaration", "EventRefused", "GateError", "UnknownDeclaration"}
)
AS_TYPED = ("--", "cocket ", "case look")  # a place on the command line reads the same in every language


def bare_texts() -> Iterator[str]:
    """Where a fault is raised with text that no other language can be made of: sentences in quotes, f-strings."""
    for module, text, tree in modules():
        if any(f"{fault}(" in text for fault in FAULTS):
            functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
            yield from (f"{module}:{line}" for function in functions for line in _bare_in(function))


def _bare_in(function: ast.FunctionDef) -> Iterator[int]:
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    texts = {name.id for node in assigned if is_bare(node.value) for name in node.targets if isinstance(name, ast.Name)}
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAULTS:
            given = [*node.args, *(one.value for one in node.keywords)]
            if any(is_bare(one) or (isinstance(one, ast.Name) and one.id in texts) for one in given):
                yield node.lineno


def is_bare(node: ast.expr) -> bool:
    """Whether an expression is a sentence or a text put together; a name of one word is none."""
    match node:
        case ast.Constant(value=str() as text):
            return " " in text and not text.startswith(AS_TYPED)
        case ast.JoinedStr(values=[ast.FormattedValue()]):
            return False
        case ast.JoinedStr(values=[ast.Constant(value=str() as text), *_]) if text.startswith(AS_TYPED):
            return False
        case ast.JoinedStr():
            return any(isinstance(one, ast.Constant) and " " in str(one.value) for one in node.values)
        case ast.IfExp():
            return is_bare(node.body) or is_bare(node.orelse)
        case ast.BinOp():
            return is_bare(node.left) or is_bare(node.right)
    return False
