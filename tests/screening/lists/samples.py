"""Made-up lists in the official formats, those of examples/lists; every likeness to anybody is chance."""

from pathlib import Path

LISTS = Path(__file__).parents[3] / "examples" / "lists"


def _text(name: str) -> str:
    return (LISTS / name).read_bytes().decode()


OFAC_XML = _text("ofac-sdn.xml")
OFAC_CSV = _text("ofac-sdn.csv")
OFAC_ALT = _text("ofac-alt.csv")
CSL_JSON = _text("us-csl.json")
CSL_CSV = _text("us-csl.csv")
UN_XML = _text("un.xml")
EU_XML = _text("eu.xml")
EU_CSV = _text("eu.csv")
UK_XML = _text("uk.xml")
UK_CSV = _text("uk-before-2026.csv")
UK_LIST_CSV = _text("uk.csv")
PLAIN_CSV = _text("own.csv")
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;">]><sdnList><sdnEntry><uid>&lol3;</uid></sdnEntry></sdnList>"""

ALL = {
    "ofac-xml": OFAC_XML, "ofac-csv": OFAC_CSV, "csl-json": CSL_JSON, "csl-csv": CSL_CSV, "un-xml": UN_XML,
    "eu-xml": EU_XML, "eu-csv": EU_CSV, "uk-xml": UK_XML, "uk-csv": UK_CSV, "plain-csv": PLAIN_CSV,
}  # fmt: skip
DATED = frozenset({"ofac-xml", "csl-json", "un-xml", "eu-xml", "eu-csv", "uk-xml", "uk-csv"})
