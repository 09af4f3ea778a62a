"""The file of passports: only ever added to, in one step, and no changed or half line is believed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.passports.passport import Certificate, Passport
from cocket.check.passports.store import add_passports, line_of, read_passports
from cocket.check.tables import TableError
from tests.check.passports.statements import JUNE, MAY, passport

FIRST, SECOND = passport({"kind": "magnet"}, MAY), passport({"composition.Dy": "<0.05"}, JUNE, unknown=("family",))


def test_what_is_added_is_read_back_in_order(tmp_path: Path) -> None:
    file = tmp_path / "below" / "passports.jsonl"
    assert add_passports(file, [FIRST]) == (FIRST,)
    assert add_passports(file, [SECOND, FIRST]) == (SECOND,)
    assert read_passports(file) == (FIRST, SECOND)
    assert file.read_bytes().endswith(b"\n")


def test_adding_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    file = tmp_path / "passports.jsonl"
    add_passports(file, [FIRST])
    before = file.read_bytes()
    assert add_passports(file, [FIRST, FIRST]) == ()
    assert file.read_bytes() == before


def test_old_lines_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "passports.jsonl"
    add_passports(file, [FIRST])
    before = file.read_bytes()
    add_passports(file, [SECOND])
    assert file.read_bytes().startswith(before)


def test_a_statement_that_lost_its_certificate_is_no_new_statement(tmp_path: Path) -> None:
    file = tmp_path / "passports.jsonl"
    named, seen = (passport({"kind": "magnet"}, certificate=Certificate("a.pdf", one)) for one in (None, "ab"))
    assert add_passports(file, [seen]) == (seen,)
    assert add_passports(file, [named]) == ()
    assert add_passports(tmp_path / "other.jsonl", [named]) == (named,)
    assert add_passports(tmp_path / "other.jsonl", [seen]) == (seen,)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda line: line[:-20], "cut off"),
        (lambda line: line.replace("0.05", "0.5"), "was changed"),
        (lambda line: line.replace('"id":"sha256:', '"id":"sha256:0'), "was changed"),
        (lambda line: "[1]", "cut off or is no passport"),
        (lambda line: "[" * 100_000, "cut off or is no passport"),
    ],
)
def test_a_line_that_is_not_what_was_written_is_refused_with_its_number(
    tmp_path: Path, spoil: object, words: str
) -> None:
    file = tmp_path / "passports.jsonl"
    assert callable(spoil)
    file.write_text(f"{line_of(FIRST)}\n{spoil(line_of(SECOND))}\n", encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(TableError) as refused:
        read_passports(file)
    assert "line 2" in str(refused.value)
    assert words in str(refused.value)
    with pytest.raises(TableError):
        add_passports(file, [FIRST])
    assert file.read_bytes() == before


def resealed(passport: Passport, **changed: object) -> str:
    """A line with a proper id over other content: what a later version of Cocket may write."""
    from cocket.check.passports.passport import canonical, digest_of

    plain = {**json.loads(line_of(passport))["passport"], **changed}
    return canonical({"id": digest_of(plain), "passport": plain})


@pytest.mark.parametrize("changed", [{"format": "cocket-passport/2"}, {"facts": {"colour": "red"}}, {"new": "key"}])
def test_what_a_later_version_wrote_is_refused_and_not_half_understood(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    file = tmp_path / "passports.jsonl"
    file.write_text(resealed(FIRST, **changed) + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"line 1.*newer version"):
        read_passports(file)


def test_a_file_that_another_process_writes_to_is_left_alone(tmp_path: Path) -> None:
    import fcntl

    file = tmp_path / "passports.jsonl"
    with (tmp_path / "passports.jsonl.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(TableError, match="another process"):
            add_passports(file, [FIRST])
    assert add_passports(file, [FIRST]) == (FIRST,)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(TableError, match="cannot be kept here"):
        add_passports(tmp_path / "taken" / "passports.jsonl", [FIRST])


def test_nothing_half_written_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "passports.jsonl"
    add_passports(file, [FIRST])

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(TableError, match="No space left"):
        add_passports(file, [SECOND])
    assert read_passports(file) == (FIRST,)
    assert {one.name for one in tmp_path.iterdir()} == {"passports.jsonl", "passports.jsonl.lock"}


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@given(st.dictionaries(st.sampled_from(["kind", "substance", "composition.Dy"]), TEXT), TEXT, TEXT)
def test_any_words_come_back_as_they_were_said(
    tmp_path_factory: pytest.TempPathFactory, facts: dict[str, str], product: str, supplier: str
) -> None:
    said = passport(facts, product=product, supplier=supplier)
    file = tmp_path_factory.mktemp("store") / "passports.jsonl"
    add_passports(file, [said])
    assert read_passports(file) == (said,)
