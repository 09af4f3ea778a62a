"""Faults of ids and of the terms of a licence line."""

from typing import Final

DAYS: Final = "请先写开始日"

WORDS: Final = {
    "sign": ("{what} {id!r} 含有 {sign}", "请只用拉丁字母、数字和 ._:/#@+()[]-"),
    "no_id": ("{what} {id!r} 不成编号", "请写 1 至 {most} 个字符，首个为字母或数字"),
    "line_backwards": ("该行至 {last} 为止，早于开始日", DAYS),
    "no_currency": ("“{currency}”不是 ISO 货币代码", "请填写三个字母，例如 CNY"),
    "value_alone": ("该行限定了金额而没有写明货币", "请写明限额的货币"),
    "many_periods": ("该行有 {count} 个期间", "最多 {most} 个"),
    "no_limit": ("限额 {limit} 无从支取", "请填写大于零的限额，或不填"),
    "no_tolerance": ("限额 {limit} 与溢短装 {tolerance} 不能成立", "请核对数值"),
    "tolerance_alone": ("没有限额的溢短装没有意义", "请同时写明限额"),
    "gap": ("一个期间自 {first} 开始，而前一个至 {last} 为止", "期间须逐日相接"),
    "period_backwards": ("期间至 {last} 为止，早于开始日", DAYS),
}
