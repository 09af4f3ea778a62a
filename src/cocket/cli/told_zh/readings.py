"""Faults of single words of a line."""

from typing import Final

WORDS: Final = {
    "word": ("“{text}”不是 {fact} 的已知取值", "请填写下列之一：{known}；不知道时请留空"),
    "country": ("“{text}”不是已知的国家或地区", "请填写 ISO 代码（例如 DE）或名称"),
}
