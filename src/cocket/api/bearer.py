"""Who asks, by the token that he sends; where no accounts are kept, anyone on this machine."""

import ipaddress
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

from cocket.accounts.actor import Actor
from cocket.accounts.entry import let_in
from cocket.accounts.errors import NoEntry, NotAllowed
from cocket.accounts.people import any_accounts
from cocket.accounts.words import wrong
from cocket.api.form import refuse_form
from cocket.licensing.records.clock import now


class Bearer(HttpBearer):
    """Asked before anything of a request is read. ``refuse``: what is tested of its form then. Its actor is found by
    `actor_of`."""

    def __init__(self, refuse: Callable[[HttpRequest], None] = refuse_form) -> None:
        self._refuse = refuse
        super().__init__()

    def __call__(self, request: HttpRequest) -> Actor:
        """Raises NoEntry, or ProblemError for a request that is in no form for an operation."""
        given = request.headers.get(self.header)
        actor = let_in(None if given is None else _secret(given), now(), address_of(request))
        if actor.stated:
            refuse_strangers(request)
        self._refuse(request)
        return actor

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ANN401  # as the base class has it
        raise NotImplementedError  # the header is read above, where one that is ill-formed can be told


def actor_of(request: HttpRequest) -> Actor:
    """Whom `Bearer` has let in."""
    actor = request.auth  # ninja sets it
    assert isinstance(actor, Actor)
    return actor


def known_actor(request: HttpRequest) -> Actor:
    """For what counts by who does it: where nobody is asked who he is, nobody does it over HTTP. Raises NotAllowed."""
    actor = actor_of(request)
    if actor.stated:
        raise NotAllowed(*wrong("nobody_acts"))
    return actor


def _secret(header: str) -> str:
    scheme, _, secret = header.partition(" ")
    if scheme.lower() != "bearer":
        raise NoEntry(*wrong("no_bearer"))
    return secret.strip()


def address_of(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def refuse_strangers(request: HttpRequest) -> None:
    """An installation that others reach without accounts would let them do whatever they like. Raises NoEntry."""
    if not _of_this_machine(address_of(request)) and not any_accounts():
        raise NoEntry(*wrong("this_machine_only"))


def _of_this_machine(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
