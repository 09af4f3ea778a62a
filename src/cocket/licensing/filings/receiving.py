"""What somebody sends as a document, read whole and looked at before anything of it is kept."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, Final
from unicodedata import category

from cocket.licensing.applications.media import BadDocument, Media, media_of
from cocket.licensing.filings.errors import TooLarge
from cocket.licensing.filings.faults import wrong

SIZE_MAX: Final = 20 * 1024 * 1024
"""Of one document, in bytes: a scanned contract of some hundred pages."""
NAME_LENGTH_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """``media_type``, ``length`` in bytes and ``sha256`` as the sender states them; "" and None where it does not."""

    name: str
    stream: BinaryIO
    media_type: str = ""
    length: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    name: str
    media: Media
    data: bytes


def receive(upload: Upload) -> Received:
    """Raises BadDocument for a name that is none, for too much, for less than was stated, and for what is not what it
    claims to be."""
    _refuse_name(upload.name)
    data = _read(upload)
    found = hashlib.sha256(data).hexdigest()
    if upload.sha256 and upload.sha256.lower() != found:
        raise BadDocument(*wrong("other_hash", name=upload.name, found=found[:12], stated=upload.sha256[:12]), "file")
    return Received(upload.name, media_of(upload.name, upload.media_type, data), data)


def _read(upload: Upload) -> bytes:
    data = upload.stream.read(SIZE_MAX + 1)
    if len(data) > SIZE_MAX or (upload.length or 0) > SIZE_MAX:
        raise TooLarge(*wrong("too_large", name=upload.name, most=SIZE_MAX // 1024 // 1024), "file")
    if upload.length is not None and len(data) != upload.length:
        raise BadDocument(*wrong("other_length", name=upload.name, count=len(data), stated=upload.length), "file")
    if not data:
        raise BadDocument(*wrong("empty", name=upload.name), "file")
    return data


def _refuse_name(name: str) -> None:
    strange = any(category(sign)[0] == "C" or sign in '/\\:*?"<>|' for sign in name)
    if strange or not name.strip(" .") or len(name) > NAME_LENGTH_MAX:
        raise BadDocument(*wrong("no_name", name=name[:40], most=NAME_LENGTH_MAX), "file")
