"""The words of ``cocket webhook``, in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "webhook.added": (
        "{name}：消息发往 {url}\n密钥：{secret}\n密钥只显示这一次。接收方用它验证每条消息（Standard Webhooks）。"
    ),
    "webhook.all_topics": "全部主题",
    "webhook.line": "{name}  {url}  {topics}",
    "webhook.for": "  仅发送 {organisation} 的角色 {role} 可见的内容",
    "webhook.state": "  待发 {waiting}，已放弃 {given_up}",
    "webhook.nobodys": (
        "{name} 不再收到任何消息：添加它时订阅尚无归属。请以新的名称重新添加，属于某单位的请使用该单位的令牌；"
        "然后用 cocket webhook remove {name} 停用此项。"
    ),
    "webhook.none": "没有任何接收方。",
    "webhook.removed": "{name} 不再收到消息；待发的消息不再发送。",
    "webhook.arrived": "{topic}  {subject}  至 {name}：已送达（{answer}）",
    "webhook.again": "{topic}  {subject}  至 {name}：未送达（{answer}），将重试",
    "webhook.given_up": "{topic}  {subject}  至 {name}：已放弃（{answer}）",
    "help.webhook": "以签名消息将许可证件的变化告知其他系统。",
    "help.webhook.add": "从现在起以 NAME 之名向 URL 发送消息。验证用的密钥只显示一次。",
    "help.webhook.add.topic": "只发这些主题，如 licence.suspend；可重复。不写：全部。",
    "help.webhook.add.inside": "URL 可以在本机或专用网络内，也可以是 http。",
    "help.webhook.list": "谁会收到消息，多少待发、多少已放弃。",
    "help.webhook.remove": "不再向 NAME 发送消息。",
    "help.webhook.deliver": "发送到期的消息，直到被停止。带 --once 时，有消息未送达则以 1 结束。",
    "help.webhook.deliver.once": "没有到期消息时结束。",
}
