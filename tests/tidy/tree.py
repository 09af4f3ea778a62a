"""The files of this checkout, as the tidy checks see them."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One text file: its path from the root, with slashes, and its text."""

    path: str
    text: str


def text_files(root: Path = ROOT) -> tuple[SourceFile, ...]:
    """Every file that git tracks or would track; files that are not UTF-8 text are left out."""
    found = (SourceFile(path, text) for path in _paths(root) if (text := _text(root / path)) is not None)
    return tuple(found)


def python_files(files: tuple[SourceFile, ...]) -> tuple[SourceFile, ...]:
    return tuple(file for file in files if file.path.endswith(".py"))


def _paths(root: Path) -> list[str]:
    # New files count before they are added: their author should hear of a fault before the commit.
    if not (root / ".git").exists():
        return _paths_without_git(root)
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )
    return sorted({path for path in listing.stdout.split("\0") if path and (root / path).is_file()})


def _paths_without_git(root: Path) -> list[str]:
    """A downloaded archive has no git: take all but hidden and compiled files, where tools keep theirs."""
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(
        path.as_posix()
        for path in paths
        if not any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    )


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
