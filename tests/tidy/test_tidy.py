"""The checkout keeps the rules of the house. Shown to fire on bad samples in test_checks.py."""

from collections.abc import Callable
from statistics import median

import pytest

from tests.tidy import checks
from tests.tidy.dead_files import dead_modules
from tests.tidy.tree import ROOT, SourceFile, python_files, text_files

FILES = text_files()
PYTHON_FILES = python_files(FILES)

PYTHON_CHECKS = (
    checks.file_too_long,
    checks.function_too_long,
    checks.impure_in_pure_room,
    checks.float_in_quantity,
    checks.bare_type_ignore,
)
TEXT_CHECKS = (checks.code_in_lawbook, checks.registry_host, checks.machine_path)


def assert_no_faults(faults: list[str]) -> None:
    if faults:
        pytest.fail("\n".join(["the tidy check found", *faults]), pytrace=False)


@pytest.mark.parametrize("check", PYTHON_CHECKS, ids=lambda check: check.__name__)
def test_no_python_file_has_the_fault(check: Callable[[SourceFile], list[str]]) -> None:
    assert_no_faults([fault for file in PYTHON_FILES for fault in check(file)])


@pytest.mark.parametrize("check", TEXT_CHECKS, ids=lambda check: check.__name__)
def test_no_text_file_has_the_fault(check: Callable[[SourceFile], list[str]]) -> None:
    assert_no_faults([fault for file in FILES for fault in check(file)])


def test_no_module_is_dead() -> None:
    assert_no_faults(dead_modules(PYTHON_FILES, (ROOT / "pyproject.toml").read_text(encoding="utf-8")))


def test_the_checks_see_the_package_and_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    """Guards against a listing that came back empty, which would let every other test here pass."""
    paths = {file.path for file in PYTHON_FILES}
    assert {"src/cocket/__init__.py", "tests/tidy/checks.py"} <= paths
    lengths = [len(file.text.splitlines()) for file in PYTHON_FILES if file.path.startswith("src/")]
    with capsys.disabled():
        print(f"\n{len(lengths)} modules in src, median {median(lengths):g} lines, longest {max(lengths)}")
