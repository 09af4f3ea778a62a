"""What to name a column whose name has several meanings; each is understood."""

from typing import Final

WORDS: Final = {
    "destination": "目的国",
    "origin": "原产国",
    "net_weight": "净重",
    "quantity": "数量",
    "value": "金额",
    "consignee": "收货人",
    "importer": "进口商",
    "end_user": "最终用户",
    "hs": "海关编码",
    "control_code": "管制编码",
    "product": "产品编号",
    "description": "货物名称",
    "party": "客户名称",
    "grade": "牌号",
    "declaration_remarks": "报关单备注",
}
