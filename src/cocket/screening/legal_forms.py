"""Legal forms of firms: how they are written, which of them are the same, and how a name is freed of them.

A form is looked up with its spaces and dots taken out, so that ``S. p. A.`` and ``SpA`` are one entry.
The class of a form is "" when the form says nothing (company, 公司): it contradicts no other.
"""

import re
from collections.abc import Sequence

_CLASSES = {
    "": "co company 公司",
    "corp": "corp corpn corporation",
    "inc": "inc incorporated",
    "ltd": "ltd limited pvtltd ptyltd pteltd sdnbhd coltd",
    "llc": "llc limitedliabilitycompany fzllc wll",
    "lp": "lp limitedpartnership",
    "llp": "llp",
    "plc": "plc publiclimitedcompany",
    "gmbh": "gmbh mbh gesellschaftmitbeschrankterhaftung ggmbh gesmbh",
    "kg": "kg kommanditgesellschaft",
    "ag": "ag aktiengesellschaft",
    "se": "se",
    "sa": "sa societeanonyme sociedadanonima sab sadecv sabdecv",
    "sas": "sas sasu",
    "sarl": "sarl",
    "spa": "spa societaperazioni",
    "srl": "srl srlu",
    "sl": "sl slu",
    "bv": "bv beslotenvennootschap",
    "nv": "nv",
    "ab": "ab aktiebolag",
    "as": "as asa aps",  # Czech a.s., Norwegian AS, Danish A/S, Turkish A.Ş.
    "oy": "oy oyj",
    "uab": "uab",
    "ou": "ou",
    "sia": "sia",
    "zoo": "spzoo",
    "sro": "sro spolsro",
    "kft": "kft zrt nyrt",
    "doo": "doo",
    "ad": "ad ead",
    "ood": "ood eood",
    "jsc": "jsc ojsc pjsc cjsc 股份有限公司",
    "ooo": "ооо ooo",
    "ao": "ао ao оао oao зао zao пао pao",
    "bhd": "bhd tbk pt",
    "pte": "pte pty pvt",
    "kk": "kk kabushikikaisha kabushikigaisha 株式会社 주식회사",
    "gk": "gk godokaisha 合同会社",
    "yk": "yk yugenkaisha 有限会社",
    "cn": "有限公司 有限责任公司",
    "ltda": "ltda ltdsti",
}
CLASS_OF = {form: name for name, forms in _CLASSES.items() for form in forms.split()}
LONGEST_IN_WORDS = 4  # Gesellschaft mit beschränkter Haftung
_ENDINGS = frozenset(form[at:] for form in CLASS_OF for at in range(len(form)))

# Forms clear enough to be one even amid a name: "Mitsui Bussan Aerospace Co., Ltd. Maintenance Center".
AMID = frozenset({"inc", "incorporated", "ltd", "limited", "llc", "gmbh", "plc", "corp", "corporation"})
IN_FRONT = frozenset({"pt", "ooo", "oao", "zao", "pao", "ооо", "оао", "зао", "пао", "ао"})

# 公司 is a form only where it is the firm itself: a branch (分公司) or a daughter (子公司) is another party.
_HAN_FORM = re.compile("股份有限公司|有限责任公司|有限公司|株式会社|有限会社|合同会社|주식회사|(?<![分子总母])公司$")


def split_form(words: Sequence[str], *, is_han: bool) -> tuple[list[str], str]:
    """Parts ``words`` (normalised) into the core and the class of the legal form.

    ``is_han``: some word holds Han. A name of nothing but forms keeps one as its core. Several forms that say
    something are joined with "+".
    """
    core, forms = _strip_latin(list(words))
    if is_han:
        core = _strip_han(core, forms)
    if not core or not forms:
        return list(words), ""
    return core, "+".join(sorted({CLASS_OF[form] for form in forms} - {""}))


def _strip_latin(words: list[str]) -> tuple[list[str], list[str]]:
    forms: list[str] = []
    while taken := _words_of_last_form(words):
        forms.append("".join(words[-taken:]))
        del words[-taken:]
    if len(words) > 1 and words[0] in IN_FRONT:
        forms.append(words[0])
        del words[0]
    if AMID.isdisjoint(words[1:]):
        return words, forms
    kept = [word for at, word in enumerate(words) if at == 0 or not _is_amid(words, at)]
    forms += [word for word in words[1:] if word in AMID]
    return kept, forms


def _words_of_last_form(words: list[str]) -> int:
    """How many words at the end are a legal form; one word at least must remain."""
    if words[-1] not in _ENDINGS:
        return 0
    for count in range(min(LONGEST_IN_WORDS, len(words) - 1), 0, -1):
        if "".join(words[-count:]) in CLASS_OF:
            return count
    return 0


def _is_amid(words: list[str], at: int) -> bool:
    if words[at] in AMID:
        return True
    return words[at] in ("co", "company") and at + 1 < len(words) and words[at + 1] in AMID


def _strip_han(words: list[str], forms: list[str]) -> list[str]:
    """The words without Han forms, which are added to ``forms``."""
    core = []
    for word in words:
        forms += _HAN_FORM.findall(word)
        if rest := _HAN_FORM.sub("", word):
            core.append(rest)
    return core
