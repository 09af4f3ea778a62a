"""Families of magnets, trade names, grades, and the parts from which names of compounds are put together."""

from typing import Final

RARE_EARTH_FAMILIES: Final = "NdFeB SmCo SmFeN Ce other_family"
FAMILIES: Final[dict[str, str]] = {
    "NdFeB": "ndfeb, nd fe b, ndfe b, nd2fe14b, neodymium iron boron, neodymium magnet, neo magnet, 钕铁硼,"
    " 钕磁铁, 钕磁体",
    "SmCo": "smco, sm co, smco5, sm2co17, samarium cobalt, 钐钴",
    "SmFeN": "smfen, sm fe n, samarium iron nitrogen, samarium iron nitride, 钐铁氮",
    "ferrite": "ferrite magnet, hard ferrite, strontium ferrite, barium ferrite, ceramic magnet, ferrite,"
    " 铁氧体, 永磁铁氧体,"
    " 锶铁氧体, 钡铁氧体",
    "AlNiCo": "alnico, al ni co, alnico magnet, aluminium nickel cobalt, 铝镍钴",
    "Ce NdFeB": "cerium magnet, 铈磁体, 铈磁铁",
    RARE_EARTH_FAMILIES: "rare earth magnet, rare earth permanent magnet, rare earth permanent magnet material,"
    " 稀土永磁,"
    " 稀土永磁体, 稀土永磁材料, 稀土磁体, 稀土磁铁, 稀土磁钢",
}
# These families name the goods as magnets, too.
NAMES_A_MAGNET: Final = ("magnet", "磁体", "磁铁", "磁钢", "永磁材料", "永磁", "永磁体")
# These families can free: every word of the description must have been understood.
FREEING_FAMILIES: Final = frozenset({"ferrite", "AlNiCo", "SmFeN", "Ce", "other_family"})
# Other makers' names: they tell the family and never what else is in the magnet.
TRADE_NAMES: Final[dict[str, str]] = {
    "NdFeB": "vacodym, neomax, magnequench, mqp, neodelta",
    "SmCo": "recoma, vacomax",
}

# An element's name before one of these is the name of a compound.
OXIDE_WORDS: Final = ("oxide", "sesquioxide", "dioxide", "trioxide", "pentoxide", "monoxide")
SALT_WORDS: Final = (
    *("nitrate", "chloride", "carbonate", "fluoride", "sulfate", "sulphate", "acetate", "oxalate", "hydroxide"),
    *("bromide", "iodide", "phosphate", "nitride", "boride", "hexaboride", "carbide", "silicide", "sulfide"),
    *("sulphide", "phosphide", "arsenide", "antimonide", "telluride", "selenide", "hydride", "citrate"),
    *("acetylacetonate", "tungstate", "molybdate", "antimonate", "germanate", "stearate", "octoate", "triflate"),
)
OXIDE_PREFIXES_ZH: Final = (
    *("氧化", "二氧化", "三氧化", "三氧化二", "五氧化二", "四氧化三", "一氧化", "七氧化四", "十一氧化六"),
    *("氧化亚", "氧化高"),
)
SALT_PREFIXES_ZH: Final = (
    *("硝酸", "碳酸", "氯化", "氟化", "硫酸", "草酸", "醋酸", "乙酸", "氢氧化", "碳化", "氮化", "硼化", "六硼化"),
    *("硅化", "硫化", "磷化", "砷化", "锑化", "碲化", "硒化", "氢化", "磷酸", "溴化", "碘化", "柠檬酸", "三氟化"),
    *("三氯化", "四氯化", "钨酸", "钼酸", "锑酸", "锗酸"),
)
HYDRATES: Final = ("hydrate", "hexahydrate", "heptahydrate", "pentahydrate", "trihydrate", "octahydrate", "anhydrous")
# "Praseodymium-neodymium" and its short forms name two elements at once.
PAIRS: Final[dict[str, str]] = {
    "Pr Nd": "prnd, ndpr, pr nd, nd pr, didymium, praseodymium neodymium, neodymium praseodymium, 镨钕, 钕镨",
}
