"""What an id is of."""

from typing import Final

WORDS: Final = {
    "declaration": "报关单编号",
    "line": "许可证行",
    "request": "请求",
    "reservation": "预留",
    "target": "预留或核销",
}
