"""Where a fault of a bill of materials is told at a line of the list."""

from typing import Final

WORDS: Final = {"in_file": "物料清单 {where}：{fault}"}
