"""Who comes by an invitation: by its code, which needs no account, or as a signatory by a token."""

from collections.abc import Callable

from django.http import HttpRequest
from ninja.security import APIKeyHeader

from cocket.api.bearer import address_of, known_actor, refuse_strangers
from cocket.api.form import refuse_form
from cocket.licensing.filings.inviting import Guest, guest_by_code


class Invited(APIKeyHeader):
    """Asked before `Bearer`: None where no code is sent. Whether it is good is found with the invitation."""

    param_name = "Invitation-Code"

    def __init__(self, refuse: Callable[[HttpRequest], None] = refuse_form) -> None:
        self._refuse = refuse
        super().__init__()

    def authenticate(self, request: HttpRequest, key: str | None) -> Guest | None:
        if key is None:
            return None
        refuse_strangers(request)
        self._refuse(request)
        return guest_by_code(key, "", address_of(request))


def invited(request: HttpRequest) -> Guest | None:
    """Whom `Invited` has let in; None for one who comes by a token."""
    found = request.auth  # ninja sets it
    return found if isinstance(found, Guest) else None


def guest_of(request: HttpRequest, signer: str = "") -> Guest:
    """Whom `Invited` or `Bearer` has let in; one who comes by a code is called what he says."""
    if found := invited(request):
        return guest_by_code(found.code, signer, address_of(request))
    return Guest(known_actor(request))
