"""Pages show what the command prints, character for character; a page that no longer does is found here."""

import re
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT
from tests.pages.sitting import BLOCK, LEFT_OUT, PAGES, PLACEHOLDERS, agrees, differences, typed_in

SHOWING = [path for path in PAGES if BLOCK.search(path.read_text(encoding="utf-8"))]
NAMES = [str(path.relative_to(ROOT)) for path in SHOWING]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pages are typed at a POSIX shell")


@pytest.mark.parametrize("path", SHOWING, ids=NAMES)
def test_a_page_shows_what_the_command_prints(path: Path, tmp_path: Path) -> None:
    found = differences(path.read_text(encoding="utf-8"), tmp_path)
    if found:
        remedy = f"Look at each; if it is right, python -m tests.pages.sitting {path.relative_to(ROOT)} writes it down."
        pytest.fail("\n\n".join([*found, remedy]), pytrace=False)


def test_every_page_with_examples_is_held() -> None:
    assert {"docs/commands.md", "docs/asking.md", "docs/change.md", "docs/movements.md", "docs/reading.md"} <= {*NAMES}


@pytest.mark.parametrize("path", SHOWING, ids=NAMES)
def test_only_declared_placeholders_stand_for_output(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert set(re.findall("‹.*?›", page)) <= set(PLACEHOLDERS)
    assert all(one.shown != (LEFT_OUT,) for one in typed_in(page)), "an example that shows nothing proves nothing"


def test_commands_with_output_stand_in_blocks_that_are_run() -> None:
    """A fence of another language, or a blank before the sign, would take an example out of the test."""
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        signs = re.findall(r"^\s*\$ cocket", page, re.MULTILINE)
        run = [one for one in typed_in(page) if one.command.startswith("cocket ")]
        assert len(signs) == len(run), path


@pytest.mark.parametrize(
    ("shown", "printed", "alike"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("a", "c"), False),
        (("a",), ("a", "b"), False),
        (("a", "b"), ("a",), False),
        (("a", "…", "d"), ("a", "b", "c", "d"), True),
        (("a", "…", "d"), ("a", "b", "c"), False),
        (("law ‹digest›.",), ("law 0123456789ab.",), True),
        (("law ‹digest›.",), ("law 0123456789ag.",), False),
        (("until ‹today›",), ("until tomorrow",), False),
        (("a.b",), ("axb",), False),
    ],
)
def test_output_is_compared_line_by_line(shown: tuple[str, ...], printed: tuple[str, ...], alike: bool) -> None:
    assert agrees(shown, printed) is alike


def test_a_page_that_lies_is_found(tmp_path: Path) -> None:
    page = "```\n$ cocket --version\ncocket 0\n$ echo $?\n0\n```\n"
    (found,) = differences(page, tmp_path)
    assert "-cocket 0" in found
    assert "+cocket 0." in found
