"""The words of ``cocket apply`` on documents and certificates, and of ``cocket seal``, in Chinese."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "apply.attached": "已附于 {reference}：{line}",
    "apply.detached": "已从 {reference} 撤下文件 {number}",
    "apply.no_document": "没有文件。",
    "apply.document": "{number}  {kind}{of}  {name}  {size} 字节  {sha256}",
    "apply.document.complete": "{number}  {kind}{of}  已齐备",
    "apply.document.there": "{number}  {kind}{of}",
    "apply.document.request": "（请求 {number}）",
    "apply.document.sealed": "  已密封",
    "apply.document.signed": "  由 {organisation} 的 {signer} 签署",
    "apply.document.by_code": "  由 {signer} 凭邀请码签署，其身份未经核实",
    "apply.document.stale": "  与现在申请的内容不符：不计入，也不随申请提交",
    "apply.out_there": "文件已存在",
    "apply.out_there.remedy": "请指定尚不存在的文件",
    "apply.opened": "{name}，{size} 字节，{sha256}：与所附一致，已写入 {out}",
    "apply.invited": "{organisation} 的签署人在 {days} 天内可以签署 {reference} 的请求 {number}",
    "apply.code_once": "请把此码交给 {reference} 请求 {number} 的最终用户：仅显示一次，{days} 天内可使用一次",
    "apply.not_declared": "没有声明；未经声明的证明不予接收",
    "apply.not_declared.remedy": "先不带 FILE 运行：会列出申请内容和须声明的事项",
    "apply.no_signer": "没有写明签署人",
    "apply.no_signer.remedy": "写明代表最终用户签署的人的姓名",
    "apply.code_and_as": "邀请码已说明凭何办理",
    "apply.certified": (
        "{reference} 请求 {number} 的证明已由 {signer} 签署并密封。仅主管机关可以打开；出口商只会得知已齐备。"
    ),
    "apply.asked.head": "{reference} 的请求 {number} 申请如下：",
    "apply.asked.exporter": "  出口商    {name}（{country}）",
    "apply.asked.importer": "  进口商    {name}（{country}）",
    "apply.asked.end_user": "  最终用户  {name}（{country}）",
    "apply.asked.destination": "  目的地    {country}",
    "apply.asked.goods": "  物项      {amount}  {goods} [{code}]",
    "apply.asked.end_use": "  最终用途  {uses}",
    "apply.declaration": (
        "签署人代表最终用户声明：以上内容属实；物项只用于该最终用途，不作他用；未经许可不向第三方"
        "转让（《出口管制法》第十六条）；所附证明由其本单位出具。"
    ),
    "apply.to_declare": "签署时写明证明文件，并加上：--declare {digest}",
    "seal.first": "已在 {path} 生成密封密钥，仅所有者可读。",
    "seal.added": "新的密封密钥已置于 {path} 之首，现共 {count} 个。",
    "seal.lost": (
        "请立即备份此文件，并与文件夹分开保存：丢失之后，任何人（包括本系统的管理者）都再也不能打"
        "开已密封的文件；同时持有两者的人则可以打开全部文件。数据库的备份不含密钥。"
    ),
    "seal.renewed": "已用最新密钥重新密封 {count} 份文件。旧密钥此后只能打开文件夹的旧备份。",
    "help.apply.attach": "把 FILE 作为法规所要求的材料附于草稿。",
    "help.apply.attach.kind": "材料的名称，与法规库一致：contract、identity、technical-description 等。",
    "help.apply.attach.request": "所属的请求；不写则属于整个申请。最终用户证明必须写明。",
    "help.apply.attach.sealed": "仅经办人和批准人可以打开；您此后也只能得知文件已在。",
    "help.apply.attach.hash": "文件应有的 SHA-256；不一致则拒绝。",
    "help.apply.detach": "从草稿撤下本单位的文件；此前已提交的申请仍保留该文件。",
    "help.apply.documents": "申请所附的文件，或者随案件提交的文件（A-… 或 C-…）。",
    "help.apply.open_document": "把一份文件写入 FILE；打开密封文件会记入审计。",
    "help.apply.open_document.out": "写入的文件；已存在则拒绝。",
    "help.apply.invite": "邀请某项请求的最终用户直接向主管机关提交其证明。",
    "help.apply.invite.request": "该最终用户所属的请求。",
    "help.apply.invite.organisation": "在此登记的最终用户；不写则打印可用一次的邀请码。",
    "help.apply.invite.days": "邀请的有效天数。",
    "help.apply.certificate": (
        "供最终用户的签署人使用：不带 FILE 列出申请内容；带 FILE 和 --declare 则密封提交已签署的证明。"
    ),
    "help.apply.certificate.request": "受邀签署的请求。",
    "help.apply.certificate.declare": "所阅并声明的内容的摘要。",
    "help.apply.certificate.signer": "签署人；不写则为令牌所代表的人。",
    "help.apply.certificate.code": "没有账户者使用的邀请码；也可置于 COCKET_CODE。",
    "help.seal": "密封仅供主管机关打开的文件所用的密钥。",
    "help.seal.new": "生成密封密钥，或者在已有密钥之前加一个新的。",
    "help.seal.renew": "用最新密钥重新密封全部密封文件。",
}
