"""A file that cannot be read as it stands is refused by its name, never skipped and never a traceback."""

from collections.abc import Callable

import pytest

from cocket.law.errors import LawError
from cocket.law.lawbook import load_lawbook
from tests.law.small_lawbook import FIRST, HEAD, SmallLawbook


def test_broken_yaml_is_refused_with_the_line_on_which_it_breaks(small: SmallLawbook) -> None:
    error = small.replace("contains: Dy}", "contains: Dy").refusal()
    assert (error.file, error.line) == (FIRST, small.line_of("    open_kinds"))
    assert "not readable as YAML" in error.problem and "indentation, quotes and brackets" in error.remedy


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n"])
def test_an_empty_file_is_refused(text: str, small: SmallLawbook) -> None:
    small.files[FIRST] = text
    error = small.refusal()
    assert (error.file, error.line, error.problem) == (FIRST, 1, "the file is empty")
    assert error.remedy == "Begin with a key of its form, such as 'instrument:' or 'number:'"


@pytest.mark.parametrize("text", ["- a list\n", "a text\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str, small: SmallLawbook) -> None:
    small.files[FIRST] = text
    error = small.refusal()
    assert (error.file, error.line, error.problem) == (FIRST, 1, "a mapping is wanted here")


def test_two_documents_in_one_file_are_refused(small: SmallLawbook) -> None:
    error = small.add("---\nmore: law\n").refusal()
    assert (error.file, error.line) == (FIRST, small.line_of("---"))


def test_a_file_in_another_encoding_is_refused(small: SmallLawbook) -> None:
    root = small.write()
    (root / FIRST).write_bytes(small.files[FIRST].encode("gb18030"))
    with pytest.raises(LawError) as caught:
        load_lawbook(root, cache=False)
    assert caught.value.file == FIRST
    assert "not UTF-8 at byte" in caught.value.problem and caught.value.remedy == "Save it as UTF-8"


def test_a_control_character_is_refused(small: SmallLawbook) -> None:
    error = small.replace("a decision", "a\adecision").refusal()
    assert error.file == FIRST
    assert "not readable as YAML" in error.problem and "control characters" in error.remedy


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("authority: [cn/office]", "authority: &office [cn/office]\nmade_under: *office"),
        lambda text: text.replace("when: {movement: export}", "when: &itself {all: [*itself]}"),
    ],
    ids=["of another place", "of itself"],
)
def test_an_anchor_used_elsewhere_is_refused(change: Callable[[str], str], small: SmallLawbook) -> None:
    small.files[FIRST] = change(small.files[FIRST])
    error = small.refusal()
    assert (error.file, error.line) == (FIRST, small.line_of("&"))
    assert "anchor" in error.problem and "Write the value out" in error.remedy


@pytest.mark.parametrize("name", ["lawbook.yaml", "vocabulary.yaml", "customs-numbers.yaml"])
def test_a_missing_head_file_is_named(name: str, small: SmallLawbook) -> None:
    del small.files[name]
    error = small.refusal()
    assert error.file == name and "cannot be read" in error.problem


def test_a_folder_without_law_is_refused(small: SmallLawbook) -> None:
    small.files.clear()
    assert "no law file" in small.refusal().problem


@pytest.mark.parametrize("name", ["cn/office/2025/002.yml", "002.yaml"])
def test_a_law_file_that_would_be_left_out_is_refused(name: str, small: SmallLawbook) -> None:
    error = small.add(HEAD, name).refusal()
    assert error.file == name and "would not be read" in error.problem


def test_an_instrument_stands_where_its_id_says(small: SmallLawbook) -> None:
    error = small.replace("instrument: cn/office/2025/1\n", "instrument: cn/office/2025/2\n").refusal()
    assert (error.file, error.line, error.key) == (FIRST, 1, "instrument")
    assert error.remedy == "Write cn/office/2025/1"


def test_two_files_of_one_number_are_refused(small: SmallLawbook) -> None:
    error = small.add(HEAD, "cn/office/2025/1.yaml").refusal()
    assert "cn/office/2025/1" in error.problem and "stands in" in error.problem
    assert error.remedy == "Keep it in one place"


def test_the_head_of_the_lawbook_is_held_to_the_same_rules(small: SmallLawbook) -> None:
    error = small.replace("name: small", "nmae: small", "lawbook.yaml").refusal()
    assert (error.file, error.key) == ("lawbook.yaml", "nmae") and "unknown key" in error.problem


def test_a_customs_heading_is_digits(small: SmallLawbook) -> None:
    error = small.replace('"8505"', '"85x"', "customs-numbers.yaml").refusal()
    assert (error.file, error.line, error.key) == ("customs-numbers.yaml", 1, "[0].prefix")
    assert "customs number" in error.problem


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("magnet_products: [motor]", "magnet_products: [motr]", "groups.kind.magnet_products"),
        ("may_be: [oxide, ceramic]", "may_be: [oxid]", "kinds.powder"),
    ],
)
def test_the_vocabulary_names_only_its_own_values(old: str, new: str, key: str, small: SmallLawbook) -> None:
    """A typing error in a group would otherwise keep every rule that uses the group from ever holding."""
    error = small.replace(old, new, "vocabulary.yaml").refusal()
    assert error.file == "vocabulary.yaml"
    assert error.line == small.line_of(new, "vocabulary.yaml")
    assert error.key.startswith(key)
