"""Webhooks over HTTP: which systems of the asker's organisation are told, and of what."""

import json

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from cocket.api.answers import json_answer
from cocket.api.bearer import actor_of, known_actor
from cocket.api.once import KEYED, once
from cocket.api.refusals import CHANGING, refusals
from cocket.api.shapes import Strict
from cocket.licensing.cases.topics import TOPICS
from cocket.licensing.records.clock import now
from cocket.outbox.subscriptions import secret_for, subscribe, subscriptions, unsubscribe

router = Router(tags=["webhooks"])


class SubscribeIn(Strict):
    name: str = Field(examples=["erp"], description="small letters, digits, - and .; given once")
    url: str = Field(description="https, and an address that all can reach")
    topics: list[str] = Field([], description=f"of {', '.join(TOPICS)}; left out, all")


class SubscribedOut(Schema):
    name: str
    url: str
    topics: list[str]
    secret: str = Field(description="by which the receiver verifies what arrives")


class SubscriptionOut(Schema):
    name: str
    organisation: str
    role: str = Field(description="it is told what this role may see")
    url: str
    topics: list[str] = Field(description="empty: all")
    waiting: int
    given_up: int


class SubscriptionsOut(Schema):
    items: list[SubscriptionOut]


class EndedOut(Schema):
    name: str


@router.get("/webhooks", response={200: SubscriptionsOut, **refusals()}, summary="Who is told of what")
def list_(request: HttpRequest) -> SubscriptionsOut:
    found = subscriptions(actor_of(request))
    return SubscriptionsOut(items=[SubscriptionOut.model_validate(one, from_attributes=True) for one in found])


@router.post(
    "/webhooks",
    response={201: SubscribedOut, **refusals(*CHANGING)},
    openapi_extra=KEYED,
    summary="Have a system told what your role may see",
)
def add(request: HttpRequest, body: SubscribeIn) -> HttpResponse:
    actor = known_actor(request)

    def answer() -> tuple[int, str]:
        subscribe(actor, body.name, body.url, body.topics, now(), known=TOPICS, inside=False)
        return 201, json.dumps({"name": body.name, "url": body.url, "topics": body.topics or list(TOPICS)})

    kept = once(request, answer)
    if kept.status_code != 201:
        return kept
    # answers are kept in the database, and the secret is not: it is added to what is told, the first time and again
    told = json_answer(201, {**json.loads(kept.content), "secret": secret_for(actor, body.name)})
    for name in set(kept.headers) - set(told.headers):
        told[name] = kept[name]
    return told


@router.delete(
    "/webhooks/{name}",
    response={200: EndedOut, **refusals(*CHANGING)},
    openapi_extra=KEYED,
    summary="Tell it nothing more; what waited for it is not sent",
)
def end(request: HttpRequest, name: str) -> HttpResponse:
    actor = known_actor(request)

    def answer() -> tuple[int, str]:
        unsubscribe(actor, name, now())
        return 200, json.dumps({"name": name})

    return once(request, answer)
