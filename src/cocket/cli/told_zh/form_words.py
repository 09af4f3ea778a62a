"""Places and pieces of faults of filled forms."""

from typing import Final

WORDS: Final = {"answer": "{file}，答复 {number}", "or_unknown": "{remedy}，或填“不知道”"}
