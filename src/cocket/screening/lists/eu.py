"""The consolidated list of financial sanctions of the European Union, XML (1.1) or CSV."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element  # types only

from cocket.screening.lists.csv_rows import rows_with_header
from cocket.screening.lists.days import day_of
from cocket.screening.lists.entry import FIRM, PERSON, UNKNOWN, Identifier, ListEntry, ListRead, cleaned

_KINDS = {"P": PERSON, "person": PERSON, "E": FIRM, "enterprise": FIRM}
_ID, _WHOLE = "Entity_LogicalId", "NameAlias_WholeName"
_NEEDED = ("fileGenerationDate", _ID, _WHOLE, "Entity_SubjectType")


def read_xml(root: Element, where: str) -> ListRead:  # noqa: ARG001  # all readers are called alike
    entries = tuple(_entry(one) for one in root.iterfind("sanctionEntity"))
    return ListRead("eu-xml", day_of(root.get("generationDate", "")), entries)


def _entry(one: Element) -> ListEntry:
    subject = one.find("subjectType")
    kind = "" if subject is None else subject.get("classificationCode") or subject.get("code") or ""
    names = one.findall("nameAlias")
    return ListEntry(
        id=one.get("euReferenceNumber") or one.get("logicalId") or "",
        names=cleaned(_whole(name) for name in names if name.get("strong") != "false"),
        weak_names=cleaned(_whole(name) for name in names if name.get("strong") == "false"),
        kind=_KINDS.get(kind, UNKNOWN),
        countries=cleaned(_iso(place) for path in ("citizenship", "address") for place in one.iterfind(path)),
        born=cleaned(day.get("birthdate") or day.get("year") for day in one.iterfind("birthdate")),
        identifiers=tuple(
            Identifier(paper.get("identificationTypeCode", ""), paper.get("number", ""))
            for paper in one.iterfind("identification")
            if paper.get("number")
        ),
        programmes=cleaned(law.get("programme") for law in one.iterfind("regulation")),
        listed_on=one.get("designationDate") or "",
    )


def _iso(place: Element) -> str:
    code = place.get("countryIso2Code") or ""
    return "" if code == "00" else code  # what the list writes for an unknown country


def _whole(name: Element) -> str:
    parts = (name.get(key) or "" for key in ("firstName", "middleName", "lastName"))
    return name.get("wholeName") or " ".join(parts)


def read_csv(text: str, where: str) -> ListRead:
    rows = [row for _, row in rows_with_header(text, where, _NEEDED, delimiter=";")]
    of_each = groupby(sorted(rows, key=lambda row: row[_ID]), key=lambda row: row[_ID])
    entries = tuple(_from_rows(id, list(own)) for id, own in of_each)  # noqa: A001  # the list's own word
    return ListRead("eu-csv", day_of(rows[0]["fileGenerationDate"]) if rows else None, entries)


def _from_rows(logical: str, rows: list[Mapping[str, str]]) -> ListEntry:
    def column(name: str) -> Iterable[str]:
        return (row.get(name, "") for row in rows)

    first = rows[0]
    return ListEntry(
        id=first.get("Entity_EU_ReferenceNumber") or logical,
        names=cleaned(column(_WHOLE)),
        kind=_KINDS.get(first["Entity_SubjectType"], UNKNOWN),
        countries=cleaned([*column("Citizenship_CountryIso2Code"), *column("Address_CountryIso2Code")]),
        born=cleaned(column("BirthDate_BirthDate")),
        identifiers=tuple(Identifier("", number) for number in cleaned(column("Identification_Number"))),
        programmes=cleaned(column("Entity_Regulation_Programme")),
        listed_on=first.get("Entity_DesignationDate", ""),
    )
