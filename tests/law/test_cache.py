"""The lawbook kept in the cache folder is the one that the files say, and a cache that fails only costs time."""

import os
from pathlib import Path

import pytest
import yaml

from cocket.law.errors import LawError
from cocket.law.lawbook import load_lawbook
from tests.law.small_lawbook import FIRST, SmallLawbook


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return SmallLawbook(tmp_path / "law").write()


def artefacts(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def test_the_files_are_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_lawbook(root)
    monkeypatch.setattr(yaml, "compose", refuse_to_read)
    assert load_lawbook(root) == first
    with pytest.raises(AssertionError, match="read anew"):
        load_lawbook(root, cache=False)


def refuse_to_read(*_: object, **__: object) -> None:
    raise AssertionError("a law file was read anew")


def test_the_whole_lawbook_comes_back_from_the_cache_as_it_was_read() -> None:
    assert load_lawbook() == load_lawbook() == load_lawbook(cache=False)


def test_nothing_else_is_left_in_the_cache_folder(root: Path, cache: Path) -> None:
    load_lawbook(root)
    (kept,) = artefacts(cache)
    assert kept.parent == cache / "cocket" and kept.suffix == ".json"


@pytest.mark.parametrize("file", ["lawbook.yaml", "vocabulary.yaml", "customs-numbers.yaml", FIRST])
def test_a_changed_source_is_never_served_from_the_cache(file: str, root: Path, cache: Path) -> None:
    load_lawbook(root)
    path = root / file
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    os.utime(path, (before.st_atime, before.st_mtime))  # not even with the old time of change
    load_lawbook(root)
    assert len(artefacts(cache)) == 2


def test_a_changed_threshold_shows_at_once(tmp_path: Path) -> None:
    small = SmallLawbook(tmp_path / "law").replace("contains: Dy}", "content.Dy: {at_least: '0.1 %'}}")
    before = load_lawbook(small.write())
    after = load_lawbook(small.replace("'0.1 %'", "'0.2 %'").write())
    assert before.digest != after.digest


def test_a_new_instrument_shows_at_once(tmp_path: Path) -> None:
    small = SmallLawbook(tmp_path / "law")
    assert len(load_lawbook(small.write()).instruments) == 1
    assert len(load_lawbook(small.add_instrument(2, "").write()).instruments) == 2


def test_an_instrument_taken_away_is_gone_at_once(tmp_path: Path) -> None:
    root = SmallLawbook(tmp_path / "law").add_instrument(2, "").write()
    load_lawbook(root)
    (root / "cn/office/2025/002.yaml").unlink()
    assert len(load_lawbook(root).instruments) == 1


def test_a_file_moved_to_the_wrong_place_is_refused_and_not_served(root: Path) -> None:
    load_lawbook(root)
    wrong = root / "cn/elsewhere/2025/001.yaml"
    wrong.parent.mkdir(parents=True)
    (root / FIRST).rename(wrong)
    with pytest.raises(LawError, match="does not fit the file's place"):
        load_lawbook(root)


def test_a_refused_lawbook_leaves_nothing_in_the_cache(tmp_path: Path, cache: Path) -> None:
    small = SmallLawbook(tmp_path / "law").replace("contains: Dy}", "contains: Dx}")
    with pytest.raises(LawError):
        load_lawbook(small.write())
    assert artefacts(cache) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"as_of": 3}', b"\xff\xfe"])
def test_a_spoilt_artefact_is_made_anew(content: bytes, root: Path, cache: Path) -> None:
    whole = load_lawbook(root)
    (kept,) = artefacts(cache)
    sound = kept.read_bytes()
    kept.write_bytes(content)
    assert load_lawbook(root) == whole
    assert kept.read_bytes() == sound


@pytest.mark.parametrize("part", [2, 3, 10])
def test_a_truncated_artefact_is_made_anew(part: int, root: Path, cache: Path) -> None:
    whole = load_lawbook(root)
    (kept,) = artefacts(cache)
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size * (part - 1) // part])
    assert load_lawbook(root) == whole


def test_acache_folder_that_cannot_be_made_is_no_error(root: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert load_lawbook(root) == load_lawbook(root, cache=False)


def test_an_artefact_that_cannot_be_written_is_no_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert list(load_lawbook(root).entries) == ["1C905.a.4"]


def test_a_user_without_a_home_can_read_the_law(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert list(load_lawbook(root).entries) == ["1C905.a.4"]


def test_without_the_cache_nothing_is_written(root: Path, cache: Path) -> None:
    load_lawbook(root, cache=False)
    assert artefacts(cache) == []
