"""Faults of what the command was given."""

from typing import Final

PROOF_ANEW: Final = "请用 cocket why FILE --line N --json 重新写出证明"
SHOWN_BY_CHECK: Final = "请使用 cocket check 所示的项号或行号"
ONE_EACH: Final = "请以整个文件给出一份证明，或每行一份"

WORDS: Final = {
    "two_certificates": ("两份证书文件同名", "请为各文件取不同的名称"),
    "certificate_unread": ("无法读取证书：{error}", "请检查名称和所在文件夹"),
    "certificate_unnamed": (
        "没有表单写有这份证书",
        "请在表单中所属产品处写明其文件名；未保存任何内容",
    ),
    "line_in_rows": ("项号 {line} 出现在第 {rows} 行", "请用 --row 指明行号"),
    "no_row": ("没有第 {row} 行", SHOWN_BY_CHECK),
    "no_line": ("没有项号 {line}，也没有这一行", SHOWN_BY_CHECK),
    "unread": ("无法读取文件：{error}", "请检查名称和所在文件夹"),
    "proof_not_utf8": ("第 {at} 个字节不是 UTF-8", PROOF_ANEW),
    "proof_empty": ("文件是空的", PROOF_ANEW),
    "no_proof": ("{place} 不是证明，而是 {kind}", PROOF_ANEW),
    "proof_not_json": ("不是 JSON：{error}", ONE_EACH),
    "proof_nested": ("不是 JSON：嵌套过深", ONE_EACH),
    "not_made_here": ("该文件不是在此生成的", "请将其移走，或指定新的文件夹"),
    "no_token": ("未设置，无从知道由谁操作", "请设为您的令牌；数据库管理者可用 cocket token new 生成"),
    "day_ahead": ("{day} 尚未到来，而此处今天是 {today}", "请填写口岸收到申报之日"),
    "nobody": ("本机没有您的用户名", "请写明由谁操作"),
}
