"""Finds modules of the package that nothing uses."""

import ast
import tomllib
from collections.abc import Iterator

from tests.tidy.tree import SourceFile

PACKAGE = "cocket"


def dead_modules(python_files: tuple[SourceFile, ...], pyproject: str) -> list[str]:
    """Modules under src/ that no other module, no test, no benchmark and no entry point names.

    A module named in a string counts as used: commands and plug-ins may be loaded by name. Of an app that is used
    Django finds ``apps`` and ``migrations`` by itself.
    Packages' own ``__init__`` and ``__main__`` are reached through Python itself and never dead.
    """
    modules = {name: file for file in python_files if (name := _module_name(file.path))}
    used = _entry_points(pyproject)
    for file in python_files:
        used |= set(_named_modules(file)) - {_module_name(file.path)}
    return [
        f"{file.path}: nothing imports {name}; use it or delete it"
        for name, file in sorted(modules.items())
        if name not in used and not file.path.endswith(("/__init__.py", "/__main__.py")) and _app_of(name) not in used
    ]


def _app_of(name: str) -> str:
    """``cocket.gate`` for ``cocket.gate.apps`` and ``cocket.gate.migrations.0001_first``; empty for other modules."""
    app, found, _ = f"{name}.".partition(".migrations.")
    return app if found else name.removesuffix(".apps") if name.endswith(".apps") else ""


def _module_name(path: str) -> str:
    """``cocket.law.norm`` for ``src/cocket/law/norm.py``; empty for a file outside src/."""
    if not path.startswith("src/"):
        return ""
    return path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _entry_points(pyproject: str) -> set[str]:
    scripts = tomllib.loads(pyproject).get("project", {}).get("scripts", {})
    return {target.partition(":")[0] for target in scripts.values()}


def _named_modules(file: SourceFile) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = _import_source(node, file.path)
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and str(node.value).startswith(f"{PACKAGE}."):
            named = str(node.value).partition(":")[0]
            yield from (named, named.rpartition(".")[0])  # or a class of the module, as Django's settings name them


def _import_source(node: ast.ImportFrom, path: str) -> str:
    """The absolute name of what ``from x import y`` imports from, relative dots resolved."""
    if node.level == 0:
        return node.module or ""
    package = _module_name(path).split(".")
    if not path.endswith("/__init__.py"):
        package = package[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)
