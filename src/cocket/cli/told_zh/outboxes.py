"""Faults of subscriptions."""

from typing import Final

ADDRESS: Final = "请写作 https://HOST/PATH"

WORDS: Final = {
    "taken": ("订阅 {name} 此前已有", "名称不可重复，请另取名称"),
    "unknown": ("没有订阅 {name!a}", "请查看现有的订阅，以及您能看到的订阅"),
    "name": ("{name!a} 不能作为订阅的名称", "请使用小写字母、数字、- 和 ."),
    "topic": ("没有主题 {topic!a}", "可用的为：{known}"),
    "long_address": ("地址有 {count} 个字符", "请使用不超过 {most} 个字符的地址"),
    "behind_walls": ("{host} 是 {address}，属内部网络的地址", "如允许请加 --inside"),
    "not_inside": (
        "您无权将消息发往内部网络的地址",
        "请给出可由外部以 https 访问的地址；发往内部须由系统管理者设置",
    ),
    "no_address": ("{url!a} 不是地址：{error}", ADDRESS),
    "not_of_the_web": ("{url!a} 不是网络地址", ADDRESS),
    "password": ("{url!a} 含有密码或片段", "请写不含这些内容的地址"),
    "not_encrypted": ("{url} 未加密", "请写 https，如允许请加 --inside"),
}
