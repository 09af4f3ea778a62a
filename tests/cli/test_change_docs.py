"""docs/change.md shows what the commands really print."""

import re
import shlex

import pytest

from tests.cli.command import ROOT, cocket

PAGE = (ROOT / "docs" / "change.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```\n\$ cocket (.+)\n((?:.+\n|\n)*?)```", PAGE)
OF_THE_DAY = ("Published by:", "Law:", "Later changes")  # the day of the reader, and the lawbook of that day


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command[:40] for command, _ in BLOCKS])
def test_every_line_shown_is_printed(command: str, shown: str) -> None:
    code = 3 if command.startswith("impact") else 0
    done = cocket(*shlex.split(command), code=code)
    printed = [line for line in done.stdout.splitlines() if not line.startswith(OF_THE_DAY)]
    wanted = [line for line in shown.splitlines() if line and line != "…" and not line.startswith(OF_THE_DAY)]
    assert [line for line in wanted if line not in printed] == []


def test_there_is_something_to_hold() -> None:
    assert len(BLOCKS) == 4
