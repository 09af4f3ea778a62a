"""The words people use for kinds of goods, families, movements, users and uses, each with the value it means.

Matching is by the whole text, case, plural and punctuation aside: a word that is not here is no reason to guess.
"""

import re
from collections.abc import Mapping

KINDS = {
    "metal": "metal, pure metal, 金属, 金属块",
    "alloy": "alloy, alloys, master alloy, 合金",
    "target": "target, sputtering target, 靶, 靶材, 溅射靶材",
    "magnet": "magnet, permanent magnet, sintered magnet, bonded magnet, arc magnet, ring magnet, disc magnet,"
    " block magnet,"
    " segment magnet, magnetic material, magnetic materials, 磁体, 永磁体, 磁钢, 磁铁, 永磁材料, 磁性材料",
    "magnet_powder": "magnet powder, magnetic powder, 磁粉",
    "simple_magnet_assembly": "simple magnet assembly, magnet assembly, 磁组件, 简单磁组件",
    "rotor_assembly": "rotor assembly on core with shaft, rotor assembly, rotor, motor rotor, stator, stator assembly,"
    " 转子, 电机转子, 转子组件, 定子, 定子组件",
    "fixed_assembly": "fixed assembly on plate or core, fixed assembly, magnets on plate, 固定组件",
    "moulded_sensor": "moulded sensor assembly, moulded sensor, sensor assembly, 传感器组件",
    "motor": "motor, electric motor, 电机, 电动机, 马达",
    "electronic_product": "electronic product, loudspeaker, headphones, speaker, 电子产品, 扬声器, 耳机",
    "magnetic_attachment_product": "product with magnetic attachment part, magnetic attachment product, 磁吸产品",
    "oxide": "oxide, 氧化物",
    "compound": "compound, salt, carbonate, chloride, fluoride, nitrate, 化合物, 碳酸盐, 氯化物, 氟化物, 硝酸盐",
    "mixture": "mixture, 混合物",
    "phosphor": "phosphor, 荧光粉",
    "calcined_catalyst": "calcined catalyst, catalyst, 催化剂, 焙烧催化剂",
    "crystal": "crystal, single crystal, 晶体",
    "ceramic": "ceramic, ceramic material, 陶瓷",
    "pharmaceutical_compound": "pharmaceutical compound, 药用化合物",
    "fibre": "fibre, fiber, optical fibre, 光纤",
    "wafer": "wafer, 晶片, 晶圆",
    "graphite_block": "graphite block, 石墨块",
    "graphite_powder": "graphite powder, 石墨粉",
    "spherical_graphite": "spherical natural flake graphite, spherical graphite, 球形石墨",
    "reinforced_graphite": "reinforced graphite product",
    "sintered_product": "sintered product, 烧结制品",
    "unsintered_mixture": "unsintered mixture",
    "photovoltaic_module": "photovoltaic module, solar module, 光伏组件",
    "battery": "battery, cell, lithium-ion cell, 电池",
    "equipment": "equipment, machine, 设备",
    "drone": "drone, unmanned aerial vehicle, unmanned aircraft, uav, 无人机, 无人驾驶航空器, 无人驾驶飞机",
    "technology": "technology, technical data, 技术",
    "powder": "powder, 粉末",
    "solid_metal": "solid metal",
    "metal_product": "metal product, 金属制品",
    "magnetic_refrigeration_material": "magnetic refrigeration material, 磁制冷材料",
    "magnetostrictive_material": "magnetostrictive material, 磁致伸缩材料",
    "hydrogen_storage_material": "hydrogen storage material, 储氢材料",
    "hydrogen_absorbing_material": "hydrogen absorbing material, 吸氢材料",
    "thermal_barrier_coating_material": "thermal barrier coating material, 热屏蔽涂层材料",
    "functional_material": "functional material, 功能材料",
    "other_goods": "toy, toys, textile, textiles, other goods, 玩具, 纺织品, 其他",
}
FAMILIES = {
    "NdFeB": "ndfeb, nd-fe-b, nd fe b, neo, neodymium, neodymium iron boron, 钕铁硼",
    "SmCo": "smco, sm-co, samarium cobalt, smco5, sm2co17, 钐钴",
    "SmFeN": "smfen, sm-fe-n, samarium iron nitrogen, 钐铁氮",
    "ferrite": "ferrite, hard ferrite, ceramic ferrite, 铁氧体",
    "AlNiCo": "alnico, al-ni-co, 铝镍钴",
    "Ce": "ce, cerium, cerium magnet, 铈磁体",
    "other_family": "other, 其他",
}
MOVEMENTS = {
    "export": "export, export out of the chinese mainland, 出口",
    "transit": "transit, transhipment, transit through china, 过境, 转运, 通运",
    "from_special_area": "from a special customs area to abroad, from bonded zone, 保税区出境",
    "into_special_area": "within china into a special customs area, into bonded zone, 进入保税区",
    "reexport_abroad": "re-export from abroad, re-export, reexport, 再出口, 境外再出口",
    "foreign_made": "export of foreign-made goods, foreign made, 境外制造",
}
USER_TYPES = {
    "civil": "civil, civilian, commercial, 民用",
    "military": "military, armed forces, defence, defense, 军用, 军队",
}
# Bare "mining" or "metal smelting" is no field: it may be of another metal, which other lists speak of.
FIELDS = {
    "magnet_making": "magnet making, magnet manufacturing, 磁材制造",
    "rare_earth_mining": "rare-earth mining, 稀土开采",
    "rare_earth_separation": "rare-earth smelting and separation, rare-earth separation, rare-earth extraction and"
    " separation, rare-earth extraction and separation processes, 稀土冶炼分离, 稀土萃取分离, 稀土萃取分离工艺技术",
    "rare_earth_metal": "rare-earth metal smelting, rare-earth metal and alloy making, rare-earth metal making,"
    " production of rare-earth metals and alloys, 稀土金属冶炼, 稀土金属及合金材料的生产技术",
    "rare_earth_recycling": "rare-earth recycling, recycling of rare earths, 稀土二次资源回收利用",
    "rare_earth_production_line": "assembly and upkeep of rare-earth production lines, 稀土生产线装配",
    "plasma_jet_deposition": "direct-current arc plasma jet deposition, dcpcvd, 直流电弧等离子体喷射化学气相沉积",
    "lithium_cell_making": "lithium-ion cell making, lithium-ion battery making, 锂离子电池制造",
    "cathode_making": "cathode material making, cathode material preparation, battery cathode materials, 正极材料制备,"
    " 电池正极材料制备技术",
    "graphite_anode_making": "graphite anode making, 石墨负极材料制造",
    "rare_earth_leaching": "leaching of ionic rare-earth ore, leaching of ion-type rare-earth ore, 离子型稀土矿浸取,"
    " 离子型稀土矿山浸取工艺",
    "rare_earth_calcium_oxyborate": "rare-earth calcium oxyborate, preparation of rare-earth calcium oxyborate,"
    " 稀土硼酸氧钙制备, 稀土硼酸氧钙制备技术",
    "lfp_cathode_making": "lfp cathode preparation, lfp cathode making, lithium iron phosphate preparation,"
    " lithium iron phosphate for batteries, 磷酸铁锂制备, 电池用磷酸铁锂制备技术",
    "lmfp_cathode_making": "lmfp cathode preparation, lmfp cathode making,"
    " lithium manganese iron phosphate preparation, lithium manganese iron phosphate for batteries,"
    " 磷酸锰铁锂制备, 电池用磷酸锰铁锂制备技术",
    "phosphate_precursor_making": "phosphate precursor preparation, phosphate cathode precursors,"
    " preparation of phosphate cathode precursors, 磷酸盐正极原材料制备, 磷酸盐正极原材料制备技术",
    "lithium_extraction": "lithium extraction, lithium from brine, lithium extraction from brine,"
    " lithium extraction from spodumene, lithium carbonate from spodumene, lithium hydroxide from spodumene,"
    " lithium metal or alloy and lithium products, lithium metal making, purified lithium-bearing solution,"
    " 卤水提锂, 卤水提锂技术, 锂辉石提锂生产碳酸锂技术, 锂辉石提锂生产氢氧化锂技术,"
    " 金属锂（合金）及锂材制备技术, 含锂净化液制备技术",
    "gallium_extraction": "gallium extraction, gallium from alumina mother liquor, gallium extraction from alumina"
    " mother liquor, extraction of gallium from alumina mother liquor, 从氧化铝母液中提取金属镓",
}
TEMPORARY = {
    "inbound_repair_return": "return after repair or test in china",
    "outbound_repair": "sent out for repair or test, repair abroad",
    "exhibition_in_china": "exhibition in china",
    "exhibition_abroad": "exhibition abroad",
    "civil_aircraft_parts": "civil aircraft parts",
}
CIVIL_USES = (
    r"civil|commercial|consumer|household|car\b|cars|automotive|vehicle|electric motor|motors?\b|turbine|wind|"
    r"loudspeaker|headphone|elevator|lift\b|appliance|medical|mri|industrial automation|pump|compressor|"
    r"batter(y|ies)|phone|sensor|research at a university|民用|汽车|风电|家电|电梯|医疗|消费电子"
)
DESTRUCTION = (
    r"missile|rocket|launch vehicle|nuclear weapon|chemical weapon|biological weapon|warhead|wmd|mass destruction|"
    r"导弹|火箭|核武|生化武器"
)
ARMS = (
    r"militar|navy|naval|army|air force|weapon|munition|defen[cs]e|fighter|warship|warplane|submarine|torpedo|"
    r"armou?red|combat|\btanks?\b|军事|军用|武器|国防"
)
# A barred use named anywhere in the words prevails over a civil one ("missile battery" is no battery).
USE_PATTERNS: tuple[tuple[str, str], ...] = (
    ("wmd", DESTRUCTION),
    ("terrorism", r"terroris|恐怖"),
    ("military_potential", r"military (strength|potential)|军事实力|军事潜力"),
    ("military", ARMS),
    ("military_ai", r"military.*artificial intelligence|artificial intelligence.*military"),
    ("memory_256", r"(25[6-9]|2[6-9]\d|[3-9]\d\d)[- ]?(layer|层)"),
    ("medical_emergency", r"emergency medical|紧急医疗|急救"),
    ("public_health_emergency", r"public[- ]health emergency|公共卫生紧急"),
    ("disaster_relief", r"disaster relief|救灾|灾害救助"),
    ("civil", CIVIL_USES),
)
NANOMETRES = re.compile(r"(\d+)\s*(nm|nanomet|纳米)")


def _index(table: Mapping[str, str]) -> dict[str, str]:
    return {key_of(word): value for value, words in table.items() for word in (value, *words.split(","))}


def key_of(text: str) -> str:
    """The form in which two spellings of one word are the same."""
    words = re.sub(r"[\s_\-]+", " ", text.strip().lower())
    return words[:-1] if words.endswith("s") and not words.endswith("ss") and words.isascii() else words


TABLES: dict[str, dict[str, str]] = {
    "kind": _index(KINDS),
    "family": _index(FAMILIES),
    "movement": _index(MOVEMENTS),
    "end_user_type": _index(USER_TYPES),
    "technology_field": _index(FIELDS),
    "temporary.kind": _index(TEMPORARY),
}


def find(fact: str, text: str) -> str | None:
    """The vocabulary's value for a word, or None when the word is not known."""
    return TABLES[fact].get(key_of(text))


def find_end_use(text: str) -> str | None:
    """The class of a use described in words; None leaves it open, which asks for it again."""
    lowered = text.strip().lower()
    chips = NANOMETRES.search(lowered)
    if chips and re.search(r"logic|逻辑", lowered):
        return "logic_14nm" if int(chips.group(1)) <= 14 else "civil"
    for value, pattern in USE_PATTERNS:
        if lowered == value or re.search(pattern, lowered):
            return value
    return None
