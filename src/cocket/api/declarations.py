"""Declarations over HTTP: declare, show what was asked for, look up. The number of a declaration is its own key: the
same declaration sent again gets the first receipt, another one under the number is a conflict."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Router

from cocket.api.answers import json_answer
from cocket.api.bearer import actor_of
from cocket.api.refusals import refusals
from cocket.check.tables.json_text import JsonError, read_json
from cocket.gate.errors import BadDeclaration
from cocket.gate.event import event_from
from cocket.gate.faults import pieces, wrong
from cocket.gate.open import open_gate, today
from cocket.gate.read_declaration import read_document
from cocket.gate.receipt import Receipt
from cocket.gate.seen import declare_for, event_for, history_for

router = Router(tags=["declarations"])
# read by the gate's own reader (docs/gate.md), which names the line and the key at fault
JSON_BODY: Final[dict[str, Any]] = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}
}
ANSWERED: Final[dict[Any, Any]] = {200: dict[str, Any], **refusals(404, 409, 413, 415, 422)}
SHOWN: Final[dict[Any, Any]] = {200: dict[str, Any], **refusals(404, 422)}


@router.post(
    "/declarations",
    response=ANSWERED,
    openapi_extra=JSON_BODY,
    summary="Release, hold or refuse; the answer is a receipt",
)
def declare(request: HttpRequest) -> HttpResponse:
    # the text and not what ninja would make of it: figures are taken as they are written
    declaration = read_document(request.body.decode(), "declaration")
    return json_answer(200, told(declare_for(actor_of(request), open_gate(), declaration, today())))


@router.get("/declarations/{number}", response=SHOWN, summary="The answers to a declaration, the first one first")
def show(request: HttpRequest, number: str) -> HttpResponse:
    receipts = (step.receipt for step in history_for(actor_of(request), open_gate(), number))
    return json_answer(200, {"receipts": list(map(told, filter(None, receipts)))})


@router.post(
    "/declarations/{number}/events",
    response=ANSWERED,
    openapi_extra=JSON_BODY,
    summary="What was shown for a line that is held",
)
def show_event(request: HttpRequest, number: str) -> HttpResponse:
    content = _event(request.body.decode())
    receipt = event_for(actor_of(request), open_gate(), number, event_from(content), today())
    return json_answer(200, told(receipt))


def _event(text: str) -> Mapping[str, object]:
    """Raises BadDeclaration for what is no event, or lacks what every one has."""
    try:
        content = read_json(text)
    except JsonError as error:
        raise BadDeclaration(error.what, error.remedy, where=pieces("event")) from None
    if not isinstance(content, Mapping):
        raise BadDeclaration(*wrong("no_object", known=EVENT), where=pieces("event"))
    _refuse_keys(content.keys())
    return content


EVENT: Final = ("kind", "line", "by", "on")
MORE: Final = ("sha256", "reference", "composition", "complete", "facts", "regime", "outcome", "codes", "text")


def _refuse_keys(keys: Iterable[str]) -> None:
    missing = [key for key in EVENT if key not in keys]
    strange = [key for key in keys if key not in (*EVENT, *MORE)]
    if strange:
        raise BadDeclaration(*wrong("event_key", key=strange[0], known=(*EVENT, *MORE)), where=pieces("event"))
    if missing:
        raise BadDeclaration(*wrong("event_key_missing", key=missing[0], known=(*EVENT, *MORE)), where=pieces("event"))


def told(receipt: Receipt) -> dict[str, Any]:
    return {**receipt.plain(), "hash": receipt.hash.hex(), "repeated": receipt.repeated}
