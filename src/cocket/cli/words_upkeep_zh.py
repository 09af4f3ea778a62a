"""The words of the commands that keep the law current, in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    # what to read again
    "check.past_looked": (
        "部分答复的日期晚于 {looked}，即最早一次核查法律变化之日；可能缺少较新的公告，见 cocket law stale"
    ),
    "stale.heading": "{id}：核查至 {day}，已过 {days} 天；{standing}",
    "stale.begins": "{day} 起施行，此后尚未核查",
    "stale.ends": "暂停实施于 {until} 期满（{by}）",
    "stale.ended": "此后有暂停实施期满：{until}（{by}）",
    "stale.pending": "已宣布，尚非法律：{name}",
    "stale.rests": "以其为据的：{parts}",
    "stale.unverified": "未核实之处：{count} 项",
    "stale.count": "{total} 个文件中有 {count} 个未核查至 {day}。",
    "stale.none": "全部 {total} 个文件均已核查至 {day}。",
    "stale.lawbook": "新公告查至 {day}；此后公布的不在法库中。",
    "help.law.stale": (
        "列出须重新核查的内容：后续变化未查至今日的文件，以及为何要紧。\n\n退出码：0 无须核查，1 有须核查的。"
    ),
    "help.law.stale.on": "以此日代替今日。",
}
