"""XML from outside, read without entities, without a document type and without anything fetched."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError  # types only; the parser is the guarded one

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cocket.screening.lists.errors import ListError

# The largest official list is some 120 MB; an element tree takes several times its file.
BYTES_MAX = 400_000_000


def read_tree(content: bytes, where: str) -> Element:
    """The root; raises ListError for what is cut off, malformed or dangerous. Names lose their namespace."""
    if len(content) > BYTES_MAX:
        raise ListError("the file is larger than any list", where=where, remedy="Fetch the list again")
    try:
        root: Element = fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        what = "the file declares a document type or entities, which no list does"
        raise ListError(what, where=where, remedy="Do not use it; fetch the list from its publisher") from None
    except ParseError as error:
        line, column = error.position
        what = f"the XML breaks off or is malformed at line {line}, column {column + 1}"
        raise ListError(what, where=where, remedy="Fetch the list again; it may be cut off") from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def text(element: Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def texts(element: Element, path: str) -> Iterator[str]:
    return (" ".join((one.text or "").split()) for one in element.iterfind(path))
