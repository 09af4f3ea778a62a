"""The digest names what the law says: the same content has the same digest, and other content has another."""

import pytest

from cocket.law.lawbook import Lawbook, load_lawbook
from tests.law.small_lawbook import FIRST, SmallLawbook

CONTROLS = "controls: {kind: magnet, family: NdFeB, contains: Dy}"


@pytest.fixture
def written(small: SmallLawbook) -> str:
    return small.read().digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CONTROLS, CONTROLS + "  # the magnets meant"),
        (CONTROLS, "controls:\n      kind: magnet\n      family: NdFeB\n      contains: Dy"),
        (CONTROLS, "controls: {kind: 'magnet', family: \"NdFeB\", contains: [Dy]}"),
        ("    at: item 4\n", "\n\n    at:   item 4\n"),
        ("regime: dual_use\nkind: announcement\n", "kind: announcement\nregime: dual_use\n"),
        (
            "at: item 4\n    text: {zh: 含镝永磁, en: magnets with dysprosium}",
            "text: {en: magnets with dysprosium, zh: 含镝永磁}\n    at: item 4",
        ),
    ],
    ids=[
        "a comment",
        "another layout",
        "other quotes",
        "blanks",
        "order of the head's keys",
        "order of an entry's keys",
    ],
)
def test_how_it_is_written_down_leaves_the_digest(old: str, new: str, written: str, small: SmallLawbook) -> None:
    assert small.replace(old, new).read().digest == written


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("contains: Dy}", "content.Dy: {at_least: '0.1 %'}}"),
        ("contains: Dy}", "contains: Tb}"),
        ("at: item 4", "at: item 5"),
        ("a decision", "another decision"),
        ('in_force: {from: "2025-04-04"}', 'in_force: {from: "2025-04-05"}'),
        ("when: {movement: export}", "when: {movement: transit}"),
    ],
    ids=["a threshold", "an element", "a pinpoint", "a title", "a day", "a condition of a rule"],
)
def test_another_content_has_another_digest(old: str, new: str, written: str, small: SmallLawbook) -> None:
    assert small.replace(old, new).read().digest != written


def test_a_threshold_by_a_hair_has_another_digest(small: SmallLawbook) -> None:
    one = small.replace("contains: Dy}", "content.Dy: {at_least: '0.1 %'}}").read().digest
    other = small.replace("'0.1 %'", "'0.1000001 %'").read().digest
    assert one != other


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("vocabulary.yaml", "magnet_products: [motor]", "magnet_products: [motor, ceramic]"),
        ("customs-numbers.yaml", "goods: {kind: magnet}", "goods: {kind: motor}"),
        ("lawbook.yaml", 'covered_from: "2025-01-01"', 'covered_from: "2025-02-01"'),
    ],
)
def test_the_head_files_are_content_too(file: str, old: str, new: str, written: str, small: SmallLawbook) -> None:
    assert small.replace(old, new, file).read().digest != written


def test_the_digest_is_the_same_on_every_reading(lawbook: Lawbook) -> None:
    assert load_lawbook(cache=False).digest == lawbook.digest
    assert len(lawbook.digest) == 64 and int(lawbook.digest, 16)


def test_the_place_of_the_lawbook_is_no_content(written: str, small: SmallLawbook) -> None:
    moved = SmallLawbook(small.root / "moved", dict(small.files))
    assert FIRST in moved.files
    assert moved.read().digest == written
