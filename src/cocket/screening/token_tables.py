"""Words of party names that carry little, stand for another word, or stand for a number."""

# Weights of words that tell little, beside the 1 of a word that tells much; the index adds how common a word is.
PARTICLE, TITLE, LEGAL, TRADE, FULL = 0.08, 0.12, 0.05, 0.45, 1.0

PARTICLES = frozenset(
    """al el ul ud ad as an ar at az ash il ol bin ibn ben bint abu abd de del della delle di da das do dos du
    des la le les los las lo y e i et and und the of for in on to von van der den ter zu st san wa wal fi bi
    """.split()
)
TITLES = frozenset(
    """mr mrs ms miss mister sir lady lord dr doctor prof professor eng engineer col colonel lt lieutenant gen
    general brig brigadier maj major capt captain adm admiral sgt president prasident presidente vice minister
    senator judge hon honourable honorable haji hajj hajji haj sheikh shaikh shaykh sheik cheikh mullah mulla
    mawlawi maulavi moulavi molvi qari mufti imam ayatollah hojatoleslam hujjat sayyid sayyed sayed seyed
    seyyed emir amir prince princess king queen herr frau monsieur madame senor senora don dona jr sr mv
    """.split()
)

# Each line is one name; how it is written where, and for whom it is short. Standard equivalents, written down by us.
_SAME_NAME = """
alexander aleksandr alexandr oleksandr aliaksandr aljaksandr alexandre alessandro alejandro iskander sasha alex
alexandra aleksandra oleksandra aliaksandra sandra alejandra
alexey aleksey alexei aleksei oleksiy oleksii aliaksei alexis alexej aleksej
andrew andrey andrei andriy andrii andrzej andreas andre andres andrej andriej
anna hanna ganna anne ana
anthony antonio anton tony antoine
barack barry
benjamin ben binyamin bibi benny
boris borys barys
catherine katherine katharina ekaterina yekaterina kateryna katsiaryna catalina kate kathy katarzyna
charles carlos karl carl charlie chuck carlo
christopher chris
constantine konstantin kostyantyn kostiantyn kanstantsin constantin
cyril kirill kyrylo kiryl
daniel daniil danylo danil danila dan danny
dmitry dmitri dmitriy dmitrii dmytro dzmitry dmitrij dimitri
david dave davyd
denis dzianis dionisio denys
edward eduard eduardo ed ted eddie
elena yelena olena alena helena helen jelena
elizabeth yelizaveta elizaveta liz lisa elisabeth isabel
eugene evgeny yevgeny evgeniy evgenii yevhen yauheni jevgenij evgenij evgeni eugen
francis francisco francesco franz frank francois
frederick friedrich frederic fred frederik federico fredrick
gennady gennadiy gennadii hennadiy henadz gennadij
george georgy georgiy georgii heorhii jorge giorgi jurgen yuri yury yuriy yurii iurii jurij juri heorhiy
gregory grigory grigoriy hryhoriy ryhor gregor grigori
helen olena
henry henri enrique heinrich harry hank
igor ihor
ilya illia illya ilia elias ilja
ivan john juan jean johann johannes giovanni jan joao ioannis johnny jon jonathan
ignatius ignacio ignaty
irina iryna irene
james jim jimmy jaime jacob jakob yakov jacques yakub yaqub jakub giacomo
joseph jose josef giuseppe yusuf yousef iosif youssef yusef joe yosef jozef
julia yulia yuliya yuliia julija
lawrence larry
leo lev leon leonid leonidas
luke lukas luca lucas
lyudmila liudmila ludmila
mark marc marco markus marko
margaret margarita maggie peggy meg
maria mary marie maryam miriam mariya mariia
matthew matvey mateo matt mathieu matthias matteusz
michael mikhail mykhailo mikhael michel miguel mike mikhailo mihail michail michal mikael
natalia natalya nataliya nataliia natallia natalie
nicholas nikolai nikolay mykola mikalai nicolas nikola nick nikolaj mikola mikolai
oleg oleh aleh olegh
olga olha volha
oscar oskar
patrick patricio pat
paul pavel pavlo pablo paulo pawel pavol paavo
peter petr petro piotr pedro pierre pyotr pjotr piotr piatro pete
philip philippe felipe filipp phil
raphael rafael
richard ricardo rick dick rich
robert roberto bob bobby rob
roman raman
ronald ron
samuel sam sami samuil
sergey sergei serhiy serhii siarhei sergiy sergio serge sergej sjarhej siarhiej
simon semyon semen shimon simeon
stephen steven stefan stepan esteban etienne steve stjepan
svetlana svitlana sviatlana
tatiana tatyana tetiana tatsiana tetyana tatjana
theodore ted fyodor fedor teodor fedir
thomas tom tomas tommaso
timothy timofey tim
vasily vasiliy vasyl basil vasil vasili
victor viktor viktar vittorio
vladimir volodymyr uladzimir wladimir vladimer uladsimir
vyacheslav viacheslav viachaslau wjatscheslaw slava vjaceslav
william wilhelm bill billy will guillermo guillaume willem
zachary zakhar
muhammad mohammed mohamed mohammad mohamad muhammed mahomet mehmet mohd muhamad mohamet magomed mukhamed md mahamat
ahmed ahmad ahmet akhmed akhmad
abdullah abdallah abdulla abdollah
abraham ibrahim ebrahim avraham
ali aly
hassan hasan
hussein husayn hussain husain hossein hoseyn hussayn khusein husein
ismail ishmael esmail
isa issa eissa jesus eesa
khalid khaled halid
mahmoud mahmud mahmood
mustafa mostafa moustapha mustapha
musa moussa moses mousa
omar umar omer
osama usama ousama
othman osman uthman usman ousmane
qasem qasim kasim ghassem qassem kassem
saddam sadam
salih saleh salah
sulayman suleiman solomon soleiman sulaiman suleyman
tariq tarek tarik
yahya yehya yehia john
zaynab zeinab zainab
zayd zaid zeid
jong chong jung chung jeong
yong young
lee yi ri rhee li
park pak bak
choi choe
kim gim
khan han
al-qaida qaeda qaida
"""
_SAME_WORD_OF_TRADE = """
company companies compania companhia compagnie kompaniya kompania kompani
corporation korporatsiya korporatsia corporacion corporazione
bank banque banco bankasi banka
plant factory zavod works fabrica fabrik fabryka usine
institute inst institut instituto
university univ universitat universite universidad universitet
technology technologies technical tech tekhnologii tekhnologiya tekhnika teknoloji tecnologia technologie technologii
international intl int mezhdunarodny internationale internacional
trading trade torgovy handel ticaret comercio
industry industries industrial ind inds promyshlennost sanayi industria
engineering inzhiniring engineers engrg engg
group grp grupp gruppa grupo groupe gruppe gruppo
research issledovatelsky nauchno scientific
shipping ship sudokhodnaya navigation
national natl natsionalny nacional nationale
center centre ctr tsentr zentrum centro merkez
organization organisation org organizatsiya
defense defence oboronny
labour labor
saint st sankt
brothers bros
manufacturing manufacture mfg manufg
systems system sys syst
development dev devt
management mgmt mgt
services service svc svcs
holding holdings hldg hldgs
laboratory laboratories lab labs
equipment equip eqpt
communication communications comm comms
machinery machine machines mach
pharmaceutical pharmaceuticals pharma pharm
chemical chemicals chem
electronics electronic elec
enterprise enterprises ent
logistics logistic
limited ltd
and und et y
"""


def _groups(text: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.strip().splitlines()):
        for word in line.split():
            found.setdefault(word, []).append(number)
    return {word: tuple(dict.fromkeys(numbers)) for word, numbers in found.items()}


GROUPS_OF = _groups(_SAME_NAME + _SAME_WORD_OF_TRADE.strip())
MEMBERS: dict[int, tuple[str, ...]] = {
    number: tuple(dict.fromkeys(line.split()))
    for number, line in enumerate((_SAME_NAME + _SAME_WORD_OF_TRADE.strip()).strip().splitlines())
}

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen twenty".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROMAN = "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_ROMAN_VALUES = (2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
NUMBER_WORDS: dict[str, str] = {
    **{word: str(value) for value, word in enumerate(_ONES)},
    **{word: str(value) for value, word in enumerate(_ORDINALS, start=1)},
    **{word: str(value * 10) for value, word in enumerate(_TENS, start=2)},
    "fourty": "40",
}
ROMAN_NUMBERS: dict[str, str] = dict(zip(_ROMAN, map(str, _ROMAN_VALUES), strict=True))
