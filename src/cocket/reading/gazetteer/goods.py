"""Nouns that say what goods are, each with the kinds of the vocabulary it can stand for, in English and Chinese.

A noun is here only if it says so by itself. Where a noun leaves it open, all kinds it can stand for are named: too
many kinds cost a question, one too few can free a controlled thing. English plurals are found by themselves.
"""

from typing import Final

from cocket.reading.gazetteer.equipment import EQUIPMENT, SOFTWARE

ASSEMBLIES: Final = "simple_magnet_assembly fixed_assembly rotor_assembly"
POWDERS: Final = (
    "metal alloy magnet_powder oxide compound mixture ceramic phosphor calcined_catalyst graphite_powder other_powder"
)
# A piece of something: of which kind, the words beside it say.
METALLIC: Final = "metal alloy"
PIECES: Final = "metal alloy metal_article other_goods"

# Kinds by noun: the goods are what the last noun says ("motor magnet" is a magnet).
HEADS: Final[dict[str, str]] = {
    "magnet": "magnet, permanent magnet, magnetic tile, magnet segment, magnet block, magnet ring, magnet disc,"
    " magnet"
    " sheet, 磁体, 永磁体, 磁钢, 磁铁, 永磁铁, 永磁材料, 磁瓦, 磁环, 吸铁石, 磁石, 磁片, 磁块, 永磁",
    "magnet_powder": "magnet powder, magnetic powder, 磁粉, 永磁粉",
    "magnet magnet_powder": "magnetic material, magnet material, 磁性材料, 磁材",
    "simple_magnet_assembly": "simple magnet assembly, simple magnetic assembly, 简单磁组件",
    ASSEMBLIES: "magnet assembly, magnetic assembly, magnet component, 磁组件, 磁性组件, rotor, stator, motor rotor,"
    " motor stator, rotor assembly, stator assembly, 电机转子, 电机定子, 转子组件, 定子组件, 定子",
    "magnet " + ASSEMBLIES: "magnetic part, magnet part, magnetic component, 磁性部件, 磁性元件, 磁性零件, 转子",
    "magnet simple_magnet_assembly magnetic_attachment_product": "pot magnet, magnetic hook, magnet hook",
    "fixed_assembly": "fixed assembly, 固定组件",
    "motor": "motor, electric motor, servo motor, stepper motor, dc motor, ac motor, brushless motor, 电机,"
    " 马达, 电动机,"
    " 伺服电机, 步进电机, 直流电机, 无刷电机, 永磁电机, 同步电机, 永磁同步电机, 无刷直流电机, 直流无刷电机, 微电机",
    "electronic_product": "loudspeaker, speaker, headphone, earphone, headset, 扬声器, 喇叭, 音箱, 耳机, 蓝牙耳机,"
    " smartphone, mobile phone, tablet computer, laptop, 手机, 笔记本电脑",
    "photovoltaic_module": "photovoltaic module, pv module, solar module, solar panel, 光伏组件, 太阳能组件, 光伏板",
    "battery": "battery, lithium battery, lithium ion battery, lithium ion cell, battery pack, lithium cell,"
    " 电池, 锂电池,"
    " 锂离子电池, 电池组, 锂电池组, 电芯",
    # goods of the list's other categories, and arms: whatever kind they are called, a person looks
    "equipment": EQUIPMENT,
    "drone": "drone, unmanned aerial vehicle, unmanned aircraft, uav, quadcopter, 无人机, 无人驾驶航空器, 无人驾驶飞机",
    "technology": "technology, technical data, technical drawing, process documents, know how, 技术, 技术资料,"
    " 工艺技术,"
    " 图纸, 工艺文件, 工艺参数, process parameters, " + SOFTWARE,
    "oxide": "oxide, sesquioxide, dioxide, trioxide, pentoxide, monoxide, 氧化物",
    "oxide mixture": "mixed oxide, mixed rare earth oxide, 混合氧化物, 混合稀土氧化物",
    "compound": "compound, salt, 化合物, 盐",
    "mixture": "mixture, blend, 混合物",
    "mixture compound": "solution, slurry, suspension, 溶液, 浆料",
    "mixture ": "unsintered mixture, unsintered powder mix, unsintered powder mixture, 未烧结混合物, 未烧结混合粉",
    "mixture " + POWDERS: "powder mix, powder mixture, 混合粉",
    "target": "target, sputtering target, 靶, 靶材, 溅射靶, 溅射靶材",
    "alloy": "alloy, master alloy, hardener alloy, ferroalloy, 合金, 中间合金, 母合金, 甩带片, 速凝片,"
    " strip cast flake",
    "metal": "metal, 金属",
    "phosphor": "phosphor, 荧光粉",
    "calcined_catalyst": "calcined catalyst, 焙烧催化剂",
    "calcined_catalyst mixture compound": "catalyst, 催化剂",
    "crystal": "crystal, single crystal, laser crystal, scintillation crystal, 晶体, 单晶, 激光晶体, 闪烁晶体",
    "ceramic": "ceramic, ceramic ring, ceramic plate, ceramic tube, ceramic substrate, 陶瓷, 陶瓷片, 陶瓷环, 陶瓷管,"
    " 陶瓷基板",
    "ceramic oxide": "dental block, dental blank, 义齿瓷块, 牙科瓷块",
    "fibre": "optical fibre, optical fiber, doped fibre, doped fiber, 光纤, 掺杂光纤",
    "wafer": "wafer, 晶片, 晶圆",
    "graphite_block": "graphite block, artificial graphite block, synthetic graphite block, 石墨块, 人造石墨块",
    "graphite_powder": "graphite powder, 石墨粉",
    "spherical_graphite": "spherical graphite, spheroidal graphite, spherical natural graphite,"
    " spherical natural flake"
    " graphite, 球形石墨, 球化石墨, 球形天然石墨",
    "graphite_powder graphite_block spherical_graphite graphite_product": "flake graphite, natural graphite,"
    " natural flake graphite, graphite, 石墨, 鳞片石墨, 天然石墨, 天然鳞片石墨",
    "graphite_block graphite_powder graphite_product": "artificial graphite, synthetic graphite, 人造石墨",
    "other_goods": "plush toy, plastic toy, toy, building block, textile, 积木, 毛绒玩具, 塑料玩具, 玩具, 纺织品",
    "hydrogen_storage_material alloy": "hydrogen storage alloy, hydrogen storage material, 储氢合金, 储氢材料",
    "magnetostrictive_material alloy": "magnetostrictive material, magnetostrictive alloy, 磁致伸缩材料",
    "magnetic_refrigeration_material alloy compound": "magnetic refrigeration material, magnetocaloric material,"
    " 磁制冷材料",
    "alloy compound magnetic_refrigeration_material magnetostrictive_material hydrogen_storage_material"
    " hydrogen_absorbing_material thermal_barrier_coating_material phosphor crystal ceramic fibre": "functional"
    " material, 功能材料",
    PIECES: "metal product, 金属制品",
}

# Words that say the form of a substance named before them. Alone they say as much as stands here.
FORMS: Final[dict[str, str]] = {
    POWDERS: "powder, polishing powder, spray powder, thermal spray powder, 粉, 粉末, 粉体, 抛光粉, 喷涂粉, 热喷涂粉",
    POWDERS + " crystal": "micropowder, 微粉",
    METALLIC: "ingot, billet, 锭",
    PIECES: "rod, bar, wire, foil, sheet, plate, strip, tube, pipe, 棒, 丝, 箔, 板, 带材, 管",
    "": "lump, granule, pellet, chunk, flake, piece, bead, block, ring, disc, disk, cylinder, cube, sphere,"
    " ball, tile,"
    " segment, grain, 块, 粒, 颗粒, 环, 片, 柱, 球, 圆环, 圆片",
}

# Where these kinds are read, goods may become free: every word of the description must have been understood.
FREEING: Final = frozenset(
    (
        *("rotor_assembly", "fixed_assembly", "moulded_sensor", "motor", "electronic_product"),
        *("magnetic_attachment_product", "phosphor", "calcined_catalyst", "crystal", "ceramic"),
        *("pharmaceutical_compound", "fibre", "reinforced_graphite", "sintered_product", "photovoltaic_module"),
        *("battery", "equipment", "technology", "other_powder", "other_goods", "magnetic_refrigeration_material"),
        *("magnetostrictive_material", "hydrogen_storage_material", "hydrogen_absorbing_material"),
        *("thermal_barrier_coating_material", "graphite_product", "radiation_probe", "optic", "ore", "metal_article"),
        *("tool", "drone"),
    )
)
# Every kind that was thought of when the tables above were written. A kind that the law's vocabulary gains has to be
# put into each set of kinds that it may belong to, and then here: a set that lacks it would be too narrow.
CONSIDERED: Final = FREEING | {
    *("metal", "alloy", "target", "magnet", "magnet_powder", "simple_magnet_assembly", "oxide", "compound", "mixture"),
    *("wafer", "graphite_block", "graphite_powder", "spherical_graphite"),
}
MAGNETS: Final = frozenset({"magnet", "magnet_powder", "simple_magnet_assembly", "fixed_assembly", "rotor_assembly"})
# What holds magnets without being one: a magnet told of as its part adds no second product.
HOLDS_MAGNETS: Final = frozenset(
    {"motor", "electronic_product", "rotor_assembly", "fixed_assembly", "simple_magnet_assembly", "moulded_sensor"}
)
TOOLS: Final = frozenset({"equipment", "technology"})  # told apart by what they are for
CATCHING: Final = TOOLS | {"drone"}  # kinds that free less than any other of those that free
MADE_OF: Final = frozenset(
    {"ceramic", "crystal", "phosphor", "fibre", "photovoltaic_module", "calcined_catalyst", "pharmaceutical_compound"}
    | {"hydrogen_storage_material", "magnetostrictive_material", "magnetic_refrigeration_material"}
)
# Nouns that tell of a motor or battery how it works and not what lies beside it.
MODIFIERS: Final = frozenset({"permanent magnet", "永磁", "永磁体", "lithium", "motor", "电机"})
ON_A_SHAFT: Final = frozenset({"shaft", "core", "laminated core", "iron core", "轴", "轴上", "铁芯", "叠片"})
ON_A_PLATE: Final = frozenset({"plate", "steel plate", "iron plate", "back plate", "钢板", "铁板", "背板"})
# A name of a magnet material without a noun ("sintered NdFeB N42") is one of these.
MAGNET_MATERIAL: Final = frozenset({"magnet", "magnet_powder", "alloy", "simple_magnet_assembly"})
# Of these a toy is no magnet, if nothing else in the words speaks of one.
TOY_STUFF: Final = ("plush", "plastic", "wooden", "cotton", "soft", "textile", "毛绒", "塑料", "木制", "纺织")
# What is called a toy may be plain magnets, and was in cases that customs punished.
MAGNETIC_TOY: Final = frozenset({"magnetic_attachment_product", "other_goods", "magnet", "simple_magnet_assembly"})
