"""Faults of applications and of documents for them."""

from typing import Final

TAKEN: Final = "请提交 PDF、PNG、JPEG、XLSX、DOCX、XML 或 UTF-8 纯文本"

WORDS: Final = {
    "no_goods": ("第 {number} 项未写明货物", "请用文字写明"),
    "neither_or_both": ("数量与价值都没有填，或都填了", "请只填其一"),
    "nothing_wanted": ("没有申请该项的任何数量", "请填写大于零的数值"),
    "empty_request": ("第 {number} 项申请没有内容", "请至少写明一项"),
    "item_twice": ("第 {number} 项申请两次写到同一项", "请将两者相加"),
    "count": ("{key} 有 {count} 个", "请写 1 至 {most} 个"),
    "not_counted": ("{key} 没有从 1 起编号", "请按顺序编号"),
    "no_time": ("许可证没有期限", "请填写一个月或更长"),
    "no_item": ("没有第 {item} 项", "项号为 1 至 {last}"),
    "no_request": ("没有第 {number} 项申请", "申请项号为 1 至 {last}"),
    "not_taken": ("{name} 自称是 {claimed}，但不属于可接收的种类", TAKEN),
    "other_kind": ("{name} 是 {found}，却自称是 {claimed}", "请以其本来的种类提交，或提交正确的文件"),
    "no_suffix": ("{name} 是 {found}，但文件名未表明", "请使用以 {suffixes} 结尾的文件名"),
    "cut_off": ("{name} 不完整：是缺少结尾的 {found}", "请提交完整的文件"),
    "no_type": ("{text!a} 不是可接收的文件类型", TAKEN),
}
