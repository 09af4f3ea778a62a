"""What kind of file a document is, by what is in it and not by what it is called. Values in, values out.

Seven kinds are taken, those that an authority can still open in five years. Signatures alone do not tell a workbook
from a text document or from one with macros (all are zip files), so that the part that names its kind is read.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cocket.licensing.applications.faults import pieces, wrong
from cocket.licensing.licences.errors import LicenceError
from cocket.wording.shapes import any_of

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_TYPES_OF_PARTS: Final = "[Content_Types].xml"
_PART_BYTES_MAX: Final = 1024 * 1024
"""Of the part that names the kind: it is a few kilobytes, and what unpacks to more is meant to fill the memory."""
_PDF_END_WITHIN: Final = 1024
"""Readers of PDF look for the end mark in the last so many bytes (ISO 32000-1, Annex H, note 18)."""


class BadDocument(LicenceError):  # noqa: N818  # says what it is
    """A file, its name or the paper that it is said to be cannot be taken as they are."""


@dataclass(frozen=True, slots=True)
class Media:
    """``name`` as people call it, ``type`` as the internet does, ``suffixes`` of the names of such files."""

    name: str
    type: str
    suffixes: tuple[str, ...]


PDF: Final = Media("PDF", "application/pdf", (".pdf",))
PNG: Final = Media("PNG", "image/png", (".png",))
JPEG: Final = Media("JPEG", "image/jpeg", (".jpg", ".jpeg"))
XLSX: Final = Media("XLSX", f"{_OFFICE}spreadsheetml.sheet", (".xlsx",))
DOCX: Final = Media("DOCX", f"{_OFFICE}wordprocessingml.document", (".docx",))
XML: Final = Media("XML", "application/xml", (".xml",))
TEXT: Final = Media("plain text", "text/plain", (".txt",))
TAKEN: Final = (PDF, PNG, JPEG, XLSX, DOCX, XML, TEXT)
_ALSO: Final = {"text/xml": XML, "image/jpg": JPEG}


def media_of(name: str, stated_type: str, data: bytes) -> Media:
    """What ``data`` is. ``stated_type``: the type that the sender states, "" where it states none. Raises BadDocument
    for what is of no kind taken, for a name or a stated type that says something else, and for what lacks its end."""
    claims = (_by_suffix(name), _by_type(stated_type) if stated_type else None)
    found = _found(data)
    if found is None:
        names = dict.fromkeys(one.name for one in claims if one)
        raise BadDocument(*wrong("not_taken", name=name, claimed=any_of(names or [pieces("nothing")])), "file")
    for claim in claims:
        if claim is not None and claim is not found:
            raise BadDocument(*wrong("other_kind", name=name, found=found.name, claimed=claim.name), "file")
    if claims[0] is None:
        suffixes = any_of(found.suffixes)
        raise BadDocument(*wrong("no_suffix", name=name, found=found.name, suffixes=suffixes), "file")
    if not _ends(found, data):
        raise BadDocument(*wrong("cut_off", name=name, found=found.name), "file")
    return found


def _by_suffix(name: str) -> Media | None:
    suffix = PurePath(name).suffix.lower()
    return next((one for one in TAKEN if suffix in one.suffixes), None)


def _by_type(stated: str) -> Media:
    """Raises BadDocument for a type that is not taken at all."""
    plain = stated.partition(";")[0].strip().lower()
    found = _ALSO.get(plain) or next((one for one in TAKEN if one.type == plain), None)
    if found is None:
        raise BadDocument(*wrong("no_type", text=stated[:60]), "media_type")
    return found


def _found(data: bytes) -> Media | None:
    for start, media in ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG)):
        if data.startswith(start):
            return media
    if data.startswith(b"PK"):
        return _office(data)
    return _written(data)


def _office(data: bytes) -> Media | None:
    """By the part of the package that names its kind; one with macros names another, and is not taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(_TYPES_OF_PARTS) as part:
            text = part.read(_PART_BYTES_MAX + 1)
        if len(text) > _PART_BYTES_MAX:
            return None
        kinds = {one.get("ContentType", "").removesuffix(".main+xml") for one in fromstring(text)}
    except (zipfile.BadZipFile, KeyError, ParseError, DefusedXmlException, NotImplementedError, RuntimeError, OSError,
            ValueError, EOFError, zipfile.LargeZipFile, zlib.error):  # fmt: skip
        return None
    found = [one for one in (XLSX, DOCX) if one.type in kinds]
    return found[0] if len(found) == 1 else None


def _written(data: bytes) -> Media | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if any((ord(sign) < 32 and sign not in "\t\n\r\f") or ord(sign) == 127 for sign in text):
        return None
    if not text.lstrip().startswith("<"):
        return TEXT
    try:
        fromstring(data)
    except DefusedXmlException:
        return None  # entities, which may read other files or grow without end
    except (ParseError, ValueError):
        return None if text.lstrip().startswith("<?xml") else TEXT
    return XML


def _ends(media: Media, data: bytes) -> bool:
    if media is PDF:
        return b"%%EOF" in data[-_PDF_END_WITHIN:]
    if media is PNG:
        return data.rstrip(b"\0").endswith(b"IEND\xaeB`\x82")
    if media is JPEG:
        return data.rstrip(b"\0").endswith(b"\xff\xd9")
    return True  # of a package the list of its parts stands at the end, and XML has to be closed
