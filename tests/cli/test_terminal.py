"""On a terminal the answers stand in a table that fits it, in colour if colour is wanted."""

import os
import pty
import re
import subprocess
import sys

import pytest

from cocket.cli.screen import shown_width
from tests.cli.command import COMMAND, ORDERS, environment

COLOUR = re.compile(r"\x1b\[(?:3[1-7]|9[0-7])m")
ANY_STYLE = re.compile(r"\x1b\[[\d;]*m")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal")


def on_terminal(*arguments: str, **changes: str) -> str:
    """What a pseudo-terminal shows, styles included."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="xterm", **changes),
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Linux reports the end of a terminal as an error
        pass
    os.close(ours)
    running.wait(timeout=60)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_fits_the_terminal(columns: str, lang: str) -> None:
    shown = ANY_STYLE.sub("", on_terminal("check", str(ORDERS), "--lang", lang, COLUMNS=columns))
    assert max(shown_width(line) for line in shown.splitlines()) <= int(columns)
    assert shown.count("PLM-210") >= 3  # twice in the table, once in the question
    assert "licence needed" in shown if lang == "en" else "需要许可" in shown


def test_answers_are_coloured_unless_no_colour_is_wanted() -> None:
    assert COLOUR.search(on_terminal("check", str(ORDERS), COLUMNS="80"))
    assert not COLOUR.search(on_terminal("check", str(ORDERS), COLUMNS="80", NO_COLOR="1"))
