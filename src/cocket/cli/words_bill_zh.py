"""命令中关于物料清单的中文用语。"""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "bom.part": "零件",
    "bom.goods": "货物",
    "bom.item": "物项",
    "bom.worth": "价值（{currency}）",
    "bom.no_price": "未注明价格",
    "bom.counted": "计入",
    "bom.item.yes": "计入",
    "bom.item.no": "否",
    "bom.item.open": "可能计入",
    "bom.share": "{product} 的价值中，2025年第61号公告附件1第一部分所列中国原产物项占 {share}。",
    "bom.reached": "已达到 {limit} 的比例（含本数）。",
    "bom.below": "未达到 {limit} 的比例（含本数）。",
    "bom.open": "是否达到 {limit} 的比例（含本数）尚不能确定。",
    "bom.find_out": "  请查明零件 {part}（第 {row} 行）：{missing}",
    "bom.facts": "其种类、成分和原产地",
    "bom.price": "其价格",
    "bom.exceeding": "注意：{part}（第 {row} 行）各零件的价格之和高于其自身价格，请核对",
    "help.bom": (
        "按物料清单计算产品价值中2025年第61号公告附件1第一部分所列中国原产物项的占比。\n\n"
        "退出码：0 明确高于或低于各比例，2 输入有误，3 尚不能确定。"
    ),
    "help.bom.json": "以一个 JSON 对象输出计算结果。",
    "bom.source": "按 {product} 的物料清单 {file}，中国原产所列物项占价值的 {share}",
    "bom.stated": "清单填写 {stated}；采用 {counts}",
    "bom.differs": "! 清单填写 {stated}，与物料清单不能并存；{counts} 均保留",
    "bom.unmatched": "物料清单 {file} 属产品 {product}，能读取的各行中没有该产品",
    "check.by_bill": "其产品有物料清单的行数：{count}；cocket why --bom 列明其结果",
    "warning.bill_differs_from_list": "所填价值占比与物料清单不一致",
    "help.--bom": "清单中某一产品的物料清单（格式同 cocket bom）：其中国原产物项占比用于该产品的各行。可多次给出。",
}
