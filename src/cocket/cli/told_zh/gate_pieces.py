"""Pieces of faults of declarations."""

from typing import Final

WORDS: Final = {
    "declaration": "报关单 {number}",
    "line": "第 {line} 项",
    "event": "出示的内容",
    "event_kind": "出示的内容（{kind}）",
    "difference": "{name}：首次为 {was}，现为 {now}",
    "nothing": "无",
    "release": "放行",
    "refuse": "不予放行",
    "asked": "{kind}（{asks}）",
}
