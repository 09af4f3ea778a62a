"""Faults of what is to be granted."""

from typing import Final

ITEM: Final = "请求 {request} 的物项 {item}"
FORM: Final = "请逐行写明请求、物项和数量，例如“1”“2/3”或“2/3: 40 kg”"

WORDS: Final = {
    "prohibited": (ITEM + "被 {regimes} 禁止出口", "许可不能解除禁令：请不要准予该物项，或不予许可"),
    "needs_none": (ITEM + "无需 {regime} 许可：{outcome}", "请不要将其列入准予范围"),
    "single_only": (ITEM + "只能以单项许可准予", "请不要将其列入准予范围"),
    "no_code": (
        ITEM + "未写明管制编码，而法律给出的编码为：{codes}",
        "请要求申请人写明管制编码；没有编码尚不能发证",
    ),
    "nothing_granted": ("未写明准予的内容", FORM),
    "twice": ("请求 {request} 重复准予", FORM),
    "no_line": ("{line!a} 不是准予内容的写法", FORM),
    "no_request": ("没有请求 {request}", "请求编号为 1 至 {last}"),
    "not_asked": ("请求 {request} 没有申请物项 {item}", "其申请的物项为：{asked}"),
    "other_kind": ("{given} 与所申请的 {limit} 种类不同", "请按 {limit} 的单位填写"),
    "too_much": ("申请 {limit}，不能准予 {given}", "请填写大于零、且不超过所申请的数值"),
    "no_place": ("{text!a} 不是申请中的请求", "请填写“2”指请求 2，“2/3”指其物项 3，或留空"),
}
