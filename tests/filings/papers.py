"""An application of the made-up magnet maker, its end users' signatory, and files to attach."""

import io
from dataclasses import replace

from cocket.accounts.actor import Actor
from cocket.accounts.role import OrganisationKind, Role
from cocket.law.lawbook import load_lawbook
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.papers import every_paper
from cocket.licensing.filings.attaching import attach
from cocket.licensing.filings.documents import Document
from cocket.licensing.filings.drafting import save_new
from cocket.licensing.filings.inviting import Asked, Guest, asked_of, certify
from cocket.licensing.filings.receiving import Upload
from cocket.licensing.records import clock
from tests.casework.people import EXPORTER, person
from tests.decisions.samples import application
from tests.decisions.samples import request as request_of

SIGNATORY = person("kessel", "kettle-works", OrganisationKind.END_USER, Role.SIGNATORY)
OTHER_SIGNATORY = person("kahn", "kite-works", OrganisationKind.END_USER, Role.SIGNATORY)
AUDITOR = person("ren", "audit", OrganisationKind.AUDITOR, Role.AUDITOR)
KINDS = every_paper(load_lawbook(cache=False))


def pdf(text: str) -> bytes:
    return f"%PDF-1.7\n{text}\n%%EOF\n".encode()


def upload(text: str = "contract", name: str = "", **stated: object) -> Upload:
    data = pdf(text)
    return Upload(name or f"{text}.pdf", io.BytesIO(data), length=len(data), **stated)  # type: ignore[arg-type]


def drafted(asked: Application | None = None) -> str:
    return save_new(EXPORTER, asked or uncertified(), clock.now()).reference


def uncertified(**more: object) -> Application:
    """Two requests, of which nobody said that the certificate is at hand."""
    asked = (request_of(1, "US", "Velvet Hedgehog Drives"), request_of(2, "DE", "Giraffe Antriebe"))
    return application(*(replace(one, certificate=False) for one in asked), **more)


def attached(
    reference: str, kind: str = "contract", text: str = "contract", by: Actor = EXPORTER, request: int = 0
) -> Document:
    return attach(by, reference, kind, upload(text), clock.now(), kinds=KINDS, request=request)


def signed(guest: Guest, reference: str, number: int, text: str = "certificate") -> Asked:
    """Read, declared and attached."""
    seen = asked_of(guest, reference, number, clock.now()).digest
    return certify(guest, reference, number, upload(text), "Anna Kessel", seen, clock.now())
