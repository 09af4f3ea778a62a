"""The end user's certificate comes straight to the authority: the exporter invites, the end user's signatory reads what
is asked for it, declares it and attaches the signed certificate; the exporter is told that it is complete."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from cocket.accounts.access import access_change, access_rows, not_allowed
from cocket.accounts.actor import Actor
from cocket.accounts.audit import record
from cocket.accounts.errors import NoEntry
from cocket.accounts.faults import told
from cocket.accounts.models import OrganisationRecord
from cocket.accounts.people import any_accounts, refuse_name
from cocket.accounts.policy import Scope, scope_of
from cocket.accounts.role import OrganisationKind, Role
from cocket.licensing.applications.asked import asked_data, asked_digest
from cocket.licensing.applications.papers import CERTIFICATE
from cocket.licensing.filings.attaching import add, application_of, store
from cocket.licensing.filings.drafting import locked, refuse_filed
from cocket.licensing.filings.errors import UnknownInvitation
from cocket.licensing.filings.faults import wrong
from cocket.licensing.filings.models import ApplicationRecord, InvitationRecord
from cocket.licensing.filings.receiving import Received, Upload, receive
from cocket.licensing.licences.errors import LicenceError

DAYS_MAX: Final = 90
SEEN_LENGTH_MIN: Final = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What one end user is asked to sign for. ``digest`` of ``data``: whoever declares says which he has read."""

    reference: str
    request: int
    data: dict[str, Any]
    digest: str


@dataclass(frozen=True, slots=True)
class Guest:
    """Who comes by an invitation: a signatory by his token, or whoever has the ``code``, with ``by`` made of what he
    says of himself."""

    by: Actor
    code: str = ""


def invite(by: Actor, reference: str, request: int, moment: datetime, *, days: int, organisation: str = "") -> str:
    """For the signatories of the end user's ``organisation``; without one the code is returned that lets one in, once.
    It is kept nowhere. Raises NotAllowed, UnknownApplication, Filed, LicenceError, or LedgerError of the database."""
    access_change(by, ApplicationRecord, "invite")
    if not 1 <= days <= DAYS_MAX:
        raise LicenceError(*wrong("days", days=days, most=DAYS_MAX), "days")
    code = "" if organisation else secrets.token_urlsafe(24)
    with told(changing=True), transaction.atomic():
        row = locked(by, reference, "invite")
        refuse_filed(row)
        data = asked_data(application_of(row), request)
        if organisation:
            _refuse_other(organisation, str(data["end_user"].get("number", "")))
        InvitationRecord.objects.create(
            application=row,
            request=request,
            organisation=organisation,
            code=_digest(code) if code else "",
            made=moment,
            expires=moment + timedelta(days=days),
        )
        after = {"request": request, "organisation": organisation, "days": days}
        record(by, f"application/{reference}", "invite", {}, after, moment)
    return code


def guest_by_code(code: str, signer: str, via: str) -> Guest:
    """Nobody has looked at who it is: the name is what he says, and no organisation vouches for it."""
    by = Actor("", signer, "", "", OrganisationKind.END_USER, Role.SIGNATORY, f"{via}, by a code")
    return Guest(by, code)


def asked_of(guest: Guest, reference: str, request: int, moment: datetime) -> Asked:
    """What is asked now. Raises NotAllowed, UnknownInvitation (for a code NoEntry), or LedgerError of the database."""
    with told():
        found = _invitation(guest, reference, request, moment)
        return _asked(found.application, request)


def certify(
    guest: Guest, reference: str, request: int, upload: Upload, signer: str, seen: str, moment: datetime
) -> Asked:
    """Attaches the certificate, sealed, as ``signer`` declares it for what he has ``seen``: the digest of `asked_of`,
    or 12 signs of it at least. A code is used up only where this succeeds. Raises as `asked_of`, and AccountError for a
    signer who is no name, LicenceError for a document that is not taken, Filed."""
    return certify_kept(keep_certificate(guest, reference, request, receive(upload), signer, seen, moment), moment)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A signed certificate, sealed on the disk under its ``digest``, which no application names yet."""

    guest: Guest
    reference: str
    request: int
    received: Received
    digest: str
    signer: str
    seen: str


def keep_certificate(
    guest: Guest, reference: str, request: int, received: Received, signer: str, seen: str, moment: datetime
) -> Certificate:
    """Outside of any transaction, for it waits for the disk. Raises as `certify`."""
    refuse_name("signer", signer)
    with told():
        found = _invitation(guest, reference, request, moment)
        _refuse_unseen(_asked(found.application, request), seen)
        refuse_filed(found.application)
    digest = store().keep(received.data, sealed=True)
    return Certificate(guest, reference, request, received, digest, signer, seen)


def certify_kept(certificate: Certificate, moment: datetime) -> Asked:
    """Raises as `certify`."""
    guest, request = certificate.guest, certificate.request
    with told(changing=True), transaction.atomic():
        # the application first, as whoever edits or files it takes it
        row = ApplicationRecord.objects.select_for_update().get(pk=certificate.reference)
        refuse_filed(row)
        found = _invitation(guest, certificate.reference, request, moment, lock=True)
        asked = _asked(row, request)
        _refuse_unseen(asked, certificate.seen)
        if guest.code:
            found.used = moment
            found.save(update_fields=("used",))
        add(
            guest.by, row, certificate.received, certificate.digest, moment,
            kind=CERTIFICATE, request=request, about=asked.digest, sealed=True, signer=certificate.signer,
        )  # fmt: skip
        return asked


def _invitation(
    guest: Guest, reference: str, request: int, moment: datetime, *, lock: bool = False
) -> InvitationRecord:
    """In the same words for none, for another's, and for one that is used up or over. A code lets in as a token does,
    and one that does not hold is told like one."""
    if guest.code:
        rows = InvitationRecord.objects.filter(code=_digest(guest.code), used=None)
    else:
        if scope_of(guest.by.role, "invitation", "certify") is Scope.NONE:  # where no accounts are kept as well
            raise not_allowed(guest.by, "invitation", "certify")
        rows = access_rows(guest.by, InvitationRecord, "certify").filter(code="")
    found: InvitationRecord | None = None
    if reference.isprintable():
        rows = rows.filter(application_id=reference, request=request, expires__gt=moment)
        found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        fault = wrong("no_invitation", request=request, reference=reference[:40])
        raise NoEntry(*fault, "request") if guest.code else UnknownInvitation(*fault, "request")
    return found


def _asked(row: ApplicationRecord, request: int) -> Asked:
    application = application_of(row)
    return Asked(row.reference, request, asked_data(application, request), asked_digest(application, request))


def _refuse_unseen(asked: Asked, seen: str) -> None:
    if len(seen) < SEEN_LENGTH_MIN or not asked.digest.startswith(seen.lower()):
        raise LicenceError(*wrong("unseen", seen=seen[:12], digest=asked.digest[:12]), "declare")


def _refuse_other(organisation: str, number: str) -> None:
    """An organisation that is there and, where both numbers are known, is the end user of the request."""
    if not any_accounts():
        return
    rows = OrganisationRecord.objects.filter(pk=organisation, kind=OrganisationKind.END_USER.value)
    own = rows.values_list("register_number", flat=True).first() if organisation.isprintable() else None
    if own is None:
        raise LicenceError(*wrong("no_end_user", organisation=organisation[:40]), "organisation")
    if own and number and own != number:
        of = {"number": number, "organisation": organisation, "own": own}
        raise LicenceError(*wrong("other_end_user", **of), "organisation")


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()
