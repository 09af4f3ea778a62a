"""Around every request: who may ask at all, in what form, and that no answer leaves in another form."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from cocket.api.problems import CONTENT_TYPE, Problem

log = logging.getLogger("cocket.api")
NAMES = {404: "no-such-address", 405: "no-such-method", 400: "bad-request"}


class Guard:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        problem = refused(request)
        response = problem.response() if problem else self.get_response(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST and response["Content-Type"] != CONTENT_TYPE:
            response = plain(request, response)
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        response["Content-Length"] = str(len(response.content))  # so that the connection is kept for the next one
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:
        """A fault of the program is told to the log whole, and to the caller as one."""
        log.error("%s %s", request.method, request.path, exc_info=error)
        return Problem(
            500, "fault", "The server failed; its log tells how. Repeat the request with the same key"
        ).response()


def refused(request: HttpRequest) -> Problem | None:
    """A page in somebody's browser can pass a name of its own for this machine's: only known names are answered."""
    try:
        request.get_host()
    except DisallowedHost:
        return Problem(400, "unknown-host", "The server does not answer to this name. See COCKET_ALLOWED_HOSTS")
    return None


def plain(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The same status as a problem: what Django itself answers is a page."""
    name = NAMES.get(response.status_code, "refused")
    told = Problem(response.status_code, name, f"{request.method} {request.path} is not served").response()
    if "Allow" in response:
        told["Allow"] = response["Allow"]
    return told
