"""Pieces of faults of calendars and events."""

from typing import Final

WORDS: Final = {"of_case": "案件 {number}：{what}"}
