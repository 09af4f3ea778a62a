"""The words of answers by column, in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "bulk.note": "提示：{rows} 行按列批量判定；未决行列出的问题可能多于必要",
    "bulk.codes": "出现最多的管制编码：",
    "bulk.counted": "{count:>9}  {what}",
    "bulk.asked": "补充以下事实可解决最多的行：",
    "bulk.exact": "用 `cocket why FILE --row N` 可得到某一行最少需要的问题。",
}
