"""./dev: the commands that the documents promise, and plain words when the machine lacks something."""

import re
import sys
from pathlib import Path

import pytest

from tests.setup.stage import ROOT, bare_checkout, dev, program

COMMAND = re.compile(r"\./dev ([a-z]+)")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return bare_checkout(tmp_path)


def promised_commands() -> set[str]:
    documents = ("README.md", "CONTRIBUTING.md", ".ci/run")
    return {name for path in documents for name in COMMAND.findall((ROOT / path).read_text(encoding="utf-8"))}


def test_every_command_that_the_documents_name_exists() -> None:
    offered = set(re.findall(r"^  ([a-z]+) ", dev(ROOT, "help").stdout, flags=re.MULTILINE))
    assert {"demo", "test", "lint"} <= promised_commands() <= offered


def test_the_readme_names_the_test_command_that_the_gate_runs() -> None:
    assert "./dev test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "./dev test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_an_unknown_command_is_answered_with_the_list_of_commands() -> None:
    answer = dev(ROOT, "deploy")
    assert answer.returncode == 2
    assert "usage: ./dev COMMAND" in answer.stderr


def test_an_old_python_is_refused_by_its_version(checkout: Path) -> None:
    old = program(checkout, "old", '[ "$1" = --version ] && echo "Python 3.9.2"; exit 1')
    answer = dev(checkout, "setup", PYTHON=old)
    assert answer.returncode == 1
    assert answer.stderr == f"setup stopped: PYTHON={old} is Python 3.9.2; Cocket needs Python 3.11 or newer.\n"
    assert not (checkout / ".venv").exists()


def test_a_python_that_does_not_exist_is_named(checkout: Path) -> None:
    answer = dev(checkout, "setup", PYTHON="no-such-python")
    assert answer.returncode == 1
    assert "PYTHON=no-such-python is not a program" in answer.stderr


def test_without_root_the_missing_system_packages_are_named(checkout: Path) -> None:
    without_pip = program(checkout, "python", 'case "$*" in *pip*) exit 1 ;; esac; exec "$REAL" "$@"')
    answer = dev(checkout, "setup", PYTHON=without_pip, REAL=sys.executable)
    assert answer.returncode == 1
    assert f"{without_pip} has no pip" in answer.stderr
    assert "sudo apt-get install python3 python3-pip python3-venv" in answer.stderr
    assert not (checkout / "apt-get-ran").exists()


def test_without_postgresql_the_tests_name_the_package_and_go_on(checkout: Path) -> None:
    without = (ROOT / "dev").read_text(encoding="utf-8")
    without = without.replace("command -v initdb", "false").replace("/usr/lib/postgresql", "no-such-folder")
    without = without.replace("test) setup;", "test) :;").replace(
        "exec .venv/bin/python -m pytest", "exec echo went on"
    )
    (checkout / "dev").write_text(without, encoding="utf-8")
    answer = dev(checkout, "test")
    assert answer.returncode == 0 and answer.stdout.startswith("went on")
    assert "sudo apt-get install postgresql" in answer.stderr
    assert not (checkout / "apt-get-ran").exists()
