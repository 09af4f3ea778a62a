"""Answers about a made-up announcement of 2027, for tests that change some of them."""

import msgspec

from cocket.law.answers import NewInstrument

HEAD: dict[str, object] = {
    "kind": "announcement",
    "regime": "dual_use",
    "authorities": ["cn/mofcom", "cn/gac"],
    "number": "9",
    "number_zh": "商务部 海关总署公告2027年第9号",
    "number_en": "MOFCOM and GAC Announcement 2027 No. 9",
    "title_zh": "公布对钌相关物项实施出口管制的决定",
    "title_en": "Decision to place ruthenium items under export control",
    "issued": "2027-03-01",
    "since": "2027-04-01",
    "sources": ["https://example.org/9"],
    "basis": "the ministry's page, opened on 2027-03-02",
    "official_text_opened": True,
    "checked_until": "2027-03-02",
}
FOLLOWS = {
    "effect": "licence",
    "at": "closing words",
    "says_zh": "须许可。",
    "says_en": "Licence.",
    "reach": "from_china",
}
RUTHENIUM = {
    "code": "1C990.a",
    "at": "一（一）",
    "text_zh": "金属钌",
    "text_en": "ruthenium metal",
    "kinds": ["metal"],
    "limits": [{"of": "Ru", "relation": "at_least", "figure": "97 %"}],
}


def goods(**changes: object) -> dict[str, object]:
    """A line of goods without a limit, with changes."""
    return {**{key: value for key, value in RUTHENIUM.items() if key != "limits"}, **changes}


def answers(*lines: dict[str, object], **changes: object) -> dict[str, object]:
    """Whole answers about these goods."""
    of_goods = {"goods": list(lines), "follows": FOLLOWS} if lines else {}
    return {**HEAD, **of_goods, **changes}


def new_instrument(*lines: dict[str, object], **changes: object) -> NewInstrument:
    return msgspec.convert(answers(*lines, **changes), NewInstrument)
