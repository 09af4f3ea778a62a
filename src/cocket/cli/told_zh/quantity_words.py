"""Pieces of faults of figures and substances."""

from typing import Final

WORDS: Final = {
    "within": "{what}（见“{text}”）",
    "at_most": "请最多填 {digits} 位小数",
    "state_in": "请以 {unit} 填写",
}
