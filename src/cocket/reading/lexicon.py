"""The gazetteers put together into one index: words, as they are written, to what they mean.

English words are looked up as sequences in lower case without a plural; Chinese words as they stand. Where two tables
have the same words, the more telling one goes first: goods before materials, materials before plain words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from cocket.quantity.element_table import OTHER_NAMES
from cocket.quantity.elements import ELEMENTS, find_element
from cocket.quantity.errors import QuantityError
from cocket.quantity.substance import read_substance
from cocket.reading.gazetteer import goods, materials, plain
from cocket.reading.gazetteer.substances import SUBSTANCES

Role: TypeAlias = Literal[
    "kind", "form", "family", "substance", "element", "pair", "oxide_word", "salt_word", "hydrate", "noun", "plain",
    "negation", "free_after", "doubt", "unmeasured", "also", "either", "for", "used_before", "with", "without", "of",
    "placed", "link", "extra", "coating", "balance", "bound", "purity", "foreign", "made_in", "sent_to", "place",
    "figure", "number", "code", "grade", "measure", "mark", "letter", "unknown", "compound",
]  # fmt: skip

LEAD_IN: Final = ("made in", "origin", "country of origin", "原产", "原产于", "原产地", "产自", "制造于")
SENT_TO: Final = (
    *("for export to", "export to", "exported to", "shipped to", "ship to", "destination", "deliver to"),
    *("出口至", "出口到", "运往", "发往", "销往", "目的国", "目的地"),
)
COATING: Final = ("plated", "coated", "coating", "plating", "plated with", "coated with", "镀", "镀层", "涂")
BALANCE: Final = ("balance", "bal", "remainder", "rest", "余量", "余", "其余")
PURITY: Final = ("purity", "pure", "纯度", "纯")
BOUNDS: Final = {
    ">=": ("at least", "min", "minimum", "not less than", "no less than", "or more", "不低于", "不小于",
           "不少于", "至少", "以上"),
    "<=": ("at most", "max", "maximum", "up to", "not more than", "no more than", "not exceeding", "or less", "不超过",
           "不大于", "不高于", "最高", "以下", "以内"),
    "<": ("below", "less than", "under", "低于", "小于"),
    ">": ("above", "more than", "over", "greater than", "高于", "大于", "超过"),
    "~": ("about", "approx", "approximately", "ca", "circa", "around", "roughly", "nominal", "约", "大约", "左右"),
}  # fmt: skip
# Everyday words that are elements only beside a figure or a word such as "metal".
EVERYDAY: Final = frozenset(
    {"gold", "silver", "lead", "tin", "iron", "carbon", "nickel", "zinc", "金", "银", "铁", "氧"}
)
FILLERS: Final = frozenset(
    {"content", "含量", "contents", "mass", "weight", "质量", "分数", "质量分数", "by", "of", "wt"}
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """``values`` are kinds, families, symbols or a substance's name, as the role says."""

    role: Role
    values: tuple[str, ...] = ()


Index: TypeAlias = dict[tuple[str, ...], Meaning]


@lru_cache(maxsize=1)
def index() -> Index:
    """Every term: English as its words, Chinese as one word."""
    found: Index = {}
    for words, meaning in _terms():
        for word in words:
            key = key_of(word)
            if key and key not in found:
                found[key] = meaning
    return found


@lru_cache(maxsize=1)
def longest() -> tuple[int, int]:
    """The most words of an English term, the most characters of a Chinese one."""
    keys = index().keys()
    return max(len(key) for key in keys), max(len(key[0]) for key in keys if not key[0].isascii())


def key_of(word: str) -> tuple[str, ...]:
    """Lower case, hyphens as spaces, the last word without its plural; Chinese as it is."""
    plain_word = word.strip().lower()
    if not plain_word.isascii():
        return (plain_word,)
    parts = plain_word.replace("-", " ").split()
    return (*parts[:-1], singular(parts[-1])) if parts else ()


def singular(word: str) -> str:
    if word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


def _terms() -> Iterable[tuple[Iterable[str], Meaning]]:
    yield from _of_goods()
    yield from _of_materials()
    yield from _of_structure()
    yield plain.FREE_AFTER, Meaning("free_after")
    yield plain.OTHER_NOUNS, Meaning("noun")
    yield plain.OTHER_NOUNS_ZH, Meaning("noun")
    yield plain.RARE_EARTH, Meaning("noun")
    yield plain.PLAIN, Meaning("plain")
    yield plain.PLAIN_ZH, Meaning("plain")
    yield plain.FOREIGN, Meaning("foreign")


def _of_goods() -> Iterable[tuple[Iterable[str], Meaning]]:
    for family in materials.FAMILIES:
        yield _split(materials.FAMILIES[family]), Meaning("family", tuple(family.split()))
    for family, names in materials.TRADE_NAMES.items():
        yield _split(names), Meaning("family", (family,))
    for one in SUBSTANCES.values():
        yield one.words, Meaning("substance", (one.name,))
    for kinds, nouns in goods.HEADS.items():
        yield _split(nouns), Meaning("kind", _kinds(kinds))
    for kinds, nouns in goods.FORMS.items():
        yield _split(nouns), Meaning("form", _kinds(kinds))
    yield goods.ON_A_SHAFT, Meaning("noun", ("shaft",))
    yield goods.ON_A_PLATE, Meaning("noun", ("plate",))


def _of_materials() -> Iterable[tuple[Iterable[str], Meaning]]:
    for pair, names in materials.PAIRS.items():
        yield _split(names), Meaning("pair", tuple(pair.split()))
        yield (f"氧化{zh}" for zh in _split(names) if not zh.isascii()), Meaning("compound", ("oxide", *pair.split()))
    yield from _compounds_zh()
    for symbol, one in ELEMENTS.items():
        yield (one.name_en, one.name_zh), Meaning("element", (symbol,))
    for name, symbol in OTHER_NAMES.items():
        yield (name,), Meaning("element", (symbol,))
    yield ("fixed carbon", "total carbon", "固定碳"), Meaning("element", ("C",))
    yield materials.SALT_WORDS, Meaning("salt_word")
    yield materials.HYDRATES, Meaning("hydrate")


def _compounds_zh() -> Iterable[tuple[Iterable[str], Meaning]]:
    """氧化钇, 硝酸镝: a prefix and an element; "compound" with its sort and the element or the usual formula."""
    names = {one.name_zh: symbol for symbol, one in ELEMENTS.items()}
    names |= {name: symbol for name, symbol in OTHER_NAMES.items() if not name.isascii() and len(name) == 1}
    for name, symbol in names.items():
        oxides = [prefix + name for prefix in materials.OXIDE_PREFIXES_ZH]
        yield oxides, Meaning("compound", ("oxide", symbol))
        yield (prefix + name for prefix in materials.SALT_PREFIXES_ZH), Meaning("compound", ("salt", symbol))
        yield (f"金属{name}",), Meaning("compound", ("metal", symbol))


def _of_structure() -> Iterable[tuple[Iterable[str], Meaning]]:
    tables: Mapping[Role, Iterable[str]] = {
        "doubt": (*plain.DOUBT, *plain.DOUBT_ZH),
        "unmeasured": (*plain.UNMEASURED, *plain.UNMEASURED_ZH),
        "without": plain.WITHOUT,
        "negation": (*plain.NEGATIONS, *plain.NEGATIONS_ZH),
        "either": plain.EITHER,
        "also": plain.ALSO,
        "made_in": LEAD_IN,
        "sent_to": SENT_TO,
        "for": plain.FOR,
        "used_before": plain.USED_BEFORE,
        "coating": COATING,
        "balance": BALANCE,
        "purity": PURITY,
        "extra": (*plain.EXTRA, *plain.EXTRA_ZH),
    }
    for sign, bounds in BOUNDS.items():
        yield bounds, Meaning("bound", (sign,))
    for role, words in tables.items():
        yield words, Meaning(role)
    yield plain.WITH, Meaning("with")
    yield plain.OF, Meaning("of")
    yield plain.PLACED, Meaning("placed")
    yield plain.LINK_ZH, Meaning("link")


def oxide_formula(symbol: str) -> str | None:
    """The oxide that the trade means by an element's oxide; None where that is not fixed."""
    try:
        return str(read_substance(f"{ELEMENTS[symbol].name_en} oxide"))
    except QuantityError:
        return None


def element_of(word: str) -> str | None:
    """The element whose symbol or name this is, exactly as it is written."""
    return find_element(word)


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


def _kinds(kinds: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kinds.split()))
