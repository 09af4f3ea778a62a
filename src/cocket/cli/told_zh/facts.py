"""Faults of stated facts."""

from typing import Final

CUSTOMS: Final = "海关商品编号为 4、6、8 或 10 位数字，例如 8505110000"

WORDS: Final = {
    "twice": ("{name} 的含量填写了两次", "请只保留一个"),
    "no_day": ("“{text}”不是日期", "请写作 2025-04-04"),
    "no_shares": ("“{text}”不是各元素的含量", "请写作 {{Nd: 29, Dy: 3}}"),
    "over_whole": ("{text} 超过全部", "请填写 0 至 1 之间的比例，或带百分号的百分数"),
    "yes_no": ("“{text}”既不是“是”也不是“否”", "请填写是或否"),
    "digits": ("“{text}”有 {count} 位数字", CUSTOMS),
    "customs": ("“{text}”不是海关商品编号", CUSTOMS),
    "content": ("含量应填在 composition 之下", "请写作 composition.{name}"),
    "control_code": ("“{text}”不是管制编码", "请写作 1C905.a.4"),
    "nothing": ("没有填写任何值", "请填写一个值；不清楚时请不要填写"),
    "unknown": ("不认识“{text}”", "请填写下列之一：{known}；不清楚时请不要填写"),
    "country": ("“{text}”不是国家代码", "请填写两个字母的 ISO 代码，例如 DE"),
    "no_name": ("名称是空的", "请填写主体名称，或不要填写此项"),
}
