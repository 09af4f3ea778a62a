"""Faults of files as they are written."""

from typing import Final

WORDS: Final = {
    "unknown_key": ("键“{key}”无法识别", "此处可用的键：{known}"),
    "no_key": ("缺少“{key}”", "请在此处加上“{key}:”"),
    "no_mapping": ("此处应为键值对", "请按“key: value”逐行书写"),
    "key_twice": ("键“{key}”重复", "请只保留一个"),
    "no_list": ("此处应为列表", "请逐行写“- item”，或写成 [a, b]"),
    "no_text": ("此处应为文字", "请填写文字，不要留空"),
    "not_quoted": ("{value} 没有加引号", '请写作 "{value}"'),
    "empty_list": ("列表是空的", "请至少写一项，或去掉该键"),
    "no_day": ("“{value}”不是日期", '请写作 "2025-04-04"'),
    "no_truth": ("“{value}”既不是 true 也不是 false", "请填写 true 或 false"),
    "no_shape": ("“{value}”不是{what}", '请写作 "{example}"'),
    "unread": ("无法读取：{error}", "请检查名称和所在文件夹"),
    "not_utf8": ("第 {at} 个字节不是 UTF-8", "请另存为 UTF-8"),
    "no_yaml": ("无法读作 YAML：{error}", "请检查本行的缩进、引号和括号"),
    "control": ("无法读作 YAML：{error}", "请去掉控制字符"),
    "empty": ("文件是空的", "请以其格式中的键开头，例如 instrument: 或 number:"),
    "anchor": ("锚点在别处被引用", "请在两处都写出该值"),
}
