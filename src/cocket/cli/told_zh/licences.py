"""Faults of licences."""

from typing import Final

LETTERS: Final = "请使用字母 A 至 Z、数字和单个连字符，例如 26-AA-100001"
IN_ORDER: Final = "许可证先签发，后生效，再到期"
ONE_EXPORT: Final = "请改为一次，或签发通用许可"
EACH_ONE: Final = "请分别签发，或签发通用许可"
NAME_EACH: Final = "请逐一写明；未写明的许可证对任何人都无用"
BY_WHOM: Final = "许可证的每一步都须写明由谁办理、为何办理"

WORDS: Final = {
    "sign": ("编号 {number!a} 的第 {place} 个字符是 {sign}", LETTERS),
    "sign_like": ("编号 {number!a} 的第 {place} 个字符是 {sign}，不是 {plain}", LETTERS),
    "number": ("{number!a} 不是许可证编号", LETTERS + "；最多 {most} 个字符，首尾不得为连字符"),
    "party_without_name": ("主体没有名称", "请按许可证所印填写"),
    "long_name": ("名称 {name!a}…… 过长", "最多 {most} 个字符"),
    "no_goods": ("{line} 未写明货物", "请按许可证填写"),
    "no_end_user": ("{line} 未写明最终用户", NAME_EACH),
    "no_destination": ("{line} 未写明目的国", NAME_EACH),
    "order": ("签发于 {issued}，有效期 {since} 至 {until}：先后顺序不对", IN_ORDER),
    "lines": ("许可证有 {count} 项", "请写 1 至 {most} 项"),
    "line_called": ("第 {place} 项的编号为 {id!a}", "请写作 {number}/{place}"),
    "outside": ("{line} 的有效期超出许可证", "请不要超出许可证的有效期"),
    "no_limit": ("{line} 既未限定数量也未限定价值", "请至少写明一个限额：许可证只适用于写明的物项"),
    "any_number": ("单项许可只限一次出口，不能不限次数", ONE_EXPORT),
    "several_exports": ("单项许可只限一次出口，不能是 {uses} 次", ONE_EXPORT),
    "periods": ("一次出口没有分期", "请不要写分期"),
    "end_users": ("单项许可只限一个最终用户，不能是 {count} 个：{names}", EACH_ONE),
    "destinations": ("单项许可只限一个目的国，不能是 {count} 个：{names}", EACH_ONE),
    "allows_nothing": ("对 {field} 的条件不允许任何取值", "请写明允许的取值"),
    "zero": ("不大于零的条件等于什么都不允许", "请填写大于零的数值"),
    "restricts_nothing": ("条件不能限定“{name}”", "可用的为：{known}"),
    "no_event": ("“{name}”不是须报告的事项", "可用的为：{known}"),
    "no_days": ("“{number}”不是天数", "请写数字，例如 30"),
    "no_condition": ("这不是可以检验的条件", "请写下列之一：{forms}"),
    "regime": ("“{regime}”不是法库中的管理制度", "可用的为：{known}"),
    "no_validity": (
        "法库中没有 {regime} 下 {kind} 许可在 {day} 的有效期",
        "请先收录规定有效期的文件",
    ),
    "too_long": ("{day} 签发的 {kind} 许可最迟至 {last} 到期（{number}，{at}）", "请缩短有效期"),
    "key_changed": ("{new} 将为 {wanted}，而 {old} 为 {had}", "请重新申请，并交回原许可证"),
    "holder_changed": ("{new} 将属 {wanted}，而 {old} 属 {had}", "许可证不得转让：请由另一持有人申请"),
    "line_changed": (
        "{line} 的 {keys} 与 {old} 的任何一项都不同",
        "请重新申请，交回原许可证并停止出口",
    ),
    "unread": ("无法读取：{error}", "请指定存在的文件"),
    "not_utf8": ("第 {at} 个字节不是 UTF-8", "请另存为 UTF-8"),
    "nested": ("嵌套过深", "请按格式说明填写"),
    "not_json": ("不能读作 JSON：{error}", "请在该处更正"),
    "kind": ("“{kind}”不是许可的种类", "可用的种类为：{known}"),
    "no_unit": ("“{figure}”只有数值，没有写明单位", "请写作“{example}”"),
    "country": ("“{code}”不是国家的 ISO 代码", "请填写两个字母的 ISO 代码"),
    "country_meant": ("“{code}”不是国家的 ISO 代码", "请写作“{meant}”"),
    "unit_twice": ("数量旁已写有单位", "请不要写这个键"),
    "no_quantity": ("既没有数量也没有单位", "请写 quantity: 100 kg，或写明计量单位"),
    "other_unit": ("{found} 与以 {unit} 计的数量并列", "请以 {unit} 填写"),
    "other_coin": ("写有 {found}，但该项没有以 {currency} 计的价值", "请同时填写该项的价值"),
    "no_whole_number": ("“{text}”不是整数", "请写数字，例如 1"),
    "nobody": ("没有写明由谁办理", BY_WHOM),
    "no_reason": ("没有写明理由", BY_WHOM),
    "long_text": ("文字过长，或不止一行", "请最多写 {most} 个字符"),
    "status": ("许可证不以 {status} 状态签发", "请先签发，再办理该步骤"),
    "future": ("签发日 {day} 尚未到来", "请核对日期"),
    "other_name": (
        "称由 {name!a} 办理，而令牌属于 {actor}",
        "请不要写：该步骤以令牌所属之人的名义记录",
    ),
    "taken": ("{number} 此前已签发", "编号不可重复，请另给编号"),
    "looks_like": (
        "{number} 与此前签发的 {other} 形似：{difference}",
        "请给出不会与之混淆的编号",
    ),
    "strange_sign": ("{text!a} 含有名称和编号中不会有的字符", "请去掉该字符"),
    "unknown": ("没有许可证 {number}", "请核对许可证上的编号"),
    "unknown_near": ("没有许可证 {number}；已签发的有 {near}：{difference}", "请逐个字母核对许可证上的编号"),
    "no_line": ("{number} 没有第 {line} 项", "共有 {count} 项"),
    "not_due": ("{number} 项下，{export!a} 没有须报告的 {event}", "请用 cocket licence reports 查看须报告的事项"),
    "not_on_that_day": (
        "出口日为 {exported}，{event} 不会在 {day}",
        "请填写实际发生的日期，最晚为今天",
    ),
}
