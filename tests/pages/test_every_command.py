"""docs/commands.md has a part for every command, and names each of its options there."""

import re
from collections.abc import Iterator

import click
import pytest

from cocket.cli.main import cocket
from tests.cli.command import ROOT
from tests.pages.sitting import typed_in

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## (cocket [^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
SHOWN_ELSEWHERE = {"cocket law new"}  # a sitting of questions and answers; docs/new-law.md has it


def commands(one: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(one, click.Group):
        yield name, one
        return
    context = click.Context(one)
    for word in one.list_commands(context):
        inner = one.get_command(context, word)
        assert inner is not None
        yield from commands(inner, f"{name} {word}")


COMMANDS = dict(commands(cocket, "cocket"))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_part_and_each_option_is_named_in_it(name: str) -> None:
    assert name in PARTS, f"write a part '## {name}' into docs/commands.md, with an example that is run"
    words = set(re.findall(r"--[a-z][a-z-]*", PARTS[name]))
    options = [option for one in COMMANDS[name].params for option in one.opts if option.startswith("--")]
    assert [option for option in options if option not in words] == []


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - SHOWN_ELSEWHERE))
def test_a_command_is_shown_with_its_output(name: str) -> None:
    typed = (re.sub(r"^(?:[A-Z_]+=\S+ )+", "", one.command) for one in typed_in(PARTS.get(name, "")))
    assert any(command.startswith(f"{name} ") or command == name for command in typed)


def test_the_page_has_no_part_for_a_command_that_is_gone() -> None:
    assert set(PARTS) == set(COMMANDS)


def test_no_option_is_named_that_no_command_has() -> None:
    have = {option for one in COMMANDS.values() for parameter in one.params for option in parameter.opts}
    prose = re.sub(r"^```.*?^```", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"--[a-z][a-z-]*", prose)) - have == {"--help"}
