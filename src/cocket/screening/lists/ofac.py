"""The Specially Designated Nationals of the US Treasury: SDN.XML, or SDN.CSV with ALT.CSV beside it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element  # types only

from cocket.screening.lists.csv_rows import rows_without_header
from cocket.screening.lists.days import day_of
from cocket.screening.lists.entry import FIRM, PERSON, VESSEL, Identifier, ListEntry, ListRead, cleaned
from cocket.screening.lists.errors import ListError
from cocket.screening.lists.xml_tree import refuse_strange_names, text, texts

_KINDS = {"individual": PERSON, "entity": FIRM, "vessel": VESSEL, "aircraft": VESSEL}
_KNOWN = frozenset({"firstName", "lastName", "akaList", "aka"})
NOTHING = "-0-"
CSV = "ofac-csv"
# Weak aliases stand in the remarks alone, in quotes that an apostrophe within a name does not end.
_WEAK = re.compile(r"a\.k\.a\. '(.+?)'(?=[;.)]|$)")
_NATION = re.compile(r"(?:nationality|citizen) ([^;.]+)")
_SDN = (
    "ent_num", "sdn_name", "sdn_type", "program", "title", "call_sign", "vess_type", "tonnage", "grt", "vess_flag",
    "vess_owner", "remarks",
)  # fmt: skip
_ALT = ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks")


def read_xml(root: Element, where: str) -> ListRead:
    refuse_strange_names(root, _KNOWN, where)
    entries = tuple(_entry(element) for element in root.iterfind("sdnEntry"))
    stated = text(root, "publshInformation/Record_Count")
    if stated.isdigit() and int(stated) != len(entries):
        raise ListError("cut_count", where=where, stated=stated, held=len(entries))
    return ListRead("ofac-xml", day_of(text(root, "publshInformation/Publish_Date"), "%m/%d/%Y"), entries)


def _entry(element: Element) -> ListEntry:
    akas = element.findall("akaList/aka")
    weak = [_name(aka) for aka in akas if text(aka, "category").lower() == "weak"]
    return ListEntry(
        id=text(element, "uid"),
        names=cleaned([_name(element), *(_name(aka) for aka in akas if text(aka, "category").lower() != "weak")]),
        weak_names=cleaned(weak),
        kind=_KINDS.get(text(element, "sdnType").lower(), FIRM),
        countries=cleaned(
            said
            for path in ("nationalityList/nationality", "citizenshipList/citizenship", "addressList/address")
            for said in texts(element, f"{path}/country")
        ),
        born=cleaned(texts(element, "dateOfBirthList/dateOfBirthItem/dateOfBirth")),
        identifiers=tuple(
            Identifier(text(one, "idType"), text(one, "idNumber"))
            for one in element.iterfind("idList/id")
            if text(one, "idNumber")
        ),
        programmes=cleaned(texts(element, "programList/program")),
    )


def _name(element: Element) -> str:
    family, given = text(element, "lastName"), text(element, "firstName")
    return f"{family}, {given}" if given and family else family or given


def read_csv(sdn: str, alt: str | None, where: str) -> ListRead:
    """``alt``: the text of ALT.CSV, where it is at hand."""
    aliases = _aliases(alt, where) if alt is not None else {}
    rows = [row for _, row in rows_without_header(sdn, where, _SDN)]
    if strange := sorted(aliases.keys() - {row["ent_num"] for row in rows}):
        raise ListError("foreign_aliases", where=where, count=len(strange), id=strange[0])
    return ListRead(CSV, None, tuple(_from_row(row, aliases) for row in rows))


def _aliases(alt: str, where: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for _, row in rows_without_header(alt, f"{where} (aliases)", _ALT):
        found[row["ent_num"]].append(row["alt_name"])
    return found


def _from_row(row: Mapping[str, str], aliases: Mapping[str, list[str]]) -> ListEntry:
    said = {name: "" if cell == NOTHING else cell for name, cell in row.items()}
    return ListEntry(
        id=said["ent_num"],
        names=cleaned([said["sdn_name"], *aliases.get(said["ent_num"], ())]),
        kind=_KINDS.get(said["sdn_type"].lower(), FIRM),
        weak_names=cleaned(_WEAK.findall(said["remarks"])),
        born=cleaned(_born(said["remarks"])),
        countries=cleaned([said["vess_flag"], *_NATION.findall(said["remarks"])]),
        programmes=cleaned(said["program"].replace("[", "").split("]")),
    )


def _born(remarks: str) -> Iterator[str]:
    return (part.strip()[4:] for part in remarks.rstrip(".").split(";") if part.strip().startswith("DOB "))
