"""Faults of single cells, days and JSON."""

from typing import Final

AS_TEXT: Final = "请将该列设为文本格式，重新填写完整的编码"
DAY: Final = "请按 年-月-日 填写，例如 2025-04-30"
FIGURE: Final = "请填写数值，并将单元格设为数值格式"
TWO_DAYS: Final = (
    "“{text}”可能是 {one.year} 年 {one.month} 月 {one.day} 日，也可能是 {other.year} 年 {other.month} 月 {other.day} 日"
)

WORDS: Final = {
    "figure": ("{number} 不是可用的数值", "请核对数值及其指数"),
    "truth": ("填的是 {word}，不是文字", "请填写文字"),
    "date_for_text": (
        "填的是日期 {day:%Y-%m-%d}，不是文字",
        "请将单元格设为文本格式后重新填写；电子表格会把 3-4 之类的编码变成日期",
    ),
    "no_text": ("填的是列表或对象，不是文字", "请填写一段文字"),
    "lost_zeros": ("{number} 存成了数字，末尾的零已丢失", AS_TEXT),
    "rounded_code": ("编码“{text}”已被电子表格变成约数", AS_TEXT),
    "date_for_figure": ("填的是日期 {day:%Y-%m-%d}，不是数值", FIGURE),
    "no_figure": ("填的不是数值", FIGURE),
    "other_unit": ("“{text}”的单位为 {own}，而表头注明 {unit}", "请只填数值不写单位，或去掉表头中的单位"),
    "no_composition": (
        "填的不是成分",
        '请写作 "Nd 29; Dy 3 %; Fe 66; B 1" 或 {{"Nd": 29, "Dy": 3}}',
    ),
    "yes_no": ("“{value}”既不是“是”也不是“否”", "请填写“是”或“否”（yes、no），不知道时请留空"),
    "no_list": ("填的不是一组词语", "请写作：Nd; Fe; B; Dy"),
    "mixed_list": ("列表中并非全是文字", '请写作 ["Nd", "Fe", "B", "Dy"]'),
    "unit_in_header": ("{counted}“{one}”与“{figure}”表头中的“{other}”不一致", "请只在一处写明{counted}"),
    "unit_beside": ("{counted}“{one}”与“{figure}”数值旁的“{other}”不一致", "请只在一处写明{counted}"),
    "time": ("填的是时刻或时长", "请将单元格设为文本格式后重新填写"),
    "too_many_digits": (
        "填的数字超过 {digits} 位，电子表格会丢失末尾几位",
        "请将单元格设为文本格式，重新填写全部数字",
    ),
    "too_small": ("填的数字过小", "请核对数值"),
    "not_calculated": ("公式从未计算过", "请用电子表格软件打开并保存工作簿，或直接填写数值"),
    "error": ("显示错误 {error}", "请更正公式，或直接填写数值"),
    "infinite": ("填的是无穷大", "请填写数值，不知道时请留空"),
    "bytes": ("存的字节不是文本", "请将该列存为文本（UTF-8）"),
    "stored_time": ("存的是时刻或时长", "请将该列存为文本、日期或数值"),
    "no_day": ("{value!r} 不是日期", DAY),
    "text_no_day": ("“{text}”不是日期", DAY),
    "time_zone": ("{moment} 是中国时区以外的时间，日期可能不同", DAY),
    "text_time_zone": ("“{text}”是中国时区以外的时间，日期可能不同", DAY),
    "short_year": ("“{text}”的年份只有两位，可能是不同的日期", DAY),
    "bare_number": ("“{text}”只是数字，可能是电子表格中未设为日期格式的日期", DAY),
    "no_such_day": ("“{text}”这一日期不存在", DAY),
    "two_days": (
        TWO_DAYS,
        DAY,
    ),
    "far_year": ("“{text}”不在 {first} 年至 {last} 年之间", DAY),
    "not_json": (
        "不是 JSON：第 {at} 个字符处 {problem}",
        "请更正该行；文字、键和日期须加双引号",
    ),
    "nested": ("JSON 嵌套过深", "请每行写一个不嵌套的 JSON 对象"),
    "long_figure": ("数字过长，不可能是数值", "编号等长数字请写成文本"),
    "key_twice": ("同一对象中键“{key}”出现两次", "请只保留一个"),
    "no_value": ("{name} 不是 JSON 的值", "不知道该值时请不要写这个键"),
    "half_character": ("有 \\ud800 至 \\udfff 的转义，只是半个字符", "请直接用 UTF-8 写出字符"),
    "key_twice_dotted": ("“{key}”写了两次，一次嵌套、一次带点", "请只保留一个"),
    "line_not_utf8": ("该行第 {at} 个字节（0x{byte:02X}）不是 UTF-8", "请将文件另存为 UTF-8"),
    "no_object": ("该行没有 JSON 对象", '请每行写一个 JSON 对象：{{"line": "1", "description": "..."}}'),
}
