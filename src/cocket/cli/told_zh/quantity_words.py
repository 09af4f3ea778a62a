"""Pieces of faults of figures and substances."""

from typing import Final

WORDS: Final = {
    "within": "{what}（见“{text}”）",
}
