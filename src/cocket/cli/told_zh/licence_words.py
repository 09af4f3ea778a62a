"""Pieces of faults of licences."""

from typing import Final

WORDS: Final = {
    "difference": "第 {place} 位是{sign}而非{its}",
    "none": "没有差别",
    "digit": "数字 {sign}",
    "letter": "字母 {sign}",
}
