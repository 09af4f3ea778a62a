"""The 118 elements, one a line: number, symbol, Chinese name, English name, atomic weight, its uncertainty.

Source of the weights: abridged standard atomic weights of the IUPAC Commission on Isotopic Abundances and
Atomic Weights (CIAAW), report of 2021 (T. Prohaska et al., Pure Appl. Chem. 94 (2022) 573,
doi:10.1515/pac-2019-0603) with the changes of 2024 for gadolinium, lutetium and zirconium. The uncertainty
covers the element in normal materials; lead and argon vary most. A figure in brackets stands where there is
no standard weight: the mass number of the longest-lived isotope.
"""

from typing import Final

TABLE: Final = """\
1 H 氢 hydrogen 1.0080 0.0002
2 He 氦 helium 4.0026 0.0001
3 Li 锂 lithium 6.94 0.06
4 Be 铍 beryllium 9.0122 0.0001
5 B 硼 boron 10.81 0.02
6 C 碳 carbon 12.011 0.002
7 N 氮 nitrogen 14.007 0.001
8 O 氧 oxygen 15.999 0.001
9 F 氟 fluorine 18.998 0.001
10 Ne 氖 neon 20.180 0.001
11 Na 钠 sodium 22.990 0.001
12 Mg 镁 magnesium 24.305 0.002
13 Al 铝 aluminium 26.982 0.001
14 Si 硅 silicon 28.085 0.001
15 P 磷 phosphorus 30.974 0.001
16 S 硫 sulfur 32.06 0.02
17 Cl 氯 chlorine 35.45 0.01
18 Ar 氩 argon 39.95 0.16
19 K 钾 potassium 39.098 0.001
20 Ca 钙 calcium 40.078 0.004
21 Sc 钪 scandium 44.956 0.001
22 Ti 钛 titanium 47.867 0.001
23 V 钒 vanadium 50.942 0.001
24 Cr 铬 chromium 51.996 0.001
25 Mn 锰 manganese 54.938 0.001
26 Fe 铁 iron 55.845 0.002
27 Co 钴 cobalt 58.933 0.001
28 Ni 镍 nickel 58.693 0.001
29 Cu 铜 copper 63.546 0.003
30 Zn 锌 zinc 65.38 0.02
31 Ga 镓 gallium 69.723 0.001
32 Ge 锗 germanium 72.630 0.008
33 As 砷 arsenic 74.922 0.001
34 Se 硒 selenium 78.971 0.008
35 Br 溴 bromine 79.904 0.003
36 Kr 氪 krypton 83.798 0.002
37 Rb 铷 rubidium 85.468 0.001
38 Sr 锶 strontium 87.62 0.01
39 Y 钇 yttrium 88.906 0.001
40 Zr 锆 zirconium 91.222 0.003
41 Nb 铌 niobium 92.906 0.001
42 Mo 钼 molybdenum 95.95 0.01
43 Tc 锝 technetium [97]
44 Ru 钌 ruthenium 101.07 0.02
45 Rh 铑 rhodium 102.91 0.01
46 Pd 钯 palladium 106.42 0.01
47 Ag 银 silver 107.87 0.01
48 Cd 镉 cadmium 112.41 0.01
49 In 铟 indium 114.82 0.01
50 Sn 锡 tin 118.71 0.01
51 Sb 锑 antimony 121.76 0.01
52 Te 碲 tellurium 127.60 0.03
53 I 碘 iodine 126.90 0.01
54 Xe 氙 xenon 131.29 0.01
55 Cs 铯 caesium 132.91 0.01
56 Ba 钡 barium 137.33 0.01
57 La 镧 lanthanum 138.91 0.01
58 Ce 铈 cerium 140.12 0.01
59 Pr 镨 praseodymium 140.91 0.01
60 Nd 钕 neodymium 144.24 0.01
61 Pm 钷 promethium [145]
62 Sm 钐 samarium 150.36 0.02
63 Eu 铕 europium 151.96 0.01
64 Gd 钆 gadolinium 157.249 0.002
65 Tb 铽 terbium 158.93 0.01
66 Dy 镝 dysprosium 162.50 0.01
67 Ho 钬 holmium 164.93 0.01
68 Er 铒 erbium 167.26 0.01
69 Tm 铥 thulium 168.93 0.01
70 Yb 镱 ytterbium 173.05 0.02
71 Lu 镥 lutetium 174.96669 0.00005
72 Hf 铪 hafnium 178.49 0.01
73 Ta 钽 tantalum 180.95 0.01
74 W 钨 tungsten 183.84 0.01
75 Re 铼 rhenium 186.21 0.01
76 Os 锇 osmium 190.23 0.03
77 Ir 铱 iridium 192.22 0.01
78 Pt 铂 platinum 195.08 0.02
79 Au 金 gold 196.97 0.01
80 Hg 汞 mercury 200.59 0.01
81 Tl 铊 thallium 204.38 0.01
82 Pb 铅 lead 207.2 1.1
83 Bi 铋 bismuth 208.98 0.01
84 Po 钋 polonium [209]
85 At 砹 astatine [210]
86 Rn 氡 radon [222]
87 Fr 钫 francium [223]
88 Ra 镭 radium [226]
89 Ac 锕 actinium [227]
90 Th 钍 thorium 232.04 0.01
91 Pa 镤 protactinium 231.04 0.01
92 U 铀 uranium 238.03 0.01
93 Np 镎 neptunium [237]
94 Pu 钚 plutonium [244]
95 Am 镅 americium [243]
96 Cm 锔 curium [247]
97 Bk 锫 berkelium [247]
98 Cf 锎 californium [251]
99 Es 锿 einsteinium [252]
100 Fm 镄 fermium [257]
101 Md 钔 mendelevium [258]
102 No 锘 nobelium [259]
103 Lr 铹 lawrencium [262]
104 Rf 𬬻 rutherfordium [267]
105 Db 𬭊 dubnium [268]
106 Sg 𬭳 seaborgium [269]
107 Bh 𬭛 bohrium [270]
108 Hs 𬭶 hassium [269]
109 Mt 鿏 meitnerium [277]
110 Ds 𫟼 darmstadtium [281]
111 Rg 𬬭 roentgenium [282]
112 Cn 鿔 copernicium [285]
113 Nh 鿭 nihonium [286]
114 Fl 𫓧 flerovium [290]
115 Mc 镆 moscovium [290]
116 Lv 𫟷 livermorium [293]
117 Ts 鿬 tennessine [294]
118 Og 鿫 oganesson [294]
"""

OTHER_NAMES: Final = {
    "aluminum": "Al", "cesium": "Cs", "sulphur": "S", "wolfram": "W",
    "硫磺": "S", "水银": "Hg", "白金": "Pt", "黄金": "Au", "白银": "Ag",
    # as written in Hong Kong and Taiwan
    "鈧": "Sc", "釔": "Y", "鑭": "La", "鈰": "Ce", "鐠": "Pr", "釹": "Nd", "鉕": "Pm", "釤": "Sm",
    "銪": "Eu", "釓": "Gd", "鋱": "Tb", "鏑": "Dy", "鈥": "Ho", "鉺": "Er", "銩": "Tm", "鐿": "Yb",
    "鎦": "Lu", "鑥": "Lu", "鐵": "Fe", "鈷": "Co", "鎳": "Ni", "銅": "Cu", "鋅": "Zn", "鎵": "Ga",
    "鍺": "Ge", "鋯": "Zr", "鈮": "Nb", "鉬": "Mo", "銀": "Ag", "銦": "In", "錫": "Sn", "銻": "Sb",
    "鉿": "Hf", "鉭": "Ta", "鎢": "W", "錸": "Re", "鉍": "Bi", "鈹": "Be", "鋰": "Li", "鎂": "Mg",
    "鋁": "Al", "矽": "Si", "鈦": "Ti", "釩": "V", "鉻": "Cr", "錳": "Mn", "鈾": "U", "釷": "Th",
    "鉛": "Pb", "鉑": "Pt", "鈀": "Pd", "銠": "Rh", "銥": "Ir", "釕": "Ru",
}  # fmt: skip
