"""Faults of filled forms."""

from typing import Final

ANEW: Final = "请填写一份新的表单，或用 cocket ask 重新生成"
PAGE: Final = "请打开网页填写，并提交其按钮所存的 .json 文件"
SIDE_BY_SIDE: Final = "请将物质与含量并排填写；含量可填“余量”或“不知道”"
WHEN: Final = "请填写作出答复的日期"

WORDS: Final = {
    "is_the_form": ("这是表单本身，不是答复", PAGE),
    "ending": ("扩展名“{ending}”不是表单的扩展名", "请提交已填写的工作簿（.xlsx）或网页所存的答复（.json）"),
    "not_utf8": ("第 {at} 个字节不是 UTF-8", PAGE),
    "answers_version": ("答复的版本为 {version}", PAGE),
    "no_answers": ("文件中没有对表单的答复", PAGE),
    "no_questions": ("文件中没有 Cocket 的问题", ANEW),
    "no_questions_in_workbook": ("工作簿中没有 Cocket 的问题", ANEW),
    "version": (
        "表单的版本为 {version}，此处读取 {known}",
        "请用该版本的 Cocket 读取，或用本版本重新询问",
    ),
    "questions_cut": ("随附的问题已损坏", ANEW),
    "questions_damaged": ("随附的问题已损坏（{error}）", ANEW),
    "questions_changed": ("随附的问题已被改动", ANEW),
    "texts_damaged": ("随附的文字已损坏", ANEW),
    "no_sheet": ("没有名为 {first} 或 {second} 的工作表", "请将问题所在的工作表改回原名"),
    "no_such_question": ("表单没有这个问题", ANEW),
    "not_both": ("物质须与其含量同列", ANEW),
    "not_in_place": ("没有一个问题在原来的位置", "请勿移动行和列；" + ANEW),
    "row_gone": ("问题 {number} 所在的行不见了", ANEW),
    "twice": ("问题 {number} 出现两次", "请删除多出的行"),
    "merged": ("合并单元格 {cells} 以一个值代表多个单元格", "请取消合并，将每项答复填入各自的单元格"),
    "stray": ("“{text}”不是对任何问题的答复", "请填入黄色单元格；与问题无关的请填在“备注”中"),
    "nothing": ("没有任何答复", "请至少答复一个问题，可填“不知道”"),
    "not_answered": ("问题 {number} 未答复", "请写明何人于何日答复"),
    "kind": ("填的是 {kind}", "请填写文字或数值"),
    "choice": ("“{text}”不在选项之中", "请从列表中选择，或填“不知道”"),
    "country": ("“{text}”不是已知的国家或地区", "请填写 ISO 代码（例如 CN）、名称，或“不知道”"),
    "ends_before": ("{until} 早于答复日期", "请填写更晚的日期"),
    "future": ("{day} 是将来的日期", WHEN),
    "before_form": ("{day} 早于制表日期 {made_on}", WHEN),
    "no_substance": ("有含量而没有物质", SIDE_BY_SIDE),
    "no_share": ("{name} 没有含量", SIDE_BY_SIDE),
    "given_twice": ("{name} 填写了两次", "请只填一次"),
    "none_named": ("上方没有填写任何物质", "请写出每种物质，或填“不知道”"),
}
