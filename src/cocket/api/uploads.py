"""Files sent and handed out: one as the whole body of a request, in the form that it has."""

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, BinaryIO, Final, cast
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from cocket.api.once import KEYED, Ready, once_ready
from cocket.api.problems import Problem, ProblemError
from cocket.licensing.applications.media import TAKEN
from cocket.licensing.filings.documents import Document
from cocket.licensing.filings.receiving import Received, Upload, receive

UNSTATED: Final = "application/octet-stream"
_TYPES: Final = (*(one.type for one in TAKEN), UNSTATED)
_BINARY: Final[dict[str, Any]] = {"schema": {"type": "string", "format": "binary"}}
_DIGEST: Final = re.compile(r"sha-256=:([A-Za-z0-9+/=]{44}):")
UPLOAD: Final[dict[str, Any]] = {
    "requestBody": {"required": True, "content": dict.fromkeys(_TYPES, _BINARY)},
    "parameters": [
        *KEYED["parameters"],
        {
            "name": "Content-Digest",
            "in": "header",
            "required": False,
            "description": "RFC 9530, sha-256 only: what arrives with another hash is refused.",
            "schema": {"type": "string", "pattern": "^sha-256=:[A-Za-z0-9+/]{43}=:$"},
        },
    ],
}
HANDED_OUT: Final[dict[str, Any]] = {"responses": {200: {"content": dict.fromkeys(_TYPES, _BINARY)}}}


def refuse_other_types(request: HttpRequest) -> None:
    """Before anything is read of it. Raises ProblemError."""
    if request.method != "GET" and request.content_type not in _TYPES:
        what = f"Send the file as the body, as one of {', '.join(_TYPES)}"
        raise ProblemError(Problem(415, "not-a-document", what))


def upload_of(request: HttpRequest, name: str) -> Upload:
    """Raises ProblemError for a digest that is none. Nothing of the body is read yet."""
    length = request.META.get("CONTENT_LENGTH", "")
    return Upload(
        name,
        cast("BinaryIO", request),  # its read() is all that is asked of it
        media_type="" if request.content_type == UNSTATED else request.content_type or "",
        length=int(length) if length.isdecimal() else None,
        sha256=_stated_hash(request.headers.get("Content-Digest")),
    )


def upload_once(
    request: HttpRequest, name: str, ready: Callable[[Received], Ready], work: Callable[[Ready], tuple[int, str]]
) -> HttpResponse:
    """An upload that is taken once, as `once_ready` has it; ``ready`` is given what arrived. Raises ProblemError for a
    digest that is none, and BadDocument for what is not what it claims to be."""
    upload = upload_of(request, name)
    arrived: list[Received] = []

    def read() -> bytes:
        arrived.append(receive(upload))
        return arrived[0].data

    return once_ready(request, lambda: ready(arrived[0]), work, read)


def handed_out(document: Document, data: bytes) -> HttpResponse:
    """To be kept as a file and shown by nobody: what is in it was written by others."""
    response = HttpResponse(data, content_type=document.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(document.name, safe='')}"
    digest = base64.b64encode(bytes.fromhex(document.sha256)).decode()
    response["Content-Digest"] = f"sha-256=:{digest}:"
    return response


def _stated_hash(header: str | None) -> str:
    if header is None:
        return ""
    found = _DIGEST.fullmatch(header.strip())
    try:
        return base64.b64decode(found[1], validate=True).hex() if found else _no_digest()
    except binascii.Error:
        return _no_digest()


def _no_digest() -> str:
    what = "Content-Digest is none that is understood. Write sha-256=:BASE64: (RFC 9530), or leave it out"
    raise ProblemError(Problem(422, "bad-digest", what))
