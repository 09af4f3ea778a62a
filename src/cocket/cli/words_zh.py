"""The words of the command in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "joint": "、",
    # answers
    "outcome.NOT_CONTROLLED": "不受管制",
    "outcome.NOT_REQUIRED_SUSPENDED": "不需许可（管制暂停实施）",
    "outcome.NO_LICENCE_REPORT": "免许可，须报告",
    "outcome.VOUCHER": "须登记凭证",
    "outcome.CATCH_ALL_LICENCE": "需要许可（全面管制）",
    "outcome.LICENCE_REQUIRED": "需要许可",
    "outcome.LICENCE_REQUIRED_SINGLE_ONLY": "仅可申请单项许可",
    "outcome.CASE_BY_CASE": "需要许可，逐案审批",
    "outcome.PRESUMPTIVE_DENIAL": "原则上不予许可",
    "outcome.PROHIBITED": "禁止",
    "outcome.NEEDS_FACTS": "事实不足",
    "outcome.UNRESOLVED": "法律状态未定",
    "outcome.CONSULT": "须由人判断",
    "outcome.BAD_INPUT": "输入有误",
    "warning.hs_mismatch": "海关编码与货物不符",
    "warning.family_contradicts_composition": "磁体材料系列与成分不符",
    # the table and what stands below it
    "column.row": "行",
    "column.line": "项号",
    "column.goods": "货物",
    "column.destination": "目的地",
    "column.day": "日期",
    "column.answer": "答复",
    "column.codes": "管制编码",
    "column.note": "须询问",
    "column.codes_note": "编码、须询问",
    "check.ask": "须问：{facts}",
    "check.pending": "已宣布，尚非法律：{name}",
    "check.note": "提示：{note}",
    "check.ignored": "列“{column}”可以识别，但此处法律均不涉及，不影响答复",
    "check.faults_left": "另有 {count} 行有误；结果的 problem 列逐一说明",
    "check.progress": "正在检查",
    "check.written": "结果已写入 {path}",
    "summary.count": "{count:>6}  {answer}（{name}）",
    "summary.strictest": "最严格的答复：{answer}（{name}）",
    "summary.ask": "须询问的事项，能解决最多行的排在最前：",
    "summary.more": "另有 {count} 个问题，见结果的 ask 列",
    "summary.not_considered": "未予考虑：{names}。",
    # help
    "help.cocket": "这些货物能否运出中国，凭何种许可，依据何在？",
    "help.law": "查看法律，或检验法律。",
    "help.proof": "核验证明：答复是否出自法律。",
    "help.check": (
        "逐行答复货物清单（.csv、.xlsx、.parquet、.jsonl）。\n\n"
        "退出码：0 全部不受管制，1 有许可要求或禁止，2 输入有误，3 尚有未决。"
    ),
    "help.check.out": "将结果写入此文件；格式由文件名后缀决定（.csv、.xlsx、.parquet、.jsonl）。",
    "help.check.format": "结果的形式：供人阅读的表格（table），或含全部列的 csv、jsonl。",
    "help.check.sheet": "工作簿有多个工作表时，指定其一。",
    "help.--known": "按此日所知作答。",
    "help.today": "今天",
    "help.--lang": "答复所用语言。",
    "help.--json": "每行一个 JSON 对象。",
}
