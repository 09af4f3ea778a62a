"""What to ask for, grouped so that nobody is asked twice: one sentence per product and supplier, one per deal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from cocket.check.files import RowResult, asked
from cocket.determination.words import Lexicon
from cocket.quantity.elements import ELEMENTS

COMPOSITION: Final = "composition"
CONTENT: Final = "composition."
# Facts of the goods, which the supplier knows; every other fact belongs to the deal.
OF_GOODS: Final = (
    COMPOSITION,
    "kind",
    "family",
    "substance",
    "equipment",
    "technology_field",
    "control_code",
    "origin",
    "param",
)

# Each completes "please state ..." and "请说明……".
FACTS: Final[dict[str, tuple[str, str]]] = {
    "kind": ("what kind of goods these are", "货物的种类"),
    "family": ("the magnet family", "磁体的材料系列"),
    "substance": ("the exact substance", "确切的物质名称"),
    "equipment": ("the kind of equipment", "设备种类"),
    "param.shape": ("the shape", "形状"),
    "param.graphite_kind": ("the kind of graphite", "石墨种类"),
    "technology_field": ("the field of the technology", "技术领域"),
    "control_code": ("the control code", "管制编码"),
    "origin": ("the country of origin", "原产国（地区）"),
    "date": ("the day of export", "出口日期"),
    "movement": ("how the goods move", "货物的流向"),
    "destination": ("the country of destination", "最终目的国（地区）"),
    "moved_from": ("the country the goods leave", "启运国（地区）"),
    "importer": ("the importer", "进口商"),
    "consignee": ("the consignee", "收货人"),
    "end_user": ("the end user by its full name", "最终用户全称"),
    "end_user_country": ("the end user's country", "最终用户所在国（地区）"),
    "end_user_type": ("whether the end user is civil or military", "最终用户属民用还是军用"),
    "end_user_parent": ("who owns the end user", "最终用户的控股方"),
    "end_user_parent_share_pct": ("the owner's share in the end user", "控股方持股比例"),
    "end_use": ("the end use", "最终用途"),
    "china_origin_part1_value_ratio": ("the share of listed Chinese parts in the value", "所列中国原产物项的价值占比"),
    "china_origin_technology": (
        "whether listed Chinese technology was used to make them",
        "是否使用所列中国原产技术制造",
    ),
    "goods_listed": ("whether the goods are listed items", "货物是否属于所列物项"),
    "exported_without_licence": ("whether they were exported without a licence", "是否曾无许可证出口"),
    "temporary.kind": ("why the goods leave for a time only", "临时出境的原因"),
    "temporary.returned_as_is_at_once": ("whether they come back as they are straight after", "是否用毕即原状复运"),
    "temporary.within_reasonable_time": ("whether they come back within a reasonable time", "是否在合理期限内复运"),
    "temporary.to_original_place": ("whether they go back to where they came from", "是否复运至原出境地"),
    "temporary.to_original_end_user": ("whether they go back to the original end user", "是否返还原最终用户"),
    "licence.type": ("the type of the licence held", "所持许可证的类型"),
    "licence.exports_completed": ("how many exports the licence has covered so far", "许可证已完成的出口次数"),
    "change.field": ("what is to change in the licence", "许可证拟变更的事项"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask one party, for some rows.

    ``product`` and ``supplier`` name whom a question about goods is for; ``order`` a question about a deal.
    ``lines`` are what the list calls them, empty where that would not tell them apart; ``rows`` the numbers of
    the rows. ``settles`` counts the rows that need nothing else.
    """

    facts: tuple[str, ...]
    rows: tuple[int, ...]
    lines: tuple[str, ...]
    settles: int
    product: str | None = None
    supplier: str | None = None
    order: str | None = None

    @property
    def about_goods(self) -> bool:
        return is_of_goods(self.facts[0])


@dataclass(slots=True)
class _Group:
    facts: dict[str, None] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    lines: dict[str, None] = field(default_factory=dict)
    settles: int = 0


class Questions:
    """Collects results one by one and keeps only what has to be asked."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str | None, ...], _Group] = {}

    def add(self, result: RowResult) -> None:
        facts = asked(result.verdict) if result.verdict else ()
        of_goods = tuple(fact for fact in facts if is_of_goods(fact))
        of_deal = tuple(fact for fact in facts if not is_of_goods(fact))
        for part, key in ((of_goods, _goods_key(result)), (of_deal, _deal_key(result, of_deal))):
            if part:
                group = self._groups.setdefault(key, _Group())
                group.facts.update(dict.fromkeys(part))
                group.rows.append(result.number)
                if "line" in result.stated:
                    group.lines[str(result.stated["line"])] = None
                group.settles += len(part) == len(facts)

    def sorted(self) -> tuple[Question, ...]:
        """The question that settles most rows first; among equals the one of more rows, then of the first row."""
        found = [_question(key, group) for key, group in self._groups.items()]
        return tuple(sorted(found, key=lambda one: (-one.settles, -len(one.rows), one.rows)))


def questions(results: Iterable[RowResult]) -> tuple[Question, ...]:
    """What to ask for a whole list of goods."""
    collected = Questions()
    for result in results:
        collected.add(result)
    return collected.sorted()


def is_of_goods(fact: str) -> bool:
    return fact.partition(".")[0] in OF_GOODS


def _goods_key(result: RowResult) -> tuple[str | None, ...]:
    """A product by its number, else by its description; a row that gives neither stands alone."""
    stated = result.stated
    product = stated.get("product") or stated.get("description")
    alone = None if product else str(result.number)
    return "goods", _text(product), _text(stated.get("supplier")), alone


def _deal_key(result: RowResult, facts: tuple[str, ...]) -> tuple[str | None, ...]:
    """An order answers for all its rows; without orders, rows that lack the same facts stand together."""
    order = _text(result.stated.get("order"))
    return ("deal", order) if order else ("deal", None, *sorted(facts))


def _text(value: object) -> str | None:
    return str(value) if value else None


def _place(fact: str) -> tuple[int, str]:
    """What the goods are comes before what is in them, and facts stand in the order of the table."""
    return (list(FACTS).index(fact) if fact in FACTS else len(FACTS), fact)


def in_order(facts: Iterable[str]) -> tuple[str, ...]:
    """Each fact once; a full composition takes single elements in."""
    ordered = tuple(sorted(set(facts), key=_place))
    whole = COMPOSITION in ordered
    return tuple(fact for fact in ordered if not (whole and fact.startswith(CONTENT)))


def _question(key: tuple[str | None, ...], group: _Group) -> Question:
    facts = in_order(group.facts)
    rows = tuple(group.rows)
    lines = tuple(group.lines) if len(group.lines) == len(rows) else ()
    if key[0] == "goods":
        return Question(facts, rows, lines, group.settles, product=key[1], supplier=key[2])
    return Question(facts, rows, lines, group.settles, order=key[1])


NAMED_AT_MOST = 12  # a sentence with more numbers than this is not read


def sentence(question: Question, lang: str) -> str:
    """The question as one sentence to send, in ``en`` or ``zh``."""
    return _sentence_zh(question) if lang == "zh" else _sentence_en(question)


def brief(facts: Iterable[str], lang: str) -> str:
    """The facts in as few words as an explanation uses, for a narrow column."""
    words = Lexicon(lang)
    named = [fact.removeprefix(CONTENT) for fact in _contents(facts)]
    others = (words.fact(fact) for fact in sorted(facts, key=_place) if not fact.startswith(CONTENT))
    return ("；" if words.zh else "; ").join(chain(_shares(named, zh=words.zh), others))


def brief_values(facts: Mapping[str, str], lang: str) -> str:
    """What was stated of each fact, in few words: ``Dy 1.1, Tb 0; kind of goods magnet``."""
    words = Lexicon(lang)
    shares = [f"{fact.removeprefix(CONTENT)} {facts[fact]}" for fact in _contents(facts)]
    others = [f"{words.fact(fact)} {value}" for fact, value in facts.items() if not fact.startswith(CONTENT)]
    parts = [("、" if words.zh else ", ").join(shares), *others]
    return ("；" if words.zh else "; ").join(filter(None, parts))


def _shares(symbols: list[str], *, zh: bool) -> Iterator[str]:
    if symbols:
        joined = ("、" if zh else ", ").join(symbols)
        yield f"{joined} 质量%" if zh else f"{joined} in mass %"


def _contents(facts: Iterable[str]) -> list[str]:
    return sorted(fact for fact in facts if fact.startswith(CONTENT))


def _noun(fact: str, lang: str) -> str:
    if fact.startswith("param.") and fact not in FACTS:
        return fact.removeprefix("param.").replace("_", " ")
    return FACTS.get(fact, (fact, fact))[lang == "zh"]


def _sentence_en(question: Question) -> str:
    elements = [ELEMENTS[fact.removeprefix(CONTENT)].name_en for fact in _contents(question.facts)]
    stated = [_noun(fact, "en") for fact in question.facts if fact != COMPOSITION and not fact.startswith(CONTENT)]
    wishes = [f"state {_listed(stated, 'and')}"] if stated else []
    if COMPOSITION in question.facts:
        wishes.append("certify the full composition in mass %, saying that nothing else is in it")
    if elements:
        wishes.append(f"certify the {_listed(elements, 'and')} content in mass %")
    head = "P" if not (question.product or question.supplier or question.order) else f"For {_whom_en(question)} p"
    return f"{head}lease {_listed(wishes, 'and')} ({_where_en(question)})."


def _whom_en(question: Question) -> str:
    if question.order:
        return f"order {question.order}"
    supplier = f" of {question.supplier}" if question.supplier else ""
    return f"product {question.product}{supplier}" if question.product else f"the goods{supplier}"


def _where_en(question: Question) -> str:
    named = question.lines or tuple(map(str, question.rows))
    word = "line" if question.lines else "row"
    more = len(named) - NAMED_AT_MOST
    several = "s" if len(named) > 1 else ""
    return f"{word}{several} {', '.join(named[:NAMED_AT_MOST])}{f' and {more} more' if more > 0 else ''}"


def _listed(words: list[str], conjunction: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def _sentence_zh(question: Question) -> str:
    elements = [ELEMENTS[fact.removeprefix(CONTENT)].name_zh for fact in _contents(question.facts)]
    stated = [_noun(fact, "zh") for fact in question.facts if fact != COMPOSITION and not fact.startswith(CONTENT)]
    wishes = [f"说明{'、'.join(stated)}"] if stated else []
    if COMPOSITION in question.facts:
        wishes.append("出具全部成分的质量百分比证明，并注明不含其他成分")
    if elements:
        wishes.append(f"出具{'、'.join(elements)}含量（质量百分比）的证明")
    return f"{_whom_zh(question)}请{'，并'.join(wishes)}（{_where_zh(question)}）。"


def _whom_zh(question: Question) -> str:
    if question.order:
        return f"关于订单 {question.order}，"
    supplier = f"（供应商：{question.supplier}）" if question.supplier else ""
    if question.product:
        return f"关于产品 {question.product}{supplier}，"
    return f"关于货物{supplier}，" if supplier else ""


def _where_zh(question: Question) -> str:
    named = question.lines or tuple(map(str, question.rows))
    word = "项" if question.lines else "行"
    more = f" 等 {len(named)} " if len(named) > NAMED_AT_MOST else " "
    return f"第 {'、'.join(named[:NAMED_AT_MOST])}{more}{word}"
