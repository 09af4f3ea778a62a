"""What an installed Cocket brings along."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from flit_core import buildapi

import cocket
from tests.setup.stage import ROOT


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> zipfile.ZipFile:
    """Built from a copy: the builder reads the folder it stands in and others may be writing to this one."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    return zipfile.ZipFile(tmp_path / buildapi.build_wheel(os.curdir))


def test_the_wheel_holds_the_whole_law_and_the_types(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "src" / "cocket"
    law = {path.relative_to(package.parent).as_posix() for path in (package / "lawbook").rglob("*.yaml")}
    assert law
    assert law | {"cocket/py.typed"} <= set(wheel.namelist())


def test_the_wheel_carries_the_version_and_the_licence(wheel: zipfile.ZipFile) -> None:
    info = f"cocket-{cocket.__version__}.dist-info"
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert "License-Expression: Apache-2.0" in wheel.read(f"{info}/METADATA").decode()
