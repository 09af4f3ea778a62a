"""The words of screening in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    # 筛查
    "screen.hit": "{name}：可能是 {listed}（{list}，{dated} 版，{id}）",
    "screen.score": "   得分 {score}，仅按名称 {name_score}；命中编号 {hit}",
    "screen.words": "   逐词对应：{words}",
    "screen.left": "   名单名称中未对应的词：{words}",
    "screen.qualifier.born": "出生日期",
    "screen.qualifier.country": "国家",
    "screen.qualifier.number": "号码",
    "screen.qualifier_same": "   {what}一致",
    "screen.qualifier_other": "   {what}不一致：得分降低，但不排除任何人",
    "screen.says": "   名单载明：{says}",
    "screen.since": "列入日期 {day}",
    "screen.cleared": "   已于 {day} 排除：{reason}",
    "screen.none": "{name}：未命中",
    "screen.stale": "名单 {name} 为 {dated} 版，应于 {until} 前更新；可能缺少某些主体",
    "screen.lists": "筛查所用名单：{lists}",
    "screen.list": "{name}，{dated} 版（{parties} 个主体）",
    "screen.counted": "{rows} 行，{parties} 个名称，{hits} 个命中，{cleared} 个已排除，{faults} 个未能筛查",
    "screen.no_columns": "没有任何一列写明主体。请将其中一列命名为 party、end user、importer、consignee 或 exporter。",
    "screen.what": "请给出 FILE 或 --name，二者只取其一。",
    "screen.building": "正在重新读取名单，需要数秒",
    "screen.changed.none": "没有任何名单存有更早的版本，无从比较",
    "screen.changed.against": "仅针对最新版本新增或变更的主体：{count} 个",
    "screen.clear.unknown": "其中没有命中 {hit}；请使用命中旁边的编号",
    "screen.clear.done": "{hit} 已排除，直至所查名称或名单条目变更",
    "screen.clear.because": "--clear 须同时用 --because 写明理由。",
    "screen.written": "命中结果已写入 {path}",
    "lists.added": "{name}：{dated} 版，{parties} 个主体；新增 {added}，变更 {changed}，删除 {removed}",
    "lists.same": "{name}：正是在用的文件，没有变化",
    "lists.none": "尚未导入名单；仅按法规库所列主体筛查",
    "lists.version": "{name}：{dated} 版，{parties} 个主体，格式 {form}，有效至 {until}{stale}",
    "lists.stale": "（已过期）",
    "lists.change.added": "+ {id} {name}",
    "lists.change.changed": "~ {id} {name}",
    "lists.change.removed": "- {id} {name}",
    "lists.one_version": "{name} 只有一个版本，无从比较",
    "help.screen": (
        "FILE 中的主体或某一名称是否在名单上？按法规库所列主体和全部已导入名单筛查。\n\n"
        "退出码：0 没有未排除的命中，2 输入有误，3 有命中须由人判断。"
    ),
    "help.screen.name": "筛查这一个名称。",
    "help.screen.country": "主体所在国家，与 --name 同用。",
    "help.screen.born": "出生年份或日期，与 --name 同用。",
    "help.screen.number": "证件或登记号码，与 --name 同用。",
    "help.screen.level": "名称可以相差多少：narrow 命中较少，询问也较少。",
    "help.screen.changed": "仅针对各名单最新版本新增或变更的主体。",
    "help.screen.clear": "排除这一命中，直至所查名称或名单条目变更。",
    "help.screen.because": "排除的理由。",
    "help.screen.out": "将命中结果写入此文件；扩展名决定格式（.csv、.xlsx、.parquet、.jsonl）。",
    "help.lists": "导入主体名单，查看其版本。",
    "help.lists.import": (
        "将 FILE 导入为名单的新版本：OFAC、美国 CSL、联合国、欧盟、英国，或自有 CSV。\n\n"
        "退出码：0 已导入或已在用，2 被拒绝；此时继续使用上一个完好的版本。"
    ),
    "help.lists.import.as": "名单的名称，例如 us-sdn。",
    "help.lists.import.aliases": "与 OFAC 的 SDN.CSV 配套的 ALT.CSV。",
    "help.lists.import.date": "文件未载明日期时名单的日期；不填即为今天。",
    "help.lists.import.stale": "版本超过多少天即提示过期。",
    "help.lists.import.shrink": "接受主体大量减少的版本。",
    "help.lists.show": "显示在用的名单。",
    "help.lists.changes": "显示名单最新版本新增、变更和删除的内容。",
}
