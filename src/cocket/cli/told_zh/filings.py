"""Faults of applications that are kept, their documents and seals."""

from typing import Final

RESTORE: Final = "请从文件夹的备份恢复，并查明因何改动"

WORDS: Final = {
    "filed": ("{reference} 已提交", "退回后方可修改；如须重新开始，请另存一份"),
    "other_exporter": ("所填出口商的登记号为 {stated}，而 {organisation} 的为 {own}", "单位只能为自己申请"),
    "stale": ("{reference} 现为第 {version} 版，您看到的是第 {seen} 版：{changed}", "请重新查看后再保存"),
    "unknown": ("没有申请 {reference!a}", "请核对申请编号；您只能看到本单位的申请"),
    "strange_sign": ("{text!a} 含有申请编号中不会有的字符", "请去掉该字符"),
    "days": ("{days} 天过短或过长", "请选择 1 至 {most}"),
    "unseen": ("声明的是 {seen!a}，而现在所问内容的摘要为 {digest}", "请重新阅读所问内容后再声明"),
    "no_end_user": ("此处没有名为 {organisation!a} 的最终用户", "请不要写单位，将代码发给最终用户"),
    "other_end_user": ("该项申请的最终用户登记号为 {number}，而 {organisation} 的为 {own}", "请邀请最终用户本身"),
    "other_hash": (
        "收到的 {name} 的摘要为 {found}…，而所称的为 {stated}…",
        "文件在途中被改动，或是另一文件；请重新发送",
    ),
    "too_large": ("{name} 超过 {most} MiB", "请分成几份，或以较低的分辨率扫描"),
    "other_length": ("{name} 不完整或多出内容：应有 {stated} 个字节，收到 {count} 个", "未保存任何内容，请重新发送"),
    "empty": ("{name} 是空的", "请发送正确的文件"),
    "no_name": ("{name!a} 不是文件名", "请使用不超过 {most} 个字符、不含文件夹的普通文件名"),
    "signed": ("第 {number} 份文件已由最终用户签署", "出口商不得撤下；新的文件会取代它"),
    "too_many": ("{reference} 已有 {count} 份文件", "请将几份合为一个文件"),
    "no_document": ("{reference} 没有第 {number} 份文件", "请查看现有的文件"),
    "no_paper": ("{kind!a} 不是法律所列的材料", "可用的为：{known}"),
    "document_unread": ("无法读取文件 {digest}：{error}", RESTORE),
    "document_changed": ("文件 {digest} 已不是当初保存的内容：其摘要现为 {found}", RESTORE),
    "document_not_kept": ("文件无法存放在 {folder}：{error}", "未附上任何文件；请检查该文件夹后重新发送"),
    "no_invitation": (
        "没有签署 {reference!a} 请求 {request} 的邀请",
        "请向出口商索取；代码只能使用一次，且只在若干天内有效",
    ),
    "not_opened": (
        "{what}已被改动，或此处的封存密钥都打不开",
        "请恢复当时使用的密钥文件：没有其中的密钥，无人能够读取",
    ),
    "key_not_kept": ("封存密钥无法存放在 {path}：{error}", "请将 COCKET_SEAL_KEY_FILE 设为可写的文件"),
    "key_open": ("其他用户可以读取 {path} 中的封存密钥", "请运行：chmod 600 {path}"),
    "no_key": ("没有封存密钥，因而不保存任何须封存的内容", "请由系统管理者生成：cocket seal new"),
    "keys_unread": ("无法读取 {path} 中的封存密钥：{error}", "请确认本程序可以读取该文件"),
    "no_seal_key": ("{path} 中有不是封存密钥的内容", "请从备份恢复该文件"),
}
