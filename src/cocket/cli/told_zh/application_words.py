"""Pieces of faults of applications."""

from typing import Final

WORDS: Final = {"nothing": "不明"}
