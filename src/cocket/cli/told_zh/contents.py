"""Faults of a composition stated in columns and in a text."""

from typing import Final

WORDS: Final = {
    "twice_told": ("成分中已写有 {name}", "请只填一次"),
    "no_statement": ("“{part}”不是名称加含量", "请写作：Nd 29; Dy 3; Fe 66; B 1"),
    "given_twice": ("{name} 填写了两次", "请只填一次"),
}
