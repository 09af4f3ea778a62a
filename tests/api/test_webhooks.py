"""Webhooks over HTTP: an organisation's own, told what its role may see. On both databases."""

import json
import sqlite3

import pytest

from tests.api.access import OTHER, OWN, Cast, must

URL = "https://example.org/hook"


def names(cast: Cast, person: str) -> set[str]:
    return {one["name"] for one in must(cast.ask(person, "GET", "/webhooks")).data["items"]}


def waiting(cast: Cast, person: str, name: str) -> int:
    (found,) = (one for one in must(cast.ask(person, "GET", "/webhooks")).data["items"] if one["name"] == name)
    return int(found["waiting"])


def test_a_subscription_is_its_organisations_own(cast: Cast) -> None:
    for person in ("hu", "li"):
        must(cast.ask(person, "POST", "/webhooks", {"name": "erp", "url": URL}), 201)
    assert "erp" in names(cast, "hu") and "erp" in names(cast, "lin") and "erp" not in names(cast, "wang")
    taken = cast.ask("hu", "POST", "/webhooks", {"name": "erp", "url": URL})
    assert (taken.status, taken.problem) == (409, "name-taken")
    assert cast.ask("wang", "DELETE", "/webhooks/erp").problem == "unknown-webhook"
    must(cast.ask("lin", "DELETE", "/webhooks/erp"))
    assert "erp" not in names(cast, "hu") and "erp" in names(cast, "li")


def test_it_is_told_what_its_role_may_see_and_no_more(cast: Cast) -> None:
    for person in ("hu", "li", "wang", "zhao", "gao"):
        must(cast.ask(person, "POST", "/webhooks", {"name": "steps", "url": URL, "topics": ["case.step"]}), 201)
    before = {one: waiting(cast, one, "steps") for one in ("hu", "li", "wang", "zhao", "gao")}
    ask = {"step": "ask", "said": {"question": "which motors?"}}
    must(cast.ask("wang", "POST", f"/cases/{cast.cases[OWN]}/steps", ask))
    told = {one: waiting(cast, one, "steps") - count for one, count in before.items()}
    assert told == {"hu": 1, "li": 0, "wang": 1, "zhao": 1, "gao": 0}
    must(cast.ask("wang", "POST", f"/cases/{cast.cases[OTHER]}/steps", ask))
    assert waiting(cast, "li", "steps") == 1 and waiting(cast, "hu", "steps") == before["hu"] + 1


def test_the_secret_is_told_again_to_whoever_lost_the_answer_and_kept_nowhere(cast: Cast) -> None:
    key = {"Idempotency-Key": "webhook-secret-1"}
    first, again = (cast.ask("hu", "POST", "/webhooks", {"name": "lost", "url": URL}, **key) for _ in range(2))
    assert first.data["secret"].startswith("whsec_") and first.body == again.body
    assert again.headers["idempotent-replayed"] == "true"
    if not cast.server.url.startswith("sqlite"):
        return
    with sqlite3.connect(cast.server.url.removeprefix("sqlite:///")) as database:
        kept = [body for (body,) in database.execute("select body from api_answered where body like '%lost%'")]
    assert kept and all("secret" not in json.loads(one) for one in kept)


@pytest.mark.parametrize(
    "body",
    [
        {"name": "Big", "url": URL},
        {"name": "a/b", "url": URL},
        {"name": "plain", "url": "http://example.org/"},
        {"name": "plain", "url": "https://user:word@example.org/"},
        {"name": "plain", "url": "https://example.org/" + "x" * 500},
        {"name": "plain", "url": URL, "topics": ["case.dance"]},
        {"name": "plain", "url": URL, "inside": True},
    ],
)
def test_what_cannot_be_told_is_refused(cast: Cast, body: dict[str, object]) -> None:
    refused = cast.ask("hu", "POST", "/webhooks", body)
    assert refused.status == 422 and refused.problem in ("bad-webhook", "bad-content")
    assert not {"plain", "a/b", "Big"} & names(cast, "hu")
