"""The lists of the United Kingdom: the sanctions list as XML and CSV, and the consolidated list of asset-freeze targets
as CSV, which the first has replaced since 28 January 2026."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element  # types only

from cocket.screening.lists.csv_rows import rows_with_header
from cocket.screening.lists.days import day_of
from cocket.screening.lists.entry import FIRM, PERSON, UNKNOWN, VESSEL, Identifier, ListEntry, ListRead, cleaned
from cocket.screening.lists.xml_tree import text, texts

_KINDS = {"individual": PERSON, "entity": FIRM, "ship": VESSEL}
_BEFORE, _FAMILY = ("Name1", "Name2", "Name3", "Name4", "Name5"), "Name6"
_NEEDED = ("Name 6", "Name 1", "Group Type", "Group ID", "Regime")
_LIST_NEEDED = ("Unique ID", "Name 6", "Name 1", "Alias strength", "Designation Type", "Regime Name")
REPORT = "Report Date:"
_DAY = "%d/%m/%Y"


def read_xml(root: Element, where: str) -> ListRead:  # noqa: ARG001  # all readers are called alike
    entries = tuple(_entry(one) for one in root.iterfind("Designation"))
    return ListRead("uk-xml", day_of(text(root, "DateGenerated"), _DAY, "%Y-%m-%d"), entries)


def _entry(one: Element) -> ListEntry:
    names = one.findall("Names/Name")
    weak = [name for name in names if _is_low(text(name, "AliasStrength"))]
    strong = (_name(name) for name in names if name not in weak)
    return ListEntry(
        id=text(one, "UniqueID"),
        names=cleaned([*strong, *texts(one, "NonLatinNames/NonLatinName/NameNonLatinScript")]),
        weak_names=cleaned(map(_name, weak)),
        kind=_KINDS.get(text(one, "IndividualEntityShip").lower(), UNKNOWN),
        countries=cleaned([*texts(one, ".//Nationality"), *texts(one, ".//AddressCountry")]),
        born=cleaned(texts(one, ".//DOB")),
        identifiers=tuple(
            Identifier(kind, number)
            for path, kind in ((".//PassportNumber", "passport"), (".//IMONumber", "IMO"))
            for number in cleaned(texts(one, path))
        ),
        programmes=cleaned([text(one, "RegimeName")]),
        listed_on=text(one, "DateDesignated"),
        follows=text(one, "SanctionsImposed"),
    )


def _name(one: Element) -> str:
    return " ".join(text(one, part) for part in (*_BEFORE, _FAMILY))


def read_list_csv(content: str, where: str) -> ListRead:
    """The sanctions list: its first line is the day of the report, the second the header; a row for each name."""
    dated = day_of(content.partition("\n")[0].removeprefix(REPORT).split(",")[0], "%d-%b-%Y", _DAY)
    rows = [row for _, row in rows_with_header(content, where, _LIST_NEEDED, skip=1)]
    of_each = groupby(sorted(rows, key=lambda row: row["Unique ID"]), key=lambda row: row["Unique ID"])
    return ListRead("uk-csv", dated, tuple(_designation(unique, list(own)) for unique, own in of_each))


def _designation(unique: str, rows: list[Mapping[str, str]]) -> ListEntry:
    def column(*names: str) -> Iterable[str]:
        return (row.get(name, "") for name in names for row in rows)

    weak = [row for row in rows if _is_low(row["Alias strength"])]
    return ListEntry(
        id=unique,
        names=cleaned([*(_whole(row) for row in rows if row not in weak), *column("Name non-latin script")]),
        weak_names=cleaned(map(_whole, weak)),
        kind=_KINDS.get(rows[0]["Designation Type"].lower(), UNKNOWN),
        countries=cleaned(column("Nationality(/ies)", "Address Country", "Current believed flag of ship")),
        born=cleaned(column("D.O.B")),
        identifiers=tuple(
            Identifier(kind, number)
            for name, kind in (("Passport number", "passport"), ("IMO number", "IMO"))
            for number in cleaned(column(name))
        ),
        programmes=cleaned(column("Regime Name")),
        listed_on=rows[0].get("Date Designated", ""),
        follows=rows[0].get("Sanctions Imposed", ""),
    )


def _is_low(strength: str) -> bool:
    return "low" in strength.lower()


def read_csv(content: str, where: str) -> ListRead:
    """Its first line says when it was last updated, the second is the header; one row for each name."""
    first = content.partition("\n")[0].split(",")
    rows = [row for _, row in rows_with_header(content, where, _NEEDED, skip=1)]
    of_each = groupby(sorted(rows, key=lambda row: row["Group ID"]), key=lambda row: row["Group ID"])
    entries = tuple(_from_rows(group, list(own)) for group, own in of_each)
    return ListRead("uk-csv", day_of(first[1], _DAY) if len(first) > 1 else None, entries)


def _from_rows(group: str, rows: list[Mapping[str, str]]) -> ListEntry:
    def column(*names: str) -> Iterable[str]:
        return (row.get(name, "") for name in names for row in rows)

    weak = [row for row in rows if _is_low(row.get("Alias Quality", ""))]
    return ListEntry(
        id=group,
        names=cleaned([*(_whole(row) for row in rows if row not in weak), *column("Name Non-Latin Script")]),
        weak_names=cleaned(map(_whole, weak)),
        kind=_KINDS.get(rows[0]["Group Type"].lower(), UNKNOWN),
        countries=cleaned(column("Nationality", "Country")),
        born=cleaned(column("DOB")),
        identifiers=tuple(Identifier("passport", number) for number in cleaned(column("Passport Number"))),
        programmes=cleaned(column("Regime")),
        listed_on=rows[0].get("Listed On", ""),
    )


def _whole(row: Mapping[str, str]) -> str:
    return " ".join(row.get(f"Name {number}", "") for number in (1, 2, 3, 4, 5, 6))
