"""Understands a whole header row: what each column is, what was decided and why, and what is refused."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cocket.check.tables import columns
from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header_elements import read_lone_elements
from cocket.check.tables.header_names import Reading, normalise, read_header, several_meanings
from cocket.check.tables.notes import meaning, note, several
from cocket.check.tables.table import Column
from cocket.wording import Phrase

Place = Callable[[Column], Phrase]


@dataclass(frozen=True, slots=True)
class Header:
    """The columns in the order of the file, and notes for people on what was understood and decided."""

    columns: tuple[Column, ...]
    notes: tuple[Phrase, ...]


def by_letter(column: Column) -> Phrase:
    """A column as a person finds it in a spreadsheet."""
    return note("lettered", name=" ".join(column.header.split()), letter=column.letter)


def by_name(column: Column) -> Phrase:
    """A column of a file whose columns have names only."""
    return note("named", name=" ".join(column.header.split()))


def understand(headers: Sequence[str], *, where: str, place: Place = by_letter) -> Header:
    """What the headers mean, each by itself and beside the others.

    ``where`` names the file and the header row, ``place`` a column of it.
    Raises TableError for a header that stands twice, two columns of one meaning, or none understood.
    """
    readings = [read_header(header) for header in headers]
    found = [Column(header, number, None) for number, header in enumerate(headers, start=1)]
    _refuse_repeated_headers(found, where, place)
    notes = list(read_lone_elements(headers, readings, list(map(place, found))))
    _read_items(headers, readings)
    notes += _give_way(found, readings, place)
    for index, reading in enumerate(readings):
        if reading:
            found[index] = replace(found[index], key=reading.key, unit=reading.unit)
    _refuse_repeated_keys(found, where, place)
    _refuse_nothing_understood(found, where, place)
    return Header(tuple(found), (*_summary(found, place), *notes))


def count_names(cells: Iterable[str]) -> int:
    """How many different keys the cells name as headers, contents of elements left out; tells a header row.

    Elements do not count, for they stand in the cells of goods as well as in headers.
    """
    readings = (read_header(cell) for cell in cells if cell.strip())
    return len({r.key for r in readings if r and not r.key.startswith(columns.COMPOSITION_PREFIX)})


def _read_items(headers: Sequence[str], readings: list[Reading | None]) -> None:
    """ "Item" is the number of the line beside a description, and the description where there is none."""
    item_names = {normalise(name) for name in columns.LINE_OR_DESCRIPTION}
    for index, header in enumerate(headers):
        if readings[index] is None and normalise(header) in item_names:
            taken = {reading.key for reading in readings if reading}
            key = "line" if "description" in taken else "description"
            readings[index] = None if key in taken else Reading(key)


def _give_way(found: list[Column], readings: list[Reading | None], place: Place) -> list[Phrase]:
    """Takes back what was read as a last resort where a proper column answers the question."""
    notes = []
    proper = {r.key: found[index] for index, r in enumerate(readings) if r and not r.last_resort}
    for index, reading in enumerate(readings):
        if reading and reading.last_resort and reading.key in proper:
            readings[index] = None
            told = {"column": place(found[index]), "other": place(proper[reading.key])}
            notes.append(note("gives_way", meaning=meaning(reading.key), **told))
    return notes


def _refuse_repeated_headers(found: Sequence[Column], where: str, place: Place) -> None:
    first: dict[str, Column] = {}
    for column in found:
        other = first.setdefault(column.header.strip(), column)
        if other is not column and column.header.strip():
            raise TableError(*wrong("same_header", first=place(other), second=place(column)), where=where)


def _refuse_repeated_keys(found: Sequence[Column], where: str, place: Place) -> None:
    first: dict[str, Column] = {}
    for column in found:
        if column.key is None:
            continue
        other = first.setdefault(column.key, column)
        if other is not column:
            both = {"first": place(other), "second": place(column)}
            raise TableError(*wrong("same_meaning", meaning=meaning(column.key), **both), where=where)


def _refuse_nothing_understood(found: Sequence[Column], where: str, place: Place) -> None:
    if any(column.key for column in found):
        return
    headers = tuple(note("named", name=column.header) for column in found if column.header.strip())
    names = tuple(map(meaning, columns.NAMES))
    if not headers:
        raise TableError(*wrong("no_headers", names=names), where=where)
    if hints := tuple(_hints(found, place)):
        raise TableError(*wrong("several_meanings", headers=headers, hints=hints), where=where)
    raise TableError(*wrong("not_understood", headers=headers, names=names), where=where)


def _summary(found: Sequence[Column], place: Place) -> list[Phrase]:
    understood = tuple(_understood(column, column.key, place) for column in found if column.key)
    unknown = tuple(place(column) for column in found if not column.key and column.header.strip())
    notes = [note("understood", columns=understood)]
    return [*notes, note("not_understood", columns=unknown), *_hints(found, place)] if unknown else notes


def _hints(found: Sequence[Column], place: Place) -> Iterator[Phrase]:
    """What to name columns whose names could mean several things."""
    taken = {column.key for column in found}
    for column in found:
        meanings, unit = ((), None) if column.key else several_meanings(column.header)
        if hint := several(place(column), meanings, unit, taken):
            yield hint


def _understood(column: Column, key: str, place: Place) -> Phrase:
    if column.unit:
        return note("as_in", column=place(column), meaning=meaning(key), unit=column.unit)
    return note("as", column=place(column), meaning=meaning(key))
