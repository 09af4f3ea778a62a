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
    "screen.listing": "{list}，{state}",
    "state.not in force": "当日不适用",
    "screen.cleared": "   已于 {day} 排除：{reason}",
    "screen.none": "{name}：未命中",
    "screen.stale": "名单 {name} 为 {dated} 版，应于 {until} 前更新；可能缺少某些主体",
    "screen.lists": "筛查所用名单：{lists}",
    "screen.list": "{name}，{dated} 版（{parties} 个主体）",
    "screen.counted": "{rows} 行，{parties} 个名称，{hits} 个命中，{cleared} 个已排除，{faults} 个未能筛查",
    "screen.no_columns": "没有任何一列写明主体。请将其中一列命名为 party、end user、importer、consignee 或 exporter。",
    "screen.what": "请给出 FILE、--name 或 --ownership；FILE 与 --name 不可同用。",
    "screen.building": "正在重新读取名单，需要数秒",
    "screen.changed.none": (
        "未作任何筛查：此前没有筛查过，也没有任何名单存有更早的版本，无从比较。请先不加 --changed 筛查一次"
    ),
    "screen.changed.against": (
        "此前未按此级别筛查过：仅对照名单最新版本新增或变更的主体（{now} 个）和删除或变更的主体（{gone} 个）。"
        "其余主体请不加 --changed 筛查一次"
    ),
    "screen.changed.since": (
        "自上次筛查此文件以来：名单新增或变更 {now} 个主体，删除或变更 {gone} 个；新增或变更的行按全部名单筛查"
    ),
    "screen.ended_row": "命中终止：{name} 曾与 {listed} 相似（{list}，{id}）；已没有任何行写有该名称",
    "screen.ended_list": "命中终止：{name} 曾与 {listed} 相似（{list}，{id}）；该条目已删除或已变更",
    "screen.clear.unknown": "其中没有命中 {hit}；请使用命中旁边的编号",
    "screen.clear.done": "{hit} 已排除，直至所查名称或名单条目变更",
    "screen.clear.because": "--clear 须同时用 --because 写明理由。",
    "screen.written": "命中结果已写入 {path}",
    "screen.no_name.too_long": "名称超过 {most} 个字符，不可能是名称",
    "screen.no_name.no_letter": "名称中没有字母或数字",
    "check.hit": "命中：{column}可能是 {listed}（{list}）",
    "check.more_hits": "另有 {count} 个命中",
    "check.not_screened": "{column}未能筛查：{why}",
    "check.held": "{answer} + 命中",
    "check.weak_hit": "   相似程度较低，不阻止该行放行",
    "party.party": "主体",
    "party.exporter": "出口商",
    "party.importer": "进口商",
    "party.consignee": "收货人",
    "party.end_user": "最终用户",
    "party.end_user_parent": "最终用户的控股方",
    "party.supplier": "供应商",
    "summary.held": "{count} 行：无论法律结论如何，须先由人核对主体",
    "summary.weak": "{count} 行：主体仅有较低相似，不阻止放行（见 weak_hits 列）",
    "held.certain": "{name}：由 {lists} 所列主体持股 {share}",
    "held.possible": "{name}：可能由 {lists} 所列主体持股 {share}；是否达到比例无从判断",
    "held.path": "   路径：{path}",
    "held.hit": "{name} 可能是 {listed}（{list}），命中编号 {hit}",
    "held.standing.in_force": "该名单当日及于如此被持股的企业",
    "held.standing.suspended": "相应规则当日处于暂停状态",
    "held.standing.unresolved": "资料未说明该规则当日是否适用",
    "held.standing.not_said": "该名单的法律未规定是否及于如此被持股的企业",
    "held.standing.not_written": "法规库不知该名单是否及于如此被持股的企业；此处按半数计",
    "held.rule": "规则",
    "held.says": "内容",
    "held.question": "未决",
    "held.unverified": "未核实",
    "lists.added": "{name}：{dated} 版，{parties} 个主体；新增 {added}，变更 {changed}，删除 {removed}",
    "lists.unknown": "没有导入名为 {name!r} 的名单",
    "lists.known": "请使用其中之一：{known}",
    "lists.same": "{name}：正是在用的文件，没有变化",
    "lists.renewed": "{name}：正是在用的文件；现按 {dated} 计，有效至 {until}",
    "lists.no_day": "文件未写明日期；未给 --date 时按今天计，不论其实际新旧",
    "lists.no_aliases": "未给 --aliases，只能按首个名称查到主体；请一并提供 OFAC 的 ALT.CSV",
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
    "help.screen.changed": "仅筛查自上次筛查 FILE 以来可能变化的内容：变更的名单、变更的行，以及终止的命中。",
    "help.screen.clear": "排除这一命中，直至所查名称或名单条目变更。",
    "help.screen.because": "排除的理由。",
    "help.screen.out": "将命中结果写入此文件；格式由扩展名 .csv .xlsx .parquet .jsonl 决定。",
    "help.check.level": "名称与名单主体须相似到何种程度才阻止该行：wide 阻止较多，narrow 较少。",
    "help.screen.ownership": (
        "持股情况，各列为 owner owned share from until 的 CSV：同时告知由名单主体持股的企业。"
        "不给出 FILE 和 --name 时，筛查其中所有企业。"
    ),
    "help.screen.on": "以该日的持股和规则为准，与 --ownership 同用。",
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
