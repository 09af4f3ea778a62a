"""A list of one's own: CSV with a column ``name`` and whatever of the others is known."""

from collections.abc import Mapping

from cocket.screening.lists.csv_rows import rows_of_ones_own
from cocket.screening.lists.entry import FIRM, PERSON, UNKNOWN, VESSEL, Identifier, ListEntry, ListRead, cleaned
from cocket.screening.lists.errors import ListError

COLUMNS = ("id", "name", "aliases", "kind", "country", "born", "number", "programme", "listed_on", "follows")
_KINDS = frozenset({PERSON, FIRM, VESSEL, UNKNOWN})
_BETWEEN = ";"


def read_csv(content: bytes, where: str) -> ListRead:
    """Several aliases, countries, birthdays or numbers stand in one cell with semicolons between them."""
    rows = rows_of_ones_own(content, where, ("name",), COLUMNS)
    return ListRead("plain-csv", None, tuple(_entry(row, number, where) for number, row in rows))


def _entry(row: Mapping[str, str], number: int, where: str) -> ListEntry:
    kind = row.get("kind", "").lower() or UNKNOWN
    if kind not in _KINDS:
        known = ", ".join((PERSON, FIRM, VESSEL))
        raise ListError("no_kind", where=where, row=number, column="kind", kind=kind, known=known)

    def parts(key: str) -> tuple[str, ...]:
        return cleaned(row.get(key, "").split(_BETWEEN))

    return ListEntry(
        id=row.get("id") or row["name"],
        names=cleaned([row["name"], *parts("aliases")]),
        kind=kind,
        countries=parts("country"),
        born=parts("born"),
        identifiers=tuple(Identifier("", one) for one in parts("number")),
        programmes=parts("programme"),
        listed_on=row.get("listed_on", ""),
        follows=row.get("follows", ""),
    )
