"""An installation starts by itself, also when several commands come first at once."""

import os
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cocket.config.errors import ConfigError
from cocket.config.secret_key import secret_key
from tests.cli.command import COMMAND, ROOT, environment
from tests.licensing.conftest import address

FIRST = 5


def test_several_who_come_first_all_find_the_tables(where: str, tmp_path: Path) -> None:
    env = environment(DATABASE_URL=address(where), XDG_DATA_HOME=str(tmp_path))
    command = [*COMMAND, "licence", "list"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, cwd=ROOT)
        for _ in range(FIRST)
    ]
    for process in running:
        output, errors = process.communicate(timeout=120)
        assert (process.returncode, output, errors) == (0, "No licence.\n", "")


def test_several_who_make_the_key_get_the_same_one(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "key"
    with ThreadPoolExecutor(FIRST) as pool:
        keys = list(pool.map(lambda _: secret_key(path), range(FIRST)))
    assert len(set(keys)) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["key"]


def test_a_key_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.touch(mode=0o600)
    with pytest.raises(ConfigError, match="holds no key"):
        secret_key(path)
    with pytest.raises(ConfigError, match="cannot be kept"):
        secret_key(Path(os.devnull) / "key")
