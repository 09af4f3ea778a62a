"""A refusal as application/problem+json (RFC 9457): what is wrong, where, and what to do."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpResponse

CHALLENGE: Final = 'Bearer realm="cocket"'
CONTENT_TYPE: Final = "application/problem+json"
TYPE: Final = "urn:cocket:problem:"


@dataclass(frozen=True, slots=True)
class Problem:
    """``name`` makes the type, by which programs tell one from another; ``more`` are members beside the usual ones."""

    status: int
    name: str
    detail: str
    more: dict[str, Any] = field(default_factory=dict)

    def body(self) -> str:
        whole = {
            "type": TYPE + self.name,
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            **self.more,
        }
        return json.dumps(whole, ensure_ascii=False)

    def response(self) -> HttpResponse:
        response = HttpResponse(self.body(), status=self.status, content_type=CONTENT_TYPE)
        if self.status == HTTPStatus.SERVICE_UNAVAILABLE:
            response["Retry-After"] = "1"
        if self.status == HTTPStatus.UNAUTHORIZED:
            response["WWW-Authenticate"] = CHALLENGE
        return response


class ProblemError(Exception):
    """One that is told as it is."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem
