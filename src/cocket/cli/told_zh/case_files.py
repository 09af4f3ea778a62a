"""Faults of files of worked cases."""

from typing import Final

EXAMPLES: Final = "写法请参见示例文件"

WORDS: Final = {
    "no_cases": ("文件中没有案例列表", "请在键 cases 下写一个列表，每例含 id、facts、expected"),
    "not_read": ("无法读取文件：{error}", "请检查名称和所在文件夹"),
    "not_utf8": ("第 {at} 个字节不是 UTF-8", "请将文件另存为 UTF-8"),
    "no_yaml": ("不是 YAML：{error}", "请注意缩进，含有 : 或 # 的文字请加引号"),
    "no_text": ("不是 YAML：{error}", "请另存为 UTF-8 文本"),
    "no_mapping": ("案例须是含 id、facts 和 expected 的映射", EXAMPLES),
    "missing": ("案例没有“{key}”", "请补上“{key}: ...”"),
    "no_facts": ("facts 不是由事实到取值的映射", EXAMPLES),
    "no_day": ("known 不是日历中的日期：“{value}”", "请写作 2025-04-04"),
}
