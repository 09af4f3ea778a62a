"""What is kept is whole, once, and what is read is what was kept; sealed content is on no disk in plain."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from cocket.licensing.filings import store as store_module
from cocket.licensing.filings.sealing import add_key
from cocket.licensing.filings.store import Store
from cocket.licensing.licences.errors import LicenceError

DATA = "最终用户证明 end-user certificate".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    add_key(tmp_path / "seal-key")
    return Store(tmp_path / "documents", tmp_path / "seal-key")


def files(store: Store) -> list[Path]:
    return [path for path in store.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("sealed", [False, True])
def test_what_is_kept_is_read_again_and_the_same_content_is_kept_once(store: Store, sealed: bool) -> None:
    assert [store.keep(DATA, sealed=sealed) for _ in range(2)] == [DIGEST, DIGEST]
    assert store.read(DIGEST, sealed=sealed) == DATA
    (path,) = files(store)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_sealed_content_lies_nowhere_in_plain(store: Store) -> None:
    store.keep(DATA, sealed=True)
    (path,) = files(store)
    assert DATA[:12] not in path.read_bytes()
    with pytest.raises(LicenceError, match="cannot be read"):
        store.read(DIGEST, sealed=False)


@pytest.mark.parametrize("sealed", [False, True])
def test_content_that_was_changed_on_the_disk_is_told_and_never_handed_out(store: Store, sealed: bool) -> None:
    store.keep(DATA, sealed=sealed)
    (path,) = files(store)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(LicenceError, match=r"is not what was kept|was changed"):
        store.read(DIGEST, sealed=sealed)
    store.keep(DATA, sealed=sealed)
    assert store.read(DIGEST, sealed=sealed) == DATA


def test_sealed_content_of_another_document_is_not_taken_for_it(store: Store) -> None:
    store.keep(DATA, sealed=True)
    (path,) = files(store)
    store.keep(b"other", sealed=True)
    (other,) = [one for one in files(store) if one != path]
    path.write_bytes(other.read_bytes())
    with pytest.raises(LicenceError, match="is not what was kept"):
        store.read(DIGEST, sealed=True)


def test_nothing_is_left_where_the_disk_refuses(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store_module.os, "fsync", full)
    with pytest.raises(LicenceError, match="No space left"):
        store.keep(DATA, sealed=False)
    assert files(store) == []


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    with pytest.raises(LicenceError, match="cannot be kept"):
        Store(tmp_path / "file", tmp_path / "seal-key").keep(DATA, sealed=False)


def test_without_a_key_nothing_sealed_is_kept(tmp_path: Path) -> None:
    with pytest.raises(LicenceError, match="cocket seal new"):
        Store(tmp_path, tmp_path / "seal-key").keep(DATA, sealed=True)
    assert list(tmp_path.iterdir()) == []


def test_keys_change_and_nothing_is_lost(store: Store) -> None:
    store.keep(DATA, sealed=True)
    first = store.key_file.read_bytes()
    assert add_key(store.key_file) == 2
    assert store.read(DIGEST, sealed=True) == DATA
    assert store.renew() == 1
    store.key_file.write_bytes(store.key_file.read_bytes().splitlines()[0])
    assert store.read(DIGEST, sealed=True) == DATA
    store.key_file.write_bytes(first)
    with pytest.raises(LicenceError, match="none of the seal keys here opens it"):
        store.read(DIGEST, sealed=True)
    with pytest.raises(LicenceError, match="none of the seal keys here opens it"):
        store.renew()


@pytest.mark.skipif(os.name != "posix", reason="the rights of files are those of POSIX")
def test_a_key_file_is_its_owners_alone(store: Store) -> None:
    assert stat.S_IMODE(store.key_file.stat().st_mode) == 0o600
    store.key_file.chmod(0o644)
    with pytest.raises(LicenceError, match="chmod 600"):
        store.keep(DATA, sealed=True)


@pytest.mark.parametrize("text", ["", "hello", "A" * 44])
def test_what_is_no_key_is_told_and_not_written_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "seal-key"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(LicenceError, match="no seal key"):
        add_key(path)
    assert path.read_text() == text
