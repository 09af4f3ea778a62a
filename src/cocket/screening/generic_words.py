"""Words that many firms bear and that tell none of them apart; the index adds what it finds common itself."""

_IN_LETTERS = """
air ground land sea studies study group holding holdings enterprise enterprises venture ventures partner
partners associates joint division branch office subsidiary works factory plant mill mills industry
industries industrial technology technologies technical technics tech techno system systems solution
solutions service services product products production manufacturing manufacture manufacturer fabrication
engineering engineers engineered research development design innovation innovations innovative consulting
management operations operation maintenance repair supply supplies trading trade commerce commercial import
imports export exports logistics transport transportation shipping freight distribution sales marketing
market aerospace aviation aero aeronautical aeronautics aircraft airlines space satellite defense defence
military security safety tactical mission missile missiles weapon weapons ordnance unmanned drone drones
robotics robot marine maritime ocean naval navy ship ships shipbuilding shipyard offshore electric
electrical electronic electronics electro semiconductor semiconductors circuit circuits sensor sensors optic
optics optical photonics laser lasers instrument instruments control controls automation digital data
computer computers computing software hardware network networks communication communications telecom info
information intelligence intelligent ai internet media imaging vision energy power nuclear fuel fuels oil
gas solar wind battery batteries environmental water material materials metal metals metallurgy steel alloy
alloys mining minerals chemical chemicals chemistry chemie plastic plastics rubber glass ceramic ceramics
paper textile magnet magnets magnetic magnetics machine machines machinery mechanical mechanics motor motors
engine engines turbine turbines pump pumps tool tools equipment component components part parts automotive
auto automobile vehicle vehicles truck trucks medical health healthcare hospital pharma pharmaceutical
pharmaceuticals bio biotech life science sciences food foods agriculture agricultural construction building
real estate property institute institution university universitat universite college school academy
laboratory laboratories lab labs center centre agency ministry department bureau association foundation
forum council committee bank banking finance financial capital investment investments insurance general
global world worldwide international universal united national federal state central advanced applied
integrated precision special specialty modern new first best super prime premium smart green heavy light
high low deep micro nano mini mega total complete north south east west northern southern eastern western
pacific atlantic overseas american america usa us uk european europe eu asia asian africa african china
chinese japan japanese korea korean taiwan germany german deutschland deutsche france french francaise italy
italian italia spain spanish espana british britain england swiss switzerland austria austrian poland polish
polska czech netherlands dutch belgium belgian sweden swedish norway danish denmark finland canada canadian
mexico brazil brasil india indian russia russian turkey turkish israel singapore malaysia thailand vietnam
indonesia philippines australia australian hong kong macau beijing shanghai shenzhen guangzhou tianjin tokyo
osaka kyoto nagoya seoul taipei london paris berlin york california texas kogyo seisakusho shoji sangyo
denki kikai gijutsu kaihatsu seiki
"""
GENERIC = frozenset(_IN_LETTERS.split())
# Some of them cut short; those that are names of people as well (Dev, Eng) left out.
CUT_SHORT = frozenset(
    """ind inds engrg engg grp natl ctr intl univ mfg manufg sys syst devt mgmt mgt svc svcs hldg hldgs equip eqpt
    pharm chem elec""".split()
)

# Words too small to count when two sets of words are compared.
_LITTLE = "of for in on at by to de du des la le les der die das und et y e von van di da do"
LITTLE = frozenset(_LITTLE.split())

# The same word in another number, as an adjective or cut short; the first of each line stands for all.
_SAME = """
technology technologies technical tech
system systems sys
industry industries industrial ind inds
engineering engineers eng engrg
solution solutions
service services svc svcs
product products prod
defense defence
center centre ctr
holding holdings hldgs
laboratory laboratories lab labs
international intl
national natl
manufacturing manufacture mfg
communication communications comm comms
electronic electronics
material materials matls
missile missiles
aeronautics aeronautical
institute institution inst
university univ
group grp
enterprise enterprises
operation operations ops
management mgmt
development dev
machinery machine machines
motor motors
engine engines
drone drones
robotics robot robots robotic
network networks
sensor sensors
science sciences
magnet magnets magnetic magnetics
"""
SAME_WORD = {word: line.split()[0] for line in _SAME.splitlines() for word in line.split()}

_IN_HAN = """
解决方案 高科技 无人机 机器人 发动机 人工智能 半导体 研究开发 研究所 研究院 研究 实验室 进出口 事业部 事业所
控股 集团 企业 公司 科技 技术 工业 实业 产业 事业 工程 制造 制作 制品 服务 系统 方案 产品 设备 装备 机械
机电 电气 电机 电子 电器 电力 电路 材料 金属 钢铁 化学 化工 医药 制药 生物 试剂 环保 能源 动力 汽车 车辆
造船 船舶 舰艇 海洋 海事 重工业 重工 精密 精工 航空 航天 航太 宇航 宇宙 空间 防务 防卫 国防 安全 军械 导弹
火控 战术 任务 地面 陆上 网络 通信 通讯 信息 情报 软件 数据 智能 光电 光学 光子 传感器 仪器 仪表 自动化 物流
运输 贸易 商贸 商事 商社 投资 金融 银行 管理 咨询 开发 发展 应用 先进 综合 联合 特殊 国际 全球 环球 世界
中心 大学 学院 学校 机构 协会 论坛 联盟 支店 分店 分部 维修 维护 总部 稀土 磁材 磁业 磁性 新材料 美国 日本
中国 德国 法国 英国 意大利 荷兰 捷克 波兰 比利时 韩国 台湾 新加坡 印度 俄罗斯 加拿大 欧洲 亚洲 北京 上海
深圳 广州 天津 宁波 香港 东京 大阪 地区 有限责任 有限 责任 股份 与 和 及 的
"""
GENERIC_HAN = frozenset(_IN_HAN.split())
LONGEST_GENERIC_HAN = max(map(len, GENERIC_HAN))
