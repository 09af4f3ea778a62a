"""Substances that the law knows by their name alone (`by_name_alone` in its vocabulary): no composition tells them.

A test holds that every spelling of the vocabulary is read here as the same substance.
"""

from typing import Final

BY_NAME: Final[dict[str, str]] = {
    "radioactive_source": (
        "放射源, radioactive source, neutron source, radium-226, ra-226, americium-241, am-241,"
        " americium-beryllium source, californium-252, cf-252, polonium-210, po-210, plutonium-238, pu-238,"
        " 中子源, 镭-226, 镅-241, 镅铍中子源, 锎-252, 钋-210"
    ),
    "carbon_fibre": (
        "碳纤维, carbon fibre, carbon fiber, carbon fibres, carbon fibre prepreg, 碳纤维预浸料,"
        " carbon fibre tow, carbon fiber tow, carbon fibre yarn, carbon fibre fabric, carbon fiber fabric,"
        " carbon fibre roving, 碳纤维布, 碳纤维丝束"
    ),
    "aramid_fibre": "芳族聚酰胺纤维, aramid fibre, aramid fiber, aramid yarn, para-aramid, 芳纶, 芳纶纤维, 对位芳纶",
    "strong_glass_fibre": (
        "高强玻璃纤维, high-strength glass fibre, high-strength glass fiber, s-glass, s-glass fibre,"
        " s2 glass, 高强度玻璃纤维"
    ),
    "fibre_composite": (
        "prepreg, carbon fibre composite, carbon fiber composite, carbon fibre reinforced plastic, cfrp,"
        " quartz fibre composite, boron fibre composite, metal matrix composite, 预浸料, 碳纤维复合材料,"
        " 石英纤维复合材料, 硼纤维复合材料"
    ),
    "carbon_carbon_composite": "碳-碳复合材料, carbon-carbon composite, c/c composite, carbon-carbon, 碳碳复合材料",
    "ceramic_composite": (
        "陶瓷复合材料, ceramic-matrix composite, ceramic matrix composite, ceramic composite, 陶瓷基复合材料"
    ),
    "heat_shield_material": (
        "heat shield material, ablative material, ablative heat shield, 烧蚀材料, 防热材料, 烧蚀防热材料"
    ),
    "other_precursor": (
        "sarin, soman, tabun, vx, sulfur mustard, mustard gas, lewisite, nitrogen mustard, saxitoxin,"
        " hydrogen cyanide, cyanogen chloride, chloropicrin, thiodiglycol, pinacolyl alcohol, pinacolone,"
        " dimethyl methylphosphonate, dmmp, methylphosphonyl difluoride, methylphosphonyl dichloride,"
        " trimethyl phosphite, triethyl phosphite, dimethyl phosphite, diethyl phosphite, triethanolamine,"
        " triethanolamine hydrochloride, methyldiethanolamine, ethyldiethanolamine, diethylaminoethanol,"
        " 2-diethylaminoethanol, 2-chloroethanol, dimethylamine, dimethylamine hydrochloride,"
        " benzilic acid, methyl benzilate, 3-quinuclidinol, 3-quinuclidone, 3-hydroxy-1-methylpiperidine,"
        " arsenic trichloride, 沙林, 梭曼, 塔崩, 维埃克斯, 芥子气, 路易氏剂, 氰化氢, 氯化氰, 三氯硝基甲烷,"
        " 氯化苦, 硫二甘醇, 频哪基醇, 频哪酮, 甲基膦酸二甲酯, 亚磷酸三甲酯, 亚磷酸三乙酯, 亚磷酸二甲酯,"
        " 亚磷酸二乙酯, 三乙醇胺, 甲基二乙醇胺, 二乙氨基乙醇, 2-氯乙醇, 二甲胺, 盐酸二甲胺, 三氯化砷"
    ),
    "propellant": (
        "ammonium perchlorate, ap oxidiser, ammonium dinitramide, hydrazine, hydrazine hydrate,"
        " monomethylhydrazine, unsymmetrical dimethylhydrazine, udmh, mmh, dinitrogen tetroxide,"
        " nitrogen tetroxide, red fuming nitric acid, hydroxyl-terminated polybutadiene, htpb,"
        " carboxyl-terminated polybutadiene, ctpb, 高氯酸铵, 肼, 水合肼, 甲基肼, 偏二甲肼, 四氧化二氮,"
        " 红烟硝酸, 端羟基聚丁二烯, 丁羟胶, 端羧基聚丁二烯, 固体推进剂, 液体推进剂"
    ),
    "other_explosive": (
        "adnbf, hns, hexanitrostilbene, cl-20, fox-7, petn, pentaerythritol tetranitrate, nto, octol,"
        " composition b, 六硝基茋, 太安, 季戊四醇四硝酸酯"
    ),
    "pathogen_or_toxin": (
        "bacillus anthracis, anthrax, yersinia pestis, francisella tularensis, brucella,"
        " burkholderia mallei, burkholderia pseudomallei, coxiella burnetii, clostridium botulinum,"
        " ebola virus, marburg virus, variola virus, lassa virus, dengue virus, chikungunya virus,"
        " nipah virus, yellow fever virus, african swine fever virus, foot-and-mouth disease virus,"
        " avian influenza virus, botulinum toxin, ricin, abrin, conotoxin, tetrodotoxin, shiga toxin,"
        " aflatoxin, t-2 toxin, staphylococcal enterotoxin, clostridium perfringens toxin, 炭疽杆菌,"
        " 炭疽芽孢杆菌, 鼠疫耶尔森菌, 埃博拉病毒, 马尔堡病毒, 天花病毒, 登革病毒, 基孔肯雅病毒, 口蹄疫病毒,"
        " 非洲猪瘟病毒, 肉毒毒素, 肉毒杆菌毒素, 蓖麻毒素, 相思子毒素, 河豚毒素, 志贺毒素, 黄曲霉毒素"
    ),
}
