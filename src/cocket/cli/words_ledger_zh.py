"""The words of ``cocket ledger``, in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "ledger.holds": "账本相符：{lines} 行共 {entries} 条，封存 {seals} 次",
    "ledger.broken": "账本不符；{entries} 条分录前后相接。首个断点：",
    "ledger.empty": "账本没有任何条目，不能证明什么。",
    "ledger.clock": "注意：{count} 条的记录时间早于前一条（时钟落后）；次序以序号为准",
    "ledger.at": "{line} 第 {sequence} 条",
    "ledger.instead": "（应为 {expected}，实为 {found}）",
    "ledger.sealed": "已封存 {new} 行有增长的许可证行，{sealed}",
    "ledger.nothing_new": "自上次封存（{sealed}）以来没有增长",
    "ledger.keep": "请把此行交他人保存；cocket ledger verify --seal 与之比对。",
    "ledger.no_seal": "这不是封存值",
    "ledger.copy_seal": "请照抄 cocket ledger seal 打印的 SIZE:ROOT",
    "ledger.break.hash": "条目与其散列值不符",
    "ledger.break.sequence": "条目缺失或次序有误",
    "ledger.break.terms": "许可证行的条款与开立时不同",
    "ledger.break.no_line": "有条目，却没有所属的许可证行",
    "ledger.break.no_entries": "许可证行没有任何条目",
    "ledger.break.posting": "该请求的剩余数与条目推算不符",
    "ledger.break.postings": "请求数与条目数不符",
    "ledger.break.period": "期间余额与条目合计不符",
    "ledger.break.sealed_entry": "条目与封存时不同",
    "ledger.break.seal": "日志开头与封存值不符",
    "ledger.break.head": "最后的散列值与许可证行所存不符",
    "ledger.break.seq": "最后的条目与许可证行所存不符",
    "ledger.break.reserved_quantity": "预留数量与条目合计不符",
    "ledger.break.drawn_quantity": "核销数量与条目合计不符",
    "ledger.break.reserved_value": "预留金额与条目合计不符",
    "ledger.break.drawn_value": "核销金额与条目合计不符",
    "ledger.break.uses": "使用次数与条目合计不符",
    "ledger.break.excess_quantity": "超量数量与条目合计不符",
    "ledger.break.excess_value": "超量金额与条目合计不符",
    "ledger.break.usable": "可否使用与条目合计不符",
    "ledger.break.closed": "是否关闭与条目合计不符",
    "help.ledger": "核对或封存许可证行的账本。",
    "help.ledger.verify": (
        "重新计算 DATABASE 的每个余额和每条链，并指出首个断点。\n\n"
        "DATABASE 为 SQLite 文件或 postgresql://……。全部相符时返回 0；不符或没有条目时返回 1。"
    ),
    "help.ledger.verify.seal": "他人保存的封存值：日志必须以它开头。",
    "help.ledger.seal": "把 DATABASE 的所有链折叠为一个散列值（RFC 6962），供他人保存。",
}
