"""Faults of clocks that are read in columns."""

from typing import Final

CORRECT: Final = "请更正该案件"

WORDS: Final = {
    "offsets_count": ("偏移量与中止记录对不上", "偏移量应比案件多一个，从 0 起，至中止记录的总数止"),
    "offsets_back": ("偏移量有倒退", "请按从小到大的顺序填写"),
    "ended_first": ("案件 {case} 的结束日早于开始日", CORRECT),
    "limit": ("案件 {case} 的期限小于 0", CORRECT),
    "stop_backwards": ("案件 {case} 有一次中止的结束日早于开始日", CORRECT),
}
