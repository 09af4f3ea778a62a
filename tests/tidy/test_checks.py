"""Every tidy check fires on a bad sample and keeps quiet on the good one beside it."""

import subprocess
from pathlib import Path

import pytest

from tests.tidy import checks
from tests.tidy.dead_files import dead_modules
from tests.tidy.tree import SourceFile, text_files


def law(text: str) -> SourceFile:
    return SourceFile("src/cocket/law/norm.py", text)


def quantity(text: str) -> SourceFile:
    return SourceFile("src/cocket/quantity/amount.py", text)


def test_a_file_may_have_500_lines_and_not_one_more() -> None:
    assert checks.file_too_long(law("x = 1\n" * 500)) == []
    assert checks.file_too_long(law("x = 1\n" * 501)) == [
        "src/cocket/law/norm.py: 501 lines, at most 500; give each noun its own module"
    ]


@pytest.mark.parametrize("keyword", ["def", "async def"])
def test_a_function_may_have_70_lines_and_not_one_more(keyword: str) -> None:
    assert checks.function_too_long(law(f"{keyword} fold():\n" + "    x = 1\n" * 69)) == []
    assert checks.function_too_long(law(f"{keyword} fold():\n" + "    x = 1\n" * 70)) == [
        "src/cocket/law/norm.py:1: fold has 71 lines, at most 70"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "import datetime\ndatetime.datetime.now()",
        "import datetime as d\nd.date.today()",
        "from datetime import datetime\ndatetime.utcnow()",
        "from datetime import date as day\nday.today()",
        "import time\ntime.time()",
        "from time import time\ntime()",
        "import random",
        "from random import choice",
        "import urllib.request",
        "from urllib import request",
        "import requests as r",
        "def load():\n    import socket",
        "print('line')",
    ],
)
def test_clock_chance_network_and_printing_are_barred_from_pure_rooms(text: str) -> None:
    assert len(checks.impure_in_pure_room(law(text))) == 1
    assert checks.impure_in_pure_room(SourceFile("src/cocket/cli/main.py", text)) == []


def test_a_pure_room_may_handle_dates_that_it_was_given() -> None:
    given = "from datetime import date\ndef f(today: date) -> date:\n    return date(2025, 1, 1) or today.today\n"
    assert checks.impure_in_pure_room(law(given)) == []


@pytest.mark.parametrize("text", ["x = float('1')", "x = 0.5", "x = 1e3"])
def test_quantity_knows_no_floats(text: str) -> None:
    assert checks.float_in_quantity(quantity(text)) == [
        "src/cocket/quantity/amount.py:1: a float; amounts are integers or fractions"
    ]
    assert checks.float_in_quantity(law(text)) == []


def test_quantity_may_refuse_a_float() -> None:
    assert checks.float_in_quantity(quantity("if isinstance(x, float):\n    raise TypeError(x)\n")) == []


def test_an_ignored_type_fault_names_its_code() -> None:
    assert len(checks.bare_type_ignore(law("x = 1  # type: ignore\n"))) == 1
    assert len(checks.bare_type_ignore(law("x = 1  #type:ignore # why\n"))) == 1
    assert checks.bare_type_ignore(law("x = 1  # type: ignore[arg-type]\n")) == []
    assert checks.bare_type_ignore(law("x = '# type: ignore'\n")) == []


def test_the_lawbook_holds_no_code() -> None:
    assert len(checks.code_in_lawbook(SourceFile("src/cocket/lawbook/cn/helper.py", ""))) == 1
    assert checks.code_in_lawbook(SourceFile("src/cocket/lawbook/cn/rare-earths.yaml", "")) == []


@pytest.mark.parametrize("host", checks.REGISTRY_HOSTS)
def test_no_file_names_a_package_registry(host: str) -> None:
    assert len(checks.registry_host(SourceFile("some.lock", f"a==1\n--index https://{host}/simple\n"))) == 1
    assert checks.registry_host(SourceFile("some.lock", "a==1 --hash=sha256:00\n")) == []


@pytest.mark.parametrize("folder", checks.MACHINE_FOLDERS)
@pytest.mark.parametrize("before", ["", "at ", "'", '"', "=", "("])
def test_no_file_names_a_path_of_one_machine(folder: str, before: str) -> None:
    text = f"{before}/{folder}/somebody/list.csv"
    assert len(checks.machine_path(SourceFile("README.md", text))) == 1


@pytest.mark.parametrize("text", ["#!/bin/sh", "docs/home/page.md", "../words/list", "$HOME/tmp/x", ">/dev/null"])
def test_a_relative_path_or_a_system_path_is_no_path_of_one_machine(text: str) -> None:
    assert checks.machine_path(SourceFile("README.md", text)) == []


def test_a_web_address_is_no_path_of_one_machine() -> None:
    address = "https://www.gov.example/" + "home/notice/61.html"
    assert checks.machine_path(SourceFile("README.md", address)) == []


PYPROJECT = '[project.scripts]\ncocket = "cocket.cli.main:main"\n'


def test_a_module_that_nothing_imports_is_dead() -> None:
    files = (
        law("x = 1"),
        SourceFile("src/cocket/cli/main.py", ""),
        SourceFile("src/cocket/law/__init__.py", ""),
    )
    assert dead_modules(files, PYPROJECT) == [
        "src/cocket/law/norm.py: nothing imports cocket.law.norm; use it or delete it"
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/cocket/check/answer.py", "import cocket.law.norm"),
        ("src/cocket/check/answer.py", "from cocket.law.norm import x"),
        ("src/cocket/check/answer.py", "from cocket.law import norm"),
        ("src/cocket/check/answer.py", "from ..law import norm"),
        ("src/cocket/law/__init__.py", "from .norm import x"),
        ("src/cocket/law/other.py", "from . import norm"),
        ("tests/law/test_norm.py", "from cocket.law.norm import x"),
        ("src/cocket/cli/main.py", "COMMANDS = {'law': 'cocket.law.norm:show'}"),
    ],
)
def test_a_module_is_alive_when_something_names_it(path: str, text: str) -> None:
    faults = dead_modules((law("x = 1"), SourceFile(path, text)), PYPROJECT)
    assert not any("cocket.law.norm" in fault for fault in faults)


def test_what_django_finds_by_itself_is_dead_with_its_app() -> None:
    names = ("apps", "migrations/0001_first")
    parts = tuple(SourceFile(f"src/cocket/gate/{name}.py", "x = 1") for name in names)
    assert len(dead_modules(parts, PYPROJECT)) == 2
    installed = SourceFile("src/cocket/config/settings.py", 'INSTALLED_APPS = ["cocket.gate"]')
    assert not [fault for fault in dead_modules((*parts, installed), PYPROJECT) if "gate" in fault]


def test_a_module_that_imports_only_itself_is_dead() -> None:
    assert len(dead_modules((law("import cocket.law.norm"),), PYPROJECT)) == 1


def test_new_files_are_seen_and_ignored_or_deleted_ones_are_not(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("ignored.py\n")
    (tmp_path / "deleted.py").write_text("")
    subprocess.run(["git", "-C", tmp_path, "add", "."], check=True)
    (tmp_path / "deleted.py").unlink()
    (tmp_path / "ignored.py").write_text("")
    (tmp_path / "稀土.py").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff")
    assert [file.path for file in text_files(tmp_path)] == [".gitignore", "稀土.py"]


def test_an_archive_without_git_is_walked_past_hidden_folders(tmp_path: Path) -> None:
    for path in ("src/norm.py", ".venv/lib/module.py", "src/__pycache__/norm.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    assert [file.path for file in text_files(tmp_path)] == ["src/norm.py"]
