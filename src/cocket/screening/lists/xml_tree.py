"""XML from outside, read without entities, without a document type and without anything fetched."""

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, ParseError  # types only; the parser is the guarded one

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cocket.screening.lists.errors import ListError

# The largest official list is some 120 MB; an element tree takes several times its file.
BYTES_MAX = 400_000_000
_MAY_NAME = re.compile("name|alias|aka", re.IGNORECASE)


def read_tree(content: bytes, where: str) -> Element:
    """The root; raises ListError for what is cut off, malformed or dangerous. Names lose their namespace."""
    if len(content) > BYTES_MAX:
        raise ListError("too_large", where=where)
    try:
        root: Element = fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise ListError("dangerous", where=where) from None
    except ParseError as error:
        line, column = error.position
        raise ListError("malformed", where=where, line=line, character=column + 1) from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise ListError("unreadable", where=where, error=error) from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def refuse_strange_names(entry: Element, known: Collection[str], where: str) -> None:
    """An element that may hold a name and is none of ``known``: its name would be lost unseen."""
    for element in entry.iter():
        if element.tag not in known and _MAY_NAME.search(element.tag):
            raise ListError("strange_element", where=where, tag=element.tag)


def text(element: Element, path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def texts(element: Element, path: str) -> Iterator[str]:
    return (" ".join((one.text or "").split()) for one in element.iterfind(path))
