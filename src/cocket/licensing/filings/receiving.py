"""What somebody sends as a document, read whole and looked at before anything of it is kept."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, Final
from unicodedata import category

from cocket.licensing.applications.media import BadDocument, Media, media_of
from cocket.licensing.filings.errors import TooLarge

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
        what = f"{upload.name} arrived with the hash {found[:12]}… and was said to have {upload.sha256[:12]}…"
        raise BadDocument(what, "Something changed it on its way, or it is another file; send it again", "file")
    return Received(upload.name, media_of(upload.name, upload.media_type, data), data)


def _read(upload: Upload) -> bytes:
    data = upload.stream.read(SIZE_MAX + 1)
    if len(data) > SIZE_MAX or (upload.length or 0) > SIZE_MAX:
        what = f"{upload.name} is larger than {SIZE_MAX // 1024 // 1024} MiB"
        raise TooLarge(what, "Send it in parts, or scan it with fewer dots", "file")
    if upload.length is not None and len(data) != upload.length:
        what = f"{upload.name} was cut off or added to: {len(data)} bytes arrived of {upload.length}"
        raise BadDocument(what, "Nothing was kept; send it again", "file")
    if not data:
        raise BadDocument(f"{upload.name} is empty", "Send the file that was meant", "file")
    return data


def _refuse_name(name: str) -> None:
    strange = any(category(sign)[0] == "C" or sign in '/\\:*?"<>|' for sign in name)
    if strange or not name.strip(" .") or len(name) > NAME_LENGTH_MAX:
        remedy = f"Give it a plain name of {NAME_LENGTH_MAX} signs at most, without folders"
        raise BadDocument(f"{name[:40]!a} is no name of a file", remedy, "file")
