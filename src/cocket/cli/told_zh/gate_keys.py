"""What a declaration holds, where two of one number differ."""

from typing import Final

WORDS: Final = {
    "day": "日期",
    "exporter": "出口经营者",
    "destination": "目的地",
    "port": "口岸",
    "consignee": "收货人",
    "importer": "进口商",
    "end_user": "最终用户",
    "lines": "各项货物",
    "description": "货物描述",
    "hs": "商品编号",
    "quantity": "数量",
    "value": "金额",
    "licence": "许可证",
    "remarks": "备注",
    "facts": "其他申报内容",
    "composition": "成分",
    "end_use": "最终用途",
}
