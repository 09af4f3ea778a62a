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
    # pages about the law
    "law.show.over_time": "各时段的状态",
    "law.show.made_under": "依据 {names}",
    "law.show.read_official": "所读文本：{basis}",
    "law.show.read_elsewhere": "所读文本：{basis}；未打开正式文本",
    "law.show.examples": "示例，逐一经过检验",
    "law.show.other_examples": "未涉及其编码的示例，逐一经过检验",
    "law.show.example.on": "{on}：",
    "law.show.example.known": "{on}（按 {known} 所知）：",
    "law.show.example.no_code": "无编码",
    "law.show.listed": "适用于全部列管物项、因而也适用于此的规则",
    "law.show.binds_here": "列入{list}",
    "law.show.binds_abroad": "列入{list}；在境外转移中国原产物项者亦受约束",
    "law.show.index.title": "本法库所收法律",
    "law.show.index.checked": "新公告查至 {checked}。各页载明该文件核查至何日，以及何处未核实。",
    "law.show.index.standing": "文件的状态为 {day} 的状态，按当日所知。",
    "law.show.index.instruments": "按公布日期排列的文件",
    "law.show.index.headings": "按编码大类排列的管制编码",
    "law.show.index.codes": "{count} 个编码",
    "law.show.index.by_number": "按编号排列的管制编码",
    "list.control_list": "管控名单",
    "list.watch_list": "关注名单",
    "list.unreliable_entity_list": "不可靠实体清单",
    "act.carry": "承接下列文件的条目：",
    "law.pages.done": "{folder} 共 {count} 页：写入 {written} 页，删除 {removed} 页",
    "help.law.pages": "将法律写成 Markdown：索引、每个文件一页、每个编码大类一页。同一法库产生同样的页面。",
    "help.law.pages.out": "写入的文件夹，如 docs/law；先前生成而不再存在的页面会被删除。",
}
