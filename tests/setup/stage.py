"""A checkout without packages, and stand-ins for the programs that set-up calls."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def bare_checkout(tmp_path: Path) -> Path:
    """The files that set-up reads, in a folder with a space in its name; no package is installed here."""
    folder = tmp_path / "a check out"
    folder.mkdir()
    for name in ("dev", "pyproject.toml", "requirements.lock", "bootstrap.lock", "apt.txt"):
        shutil.copy(ROOT / name, folder)
    # No test may install on the machine: it plays a user without root, and apt-get only leaves a note.
    (folder / "tools").mkdir()
    program(folder / "tools", "id", "echo 1000")
    program(folder / "tools", "apt-get", "touch apt-get-ran")
    return folder


def program(folder: Path, name: str, script: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def dev(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [folder / "dev", *arguments],
        cwd="/",
        env={**os.environ, "PATH": f"{folder / 'tools'}:{os.environ['PATH']}", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
