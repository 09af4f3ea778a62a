"""Answers that hold something, and versions: given with an answer as ETag, sent back as If-Match."""

import json
import re
from datetime import date
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from pydantic import BeforeValidator

from cocket.api.once import KEYED
from cocket.api.problems import Problem, ProblemError

_VERSION: Final = re.compile(r'"?([1-9]\d{0,8})"?')
IF_MATCH: Final[dict[str, Any]] = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The version looked at, as ETag gave it; if it is no longer that, 409 tells what changed.",
    "schema": {"type": "string", "pattern": '^"?[1-9][0-9]{0,8}"?$'},
}
WITH_VERSION: Final[dict[str, Any]] = {"parameters": [*KEYED["parameters"], IF_MATCH]}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _as_written(text: object) -> object:
    """A figure is no day: pydantic would count it from 1970."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise ValueError("write a day such as 2026-06-01")
    return text


Day = Annotated[date, BeforeValidator(_as_written)]


def json_answer(status: int, data: object, version: int | None = None) -> HttpResponse:
    text = json.dumps(data, ensure_ascii=False)
    return with_etag(HttpResponse(text, status=status, content_type="application/json"), version)


def with_etag(response: HttpResponse, version: int | None) -> HttpResponse:
    if version is not None:
        response["ETag"] = f'"{version}"'
    return response


def seen(request: HttpRequest, stated: int | None = None) -> int | None:
    """The version looked at, from the header or as ``stated`` in the body. Raises ProblemError where the two differ or
    the header holds none."""
    header = request.headers.get("If-Match")
    if header is None:
        return stated
    found = _VERSION.fullmatch(header.strip())
    if found is None or stated not in (None, int(found[1])):
        what = f"If-Match: {header[:40]!a} is not the version looked at. Send the ETag that you were given"
        raise ProblemError(Problem(422, "bad-version", what))
    return int(found[1])
