"""Faults of the statements of suppliers that are kept."""

from typing import Final

RESTORE: Final = "请从备份恢复该文件；没有备份时请删除该行并重新询问供应商"
ELSEWHERE: Final = "请用 --passports FILE 指定其他文件"
NEWER: Final = "请使用更新版本的 Cocket"

WORDS: Final = {
    "not_kept": ("无法在此保存供应商说明：{error}", ELSEWHERE),
    "not_read": ("无法读取此处保存的供应商说明：{error}", ELSEWHERE),
    "cut": ("该行不完整，或不是供应商说明", RESTORE),
    "changed": ("该行写入后被改动", RESTORE),
    "kind": ("此处不认识这种供应商说明（{error}）", NEWER),
    "facts": ("供应商说明中有此处不认识的事项（{facts}）", NEWER),
    "spelling": ("供应商说明中有此处不认识的事项（其写法）", NEWER),
    "locked": ("另一进程正在写入供应商说明", "请等其完成后重试"),
    "not_joined": (
        "与{said}的说明合并时：{what}",
        "请更正清单，或重新询问供应商，或用 --no-passports 不采用供应商说明",
    ),
}
