"""Pieces of faults of what is to be granted."""

from typing import Final

WORDS: Final = {"none": "无"}
