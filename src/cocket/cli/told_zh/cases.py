"""Faults of cases that are kept."""

from typing import Final

WORDS: Final = {
    "unknown": ("没有案件 {number!a}", "请核对编号"),
    "unknown_decision": ("没有决定 {number!a}", "请核对编号"),
    "strange_sign": ("{key}：{text!a} 含有不应有的字符", "请去掉该字符"),
    "strange_number": ("{key}：{text!a} 含有编号中不会有的字符", "请去掉该字符"),
    "strange_text": ("{key!a} 含有文字中不会有的字符 {sign!a}", "请去掉该字符"),
    "too_long": ("{key!a} 过长", "请最多写 {most} 个字符，更长的内容请作为附件"),
    "no_adviser": ("organisation：{organisation!a} 在此没有顾问", "请写明有顾问的单位：{known}"),
    "outcome": ("{outcome!a} 不是决定的结果", "可用的为：{known}"),
    "status": ("{status!a} 不是案件的状态", "可用的为：{known}"),
    "not_kept_here": ("{case} 所涉申请不在此处保存", "只有申请中写明的货物才能比较"),
    "condition_on_nothing": ("条件 {name!a} 针对 {on!a}，而该处未准予任何内容", "请取消该条件，或改为针对准予的内容"),
    "no_entry": ("法库中没有管制编码为 {code!a} 的条目", "请填写如“1C902.a.4”的编码；均不符合的请填“{none}”"),
    "changed": ("{number} 在您查看后已有变化：{events}", "请重新查看后再作决定"),
}
