"""docs/licences.md publishes the table of steps and of settings as they are; its examples can be issued."""

import re
from pathlib import Path

import pytest

from cocket.config.table import SETTINGS
from cocket.law.lawbook import Lawbook
from cocket.licensing.licences.limits import refuse_beyond_law
from cocket.licensing.licences.read_condition import FORMS
from cocket.licensing.licences.reading import LINE_OPTIONAL, LINE_REQUIRED, REQUIRED, read_licence_file
from cocket.licensing.licences.status import STEPS, Status, Step

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
EXAMPLES = sorted((ROOT / "examples" / "licences").glob("*.yaml"))


def told(move: str, step: Step) -> str:
    before = ", ".join(f"`{one}`" for one in step.before) or "-"
    when = step.guard.replace("_", " ") or "-"
    return f"| `{move}` | {before} | `{step.after}` | {step.lines} | {when} | {step.basis} |"


def test_the_table_of_steps_is_published_as_it_is() -> None:
    first = DOCS.index("| `issue` |")
    rows = DOCS[first : DOCS.index("\n\n", first)].splitlines()
    assert rows == [told(move, step) for move, step in STEPS.items()]


def test_every_status_is_told_where_licences_are_listed_by_it() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith("| `--status STATUS` | only those: `valid`"))
    assert re.findall(r"`(\w+)`", row) == list(Status)


def test_every_setting_is_published_as_it_is() -> None:
    rows = [line for line in DOCS.splitlines() if line.startswith("| `") and line.split("`")[1].isupper()]
    assert rows == [f"| `{one.name}` | {one.otherwise} | {one.what} |" for one in SETTINGS]


@pytest.mark.parametrize("key", [*REQUIRED, *LINE_REQUIRED, *LINE_OPTIONAL])
def test_every_key_of_the_form_is_told(key: str) -> None:
    assert f"`{key}`" in DOCS


@pytest.mark.parametrize("form", FORMS)
def test_every_condition_is_told(form: str) -> None:
    assert f"`{form}`".replace('"CNSHA"', "CNSHA") in DOCS


def test_the_examples_are_licences_that_may_be_issued(lawbook: Lawbook) -> None:
    assert [path.stem for path in EXAMPLES] == ["general", "single"]
    for path in EXAMPLES:
        licence = read_licence_file(path)
        assert licence.kind == path.stem
        refuse_beyond_law(licence, lawbook)
