"""Lone element symbols in a header row: "Dy" is dysprosium, "No" is hardly ever nobelium, "Co" depends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from cocket.check.tables import columns
from cocket.check.tables.composition_header import is_symbol, read_mention
from cocket.check.tables.header_names import Reading
from cocket.check.tables.notes import meaning, note
from cocket.wording import Phrase

# With fewer companions a list of elements cannot be told from a list of goods with a "Co" in it.
COMPANIONS_MIN = 2


class Need(Enum):
    """What must stand beside a lone symbol before it counts as an element."""

    NOTHING = auto()
    COMPANY = auto()  # elsewhere in the row, at least two lone symbols
    A_ROW = auto()  # moreover an element column directly to the left
    BOTH_SIDES = auto()  # moreover one directly to the right


_CONDITION = {
    Need.COMPANY: note("in_company"),
    Need.A_ROW: note("in_a_row"),
    Need.BOTH_SIDES: note("between"),
}


@dataclass(frozen=True, slots=True)
class _Lone:
    header: str
    substance: str
    need: Need
    gives_company: bool


def read_lone_elements(
    headers: Sequence[str], readings: list[Reading | None], places: Sequence[str]
) -> Iterator[Phrase]:
    """Fills lone elements into ``readings``; yields what was decided of each doubtful one, told by its place."""
    lone = {index: found for index, header in enumerate(headers) if (found := _lone(header, readings[index]))}
    company = {index for index, found in lone.items() if found.gives_company}
    taken: set[int] = set()
    for index, found in lone.items():
        enough = len(company - {index}) >= COMPANIONS_MIN
        beside = enough and index - 1 in taken
        if {
            Need.NOTHING: True,
            Need.COMPANY: enough,
            Need.A_ROW: beside,
            Need.BOTH_SIDES: beside and index + 1 in company,
        }[found.need]:
            taken.add(index)
            readings[index] = Reading(columns.COMPOSITION_PREFIX + found.substance)
    for index, found in lone.items():
        if found.need is not Need.NOTHING and (company or readings[index] is None):
            yield _decision(found, readings[index], places[index])


def _lone(header: str, reading: Reading | None) -> _Lone | None:
    word = header.strip().rstrip(".")
    mention = read_mention(word)
    if mention is None or not mention.plain:
        return None
    need = _need(word, mention.substance)
    in_its_own_case = len(word) > 2 or not word.isascii() or is_symbol(word)
    gives_company = need is Need.NOTHING and reading is None
    if reading is not None and need is not Need.BOTH_SIDES:
        need = Need.A_ROW  # the word means something else in a list of goods: "Sn", "Po", "Hs"
    elif need is Need.NOTHING and not in_its_own_case:
        need = Need.COMPANY
    return _Lone(word, mention.substance, need, gives_company)


def _need(word: str, substance: str) -> Need:
    if len(word) > 2 or not word.isascii():
        return Need.A_ROW if word.casefold() in columns.WORDS_TAKEN_IN_A_ROW else Need.NOTHING
    if substance in columns.SYMBOLS_TAKEN_BETWEEN:
        return Need.BOTH_SIDES
    if substance in columns.SYMBOLS_TAKEN_IN_A_ROW:
        return Need.A_ROW
    return Need.COMPANY if substance in columns.SYMBOLS_TAKEN_IN_COMPANY else Need.NOTHING


def _decision(found: _Lone, reading: Reading | None, place: str) -> Phrase:
    told = {"column": place, "element": found.substance, "where": _CONDITION[found.need]}
    if reading is None:
        return note("no_element", header=found.header, **told)
    if reading.key == columns.COMPOSITION_PREFIX + found.substance:
        return note("element", **told)
    return note("element_or_word", header=found.header, meaning=meaning(reading.key), **told)
