"""What a text in a file may have to be."""

from typing import Final

WORDS: Final = {
    "control_code": "管制编码",
    "country_code": "国家（地区）代码",
    "customs_number": "商品编号",
    "customs_prefix": "商品编号的开头",
}
