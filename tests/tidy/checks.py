"""Rules of the house that no other tool checks. Each takes one file and returns its faults as sentences.

What ruff or mypy already reports (unused names, clocks without a zone, missing types) is not repeated here.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from tests.tidy.tree import SourceFile

FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 70

# These rooms map values to values: the same question must get the same answer on any day and any machine.
PURE_ROOMS = ("check", "determination", "law", "metrics", "quantity", "reading", "screening", "wording")

PURE_FOLDERS = tuple(f"src/cocket/licensing/{one}/" for one in ("applications", "casework", "clock", "licences"))

IMPURE_CALLS = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "print",
        "time.time",
    }
)
IMPURE_MODULES = frozenset({"http", "httpx", "random", "requests", "secrets", "socket", "urllib"})

# Put together from pieces, so that this file passes its own check.
REGISTRY_HOSTS = tuple(
    ".".join(pieces)
    for pieces in (
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("repo", "maven", "apache", "org"),
        ("proxy", "golang", "org"),
        ("conda", "anaconda", "org"),
    )
)
MACHINE_FOLDERS = ("home", "root", "tmp", "work", "Users", "private", "opt")
# A slash that starts a path: not one within an address or a longer path.
MACHINE_PATH = re.compile(r"(?<![\w./~:*$}-])/(?:" + "|".join(MACHINE_FOLDERS) + r")/\w[\w./-]*")


def file_too_long(file: SourceFile) -> list[str]:
    lines = len(file.text.splitlines())
    if lines <= FILE_LINES_MAX:
        return []
    return [f"{file.path}: {lines} lines, at most {FILE_LINES_MAX}; give each noun its own module"]


def function_too_long(file: SourceFile) -> list[str]:
    faults = []
    for node in ast.walk(ast.parse(file.text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION_LINES_MAX:
                faults.append(f"{file.path}:{node.lineno}: {node.name} has {lines} lines, at most {FUNCTION_LINES_MAX}")
    return faults


def impure_in_pure_room(file: SourceFile) -> list[str]:
    """Clock, chance, network and printing in a pure room, also under another name given at the import."""
    if _room(file.path) not in PURE_ROOMS and not file.path.startswith(PURE_FOLDERS):
        return []
    tree = ast.parse(file.text)
    names = _imported_names(tree)
    imports = [
        f"{file.path}: imports {full}; hand the value in from the edge instead"
        for full in sorted(set(names.values()))
        if full.partition(".")[0] in IMPURE_MODULES
    ]
    calls = [
        f"{file.path}:{node.lineno}: calls {called}; hand the value in from the edge instead"
        for node, called in _calls(tree, names)
        if called in IMPURE_CALLS
    ]
    return imports + calls


def float_in_quantity(file: SourceFile) -> list[str]:
    """Casts to float and float literals; refusing a float with isinstance is fine."""
    if _room(file.path) != "quantity":
        return []
    tree = ast.parse(file.text)
    casts = [node.lineno for node, called in _calls(tree, {}) if called == "float"]
    literals = [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    return [f"{file.path}:{line}: a float; amounts are integers or fractions" for line in sorted(casts + literals)]


def bare_type_ignore(file: SourceFile) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(file.text).readline)
    return [
        f"{file.path}:{token.start[0]}: a type fault ignored without its code; write ignore[code] and why"
        for token in tokens
        if token.type == tokenize.COMMENT and re.match(r"#\s*type:\s*ignore(?!\[\w)", token.string)
    ]


def code_in_lawbook(file: SourceFile) -> list[str]:
    if _room(file.path) == "lawbook" and file.path.endswith(".py"):
        return [f"{file.path}: code in the lawbook, which holds data only"]
    return []


def registry_host(file: SourceFile) -> list[str]:
    return [
        f"{file.path}:{number}: names the package registry {host}; users may have another one"
        for number, line in enumerate(file.text.splitlines(), start=1)
        for host in REGISTRY_HOSTS
        if host in line
    ]


def machine_path(file: SourceFile) -> list[str]:
    return [
        f"{file.path}:{number}: names {match[0]}, a path of one machine"
        for number, line in enumerate(file.text.splitlines(), start=1)
        for match in MACHINE_PATH.finditer(line)
    ]


def _room(path: str) -> str:
    """``law`` for ``src/cocket/law/norm.py``; empty for a file outside the rooms."""
    parts = path.split("/")
    return parts[2] if parts[:2] == ["src", "cocket"] and len(parts) > 3 else ""


def _imported_names(tree: ast.AST) -> dict[str, str]:
    """Each name that an import binds, and what it stands for: ``{"dt": "datetime.datetime"}``."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                names[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def _calls(tree: ast.AST, names: dict[str, str]) -> Iterator[tuple[ast.Call, str]]:
    """Each call together with the full dotted name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (written := _dotted(node.func)):
            first, dot, rest = written.partition(".")
            yield node, names.get(first, first) + dot + rest


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := _dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""
