"""The shapes of requests and answers about documents and certificates, as the description shows them."""

from typing import Any

from ninja import Schema
from pydantic import Field

from cocket.api.shapes import Strict


class DocumentOut(Schema):
    """What is sealed and not for the reader is told to be there, and no more: then there is no name and no hash."""

    number: int
    kind: str
    request: int = Field(description="0: of the whole")
    sealed: bool
    covers: bool = Field(description="false for a certificate of something else than is asked now")


class DocumentsOut(Schema):
    items: list[DocumentOut]


class TakenOffOut(Schema):
    reference: str
    number: int


class InviteIn(Strict):
    days: int = Field(30, description="how long the invitation is good")
    organisation: str = Field("", description="the end user's short name; left out, a code is told that lets one in")


class InvitedOut(Schema):
    reference: str
    request: int
    organisation: str
    days: int
    code: str | None = Field(description="told this once and kept nowhere; null where an organisation is invited")


class AskedOut(Schema):
    reference: str
    request: int
    digest: str = Field(description="whoever signs declares that this is what he has read")
    asked: dict[str, Any]


class CertifiedOut(AskedOut):
    signer: str
    complete: bool
