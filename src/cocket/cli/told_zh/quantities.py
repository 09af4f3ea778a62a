"""Faults of figures, amounts, substances and compositions."""

from typing import Final

FORMS: Final = "请填写数值，例如 3、“<0.05”、“>=99.9”、“0.1-0.3”或“3±0.2”"
CHECK: Final = "请核对数值及其单位"
NOT_BELOW_ZERO: Final = "请填写不小于零的数值"
ONCE: Final = "请只填一次"

WORDS: Final = {
    "missing": ("没有数值", FORMS),
    "no_figure": ("“{text}”不是数值", FORMS),
    "unreadable": ("“{text}”不能读作数值", FORMS),
    "over_whole": ("“{text}”超过 100 %", CHECK),
    "too_large": ("“{text}”过大", CHECK),
    "below_zero": ("“{text}”小于零", NOT_BELOW_ZERO),
    "unit_of_share": ("此处不认识“{text}”中的单位“{unit}”", "请使用下列之一：{known}，均按质量计"),
    "unit_of_number": ("此处不认识“{text}”中的单位“{unit}”", "请只填数值，按所问的单位"),
    "backwards": ("范围“{text}”首尾颠倒", "请先写较小的数值"),
    "not_measured": ("“{text}”没有给出数值", "请填写检出限，例如“<0.01”；确知不含时填 0"),
    "remainder": ("“{text}”没有给出数值", "请不填数值，将该元素写入含有元素"),
    "too_long": ("“{text}”过长，不是数值", "请只填数值"),
    "separators": ("“{text}”中的分隔符有两种读法", "请不写千位分隔符，用小数点，例如 1234.5"),
    "truth": ("“{text}”不是数值", "请填写数字"),
    "not_finite": ("“{text}”不是数值", "不知道时请不填"),
    "far_outside": ("“{text}”远超贸易中的任何数值", "请核对指数"),
    "amount_missing": ("没有数值", "请只填数值，例如 1.5"),
    "amount_unreadable": ("“{text}”不能读作数值", "请只填数值，例如 1.5"),
    "too_fine": ("“{text}”细于 {unit} 的最小单位", "请最多填 {digits} 位小数"),
    "no_whole": ("“{text}” {unit} 不是 {smallest} 的整数", "请以 {plain} 填写"),
    "finer_than_coin": ("“{text}”细于 {currency} 的最小币值", "请最多填 {digits} 位小数"),
    "other_kind": ("{amount} 不能折算为 {unit}：两者不能互推", "请以 {unit} 填写数量"),
    "endless": ("{amount} 折算为 {unit} 时除不尽", "请保留以 {own} 计的数量"),
    "unit": ("此处不认识单位“{text}”", "请使用下列之一：{known}"),
    "currency": ("“{text}”不是 ISO 货币代码", "请填写三个字母的代码，例如 CNY 或 USD"),
    "currency_near": ("“{text}”不是 ISO 货币代码", "是否指 {near}？"),
    "rate_into_itself": ("{currency} 无须折算为自身", "请写明两种货币"),
    "rate_not_positive": ("汇率不可能是 {price}", "请填写大于零的数值"),
    "rate_backwards": ("汇率至 {last} 为止，早于开始日", "请先写开始日"),
    "rate_without_source": ("汇率没有注明来源", "请写明由谁公布"),
    "no_rate": ("“{text}”不是汇率", "请写作 7.1234"),
    "other_currency": ("{money} 不能按 {currency} 的汇率折算", "请存入该货币的汇率"),
    "other_day": (
        "{currency} 折算为 {into} 的汇率适用于 {first} 至 {last}，不适用于 {day}",
        "请存入当日的汇率",
    ),
    "money_too_large": ("{money} 折算为 {currency} 后过大", "请核对数值和汇率"),
    "no_element": ("“{text}”不是元素符号", "请填写元素符号，例如 Dy"),
    "element_near": ("“{text}”不是元素符号", "是否指“{element.symbol}”（{element.name_zh}）？"),
    "no_substance": ("“{text}”既不是元素也不是化学式", "是否指“{likely}”？"),
    "two_numbers": ("“{text}”的两个数字之间有空格", "请用“·”连接各部分，或去掉空格"),
    "point": (
        "“{text}”中的点可能是连接号，也可能是小数点",
        "请用“·”连接各部分；小数请写两位，例如 {decimal}0",
    ),
    "bracket": ("“{text}”中的括号没有闭合", "请补上或去掉括号"),
    "no_atom": ("“{text}”有一部分不含元素", "请填写化学式，例如 Dy2O3"),
    "atoms": ("“{text}”在一处有 {count} 个原子", "请核对数字"),
    "formula_mix": (
        "“{text}”在“{at}”处不能读作化学式",
        "同一位置的多种元素没有固定比例，请分别填写各元素的含量",
    ),
    "formula_symbol": (
        "“{text}”在“{at}”处不能读作化学式",
        "元素符号以大写字母开头；原子数不定的无法计算",
    ),
    "formula": (
        "“{text}”在“{at}”处不能读作化学式",
        "请填写化学式，例如 Dy2O3、(NH4)2SO4 或 CaCl2·2H2O",
    ),
    "sum": ("“{text}”是多种元素的合计", "请分别填写各元素的含量"),
    "element_or_compound": (
        "“{text}”可能是{element.name_zh}，也可能是化合物",
        "指{element.name_zh}请写 {element.symbol}，指化合物请写 {compound}",
    ),
    "alloy": (
        "“{text}”是合金或混合物的名称，没有说明比例",
        "请分别填写各元素的含量；确指化合物时请写明原子数，例如 {metal}1",
    ),
    "same_substance": ("{one} 和 {other} 是同一种物质", ONCE),
    "key_no_text": ("“{text}”不是文字", '元素符号请加引号："No"'),
    "one_text": ("“{text}”是一段文字", "请写成元素的列表，例如 [Dy, Tb]"),
    "named_no_element": ("含有元素中的“{text}”不是元素", "请写元素，例如 Dy"),
    "named_and_absent": ("{symbol} 列为含有，含量却填 0", "请填写其含量或检出限，或从含有元素中删去"),
    "more_in_compound": (
        "{key} 填为 {share}，但仅 {compounds} 就至少带入 {least}",
        "{symbol} 是该元素各种形态的总量，请更正其中一个数值",
    ),
    "more_in_compounds": (
        "{key} 填为 {share}，但仅 {compounds} 就至少带入 {least}",
        "{symbol} 是该元素各种形态的总量，请更正其中一个数值",
    ),
    "over_total": ("{keys} 合计至少为 {least}", "请填写占整体的质量百分比，每部分只填一次"),
    "under_total": (
        "称成分已列全，但各数值合计至多为 {most}",
        "请写出其余成分（可不填数值），或不要称为列全",
    ),
}
