"""Han writing: traditional and Japanese letters brought to the simplified ones in which the notices are written."""

# Where the scripts begin whose words are mostly not set apart in a firm's name: Han, kana, hangul. Normalised
# names hold next to nothing else from here on.
FIRST_HAN = "\u3005"

# Letters that stand in listed names or in common company words. Each group: simplified letter, then its other forms.
_GROUPS = """
与與 业業 东東 丰豐豊 亚亞亜 产產産 仓倉 传傳伝 会會 俪儷 兴興 军軍 决決 凯凱 冲沖衝 剂劑剤 剑劍剣 动動 务務
励勵 劲勁 华華 单單単 卫衛 压壓圧 厂廠 县縣県 发發発 变變変 号號 启啟啓 喷噴 团團団 国國 图圖図 圆圓円 圣聖
坛壇 声聲 处處処 备備 壹壱 奥奧 学學 宝寶宝 实實実 导導 将將 尔爾 属屬 岛島嶋 币幣 带帶帯 广廣広 应應応 开開
弹彈弾 录錄録 恒恆 战戰戦 户戶 护護 拟擬 摇搖 数數 无無 显顯顕 晓曉暁 术術 机機 杰傑 极極 构構 枪槍 标標
样樣様 桥橋 梦夢 检檢検 权權権 气氣気 汇匯 汉漢 沟溝 泽澤沢 测測 济濟済 涡渦 滨濱浜 点點 炼煉 热熱 爱愛 环環
现現 电電 画畫 监監 盐鹽塩 矿礦鉱 码碼 硕碩 种種 稳穩 筑築 红紅 级級 纤纖繊 纬緯 纯純 纳納 组組 细細 织織
终終 经經経 结結 给給 络絡 统統 继繼継 续續続 维維 综綜 缘緣縁 网網 罗羅 联聯 胜勝 脉脈 脱脫 舰艦 艺藝 节節
范範 药藥薬 荣榮栄 莱萊 萨薩 营營 补補 装裝 见見 观觀観 规規 计計 讯訊 训訓 设設 试試 话話 诚誠 语語 说說
诺諾 谊誼 谢謝 贝貝 负負 财財 责責 货貨 质質 贸貿 费費 资資 赛賽 车車 轨軌 转轉転 轮輪 软軟 轴軸 载載 辆輛
输輸 辽遼 达達 迈邁 运運 进進 远遠 连連 迹跡 适適 选選 酝醞 钛鈦 钢鋼 钧鈞 钨鎢 钱錢銭 钴鈷 铁鐵鉄 铜銅 铝鋁
铸鑄鋳 银銀 锂鋰 锋鋒 锻鍛 镇鎮 长長 门門 闭閉 间間 阳陽 际際 陆陸 险險険 随隨 难難 雾霧 静靜 韩韓 顶頂 项項
顺順 顾顧 顿頓 预預 领領 频頻 题題 风風 飞飛 马馬 驱驅駆 验驗験 鲁魯 鲍鮑 鸿鴻 鹏鵬 黄黃 齐齊斉 齿齒歯
龙龍竜 厅廳庁 两兩両 关關関 劳勞労 区區 厉厲 圈圏 塔墖 台臺 体體 举舉挙 乐樂楽 云雲 丽麗 伟偉 众眾衆 优優
价價価 内內 制製 论論 边邊辺 杆桿 猫貓 里裡裏 冈岡
"""
SIMPLIFIED = {ord(other): group[0] for group in _GROUPS.split() for other in group[1:] if other != group[0]}


def has_han(text: str) -> bool:
    return not text.isascii() and max(text) >= FIRST_HAN


def split_scripts(text: str) -> tuple[str, str]:
    """The letters of an alphabet and the Han letters of ``text``, with spaces where the others stood."""
    letters = "".join(letter if letter < FIRST_HAN else " " for letter in text)
    han = "".join(letter if letter >= FIRST_HAN else " " for letter in text)
    return letters.strip(), han.strip()
