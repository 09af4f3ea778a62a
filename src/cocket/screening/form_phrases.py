"""Legal forms written out or in another script, wherever they stand in a name, as the kind of firm they make.

A differing kind is weak evidence against a match; a form that is only translated or abbreviated is none.
"""

from collections.abc import Sequence

from cocket.screening.spelling import NearSpelling

_KINDS = {
    "stock": """
        joint stock company|open joint stock company|closed joint stock company|public joint stock company
        private joint stock company|joint stock co|public limited company|joint stock company limited
        aktiengesellschaft|aktsionernoe obshchestvo|aktsionernoye obshchestvo|otkrytoe aktsionernoe obshchestvo
        zakrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|aktsionernaya kompaniya
        акционерное общество|открытое акционерное общество|закрытое акционерное общество
        публичное акционерное общество|непубличное акционерное общество|акционерная компания
        акціонерне товариство|публічне акціонерне товариство|приватне акціонерне товариство
        sociedad anonima|societe anonyme|sociedade anonima|societa per azioni|spolka akcyjna|aktiebolag
        naamloze vennootschap|anonim sirketi|jsc|ojsc|cjsc|pjsc|ao|oao|zao|pao|ао|оао|зао|пао|ag|plc|nv|spa|as|asa
        corp|corporation|inc|incorporated|incorporation|株式会社|股份有限公司|주식회사|sab|sa|saog|psc|pjs|bhd|tbk|fao
        shareholding company|sherkat sahami khass|sherkat sahami aam|sahami khass|sahami aam|kabushiki kaisha
        """,
    "limited": """
        limited liability company|limited liability co|company limited|co ltd|company ltd|co limited|limited|ltd
        private limited|pvt ltd|pte ltd|pty ltd|llc|llp|gmbh|mbh|ggmbh|sarl|srl|sro|spolsro|spzoo|sp z o o|sp z oo
        doo|d o o|ood
        ooo|ооо|тов|тоо|lda|ltda|sl|slu|bv|oy|ou|uab|sia|kft|bvba|fze|fzco|fz llc|fzllc|fzc|dmcc|wll|sdn bhd|pvt|pte|pty
        gesellschaft mit beschrankter haftung|gesellschaft mit beschraenkter haftung|besloten vennootschap
        obshchestvo s ogranichennoy otvetstvennostyu|obshchestvo s ogranichennoi otvetstvennostyu
        obschestvo s ogranichennoy otvetstvennostyu|общество с ограниченной ответственностью
        товариство з обмеженою відповідальністю|societe a responsabilite limitee|limited sirketi|ltd sti|ltdsti
        spolka z ograniczona odpowiedzialnoscia|sociedad de responsabilidad limitada|有限公司|有限责任公司|有限会社
        合同会社|sas|sasu|s en c|sociedad por acciones simplificada|sociedad limitada
        """,
    "partnership": """
        limited partnership|limited liability partnership|kommanditgesellschaft|lp|kg|ohg|scs|общая товарищество
        """,
    "": """
        co|company|公司|s a de c v|sadecv|sabdecv|sa de cv|de cv|de c v|sc|est|establishment|enterprise limited
        state unitary enterprise|federal state unitary enterprise|fgup|фгуп|unitary enterprise
        федеральное государственное унитарное предприятие|government owned enterprise
        """,
}
KIND_OF: dict[tuple[str, ...], str] = {
    tuple(form.split()): kind
    for kind, lines in _KINDS.items()
    for line in lines.split("\n")
    for form in line.strip().split("|")
    if form
}
_LONGEST = max(map(len, KIND_OF))
_FIRST = frozenset(form[0] for form in KIND_OF)
# From this length a form with one slip in it is still no other word: Aktiengeselschaft, Compan.
FORM_LETTERS = 7
_LONG = [form[0] for form in KIND_OF if len(form) == 1 and form[0].isascii() and len(form[0]) >= FORM_LETTERS]
_LONG_FORMS = NearSpelling(dict.fromkeys(_LONG), shortest=FORM_LETTERS)
# One slip in seven letters leaves the first three or the last three whole: most words are no form by these alone.
_BEGINNINGS, _ENDS = frozenset(form[:3] for form in _LONG), frozenset(form[-3:] for form in _LONG)
# One-word forms that are words of names as well; they are forms at the end only.
_AT_THE_END = frozenset(
    {"as", "sa", "spa", "ag", "ou", "oy", "sl", "se", "sc", "kg", "lp", "est", "bv", "nv", "ao", "sia"}
)


def take_forms(words: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    """The words left when the forms are out, and the kinds of the forms ("" counts for nothing).

    A name of nothing but forms keeps its words.
    """
    words = [_respelt(word) if len(word) >= FORM_LETTERS - 1 else word for word in words]
    if _FIRST.isdisjoint(words):
        return words, frozenset()
    left: list[str] = []
    kinds = set()
    at = 0
    while at < len(words):
        taken = _form_at(words, at) if words[at] in _FIRST else 0
        if taken:
            kinds.add(KIND_OF[tuple(words[at : at + taken])])
            at += taken
        else:
            left.append(words[at])
            at += 1
    return (left, frozenset(kinds - {""})) if left else (words, frozenset())


def _respelt(word: str) -> str:
    """A form misspelt by one slip as it is spelt."""
    if word in _FIRST or (word[:3] not in _BEGINNINGS and word[-3:] not in _ENDS):
        return word
    return min(_LONG_FORMS.near(word), default=word)


def _form_at(words: Sequence[str], at: int) -> int:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(words[at : at + length]) in KIND_OF:
            is_word = length == 1 and words[at] in _AT_THE_END
            return 0 if is_word and at + 1 < len(words) else length
    return 0
