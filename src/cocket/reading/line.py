"""One line as people write it, turned into the exact words that the determination takes."""

from collections.abc import Container, Mapping

from cocket.reading.faults import wrong
from cocket.reading.places import find_country
from cocket.reading.words import TABLES, find, find_end_use, key_of
from cocket.wording.shapes import fact_told

PARTIES = ("importer", "end_user", "consignee", "end_user_parent")
NOBODY = frozenset(
    (
        *("unknown", "not known", "not yet known", "n/a", "na", "n.a.", "none", "nil", "various"),
        *("tbd", "tba", "to be determined", "to be advised", "to be confirmed"),
        *("...", "…", "", " ", "?", "x", "xxx", "未知", "不详", "待定", "待确认", "无"),
    )
)
COUNTRIES = ("destination", "origin", "end_user_country", "moved_from", "licence.destination")


class ReadingError(Exception):
    """A word that is not known: of which fact, and what to write instead."""

    def __init__(self, key: str, problem: str, remedy: str) -> None:
        self.key, self.problem, self.remedy = key, problem, remedy
        super().__init__(fact_told(self))


def read_words(stated: Mapping[str, object], values: Mapping[str, Container[str]]) -> dict[str, object]:
    """The same statements in the vocabulary's words; ``values`` are, by fact, the words it takes as they are.

    Raises ReadingError for the first word that is not known.
    """
    read = dict(stated)
    nested = read.get("temporary")
    if isinstance(nested, Mapping):
        read.update({f"temporary.{key}": value for key, value in nested.items()})
        del read["temporary"]
    field = read.get("technology_field")
    is_value = field in values.get("technology_field", ())
    if isinstance(field, str) and not is_value and find("technology_field", field) is None:
        del read["technology_field"]  # a field that no instrument names yet stays open
    for fact in TABLES:
        word = read.get(fact)
        if isinstance(word, str) and word not in values.get(fact, ()):
            read[fact] = _word(fact, word)
    for fact in COUNTRIES:
        if isinstance(read.get(fact), str) and not (fact == "origin" and read[fact] == "foreign"):
            read[fact] = _country(fact, str(read[fact]))
    for role in PARTIES:
        if isinstance(read.get(role), str) and key_of(str(read[role])) in NOBODY:
            del read[role]  # a placeholder names nobody: the party is still to be asked for
    if isinstance(read.get("end_use"), str) and read["end_use"] not in values.get("end_use", ()):
        use = find_end_use(str(read["end_use"]))
        if use is None:
            del read["end_use"]  # words that name no known use leave the use open: it is asked for
        else:
            read["end_use"] = use
    return read


def _word(fact: str, text: str) -> str:
    value = find(fact, text)
    if value is None:
        known = tuple(dict.fromkeys(TABLES[fact].values()))
        raise ReadingError(fact, *wrong("word", text=text, fact=fact, known=known))
    return value


def _country(fact: str, text: str) -> str:
    code = find_country(text)
    if code is None:
        raise ReadingError(fact, *wrong("country", text=text))
    return code
