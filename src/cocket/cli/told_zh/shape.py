"""How the pieces of a fault stand together."""

from typing import Final

WORDS: Final = {
    "placed": "{where}：{what}。{remedy}。",
    "fact": "{where}：{what}。{remedy}",
    "told": "{what}。{remedy}",
    "whole": "{what}。{remedy}。",
    "at": "{where}：{what}",
    "beside": "{one}，{other}",
    "row": "第 {row} 行",
    "column": "{column} 列",
    "named_column": "“{column}”列",
    "line": "第 {line} 行",
    "cell": "{cell} 单元格",
    "then": "{one}；{other}",
    "and": "{one}和{other}",
    "or": "{one}或{other}",
    "span": "{first} 至 {last}",
}
