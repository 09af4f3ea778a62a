"""Faults of bills of materials."""

from typing import Final

ONE_PRODUCT: Final = "请仅将产品本身的上级留空，并在其下各零件中写明产品为上级"

WORDS: Final = {
    "row": ("{fault}", "{remedy}；缺少零件的物料清单不能证明什么"),
    "twice": ("零件 {number} 在第 {row} 行已有", "请让每个零件只占一行，或将其各处用途分别编号，例如 M-12/1 和 M-12/2"),
    "no_number": ("零件没有编号", "请在零件编号列中填写"),
    "figure": ("{error}", "不知道价格时请留空"),
    "quantity": ("数量不是一个大于零的数值", "请写明一件产品所用的数量"),
    "two_currencies": (
        "价格的币种为 {currency}，第 {row} 行的为 {first}",
        "请以同一币种填写所有价格；换算须注明汇率日期和来源",
    ),
    "no_product": ("物料清单应有且只有一个没有上级的产品，现有 0 个（无）", ONE_PRODUCT),
    "several_products": ("物料清单应有且只有一个没有上级的产品，现有 {count} 个（{parts}）", ONE_PRODUCT),
    "no_parent": ("{number} 的上级零件 {parent} 不存在", "请为该上级单列一行，或更正其编号"),
    "circle": ("零件 {number} 经由其他零件又装入自身", "请更正上级"),
    "two_bills": ("它与 {other} 同属产品 {number}", "请让每个产品只有一份物料清单"),
}
