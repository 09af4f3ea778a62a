"""Words around the nouns: which are harmless, which turn the meaning, and which betray a third language.

A word that stands nowhere is not understood, and where a word is not understood no reading frees anything.
"""

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Harmless anywhere in the words: what they add leaves the kind of goods as it is.
PLAIN: Final = _words(
    """
    sintered bonded moulded molded injection injected cast casting pressed compressed extruded hot rolled forged
    machined polished permanent strong powerful super high low temperature performance quality customised customized
    custom standard new used original genuine isotropic anisotropic magnetised magnetized unmagnetised unmagnetized
    multipole radial axial pole poles arc arcs block ring disc disk round square rectangular cylindrical cylinder
    countersunk countersink horseshoe tile segment segments bar bars cube sphere ball balls shape shaped size sizes
    large small thin thick long short inner outer inch inches dia diameter thickness length width height radius od
    id mm cm um bore hole holes edge chamfer tolerance tolerances nickel-plated zinc-plated plated coated uncoated
    coating plating nicuni epoxy passivated surface layer black white grey gray yellow green blue red gold silver
    colour color sample samples lot lots batch free of charge grade type model series brand no item ref spec
    specification class bag bags drum drums bottle bottles carton cartons pack packed packing package box boxes
    pallet pallets pcs pc piece pieces set sets pair pairs unit units each total net gross weight stock stocks ready
    pure purity high-purity ultra-pure distilled refined zone crystalline fine coarse dry wet solid liquid bulk form
    lumps distillation atomised atomized electrolytic fused calcined precipitated technical raw level mixed
    industrial commercial civil household automotive medical battery cathode anode storage hydrogen heat resistant
    heavy-duty heavy light duty speed output power voltage current rated phase ply typical average nominal main
    complete whole single double one two three four five six eight ten synchronous asynchronous dc ac brushless
    wireless electric electrical electronic thermal optical laser infrared encoder gearbox flange horsepower hp kw
    position chip board plastic wooden plush cotton soft steel stainless iron magnetic treo reo trem
    halbach array made in origin country export exports wt mass content rest balance bal fe mesh
    approx about max min maximum minimum less more than at least most up to not exceeding below above under over
    english chinese description name thin-film film dental laminated mounted surface-mounted fixed glued embedded
    inserted inside a the an our your this these its per spare and or
    doped stabilised stabilized rich bearing based cutting sintering magnetizing magnetising smelting separation
    extraction process making manufacturing production grain boundary diffusion diffused
    sheet strip foil wire rod alpha beta nano micro ultra mini bought clip
    """
)
PLAIN_ZH: Final = _words(
    """
    烧结 粘结 注塑 模压 压制 热压 高性能 强力 强 永久 圆形 方形 圆环 圆片 方块 瓦形 弧形 环形 块状 片状 柱形 扇形
    镀镍 镀锌 镀层 环氧 涂层 磷化 表面 黑色 白色 绿色 高纯 高纯度 纯 纯度 牌号 规格 型号 尺寸 直径 厚度 长度
    样品 免费 批 共 总 净重 毛重 公斤 千克 克 吨 个 件 只 台 套 片 块 桶装 袋装 瓶装 箱装 装 新 全新 定制 成品
    半成品 品名 名称 货物 产品 商品 原产 中国 国产 工业 民用 家用 车用 汽车 医用 级 电子级 电池级 光学级
    高温 耐高温 常温 有 的 之 各向同性 各向异性 充磁 未充磁 多极 径向 轴向 极 单 双 两 两片 三 四 一 二
    余量 其余 余 约 左右 以上 以下 不低于 不小于 不少于 不超过 不高于 不大于 低于 高于 大于 小于 至少 最高 最低
    含量 质量 重量 分数 公差 掺杂 掺 稳定 蓝牙 无线 智能 直流 交流 无刷 同步 永磁 单晶 多晶 非晶 三基色 混合
    厚 长 宽 高 组 对 共计 颗粒状 粉状 锭状 蒸馏 电解 真空 安装 固定 成分 目
    标准 普通 溅射 激光 闪烁 光学 毛绒 塑料 木制 冶炼 分离 制造 萃取 开采 生产 加工 磁性 切割 制备 回收
    渗 注射成型 成型 电动 数控 精密 全 半 内 外 上 下
    """
)
# What may stand behind a noun without taking its place; any other word behind it may be the noun of something else.
AFTER: Final = frozenset(
    _words(
        """
        sample samples lot lots batch type model grade size sizes series brand spec specification class no item ref
        new used original genuine complete pcs pc piece pieces pair pairs each total net gross weight free of charge
        min max a the an dia diameter thickness length width height radius od id round square white black grey gray
        yellow green blue red plated coated uncoated mounted fixed glued embedded inserted magnetised magnetized
        unmagnetised unmagnetized multipole radial axial sintered bonded cast pure fine dry wet solid distilled
        refined bulk wt mesh wireless spare this these its your our approx about and
        样品 批 规格 型号 牌号 尺寸 直径 厚度 长度 新 全新 免费 净重 毛重 个 件 只 台 套 片 块 支 公斤 千克 克 吨
        桶装 袋装 瓶装 箱装 装 镀镍 镀锌 充磁 未充磁 黑色 白色 绿色 高纯 纯 圆形 方形 瓦形 环形 有 的 共 成品
        颗粒状 粉状 块状 片状 锭状
        """
    )
)
# Participles that an element's name goes with: "Tb doped" is no material of its own.
PARTICIPLES: Final = frozenset(_words("doped diffused stabilised stabilized bearing based rich 渗 掺"))

# Nouns that are understood and that say the goods are something else: as the last noun they leave the kind open.
OTHER_NOUNS: Final = _words(
    """
    pump fan turbine generator car vehicle robot drive compressor elevator lift appliance tool drone train bicycle
    camera phone computer separator filter sensor housing holder case cover bracket shaft core lamination part
    component kit assembly accessory container crucible packaging mould mold lens window screw electrode insert
    furniture yarn pot bag drum scrap swarf waste sludge residue ore concentrate slag material product goods hook
    packing gasket tube substrate display glass glasses semiconductor chip led mri magnetron steelmaking metallurgy
    blank
    """
)
OTHER_NOUNS_ZH: Final = _words(
    """
    水泵 泵 风机 风扇 风电 发电机 汽车 车辆 机器人 压缩机 电梯 家电 工具 无人机 火车 相机 手机 电脑 传感器
    外壳 壳 壳体 盒 盒子 包装盒 包装 桶 袋 瓶 箱 轴 转子轴 铁芯 磁芯 支架 零件 部件 配件 附件 组件 容器 坩埚
    模具 镜片 镜头 窗口 窗片 螺丝 螺钉 电极 刀片 硬质合金 家具 纱线 餐具 锅 废料 废 边角料 矿 精矿 矿渣 衬底
    玻璃 磁力片 半导体 芯片 负极材料 正极材料 材料 原料 毛坯 不锈钢 核磁共振 陶瓷餐具 导磁片 轭铁
    电池负极材料 轴承
    """
)
RARE_EARTH: Final = ("rare earth", "rare earths", "heavy rare earth", "light rare earth", "稀土", "轻稀土", "重稀土")
# What is made to hold a material does not contain it.
CONTAINERS: Final = frozenset(
    _words(
        """
        container containers crucible crucibles packaging case cases holder holders bag bags box boxes drum drums
        bottle bottles 盒 盒子 包装盒 包装 桶 袋 瓶 箱 容器 坩埚
        """
    )
)

# Said of a material they say that it is not there; before anything else they put it in doubt.
NEGATIONS: Final = ("no", "non", "free of", "zero", "nil")
NEGATIONS_ZH: Final = ("不含", "无", "不含有", "未含", "没有", "未添加")
WITHOUT: Final = ("without", "不带", "excl", "excluding")
# After an element's name: "Dy-free", "Dy: none".
FREE_AFTER: Final = ("free", "none", "nil", "absent")

# Any of these puts everything that was read in doubt.
DOUBT: Final = _words(
    """
    maybe perhaps possibly probably may might could declared labelled labeled marked disguised hidden concealed
    actually really called supposedly allegedly instead substitute replaces replacement replacing alternative
    equivalent similar like imitation dummy mock fake simulated ignore not isn't never neither nor but unknown
    unspecified undeclared unclear tbc tbd unconfirmed assumed presumably sold passed smuggled
    """
)
DOUBT_ZH: Final = _words(
    """
    可能 疑似 也许 大概 申报 申报为 伪报 伪装 夹藏 夹带 实为 实际 实际为 其实 冒充 仿 仿制 替代 代替 类似 相当于
    不是 并非 非 待确认 待定 不详 未知 未注明 未说明 不明 谎报
    """
)
# These put in doubt only the element they stand beside.
UNMEASURED: Final = (
    *_words(
        "measured tested analysed analyzed determined certificate see tba added low trace detected reduced residual"
    ),
    *("may contain", "might contain", "can contain", "could contain", "possibly containing"),
)
UNMEASURED_ZH: Final = _words("可能含 可能含有 未检测 未检出 未测 见证书 见检测报告 添加 低 微量 痕量 待检 未测定")

ALSO: Final = _words("and plus & + 和 与 及 以及 并 另")
EITHER: Final = ("or", "或", "或者", "and/or")
FOR: Final = ("for", "用于", "适用于", "供", "to make", "used for", "used in", "suitable for", "for use in")
USED_BEFORE: Final = _words("用 专用 使用 用的 配套")
WITH: Final = _words(
    """
    with w/ containing including incl incorporating contains having 带 含 内含 配 附 内置 含有 包括 包含
    """
)
OF: Final = ("of",)
PLACED: Final = _words(
    """
    on in into from by at as to using via onto between around 装在 安装在 固定在 贴在 嵌入 安装于 固定于 装于
    """
)
# Of these a part is built in; "including" may as well speak of what is packed beside.
BUILT_IN: Final = frozenset(_words("with w/ having 带 含 内含 内置 含有"))
FIXING: Final = frozenset(
    _words(
        """
        fixed mounted surface-mounted glued embedded inserted 固定在 安装在 装在 贴在 嵌入 安装于 固定于 装于
        """
    )
)
LINK_ZH: Final = ("的",)
# Beside a part they say that it travels as goods of its own.
EXTRA: Final = _words(
    """
    spare extra separate separately loose additional replacement accessory kit set pack plus also individually
    unmounted more other others etc various assorted miscellaneous
    """
)
EXTRA_ZH: Final = _words("等 等货物 等等 及其 备用 备件 另附 附赠 散装 单独 另外 另配 额外")

# Small words and goods of other European languages. One of them is enough: nothing is read then.
FOREIGN: Final = _words(
    """
    und oder mit ohne aus fur fuer der das dem des eine einen von zum zur nicht kein keine auf bei magnete magneten
    magnetpulver motoren eisen seltene erden legierung pulver seltenerd ferritmagnet ferritmagnete dauermagnet
    dauermagnete kupfer werkstoff
    les du une avec sans pour ou aimant aimants moteur moteurs poudre alliage terre terres rares oxyde cuivre
    el los las una con para por iman imanes motores polvo aleacion tierras raras oxido cobre ferrita
    il lo gli di della il senza magneti motore motori polvere lega ossido terre rame ferriti
    het een van met zonder voor magneet magneten
    bez dla magnesy silnik
    com sem imas liga terras
    dan untuk tanpa
    ve icin olmayan miknatis
    """
)
