"""The words of ``cocket clock`` in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "clock.head": "日历：{title}，摘要值 {digest}",
    "clock.used": "{start} 至 {until} 共 {count} 个工作日（首日计入，末日不计）。",
    "clock.deadline": "自 {start} 起 {days} 个工作日：最后期限为 {deadline}。",
    "clock.open": "自 {start} 起 {days} 个工作日：中止尚未结束，最后期限未定。",
    "clock.stop": "不计入：{since} 至 {until}（{reason}）。",
    "clock.stop.open": "尚无结束日",
    "clock.provisional": "暂定：{settled} 之后的日期尚未确定。",
    "clock.columns": "日期||说明",
    "clock.worked": "调休上班",
    "clock.weekdays": "周一 周二 周三 周四 周五 周六 周日",
    "clock.what": "既未给出工作日数，也未给出截止日",
    "clock.what.remedy": "请加 --days 45 或 --until 日期，或两者都加",
    "clock.stop.no_dots": "不是一对日期",
    "clock.stop.remedy": "请写作 --stop 2026-03-10..2026-03-17 原因；尚未结束的写作 2026-03-10..",
    "help.clock": (
        "按放假日历计算工作日和最后期限。\n\n首日计入，末日不计；中止期间不计，重叠的中止只计一次。\n\n"
        "退出码：0 已答复，2 输入无法使用。"
    ),
    "help.clock.from": "受理之日。",
    "help.clock.days": "求这么多个工作日的最后期限。",
    "help.clock.until": "计算至此日已用的工作日。",
    "help.clock.calendar": "采用的放假日历：cn、gb-eng、de 或 us-federal。",
    "help.clock.stop": "不计入的期间及原因；可多次给出。",
}
