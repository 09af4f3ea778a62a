"""The lists of the United Kingdom: the sanctions list as XML, the consolidated list of asset-freeze targets as CSV."""

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
_DAY = "%d/%m/%Y"


def read_xml(root: Element, where: str) -> ListRead:  # noqa: ARG001  # all readers are called alike
    entries = tuple(_entry(one) for one in root.iterfind("Designation"))
    return ListRead("uk-xml", day_of(text(root, "DateGenerated"), _DAY, "%Y-%m-%d"), entries)


def _entry(one: Element) -> ListEntry:
    names = [" ".join(text(name, part) for part in (*_BEFORE, _FAMILY)) for name in one.iterfind("Names/Name")]
    return ListEntry(
        id=text(one, "UniqueID"),
        names=cleaned([*names, *texts(one, "NonLatinNames/NonLatinName/NameNonLatinScript")]),
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

    def is_weak(row: Mapping[str, str]) -> bool:
        return "low" in row.get("Alias Quality", "").lower()

    return ListEntry(
        id=group,
        names=cleaned([*(_whole(row) for row in rows if not is_weak(row)), *column("Name Non-Latin Script")]),
        weak_names=cleaned(_whole(row) for row in rows if is_weak(row)),
        kind=_KINDS.get(rows[0]["Group Type"].lower(), UNKNOWN),
        countries=cleaned(column("Nationality", "Country")),
        born=cleaned(column("DOB")),
        identifiers=tuple(Identifier("passport", number) for number in cleaned(column("Passport Number"))),
        programmes=cleaned(column("Regime")),
        listed_on=rows[0].get("Listed On", ""),
    )


def _whole(row: Mapping[str, str]) -> str:
    return " ".join(row.get(f"Name {number}", "") for number in (1, 2, 3, 4, 5, 6))
