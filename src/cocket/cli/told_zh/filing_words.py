"""Pieces of faults of applications that are kept."""

from typing import Final

WORDS: Final = {
    "document": "文件 {digest} ",
    "change": "{key}：{before} → {after}",
    "not_there": "没有",
    "gone": "已删去",
    "no_change": "没有差别",
    "more": "{changes}，另有 {count} 处",
}
