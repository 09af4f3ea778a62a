"""Places in files of worked cases."""

from typing import Final

WORDS: Final = {
    "case": "{file}，案例 {case}",
    "place": "{file}，第 {line} 行第 {column} 列",
    "twice": "键“{key}”出现两次",
    "unreadable": "无法读取",
}
