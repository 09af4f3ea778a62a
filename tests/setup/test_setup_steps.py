"""What ./dev setup calls, in which order, and when it has nothing to do. No package is installed here."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.setup.stage import bare_checkout, dev, program

# Notes each call beside the checkout's own files; makes what the real one would make.
INTERPRETER = """
case "$*" in
    "-c import pip") ;;
    -c*) exec "$REAL" "$@" ;;
    --version) echo "Python 3.11.9" ;;
    *"--target .tools"*)
        echo "pip installs uv" >>calls; mkdir -p .tools/bin; cp uv .tools/bin/uv ;;
    "-m venv"*) echo "python makes .venv" >>calls; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    *"-r requirements.lock"*) echo "pip installs the lock" >>calls ;;
    *"-e ."*) echo "pip installs cocket" >>calls ;;
esac
"""
UV = """
case "$*" in
    --version) echo "uv 0" ;;
    venv*) echo "uv makes .venv" >>calls; rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
    "pip sync"*) echo "uv installs the lock" >>calls ;;
    *"-e .") echo "uv installs cocket" >>calls ;;
esac
"""
ALL_WITH_UV = ["pip installs uv", "uv makes .venv", "uv installs the lock", "uv installs cocket"]


class Stage:
    """A checkout whose Python and uv are stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = program(folder, "python", INTERPRETER)
        program(folder, "uv", UV)

    def calls_of_setup(self, **environment: str) -> list[str]:
        log = self.folder / "calls"
        log.write_text("")
        answer = dev(self.folder, "setup", **({"PYTHON": self.python, "REAL": sys.executable} | environment))
        assert answer.returncode == 0, answer.stderr
        return log.read_text().splitlines()


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(bare_checkout(tmp_path))


def test_the_first_setup_takes_every_step_and_the_second_none(stage: Stage) -> None:
    assert stage.calls_of_setup() == ALL_WITH_UV
    assert stage.calls_of_setup() == []


def test_without_python_named_the_one_of_the_first_setup_is_kept(stage: Stage) -> None:
    stage.calls_of_setup()
    assert stage.calls_of_setup(PYTHON="") == []


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock", "dev"])
def test_a_changed_file_installs_anew_into_the_same_environment(stage: Stage, name: str) -> None:
    stage.calls_of_setup()
    with (stage.folder / name).open("a") as file:
        file.write("\n")
    assert stage.calls_of_setup() == ["uv installs the lock", "uv installs cocket"]


def test_a_new_pin_of_uv_fetches_uv(stage: Stage) -> None:
    stage.calls_of_setup()
    with (stage.folder / "bootstrap.lock").open("a") as file:
        file.write("\n")
    assert stage.calls_of_setup()[0] == "pip installs uv"


def test_another_python_makes_a_new_environment(stage: Stage) -> None:
    stage.calls_of_setup()
    other = program(stage.folder, "other", INTERPRETER)
    assert stage.calls_of_setup(PYTHON=other) == [
        "uv makes .venv",
        "uv installs the lock",
        "uv installs cocket",
    ]


def test_a_moved_checkout_gets_a_new_environment(stage: Stage) -> None:
    stage.calls_of_setup()
    shutil.move(stage.folder, stage.folder.with_name("moved"))
    moved = Stage(stage.folder.with_name("moved"))
    assert moved.calls_of_setup() == ["uv makes .venv", "uv installs the lock", "uv installs cocket"]


def test_plain_pip_serves_where_uv_does_not_run(stage: Stage) -> None:
    program(stage.folder, "uv", "exit 126")
    expected = ["pip installs uv", "python makes .venv", "pip installs the lock", "pip installs cocket"]
    assert stage.calls_of_setup() == expected
    assert stage.calls_of_setup() == []


def test_a_setup_that_broke_off_is_taken_up_again(stage: Stage) -> None:
    program(stage.folder, "uv", 'case "$*" in --version) ;; *) exit 1 ;; esac')
    answer = dev(stage.folder, "setup", PYTHON=stage.python, REAL=sys.executable)
    assert answer.returncode == 1
    assert "setup: ready" not in answer.stderr
    program(stage.folder / ".tools/bin", "uv", UV)
    assert stage.calls_of_setup() == ["uv makes .venv", "uv installs the lock", "uv installs cocket"]


def test_an_environment_whose_interpreter_is_gone_is_made_anew(stage: Stage) -> None:
    stage.calls_of_setup()
    (stage.folder / ".venv/bin/python").unlink()
    (stage.folder / ".venv/bin/python").symlink_to("no-longer-here")
    (stage.folder / ".venv/.made-with").write_text("no-longer-here\n")
    (stage.folder / "tools/python3.11").symlink_to(stage.python)
    assert stage.calls_of_setup(PYTHON="") == ["uv makes .venv", "uv installs the lock", "uv installs cocket"]
