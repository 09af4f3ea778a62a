"""A request that changes something is done once: its key goes in first, its answer beside it, both in one transaction
with the change. Whoever asks again with the same key gets the first answer, refusals included."""

import hashlib
import re
from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from cocket.accounts.faults import told
from cocket.api.bearer import actor_of
from cocket.api.faults import FAULTS, problem_of
from cocket.api.guest import invited
from cocket.api.models import Answered
from cocket.api.problems import CONTENT_TYPE, Problem
from cocket.licensing.records.clock import now

HEADER: Final = "Idempotency-Key"
REPEATED: Final = "Idempotent-Replayed"
_KEY: Final = re.compile(r"[A-Za-z0-9._:-]{8,64}")
Ready = TypeVar("Ready")
KEPT: Final = (404, 409)
"""Refusals that tell what stands. What could not even be read has begun nothing, and its key stays free."""
NO_KEY: Final = (
    f"{HEADER} is missing or is none. Make one of 8 to 64 letters, digits and ._:- and keep it until the answer is "
    "there; repeat the request with the same one"
)
KEYED: Final[dict[str, Any]] = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": True,
            "description": "Made by the client; the same request with the same key gets the first answer.",
            "schema": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{8,64}$"},
        }
    ]
}
"""How the description of an operation shows the header."""
INSERT: Final = """insert into api_answered (key, digest, status, body, recorded) values (%s, %s, 0, '', %s)
    on conflict (key) do nothing"""


def once(request: HttpRequest, work: Callable[[], tuple[int, str]]) -> HttpResponse:
    """``work`` gives status and JSON, or raises what `problem_of` knows; its transactions become part of this one."""
    return once_ready(request, lambda: None, lambda _: work())


def once_ready(
    request: HttpRequest,
    ready: Callable[[], Ready],
    work: Callable[[Ready], tuple[int, str]],
    read: Callable[[], bytes] | None = None,
) -> HttpResponse:
    """The same for ``work`` that needs something made ``ready`` which takes time: that comes before the key is claimed,
    since whoever claims one on SQLite lets nobody else write. It changes nothing, raises what ``work`` may, and is left
    out where the key has its answer. ``read`` reads the body where it is a file; what it raises is kept nowhere."""
    key = request.headers.get(HEADER, "")
    if not _KEY.fullmatch(key):
        return Problem(400, "no-key", NO_KEY).response()
    body = read() if read else request.body
    key, digest = _own(key, request), _digest(request, body)
    with told():
        first: Answered | None = Answered.objects.filter(pk=key).first()
    if first:
        return _repeat(first, digest)
    made = _made(ready)
    try:
        with told(changing=True), transaction.atomic():
            first = _claim(key, digest)
            return _repeat(first, digest) if first else _answer(key, lambda: work(made()))
    except _Refused as refused:
        return refused.problem.response()


def _made(ready: Callable[[], Ready]) -> Callable[[], Ready]:
    """What was made ready, or the refusal met on the way, to be told and kept as one of the work itself is."""
    try:
        found = ready()
    except FAULTS as error:
        refusal = error

        def refuse() -> Ready:
            raise refusal

        return refuse
    return lambda: found


class _Refused(Exception):  # noqa: N818  # never leaves this module
    """Undoes the claim of the key."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _own(key: str, request: HttpRequest) -> str:
    """Keys are an organisation's own: that of another one is another key. No short name and no key has a slash, and a
    key under an invitation begins with one."""
    if guest := invited(request):
        return f"/{hashlib.sha256(guest.code.encode(errors='replace')).hexdigest()[:40]}/{key}"
    actor = actor_of(request)
    return key if actor.stated else f"{actor.organisation}/{key}"


def _digest(request: HttpRequest, body: bytes) -> bytes:
    """Of all that makes a request another one: also the role, for what one may be told another may not, and the version
    that was looked at."""
    parts = [request.method, request.path]
    parts += [f"query {query}"] if (query := request.META.get("QUERY_STRING")) else []
    parts += [] if invited(request) or actor_of(request).stated else [actor_of(request).role.value]
    parts += [f"if-match {seen}"] if (seen := request.headers.get("If-Match")) else []
    digest = hashlib.sha256(b"\n".join((*map(str.encode, parts), b"")))
    digest.update(body)  # not joined to it, for it may be a file
    return digest.digest()


def _claim(key: str, digest: bytes) -> Answered | None:
    """None when the key is ours now. Who has it at this moment is waited for: the key is written first."""
    with connection.cursor() as cursor:
        cursor.execute(INSERT, (key, digest, now()))
        if cursor.rowcount:
            return None
    first: Answered = Answered.objects.get(pk=key)
    return first


def _repeat(first: Answered, digest: bytes) -> HttpResponse:
    if bytes(first.digest) != digest:
        what = f"{HEADER} was used before for another request; its first answer stands. Give a new request a new key"
        return Problem(422, "key-reused", what).response()
    response = _response(first.status, first.body)
    response[REPEATED] = "true"
    return response


def _answer(key: str, work: Callable[[], tuple[int, str]]) -> HttpResponse:
    try:
        with transaction.atomic():
            status, body = work()
    except FAULTS as error:
        problem = problem_of(error)
        assert problem is not None
        if problem.status not in KEPT:
            raise _Refused(problem) from error
        status, body = problem.status, problem.body()
    Answered.objects.filter(pk=key).update(status=status, body=body)
    return _response(status, body)


def _response(status: int, body: str) -> HttpResponse:
    kind: Any = "application/json" if status < 400 else CONTENT_TYPE
    return HttpResponse(body, status=status, content_type=kind)
