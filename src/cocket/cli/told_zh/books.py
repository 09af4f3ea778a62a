"""Faults of ids, of the terms of a licence line, and of the database of the book."""

from typing import Final

AGAIN: Final = "未记任何账；请以同一编号重复请求"
DAYS: Final = "请先写开始日"

WORDS: Final = {
    "sign": ("{what} {id!r} 含有 {sign}", "请只用拉丁字母、数字和 ._:/#@+()[]-"),
    "no_id": ("{what} {id!r} 不成编号", "请写 1 至 {most} 个字符，首个为字母或数字"),
    "full": ("账本所在磁盘已满", "未记任何账；请腾出空间后以同一编号重复请求"),
    "read_only": ("账本只能读取", "未记任何账；请查看谁可写入，然后重复请求"),
    "busy": ("另一程序占用账本达 {seconds} 秒", "未记任何账；请结束该程序，或以同一编号重复请求"),
    "no_file": ("无法打开账本文件", "请查看文件夹是否存在、是否有权使用"),
    "no_ledger": ("该文件不是账本", "请指定 cocket 所建的文件"),
    "damaged": ("账本文件已损坏", "请停止使用，留存副本，并恢复最近的完好备份"),
    "reports": ("账本数据库报告：{error}", "请以同一编号重复请求"),
    "refuses": ("数据库拒绝：{error}", "请报告此问题；未记任何账"),
    "other_version": ("账本由另一版本的 cocket 所建（{version}，本版本为 {own}）", "请使用建立它的版本"),
    "no_psycopg": ("PostgreSQL 账本需要 psycopg，而尚未安装", "请安装：pip install 'cocket[postgres]'"),
    "no_tables": ("未能建立账本的表", "请再试"),
    "held": ("许可证行被占用达 {seconds} 秒", AGAIN),
    "empty_database": ("该数据库中没有账本", "请指定正确的数据库，或先以可写方式打开一次"),
    "lost": ("在得到答复之前连接中断", "请以同一编号重复请求，即可得知结果"),
    "unreachable": ("无法连接数据库：{error}", AGAIN),
    "line_backwards": ("该行至 {last} 为止，早于开始日", DAYS),
    "no_currency": ("“{currency}”不是 ISO 货币代码", "请填写三个字母，例如 CNY"),
    "value_alone": ("该行限定了金额而没有写明货币", "请写明限额的货币"),
    "many_periods": ("该行有 {count} 个期间", "最多 {most} 个"),
    "no_limit": ("限额 {limit} 无从支取", "请填写大于零的限额，或不填"),
    "no_tolerance": ("限额 {limit} 与溢短装 {tolerance} 不能成立", "请核对数值"),
    "tolerance_alone": ("没有限额的溢短装没有意义", "请同时写明限额"),
    "gap": ("一个期间自 {first} 开始，而前一个至 {last} 为止", "期间须逐日相接"),
    "period_backwards": ("期间至 {last} 为止，早于开始日", DAYS),
}
