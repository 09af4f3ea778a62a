"""A file of listed parties, its format told by what is in it."""

from collections import Counter

from cocket.screening.lists import csl, eu, ofac, plain, uk, un
from cocket.screening.lists.csv_rows import decode
from cocket.screening.lists.entry import ListEntry, ListRead
from cocket.screening.lists.errors import ListError
from cocket.screening.lists.xml_tree import read_tree
from cocket.screening.nameable import why_no_name
from cocket.screening.readings import LETTERS_MAX

_ROOTS = {
    "sdnList": ofac.read_xml,
    "CONSOLIDATED_LIST": un.read_xml,
    "export": eu.read_xml,
    "Designations": uk.read_xml,
}
# What a first name may start like: a control character or a blank is none.
FORMATS = "OFAC SDN, EU, UK or UN XML, CSL JSON or CSV, OFAC, EU or UK CSV, or a plain CSV with a column name"


def read_list(content: bytes, where: str, aliases: bytes | None = None) -> ListRead:
    """The entries of ``content``, with the ALT.CSV of OFAC in ``aliases``; raises ListError and takes nothing over.

    Never fewer entries than the file holds: an entry without an id or a name that can be looked up, an id that stands
    twice and a file without entries are refused as well, and ``aliases`` that the list cannot take.
    """
    read = _read(content, where, aliases)
    if aliases is not None and read.form != ofac.CSV:
        raise ListError("no_aliases", where=where)
    if not read.entries:
        raise ListError("no_party", where=where, formats=FORMATS)
    for number, entry in enumerate(read.entries, start=1):
        if not entry.id or not entry.every_name:
            raise ListError("no_name" if entry.id else "no_id", where=where, number=number, id=entry.id)
        _refuse_unreadable(entry, number, where)
    id, count = Counter(entry.id for entry in read.entries).most_common(1)[0]  # noqa: A001  # the trade's word
    if count > 1:
        raise ListError("twice", where=where, id=id, count=count)
    return read


def _refuse_unreadable(entry: ListEntry, number: int, where: str) -> None:
    """A name too long to be one, and an entry of whose names none has a letter: nobody would ever be found by it."""
    why = [why_no_name(name) for name in entry.every_name]
    if "too_long" in why:
        raise ListError("long_name", where=where, number=number, id=entry.id[:40], most=LETTERS_MAX)
    if None not in why:
        raise ListError("unread_name", where=where, number=number, id=entry.id[:40])


def _read(content: bytes, where: str, aliases: bytes | None) -> ListRead:
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise ListError("empty", where=where)
    if start.startswith(b"<"):
        root = read_tree(content, where)
        if root.tag not in _ROOTS:
            raise ListError("root", where=where, root=root.tag, formats=FORMATS)
        return _ROOTS[root.tag](root, where)
    if start.startswith((b"{", b"[")):
        return csl.read_json(content, where)
    text = decode(content, where)
    return _read_csv(text, content, where, aliases)


def _read_csv(text: str, content: bytes, where: str, aliases: bytes | None) -> ListRead:
    first = text.partition("\n")[0]
    if first.startswith(uk.REPORT):
        return uk.read_list_csv(text, where)
    if first.startswith("Last Updated,"):
        return uk.read_csv(text, where)
    if "fileGenerationDate" in first:
        return eu.read_csv(text, where)
    if "alt_names" in first and "source" in first:
        return csl.read_csv(text, where)
    if ofac.NOTHING in first or first.split(",")[0].strip().isdigit():
        return ofac.read_csv(text, decode(aliases, f"{where} (aliases)") if aliases is not None else None, where)
    return plain.read_csv(content, where)
