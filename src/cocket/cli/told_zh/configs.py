"""Faults of settings."""

from typing import Final

FORMS: Final = "请写作 sqlite:///PATH 或 postgresql://USER:PASSWORD@HOST:PORT/NAME"
KEY_FILE: Final = "请将 COCKET_SECRET_KEY_FILE 设为您自己文件夹中可写的文件"

WORDS: Final = {
    "key_open": ("其他用户可以读取 {path} 中的密钥", "请运行：chmod 600 {path}"),
    "key_not_kept": ("服务器的密钥无法存放在 {path}：{error}", KEY_FILE),
    "key_no_text": ("服务器的密钥无法存放在 {path}：其内容不是文本", KEY_FILE),
    "key_short": ("{path} 中没有 {length} 个字符的密钥", "请删除该文件，下次启动时会重新生成"),
    "no_folder": (
        "无法建立存放许可证的文件夹 {folder}：{error}",
        "请将 XDG_DATA_HOME 设为可写的文件夹，或设置 DATABASE_URL",
    ),
    "no_home": (
        "XDG_DATA_HOME：该用户没有主目录，因而没有存放许可证的文件夹",
        "请将其设为可写的文件夹，或设置 DATABASE_URL",
    ),
    "database": ("许可证数据库无法使用：{error}", "请检查 DATABASE_URL"),
    "newer": ("数据库由更新版本的 cocket 建立", "请使用该版本或更新的版本"),
    "no_address": ("DATABASE_URL 不是地址：{error}", FORMS),
    "other_database": ("DATABASE_URL 以 {scheme!a} 开头，此处不认识这种数据库", FORMS),
    "no_database": ("DATABASE_URL 不是地址，此处不认识这种数据库", FORMS),
    "no_file": ("DATABASE_URL 没有指明可以保存的文件", FORMS),
    "no_psycopg": (
        "DATABASE_URL 指明 PostgreSQL，须有 psycopg，但尚未安装",
        "请安装：pip install 'cocket[postgres]'",
    ),
    "no_name": ("DATABASE_URL 没有指明服务器上的数据库", FORMS),
    "no_host": ("--host {host!a} 不是本机的地址", "请写 127.0.0.1 或 ::1"),
    "open_to_all": (
        "{host} 可由其他机器访问，而此处没有账户：任何人都能撤销许可证",
        "请不要写 --host，或先建立账户：cocket account",
    ),
    "port": ("{host} 端口 {port}：{error}", "请用 --port 选择其他端口"),
    "time_zone": (
        "COCKET_TIME_ZONE：本机不认识时区 {zone!a}",
        "请写作 Asia/Shanghai，或安装软件包 tzdata",
    ),
}
