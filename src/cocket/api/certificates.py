"""The end user's certificate over HTTP: the exporter invites; whoever is invited reads what is asked, declares exactly
that, and sends the signed certificate, which only the authority opens."""

import json
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cocket.api.answers import json_answer
from cocket.api.bearer import Bearer, known_actor
from cocket.api.guest import Invited, guest_of
from cocket.api.refusals import CHANGING, refusals
from cocket.api.shapes_documents import AskedOut, CertifiedOut, InvitedOut, InviteIn
from cocket.api.uploads import UPLOAD, refuse_other_types, upload_once
from cocket.licensing.applications.application import REQUESTS_MAX
from cocket.licensing.filings.inviting import Certificate, asked_of, certify_kept, invite, keep_certificate
from cocket.licensing.filings.receiving import Received
from cocket.licensing.filings.view import asked_view
from cocket.licensing.records.clock import now

router = Router(tags=["certificates"])
Of = Annotated[int, Field(ge=1, le=REQUESTS_MAX)]


@router.post(
    "/applications/{reference}/requests/{of}/invitations",
    response={201: InvitedOut, **refusals(*CHANGING)},
    summary="Invite the end user of a request to send its certificate; sent again it makes another invitation",
)
def invite_(request: HttpRequest, reference: str, of: Of, body: InviteIn) -> HttpResponse:
    # without a key: the code of a first answer is kept nowhere, so that nobody could be told it again
    actor = known_actor(request)
    code = invite(actor, reference, of, now(), days=body.days, organisation=body.organisation)
    told = {"reference": reference, "request": of, "organisation": body.organisation, "days": body.days}
    return json_answer(201, {**told, "code": code or None})


@router.get(
    "/applications/{reference}/requests/{of}/certificate",
    response={200: AskedOut, **refusals(404, 422)},
    auth=[Invited(), Bearer()],
    summary="What is asked for an end user, to be read before it is signed",
)
def asked(request: HttpRequest, reference: str, of: Of) -> HttpResponse:
    return json_answer(200, asked_view(asked_of(guest_of(request), reference, of, now())))


@router.post(
    "/applications/{reference}/requests/{of}/certificate",
    response={201: CertifiedOut, **refusals(*CHANGING)},
    openapi_extra=UPLOAD,
    auth=[Invited(refuse_other_types), Bearer(refuse_other_types)],
    summary="Sign: declare what was read, and send the certificate; it is sealed",
)
def sign(request: HttpRequest, reference: str, of: Of, name: str, declare: str, signer: str) -> HttpResponse:
    guest = guest_of(request, signer)

    def ready(received: Received) -> Certificate:
        return keep_certificate(guest, reference, of, received, signer, declare, now())

    def answer(certificate: Certificate) -> tuple[int, str]:
        signed = certify_kept(certificate, now())
        return 201, json.dumps({**asked_view(signed), "signer": signer, "complete": True}, ensure_ascii=False)

    return upload_once(request, name, ready, answer)
