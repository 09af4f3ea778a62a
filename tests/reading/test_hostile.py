"""Descriptions made to slip through: none of them frees goods that announcement 18 of 2025 could mean."""

from datetime import date
from pathlib import Path

import pytest

from bench.reading import HALVES, labels
from tests.reading.answers import described, is_free

DAYS = (date(2025, 6, 20), date(2026, 6, 1))
HOSTILE = Path(__file__).with_name("hostile.txt").read_text(encoding="utf-8").splitlines()
BESIDE = (" zephyr", ", zephyr", " und Magnete", ", dysprosium oxide", " + magnets", "？", "，锗镜片")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_description_frees_nothing(text: str) -> None:
    line = described(text)
    assert not any(is_free(line, day) for day in DAYS), line.heard


def near_to_free() -> list[str]:
    """What is free by itself, and a few of all others."""
    texts = [one.text for half in HALVES for one in labels(half)]
    free = [text for text in texts if is_free(described(text), DAYS[0])]
    return list(dict.fromkeys([*free, *texts[::9]]))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return near_to_free()


@pytest.mark.parametrize("beside", BESIDE)
def test_a_word_more_never_frees_what_was_labelled(beside: str, texts: list[str]) -> None:
    freed = [text for text in texts if is_free(described(text + beside), DAYS[0])]
    assert freed == []
