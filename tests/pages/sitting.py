"""What a page of the documents shows of the command, run again as a reader would: in order, in one fresh folder.

A block shows a sitting at a terminal of 80 columns. A line that begins with ``$`` is typed, the lines below it are what
comes back, on both streams; ``$ echo $?`` shows the code. A command with
``<<'END'`` goes on to the line END. The folder holds a copy of ``examples/`` and nothing else.
Two things may stand for what is printed: a line of ``…`` for lines left out, and a word of ``PLACEHOLDERS`` for what
differs from day to day, from machine to machine or with every change of the law.

``python -m tests.pages.sitting PAGE…`` writes into the pages what is printed now.
"""

import difflib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cli.command import ROOT, environment

LEFT_OUT = "…"
PLACEHOLDERS = {
    "‹today›": r"\d{4}-\d\d-\d\d",
    "‹moment›": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+\d\d:\d\d",
    "‹digest›": r"[0-9a-f]{12}(?:[0-9a-f]{52})?",
    "‹version›": r"\d[\w.+-]*",
    "‹system›": r"\w+ \w+",
    "‹folder›": r"\S+",
    "‹names›": r".+",
    "‹number›": r"\d+",
}
COMMAND = re.compile(
    r"""\$\ (                      # a command is one line,
        .*<<'END'\n(?:.*\n)*?END   # or goes on to END,
        | (?:.*\\\n)*.*            # or as long as lines end in a backslash
    )\n""",
    re.VERBOSE,
)
BLOCK = re.compile(r"^```\n(\$ .*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = sorted(path for path in ROOT.glob("**/*.md") if not path.relative_to(ROOT).parts[0].startswith("."))


@dataclass(frozen=True, slots=True)
class Typed:
    """One command of a page with the lines shown below it; ``start`` and ``end`` are where these stand in the page."""

    command: str
    shown: tuple[str, ...]
    start: int
    end: int


def typed_in(page: str) -> Iterator[Typed]:
    """The commands of a page in the order in which they are typed; those that show another program are left out."""
    for block in BLOCK.finditer(page):
        starts = [found.start() for found in re.finditer(r"^\$ ", block[1], re.MULTILINE)]
        for start, end in zip(starts, [*starts[1:], len(block[1])], strict=True):
            text = block[1][start:end]
            command = COMMAND.match(text)
            assert command is not None
            below = block.start(1) + start + command.end()
            shown = tuple(text[command.end() :].splitlines())
            yield Typed(command[1], shown, below, block.start(1) + end)


def pattern_of(line: str) -> str:
    """The line as an expression, its placeholders open."""
    pieces = re.split("(" + "|".join(PLACEHOLDERS) + ")", line)
    return "".join(PLACEHOLDERS.get(piece) or re.escape(piece) for piece in pieces)


def agrees(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    expression = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else pattern_of(line) + r"\n" for line in shown)
    return re.fullmatch(expression, "".join(f"{line}\n" for line in printed)) is not None


def difference(typed: Typed, printed: tuple[str, ...]) -> str:
    """What the page shows against what was printed, with lines that agree by a placeholder taken as alike."""
    old = kept_where_alike(printed, typed.shown)
    compared = difflib.unified_diff(typed.shown, old, "the page shows", "the command prints", lineterm="", n=1)
    return "\n".join([f"$ {typed.command}", *compared])


def kept_where_alike(printed: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """What was printed, in the words of the page wherever a line of it agrees."""
    open_lines = [line for line in shown if any(one in line for one in PLACEHOLDERS)]
    return tuple(next((old for old in open_lines if agrees((old,), (new,))), new) for new in printed)


class Folder:
    """A fresh folder of a reader, with a terminal of 80 columns and the command on the path."""

    def __init__(self, place: Path) -> None:
        self.place = place / "sitting"
        self.place.mkdir()
        shutil.copytree(ROOT / "examples", self.place / "examples")
        programs = place / "bin"
        programs.mkdir()
        for name, module in (("cocket", "-m cocket"), ("python", "")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n', encoding="utf-8")
            program.chmod(0o755)
        base = environment(COLUMNS="80", PYTHONUNBUFFERED="1", XDG_DATA_HOME=str(place / "data"))
        self.environment = base | {"PATH": f"{programs}:{base['PATH']}"}
        self.code = 0

    def type(self, command: str) -> tuple[str, ...]:
        """The lines that a terminal would show."""
        if command == "echo $?":
            return (str(self.code),)
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env=self.environment,
            cwd=self.place,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stdout, done.stdout
        self.code = done.returncode
        return tuple(done.stdout.splitlines())


def differences(page: str, place: Path) -> list[str]:
    """One text for each command whose output is not what the page shows."""
    folder = Folder(place)
    ran = ((one, folder.type(one.command)) for one in typed_in(page))
    return [difference(one, printed) for one, printed in ran if not agrees(one.shown, printed)]


def renewed(page: str, place: Path) -> tuple[str, list[str]]:
    """The page with what is printed now; and what lines left out keep from being renewed."""
    folder = Folder(place)
    text, done, by_hand = "", 0, []
    for one in typed_in(page):
        printed = folder.type(one.command)
        if agrees(one.shown, printed):
            continue
        if LEFT_OUT in one.shown:
            by_hand.append(difference(one, printed))
            continue
        lines = kept_where_alike(printed, one.shown)
        text += page[done : one.start] + "".join(f"{line}\n" for line in lines)
        done = one.end
    return text + page[done:], by_hand


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        with tempfile.TemporaryDirectory() as place:
            text, by_hand = renewed(path.read_text(encoding="utf-8"), Path(place))
        path.write_text(text, encoding="utf-8")
        print(*by_hand, sep="\n\n")


if __name__ == "__main__":
    main()
