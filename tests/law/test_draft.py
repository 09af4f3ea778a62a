"""A draft of the reader's own: read by the lawbook's rules, added in memory, refused where it breaks them."""

from datetime import date
from pathlib import Path

import pytest

from cocket.law.draft import read_drafts, with_drafts
from cocket.law.errors import LawError
from cocket.law.fold import Standing
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime
from tests.law.small_lawbook import ENTRIES, HEAD, SmallLawbook

DRAFT_HEAD = HEAD.replace("cn/office/2025/1", "draft/of-mine").replace("2025-04-04", "2025-08-01")
PAUSE = "acts: [{id: pause, do: suspend, target: [cn/office/2025/1], during: {from: '2025-09-01'}}]\n"
KNOWN = date(2025, 12, 31)


@pytest.fixture
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the lawbook."""
    return tmp_path_factory.mktemp("drafts")


def draft(folder: Path, text: str, head: str = DRAFT_HEAD) -> Path:
    path = folder / "mine.yaml"
    path.write_text(head + text, encoding="utf-8")
    return path


def assumed(lawbook: Lawbook, root: Path, *paths: Path) -> Lawbook:
    return with_drafts(lawbook, read_drafts(paths, lawbook), root)


def refusal(lawbook: Lawbook, root: Path, path: Path) -> LawError:
    with pytest.raises(LawError) as error:
        assumed(lawbook, root, path)
    return error.value


def test_a_draft_acts_on_the_law_like_any_instrument(small: SmallLawbook, drafts: Path) -> None:
    lawbook = small.read()
    together = assumed(lawbook, small.root, draft(drafts, PAUSE))
    for law, standing in ((lawbook, Standing.IN_FORCE), (together, Standing.SUSPENDED)):
        (norm,) = LawInTime(law).view(date(2025, 9, 1), KNOWN).entries
        assert norm.status.standing is standing


def test_a_draft_counts_from_the_day_it_is_published(small: SmallLawbook, drafts: Path) -> None:
    time = LawInTime(assumed(small.read(), small.root, draft(drafts, PAUSE)))
    (norm,) = time.view(date(2025, 9, 1), date(2025, 7, 31)).entries
    assert norm.status.standing is Standing.IN_FORCE


def test_law_with_a_draft_has_a_digest_of_its_own(small: SmallLawbook, drafts: Path) -> None:
    lawbook = small.read()
    assert with_drafts(lawbook, (), small.root).digest == lawbook.digest
    one = assumed(lawbook, small.root, draft(drafts, PAUSE))
    other = assumed(lawbook, small.root, draft(drafts, PAUSE.replace("09-01", "09-02")))
    assert len({lawbook.digest, one.digest, other.digest}) == 3
    assert [instrument.id for instrument in lawbook.instruments] == ["cn/office/2025/1"]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("colour: red\n", "colour", "unknown key"),
        (PAUSE.replace("suspend", "halt"), "acts[0].do", "'halt' is no act"),
        (PAUSE.replace("'2025-09-01'", "2025-09-01"), "acts[0].during.from", "not quoted"),
        (PAUSE.replace("2025/1", "2025/7"), "pause", "there is no 'cn/office/2025/7'"),
        (ENTRIES, "1C905.a.4", "stands in cn/office/2025/001.yaml as well"),
    ],
    ids=["key", "act", "day", "target", "entry"],
)
def test_a_draft_is_refused_with_its_file_line_and_key(
    small: SmallLawbook, drafts: Path, text: str, key: str, words: str
) -> None:
    path = draft(drafts, text)
    error = refusal(small.read(), small.root, path)
    assert (error.file, error.key) == (str(path), key)
    assert error.line > DRAFT_HEAD.count("\n")
    assert words in error.problem


def test_an_id_that_is_taken_or_reads_like_a_part_is_refused(small: SmallLawbook, drafts: Path) -> None:
    taken = refusal(small.read(), small.root, draft(drafts, "", HEAD))
    assert (taken.key, taken.line) == ("cn/office/2025/1", 1)
    part = refusal(small.read(), small.root, draft(drafts, "", HEAD.replace("cn/office/2025/1", "a#b")))
    assert "reads like a part" in part.problem


def test_a_conflict_with_the_law_is_told_of_the_draft_whatever_its_day(small: SmallLawbook, drafts: Path) -> None:
    lawbook = small.add_instrument(2, PAUSE, issued="2025-10-01").read()
    path = draft(drafts, PAUSE)
    error = refusal(lawbook, small.root, path)
    assert (error.file, error.key) == (str(path), "pause")
    assert "both suspend" in error.problem


def test_a_draft_that_is_not_there_is_refused(small: SmallLawbook, drafts: Path) -> None:
    assert "cannot be read" in refusal(small.read(), small.root, drafts / "nowhere.yaml").problem
