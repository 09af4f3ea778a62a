"""The consolidated list of the Security Council, XML."""

from xml.etree.ElementTree import Element  # types only

from cocket.screening.lists.days import day_of
from cocket.screening.lists.entry import FIRM, PERSON, Identifier, ListEntry, ListRead, cleaned
from cocket.screening.lists.xml_tree import refuse_strange_names, text, texts

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KNOWN = frozenset({*_NAMES, "NAME_ORIGINAL_SCRIPT", "INDIVIDUAL_ALIAS", "ENTITY_ALIAS", "ALIAS_NAME"})


def read_xml(root: Element, where: str) -> ListRead:
    refuse_strange_names(root, _KNOWN, where)
    persons = [_entry(one, "INDIVIDUAL", PERSON) for one in root.iterfind("INDIVIDUALS/INDIVIDUAL")]
    firms = [_entry(one, "ENTITY", FIRM) for one in root.iterfind("ENTITIES/ENTITY")]
    return ListRead("un-xml", day_of(root.get("dateGenerated", "")), (*persons, *firms))


def _entry(one: Element, prefix: str, kind: str) -> ListEntry:
    aliases = one.findall(f"{prefix}_ALIAS")
    weak = [text(alias, "ALIAS_NAME") for alias in aliases if text(alias, "QUALITY").lower() == "low"]
    strong = [text(alias, "ALIAS_NAME") for alias in aliases if text(alias, "QUALITY").lower() != "low"]
    born = one.findall(f"{prefix}_DATE_OF_BIRTH")
    return ListEntry(
        id=text(one, "REFERENCE_NUMBER") or text(one, "DATAID"),
        names=cleaned([" ".join(text(one, name) for name in _NAMES), text(one, "NAME_ORIGINAL_SCRIPT"), *strong]),
        weak_names=cleaned(weak),
        kind=kind,
        countries=cleaned([*texts(one, "NATIONALITY/VALUE"), *texts(one, f"{prefix}_ADDRESS/COUNTRY")]),
        born=cleaned([text(day, "DATE") or text(day, "YEAR") for day in born]),
        identifiers=tuple(
            Identifier(text(paper, "TYPE_OF_DOCUMENT"), text(paper, "NUMBER"))
            for paper in one.iterfind(f"{prefix}_DOCUMENT")
            if text(paper, "NUMBER")
        ),
        programmes=cleaned([text(one, "UN_LIST_TYPE")]),
        listed_on=text(one, "LISTED_ON"),
    )
