"""Faults of accounts, roles and tokens."""

from typing import Final

ASK: Final = "请向本单位管理员申请新的令牌"
ONCE: Final = "简称不可重复，请另选一个"

WORDS: Final = {
    "days": ("{days} 天过短或过长", "请选择 1 至 {most}"),
    "token_taken": ("令牌 {short} 已存在", "请另选简称"),
    "role_not_held": ("{person} 不是 {organisation} 的 {role}", "请先授予角色：cocket account role give"),
    "token_unknown": ("不认识该令牌", ASK),
    "token_revoked": ("令牌 {short} 已被撤销", ASK),
    "token_expired": ("令牌 {short} 已过期", ASK),
    "token_without_role": ("令牌 {short} 所属的角色已被收回", ASK),
    "no_token": ("此处设有账户，但没有令牌说明由谁询问", "请向本单位管理员申请令牌"),
    "no_bearer": ("Authorization 标头中没有令牌", "请写 Authorization: Bearer TOKEN。" + ASK),
    "nobody_acts": ("此处未设账户，无从得知由谁办理", "请用 cocket account 添加账户，或使用命令行"),
    "this_machine_only": ("此处未设账户，因此只为本机服务", "请用 cocket account 添加账户"),
    "not_there": ("没有 {resource} {key!r}", "请检查名称；您只能看到您的角色可以看的内容"),
    "not_allowed": (
        "{organisation} 的 {role} 角色无权对该 {resource} 进行 {verb}",
        "有权的角色：{may}，各以其可见范围为限",
    ),
    "no_province_for": ("{kind} 类单位不向省级主管部门提交", "只有出口商才提交"),
    "no_province": ("{province} 不是省级主管部门", "请写明 province 类的单位"),
    "kind_without_role": ("{organisation} 属 {kind} 类，没有 {role} 角色", "其角色为：{roles}"),
    "not_taken": ("{person} 不是 {organisation} 的 {role}", "没有可收回的角色"),
    "two_parts": (
        "{person} 是 {organisation} 的 {roles}，管理员在该单位不得兼任其他角色",
        "请授予他人，或先收回其他角色",
    ),
    "short_password": ("密码过短", "请选择至少 {least} 个字符的密码"),
    "no_short_name": (
        "{text!a} 不是简称",
        "请使用 a 至 z、数字、点和连字符，最多 {most} 个，首尾须为字母或数字",
    ),
    "no_name": ("{text!a} 不是名称", "请写成一行，最多 {most} 个字符"),
    "organisation_taken": ("单位 {short} 或其登记号已存在", ONCE),
    "person_taken": ("人员 {short} 已存在", ONCE),
    "accounts_there": ("此处已有账户", "请在单独的数据库上试用示例：DATABASE_URL"),
}
