"""Substances by name: the one table that says what a named substance is made of and which kinds of goods it can be.

Names are English in snake_case, as the law's vocabulary has them; a name the law does not know is only shown. Where
the kinds are empty, the name alone leaves the kind open. Formulas are of the pure substance.
"""

from dataclasses import dataclass
from typing import Final

from cocket.reading.gazetteer.by_name import BY_NAME


@dataclass(frozen=True, slots=True)
class Substance:
    """``formula`` where the name fixes the proportions, else ``elements``; ``kinds`` that the bare name can be."""

    name: str
    words: tuple[str, ...]
    kinds: frozenset[str]
    formula: str | None
    elements: tuple[str, ...]


_SEMICONDUCTOR = "compound crystal wafer"
_TUNGSTEN_OXIDES = (
    "tungsten trioxide, tungstic oxide, wo3, 三氧化钨, tungsten oxide, 氧化钨, blue tungsten oxide,"
    " yellow tungsten oxide, 蓝钨, 黄钨"
)

# name | words | kinds | formula, or elements in brackets
_ROWS: Final = f"""
gallium_arsenide | gallium arsenide, gaas, 砷化镓 | {_SEMICONDUCTOR} | GaAs
gallium_nitride | gallium nitride, gan, 氮化镓 | {_SEMICONDUCTOR} | GaN
gallium_phosphide | gallium phosphide, gap crystal, 磷化镓 | {_SEMICONDUCTOR} | GaP
gallium_antimonide | gallium antimonide, gasb, 锑化镓 | {_SEMICONDUCTOR} | GaSb
gallium_selenide | gallium selenide, gase, 硒化镓 | {_SEMICONDUCTOR} | (Ga Se)
gallium_oxide | gallium oxide, gallium trioxide, digallium trioxide, ga2o3, 氧化镓, 三氧化二镓 | oxide | Ga2O3
indium_gallium_arsenide | indium gallium arsenide, ingaas, 铟镓砷 | {_SEMICONDUCTOR} | (In Ga As)
germanium_dioxide | germanium dioxide, germanium oxide, geo2, 二氧化锗, 氧化锗 | oxide | GeO2
germanium_tetrachloride | germanium tetrachloride, gecl4, 四氯化锗 | compound | GeCl4
zinc_germanium_phosphide | zinc germanium phosphide, zgp, 磷锗锌 | {_SEMICONDUCTOR} | (Zn Ge P)
antimony_oxide | antimony trioxide, antimony oxide, diantimony trioxide, sb2o3, 三氧化二锑, 氧化锑 | oxide | Sb2O3
indium_antimonide | indium antimonide, insb, 锑化铟 | {_SEMICONDUCTOR} | InSb
antimony_hydride | stibine, antimony hydride, 锑化氢 | compound | SbH3
trimethylantimony | trimethylantimony, trimethyl antimony, 三甲基锑 | compound | (Sb C)
antimony_ore | antimony ore, stibnite, antimony concentrate, 锑矿, 锑精矿, 辉锑矿 | | (Sb)
sodium_antimonate | sodium antimonate, 锑酸钠 | compound | (Na Sb)
indium_phosphide | indium phosphide, inp, 磷化铟 | {_SEMICONDUCTOR} | InP
trimethylindium | trimethylindium, trimethyl indium, 三甲基铟 | compound | (In C)
triethylindium | triethylindium, triethyl indium, 三乙基铟 | compound | (In C)
indium_tin_oxide | indium tin oxide, ito, 氧化铟锡 | oxide mixture ceramic | (In Sn)
ammonium_paratungstate | ammonium paratungstate, apt, 仲钨酸铵 | compound | (W N)
ammonium_metatungstate | ammonium metatungstate, 偏钨酸铵 | compound | (W N)
tungsten_oxide | {_TUNGSTEN_OXIDES} | oxide | (W)
tungsten_carbide | tungsten carbide, 碳化钨 | compound | (W C)
tungstic_acid | tungstic acid, 钨酸 | compound | (W)
sodium_tungstate | sodium tungstate, 钨酸钠 | compound | (Na W)
tungsten_hexafluoride | tungsten hexafluoride, wf6, 六氟化钨 | compound | WF6
ammonium_molybdate | ammonium molybdate, 钼酸铵 | compound | (Mo N)
molybdenum_oxide | molybdenum trioxide, 三氧化钼 | oxide | MoO3
cadmium_telluride | cadmium telluride, cdte, 碲化镉 | {_SEMICONDUCTOR} | (Cd Te)
cadmium_zinc_telluride | cadmium zinc telluride, cdznte, czt, 碲锌镉, 碲化镉锌 | {_SEMICONDUCTOR} | (Cd Zn Te)
mercury_cadmium_telluride | mercury cadmium telluride, hgcdte, mct, 碲镉汞, 碲化镉汞 | {_SEMICONDUCTOR} | (Hg Cd Te)
bismuth_telluride | bismuth telluride, bi2te3, 碲化铋 | {_SEMICONDUCTOR} | (Bi Te)
bismuth_germanate | bismuth germanate, bgo, 锗酸铋 | compound crystal | (Bi Ge)
triphenylbismuth | triphenylbismuth, triphenyl bismuth, 三苯基铋 | compound | (Bi C)
tris_ethoxyphenyl_bismuth | tris p ethoxyphenyl bismuth, 三对乙氧基苯基铋 | compound | (Bi C)
gadobutrol | gadobutrol hydrate, gadobutrol, 钆布醇, 钆布醇水合物 | pharmaceutical_compound | (Gd C)
gadoterate_meglumine | gadoterate meglumine, 钆特酸葡胺 | pharmaceutical_compound | (Gd C)
synthetic_diamond | synthetic diamond, artificial diamond, 人造金刚石, 合成金刚石 | | (C)
cultivated_diamond | cultivated diamond, lab-grown diamond, 培育钻石 | | (C)
diamond | diamond, 金刚石 | | (C)
diamond_wire_saw | diamond wire saw, synthetic diamond wire saw, 金刚石线锯, 人造金刚石线锯, 金刚线 | |
diamond_grinding_wheel | diamond grinding wheel, synthetic diamond grinding wheel, 金刚石砂轮, 人造金刚石砂轮 | |
lithium_6 | lithium-6, lithium 6, 锂-6, 锂6 | | (Li)
boron_10 | boron-10, boron 10, 硼-10, 硼10 | | (B)
helium_3 | helium-3, helium 3, 氦-3, 氦3 | | (He)
tritium | tritium, 氚 | | (H)
heavy_water | heavy water, deuterium oxide, d2o, 重水, 氧化氘 | | (H O)
hmx | hmx, octogen, 奥克托今 | compound mixture |
rdx | rdx, hexogen, cyclonite, 黑索今, 黑索金 | compound mixture |
tatb | tatb, triaminotrinitrobenzene, 三氨基三硝基苯 | compound mixture |
hydrogen_fluoride | hydrogen fluoride, hydrofluoric acid, 氟化氢, 氢氟酸 | compound mixture |
sodium_fluoride | sodium fluoride, 氟化钠 | compound | NaF
potassium_fluoride | potassium fluoride, 氟化钾 | compound | KF
sodium_sulfide | sodium sulfide, sodium sulphide, 硫化钠, 硫化碱 | compound | (Na S)
ammonium_bifluoride | ammonium bifluoride, ammonium hydrogen fluoride, 氟化氢铵 | compound | NH4HF2
sodium_bifluoride | sodium bifluoride, 氟化氢钠 | compound | NaHF2
potassium_bifluoride | potassium bifluoride, 氟化氢钾 | compound | KHF2
diisopropylamine | diisopropylamine, 二异丙胺 | compound |
tributyl_phosphate | tributyl phosphate, 磷酸三丁酯 | compound |
chlorine_trifluoride | chlorine trifluoride, 三氟化氯 | compound |
potassium_perchlorate | potassium perchlorate, 高氯酸钾 | compound | KClO4
sodium_cyanide | sodium cyanide, 氰化钠 | compound | NaCN
potassium_cyanide | potassium cyanide, 氰化钾 | compound | KCN
phosphorus_pentasulfide | phosphorus pentasulfide, phosphorus pentasulphide, 五硫化二磷 | compound |
phosphorus_chlorides | phosphorus trichloride, phosphorus pentachloride, phosphorus oxychloride, phosgene, 三氯化磷,\
 五氯化磷, 三氯氧磷, 光气 | compound |
sulfur_chlorides | sulfur dichloride, sulfur monochloride, thionyl chloride,\
 二氯化硫, 一氯化硫, 氯化亚砜, 亚硫酰氯 | compound |
bastnaesite | bastnaesite, bastnasite, 氟碳铈矿 | | (Ce)
monazite | monazite, 独居石 | | (Ce)
xenotime | xenotime, 磷钇矿 | | (Y)
rare_earth_ore | rare earth ore, rare earth concentrate, 稀土矿, 稀土精矿 | |
ion_adsorption_ore | ion adsorption ore, 离子型稀土矿 | |
yttria_stabilised_zirconia | yttria stabilised zirconia, yttria stabilized zirconia, yttrium stabilised zirconia,\
 yttrium stabilized zirconia, ysz, 钇稳定氧化锆 | oxide ceramic mixture compound | (Y Zr)
yttrium_aluminium_garnet | yttrium aluminium garnet, yttrium aluminum garnet, yag, 钇铝石榴石 | | (Y Al)
lutetium_yttrium_silicate | lyso, lutetium yttrium silicate, lutetium yttrium orthosilicate, 掺镥钇硅酸盐, 硅酸钇镥,\
 硅酸镥钇 | | (Lu Y)
terfenol | terfenol, terfenol d, tbdyfe, 铽镝铁 | magnetostrictive_material alloy | (Tb Dy Fe)
alumina | alumina, 氧化铝 | oxide ceramic | Al2O3
zirconia | zirconia, 氧化锆 | oxide ceramic | ZrO2
silica | silica, 二氧化硅 | oxide | SiO2
yttria | yttria | oxide | Y2O3
scandia | scandia | oxide | Sc2O3
ceria | ceria | oxide | CeO2
lanthana | lanthana | oxide | La2O3
"""


def _read(row: str) -> Substance:
    name, words, kinds, made_of = (part.strip() for part in row.split("|"))
    elements = tuple(made_of.strip("()").split()) if made_of.startswith("(") else ()
    formula = made_of if made_of and not elements else None
    split = tuple(word.strip() for word in words.split(","))
    return Substance(name, split, frozenset(kinds.split()), formula, elements)


_NAMED: Final = tuple(f"{name} | {words} | |" for name, words in BY_NAME.items())
SUBSTANCES: Final[dict[str, Substance]] = {one.name: one for one in map(_read, (*_ROWS.strip().splitlines(), *_NAMED))}
# Written down for what they are made of; the trade's name for an oxide or element is no named substance of the law.
ORDINARY: Final = frozenset(
    (
        *("terfenol", "alumina", "zirconia", "silica", "yttria", "scandia", "ceria", "lanthana", "indium_tin_oxide"),
        *("yttria_stabilised_zirconia", "yttrium_aluminium_garnet", "lutetium_yttrium_silicate"),
    )
)
