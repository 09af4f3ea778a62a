"""Faults of calendars and of the events of a case."""

from typing import Final

IN_ORDER: Final = "请按先后填写日期"
ADD_YEAR: Final = "请将该年连同来源补入 lawbook/calendars/{name}.yaml"

WORDS: Final = {
    "no_calendar": ("没有日历“{name}”", "请选择其一：{known}"),
    "no_day": ("日历 {name} 的范围为 {first} 至 {last}，不含 {day}", ADD_YEAR),
    "too_far": ("日历 {name} 的范围为 {first} 至 {last}，不含此后这么远的日期", ADD_YEAR),
    "end_first": ("结束日（{end}）早于开始日（{start}）", "请先写较早的日期"),
    "no_clock": ("法库中没有期限 {where}", "请指明 clock 类的条款，或免除期限的条款"),
    "not_in_force": ("{where} 在 {day} 未施行", "请选择受理当日施行的条款"),
    "no_working_days": ("{where} 不是以工作日计的期限", "请指明以工作日计的期限"),
    "limit": ("期限为 {days} 天", "请填写不小于 0 的天数；法律未规定期限的请不填"),
    "stop_backwards": ("中止“{reason}”的结束日（{until}）早于开始日（{since}）", IN_ORDER),
    "case_backwards": ("案件的结束日（{ended}）早于开始日（{started}）", IN_ORDER),
    "no_zone": ("“{kind}”的时间（{at}）没有时区", "请写明时差"),
    "not_accepted": ("案件从未受理", "期限自 started 事件起算"),
    "before_acceptance": ("{day} 的“{kind}”早于案件受理", "请按先后排列事件"),
    "after_end": ("{day} 有“{kind}”，而案件已于 {ended} 办结", "请先重新开启案件"),
    "stop_twice": ("中止“{reason}”重复开始（{day}）", "请先结束前一次中止"),
    "not_ended": ("{day} 重新开启，而案件尚未办结", "请去掉该事件"),
    "never_began": ("中止“{reason}”于 {day} 结束，但从未开始", "请补上其开始的事件"),
}
