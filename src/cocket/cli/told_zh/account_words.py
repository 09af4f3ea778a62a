"""Pieces of faults of accounts."""

from typing import Final

WORDS: Final = {"nobody": "无", "no_organisation": "未说明单位"}
