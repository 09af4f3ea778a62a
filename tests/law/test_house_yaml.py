"""What is written in the house's style is read back as the same data, and looks as a person would write it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.law.house_yaml import WIDTH_MAX, Plain, flow, scalar, written
from cocket.law.read_instrument import plain
from cocket.law.source import read_file

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200)
TEXTS = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
NAMES = st.from_regex(r"[a-z][a-z_.]{0,12}", fullmatch=True) | st.sampled_from(["Dy", "NO", "1C905.a", "2025-04-04"])
VALUES: st.SearchStrategy[Plain] = st.recursive(
    TEXTS | st.booleans() | st.sampled_from(["NO", "Y", "1C905.a.4", "3E001", "0402", "2025-04-04", "true", "0.0999"]),
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(NAMES, inner, min_size=1, max_size=4),
    max_leaves=12,
)


def read_back(text: str, folder: Path) -> object:
    path = folder / "law.yaml"
    path.write_text(text, encoding="utf-8")
    return plain(read_file(path, "law.yaml"))


def as_read(value: Plain) -> object:
    """The reader turns the words true and false into what they mean, quoted or not."""
    match value:
        case dict():
            return {key: as_read(inner) for key, inner in value.items()}
        case list():
            return [as_read(inner) for inner in value]
        case _:
            return value == "true" if value in ("true", "false") else value


@given(parts=st.dictionaries(NAMES, VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read_back_as_it_was(
    parts: dict[str, Plain], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    assert read_back(written(parts), folder) == as_read(parts)


@pytest.mark.parametrize(
    "value", ["2025-04-04", "1C905.a.4", "NO", "2846901500", "0402", "true", "a: b", "- x", "no", ""]
)
def test_what_could_be_misread_is_quoted(value: str) -> None:
    assert scalar(value) == f'"{value}"'


@pytest.mark.parametrize(
    "value", ["metal", "cn/mofcom-gac/2025/18", "含镝的永磁材料", "0.0999", "Dy", "para. 1(1)", "一（一）1"]
)
def test_plain_words_stand_without_quotes(value: str) -> None:
    assert scalar(value) == value


def test_short_things_stand_on_one_line_and_long_ones_do_not() -> None:
    assert flow({"zh": "决定", "en": "a decision"}) == "{zh: 决定, en: a decision}"
    sentence = (
        "The remarks of the customs declaration state whether the goods are controlled, and the code if they are. " * 2
    )
    text = written({"rules": [{"id": "licence", "says": {"zh": "须许可", "en": sentence.strip()}}]})
    assert text.splitlines()[:4] == ["rules:", "  - id: licence", "    says:", "      zh: 须许可"]
    assert max(map(len, text.splitlines())) <= WIDTH_MAX
