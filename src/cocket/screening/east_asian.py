"""Han and Hangul: surnames read in a way of their own, Cantonese readings, words of the trade in English.

Written down by us from common knowledge; a name that needs more than stands here is read in Pinyin only.
"""

# Surnames read otherwise than the letter commonly is.
HAN_SURNAMES = dict(
    pair.split(":")
    for pair in "单:shan 曾:zeng 解:xie 仇:qiu 查:zha 区:ou 翟:zhai 乐:yue 朴:piao 盖:ge 尉:yu 缪:miao".split()
)

CANTONESE = dict(
    pair.split(":")
    for pair in """
    陈:chan 黄:wong 李:lee 林:lam 张:cheung 梁:leung 吴:ng 刘:lau 何:ho 郑:cheng 杨:yeung 叶:yip 王:wong 周:chow
    冯:fung 邓:tang 曾:tsang 罗:lo 谢:tse 许:hui 蔡:choi 朱:chu 郭:kwok 马:ma 徐:tsui 胡:wu 苏:so 余:yu 卢:lo
    潘:poon 钟:chung 麦:mak 关:kwan 谭:tam 袁:yuen 简:kan 霍:fok 孙:suen 赵:chiu 方:fong 董:tung 邱:yau 彭:pang
    黎:lai 丘:yau 欧:au 文:man 家:ka 明:ming 志:chi 伟:wai 国:kwok 华:wah 强:keung 英:ying 美:mei 玲:ling 珍:chun
    荣:wing 永:wing 德:tak 文:man 建:kin 成:shing 德:tak 光:kwong 辉:fai 安:on 龙:lung 玉:yuk 宝:po 月:yuet
    娥:ngor 超:chiu 雄:hung 杰:kit 俊:chun 健:kin 康:hong 良:leung 振:chun 英:ying 嘉:ka 诚:shing 智:chi 子:tse
    小:siu 大:tai 伯:pak 锦:kam 树:shu 生:sang 兴:hing 平:ping 勇:yung
    """.split()
)

HANGUL_SURNAMES = dict(
    pair.split(":")
    for pair in """
    김:kim 이:lee 리:ri 박:park 최:choi 정:jung 강:kang 조:cho 윤:yoon 장:jang 임:lim 림:rim 한:han 오:oh 서:seo
    신:shin 권:kwon 황:hwang 안:ahn 송:song 류:ryu 유:yoo 전:jeon 홍:hong 고:ko 문:moon 양:yang 손:son 배:bae
    백:baek 허:heo 남:nam 심:sim 노:noh 로:ro 하:ha 곽:kwak 성:sung 차:cha 주:joo 우:woo 구:koo 민:min 진:jin
    지:ji 엄:eom 채:chae 원:won 천:chun
    """.split()
)

HAN_WORDS = dict(
    pair.split(":")
    for pair in """
    有限公司:co.,ltd 股份有限公司:co.,ltd 有限责任公司:co.,ltd 公司:company 集团:group 科技:technology
    技术:technology 机械:machinery 电子:electronics 贸易:trading 商贸:trading 国际:international
    进出口:import.export 实业:industrial 工业:industry 设备:equipment 电气:electric 电器:electric
    机电:electromechanical 材料:materials 新材料:new.materials 化工:chemical 化学:chemical 航空:aviation
    航天:aerospace 航运:shipping 船务:shipping 海运:shipping 物流:logistics 运输:transportation 能源:energy
    石油:petroleum 石化:petrochemical 半导体:semiconductor 通信:communication 通讯:communication 信息:information
    网络:network 软件:software 智能:intelligent 自动化:automation 精密:precision 仪器:instrument
    光电:optoelectronics 光学:optical 微电子:microelectronics 研究院:research.institute 研究所:research.institute
    研究中心:research.center 大学:university 学院:institute 中心:center 银行:bank 投资:investment 控股:holding
    发展:development 开发:development 工程:engineering 制造:manufacturing 汽车:automobile 生物:biological
    医药:pharmaceutical 医疗:medical 稀土:rare.earth 磁材:magnetic.materials 磁业:magnetics 金属:metal 钢铁:steel
    矿业:mining 资源:resources 供应链:supply.chain 系统:system 服务:service 管理:management 咨询:consulting
    文化:culture 建筑:construction 造船:shipbuilding 无人机:uav 机器人:robot 卫星:satellite 雷达:radar
    防务:defense 重工:heavy.industries 中国:china 北京:beijing 上海:shanghai 深圳:shenzhen 广州:guangzhou
    香港:hong.kong 天津:tianjin 日本:japan 美国:america 韩国:korea 德国:germany 三菱:mitsubishi 川崎:kawasaki
    富士通:fujitsu 三井:mitsui 住友:sumitomo 东京:tokyo 大阪:osaka 株式会社:co.,ltd
    公安部:ministry.of.public.security 部队:unit
    """.split()
)
HAN_WORDS = {han: english.replace(".,", " ").replace(".", " ") for han, english in HAN_WORDS.items()}
LONGEST_HAN_WORD = max(map(len, HAN_WORDS))
