"""The lock files: every pin has its hashes, none has an address, and all that is asked for is pinned."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("bootstrap.lock", "requirements.lock", "bench/requirements.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]


def pins(lock: str) -> dict[str, str]:
    """Each pinned package with its whole block of text."""
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    return {block.partition("==")[0]: block for block in blocks}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    assert pins(lock)
    for name, block in pins(lock).items():
        assert re.match(r"[a-z0-9-]+==\S+", block), f"{lock}: {name} is not pinned to one version"
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), f"{lock}: {name} has no hash"


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_has_an_address_or_an_option(lock: str) -> None:
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        assert "://" not in line
        assert re.match(r"[a-z0-9-]+==|    --hash=sha256:", line), f"{lock}: not a pin and not a hash: {line}"


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", [*PROJECT["project"]["dependencies"], *GROUPS["build"]]),
        ("requirements.lock", [*GROUPS["test"], *GROUPS["lint"]]),
        ("bench/requirements.lock", GROUPS["bench"]),
        ("bootstrap.lock", GROUPS["bootstrap"]),
    ],
)
def test_the_lock_serves_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    versions = {name: re.split(r"[ ;\\]", block.partition("==")[2])[0] for name, block in pins(lock).items()}
    for requirement in map(Requirement, wanted):
        version = versions.get(canonicalize_name(requirement.name))
        assert version and version in requirement.specifier, f"{requirement}: type ./dev lock"


def test_the_build_needs_nothing_that_is_not_locked() -> None:
    assert PROJECT["build-system"]["requires"] == GROUPS["build"]
