"""The words of a form, each in English and Chinese, so that a translator sees them whole."""

from collections.abc import Mapping
from typing import Final

from cocket.check.asking import CONTENT, FACTS
from cocket.law.vocabulary import Vocabulary
from cocket.quantity.elements import ELEMENTS

LANGUAGES: Final = ("en", "zh")
UNKNOWN: Final = ("unknown", "不知道")
YES: Final = ("yes", "是")
NO: Final = ("no", "否")
# Compared without case and without points at the end.
UNKNOWN_WORDS: Final = frozenset(
    {"unknown", "not known", "do not know", "don't know", "no idea"}
    | {"不知道", "未知", "不详", "不清楚", "不明", "待查"}
)

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("Questions on goods under Chinese export control", "出口管制货物问卷"),
    "form": ("Form {id}, made on {day}", "表单 {id}，制表日期 {day}"),
    "asker": ("Asked by: {name}", "询问方：{name}"),
    "asker.sender": ("the sender of this form", "本表单的发送方"),
    "supplier": ("To: {name}", "致：{name}"),
    "supplier.nobody": ("the supplier of these goods", "本货物的供应商"),
    "why": (
        "Whether these goods may leave China, and with which licence, depends on facts that only you know.",
        "本货物能否自中国出口、须何种许可，取决于只有贵方知悉的事实。",
    ),
    "unknown": (
        'If you do not know an answer, write "unknown": it stays unknown, and nothing is assumed in its place.',
        "如不知道答案，请填“不知道”：该项即保持未知，不作任何推定。",
    ),
    "honest": (
        "Your answer is kept with your name and the date, and used for every later delivery of the product.",
        "答复将连同贵方姓名和日期一并留存，并用于该产品此后的每一次交货。",
    ),
    "fill.xlsx": (
        "Fill in the yellow cells, save the workbook, and send it back. Leave all other cells as they are.",
        "请填写黄色单元格，保存后发回。其他单元格请勿改动。",
    ),
    "fill.html": (
        "Fill in, press the button at the end, and send back the file that it saves; or print, sign and return.",
        "填写后按末尾的按钮，将所存文件发回；也可打印签字后寄回。",
    ),
    "number": ("No.", "编号"),
    "question": ("Question", "问题"),
    "answer": ("Answer", "答复"),
    "how": ("How to answer", "填写方法"),
    "reason": ("Why it is asked", "询问理由"),
    "speaker": ("Who answers", "答复人"),
    "product": ("Product {name}", "产品 {name}"),
    "described": ("Goods delivered as: {name}", "交货品名：{name}"),
    "said_by.name": ("Your name", "姓名"),
    "said_by.firm": ("Your firm", "单位"),
    "said_by.role": ("Your role", "职务"),
    "said_on": ("Date of the answer", "答复日期"),
    "remarks": ("Remarks", "备注"),
    "certificate": (
        "Certificate for this product: name of the file you send along",
        "本产品的证书：随附文件的文件名",
    ),
    "valid_until": ("This answer holds until (last day)", "本答复有效至（最后一日）"),
    "all_of_words": (
        "Is this so for all goods that you deliver under these words?",
        "凡以此品名交付的货物是否均如此？",
    ),
    "composition": (
        "Full composition in mass %: one substance to a row, with its share",
        "全部成分（质量百分比）：每行一种物质及其含量",
    ),
    "composition_complete": ("Is that all, and nothing else is in it?", "是否已列全，不含其他成分？"),
    "content": ("How much {name} is in it, in mass %?", "{name}的含量（质量百分比）是多少？"),
    "fact": ("Please state {fact}.", "请说明{fact}。"),
    "param": ("Please state: {fact}", "请说明：{fact}"),
    "substance.row": ("Substance {number}", "物质 {number}"),
    "share.row": ("Share {number} in mass %", "含量 {number}（质量%）"),
    "how.text": ("in your own words; or: unknown", "请用文字填写；或填：不知道"),
    "how.required": ("needed", "必填"),
    "how.day": ("year-month-day, such as {day}", "年-月-日，例如 {day}"),
    "how.optional": ("may be left empty", "可不填"),
    "how.share": (
        "such as 1.2 or <0.05 or 0.1-0.3; 0 only if it is known to be absent; or: unknown",
        "例如 1.2、<0.05 或 0.1-0.3；确知不含时方可填 0；或填：不知道",
    ),
    "how.figure": ("a figure, such as 99.9 or >=99; or: unknown", "数值，例如 99.9 或 >=99；或填：不知道"),
    "how.choice": ("choose from the list", "请从列表中选择"),
    "how.composition": (
        "symbol or formula on the left (Nd, Fe, Dy2O3), mass % on the right, one of them may be: balance",
        "左格填元素符号或化学式（Nd、Fe、Dy2O3），右格填质量百分比，其中一项可填：余量",
    ),
    "how.country": ("name or ISO code, such as CN; or: unknown", "名称或 ISO 代码，例如 CN；或填：不知道"),
    "reason.code": ("{code}: {text} ({number}, {at})", "{code}：{text}（{number}，{at}）"),
    "reason.norm": ("{text} ({number}, {at})", "{text}（{number}，{at}）"),
    "reason.lead": ("It decides whether this applies: ", "用以判定是否适用："),
    "reason.more": ("and {count} more", "另有 {count} 项"),
    "earlier": ("Earlier answer: {value} ({name}, {day}). ", "此前答复：{value}（{name}，{day}）。"),
    "save": ("Save the answers as a file", "将答复存为文件"),
    "saved": (
        "Saved as {file}. Send this file back; this page keeps nothing.",
        "已存为 {file}。请将该文件发回；本页不保留任何内容。",
    ),
    "incomplete": (
        "Not saved: some needed answers are missing. The first one is marked.",
        "未保存：尚有必填项未填，已标出第一项。",
    ),
    "choose": ("please choose", "请选择"),
    "signature": ("Place, date, signature", "地点、日期、签字"),
    "print": ("Print", "打印"),
}


class FormWords:
    """The words in one language."""

    def __init__(self, lang: str, vocabulary: Vocabulary) -> None:
        assert lang in LANGUAGES
        self.lang = lang
        self.vocabulary = vocabulary
        self._side = LANGUAGES.index(lang)

    def say(self, key: str, **values: object) -> str:
        return WORDS[key][self._side].format(**values)

    def pick(self, pair: tuple[str, str]) -> str:
        return pair[self._side]

    def question(self, fact: str) -> str:
        """The question for a fact, as one sentence."""
        if fact in WORDS:
            return self.say(fact)
        if fact.startswith(CONTENT):
            element = ELEMENTS[fact.removeprefix(CONTENT)]
            name = f"{element.name_zh}({element.symbol})" if self.lang == "zh" else element.name_en
            return self.say("content", name=name if self.lang == "zh" else f"{name} ({element.symbol})")
        if fact.startswith("param."):
            return self.say("param", fact=self._parameter(fact.removeprefix("param.")))
        return self.say("fact", fact=FACTS[fact][self._side])

    def _parameter(self, name: str) -> str:
        known = self.vocabulary.parameters.get(name)
        return self.pick((known.en, known.zh)) if known else name.replace("_", " ")


def is_unknown(text: str) -> bool:
    return text.strip().rstrip(".。").casefold() in UNKNOWN_WORDS
