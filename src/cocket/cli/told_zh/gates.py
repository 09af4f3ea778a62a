"""Faults of declarations and of what is shown for them."""

from typing import Final

SHOW: Final = "请出示所要求的内容：{asked}"
MOST: Final = "编号最多 {most_signs} 个字符，报关单最多 {most_lines} 项"
ISSUED_BY: Final = "请写明由谁出具、载明什么"
KNOWN: Final = "可用的键为：{known}"

WORDS: Final = {
    "no_declaration": ("不是报关单", "请写一个含有 declaration、exporter 和 lines 列表的对象"),
    "several_numbers": ("含有 {count} 个编号", "请每份文档只写一份报关单、一个编号"),
    "not_utf8": ("第 {place} 个字节不是 UTF-8", "请另存为 UTF-8"),
    "line_no_object": ("第 {line} 项不是对象", "请为每项货物写一个对象"),
    "unknown_key": ("键“{key}”无法识别", "可用的键见 docs/gate.md；或请去掉它"),
    "declares_nothing": ("没有申报任何货物", "请为每项货物写一行"),
    "missing": ("没有填写", "请填写；报关单的每一项都须写明"),
    "not_for_declarants": ("不由申报人填写", "请去掉该列"),
    "long_number": ("有 {count} 个字符", MOST),
    "many_lines": ("有 {count} 项", MOST),
    "differs": ("“{one}”与第 {row} 行的“{other}”不一致", "同一报关单各行须一致；不同的请分作两份报关单"),
    "line_twice": ("项号 {line} 重复", "请为报关单的各项编号"),
    "no_quantity": ("{amount} 没有可申报的数量", "请填写大于零的数量"),
    "no_value": ("{money} 不是货值", "免费提供的货物也有价值，请按其实际价值填写"),
    "other_day": ("申报日期为 {day}，而此处今天是 {today}", "请在当日申报，或更正日期；并请核对口岸的时钟"),
    "changed": ("此前已申报，且内容不同：{differences}", "首次答复仍然有效；其他货物请以另一编号申报"),
    "unknown": ("该编号下没有申报", "请核对编号"),
    "not_waiting": ("答复为 {answer}", "无需再出示任何内容"),
    "event_empty": ("没有载明任何内容", ISSUED_BY),
    "event_of_nobody": ("没有写明由谁出具", ISSUED_BY),
    "no_paper": ("没有所依据的单证", "请给出载有该内容的文件"),
    "long_event": ("超过 {most} 个字符", "请缩短"),
    "no_kind": ("“{kind}”不是出示内容的种类", "请填写 {known} 之一"),
    "no_day": ("“{day}”不是日期", "请按 2026-06-16 这样填写日期"),
    "no_object": ("不是对象", "请写一个含有 {known} 的对象"),
    "event_key": ("键“{key}”无法识别", KNOWN),
    "event_key_missing": ("缺少键“{key}”", "请补上；可用的键为：{known}"),
    "no_line": ("没有第 {line} 项", "请写明报关单中的项号"),
    "not_held": ("该项并未暂不放行", "无需为其出示任何内容"),
    "not_yet": ("{day} 尚未到来", "请填写单证上的日期"),
    "no_laboratory": ("没有要求化验结果", SHOW),
    "not_asked": ("没有要求 {kind}", SHOW),
    "fact_not_asked": ("没有要求 {fact}", "请出示：{asked}"),
    "other_than_declared": (
        "{fact} 申报为 {declared}，而单证为 {shown}",
        "单证用于证明申报的内容；货物或用户不同的，请另行申报",
    ),
    "no_regime": ("“{regime}”不是管制制度", "请填写其一：{known}"),
    "no_outcome": ("{regime} 的结论不能是 {outcome}", "可以是：{possible}"),
}
