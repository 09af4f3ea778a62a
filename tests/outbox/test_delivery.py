"""From the step of a licence to the receiver, on both databases."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from django.db import transaction

from cocket.law.lawbook import Lawbook
from cocket.licensing.licences import Move, MoveRefused
from cocket.licensing.records import clock, moving
from cocket.licensing.records.moving import Ordered, move
from cocket.outbox import subscriptions
from cocket.outbox.delivery import LEASE, WAITS, deliver_due
from cocket.outbox.errors import OutboxError
from cocket.outbox.receiver import Receiver
from tests.accounts.cast import OPERATOR
from tests.ledger.trade import Ticking
from tests.licensing.samples import NUMBER, general

pytestmark = pytest.mark.usefixtures("records")
URL = "https://example.org/hook"


def order() -> Ordered:
    return Ordered("Officer Li", "a test", clock.now())


@dataclass
class Post:
    """Stands for the network: keeps what was sent and answers as told."""

    sent: list[dict[str, object]] = field(default_factory=list)
    up: Callable[[dict[str, object]], bool] = lambda _body: True

    def __call__(self, _receiver: Receiver, headers: dict[str, str], body: bytes) -> tuple[bool, str]:
        told = json.loads(body)
        self.sent.append({**told, "id": headers["webhook-id"]})
        return self.up(told), "200 OK" if self.up(told) else "503 Service Unavailable"

    @property
    def topics(self) -> list[object]:
        return [one["type"] for one in self.sent]


@pytest.fixture
def records(database: str, lawbook: Lawbook) -> str:

    subscribe("erp")
    moving.issue(general(), order(), lawbook)
    return database


def subscribe(name: str, *topics: str) -> str:

    return subscriptions.subscribe(OPERATOR, name, URL, topics, clock.now(), known=moving.TOPICS, inside=False)


def deliver(post: Post, at: datetime) -> list[object]:

    return [(one.topic, one.subscription, one.arrived) for one in deliver_due(lambda: at, post)]


def test_a_step_that_was_made_is_told_once(ticking: Ticking) -> None:
    post = Post()
    assert deliver(post, ticking()) == [("licence.issue", "erp", True)]
    assert post.sent[0]["data"]["status"] == "valid"
    assert post.sent[0]["subject"] == f"licence/{NUMBER}"
    assert deliver(post, ticking()) == []


def test_a_step_that_was_undone_is_not_told(ticking: Ticking) -> None:

    post = Post()
    with pytest.raises(MoveRefused):
        move(NUMBER, Move.RESUME, order())
    with transaction.atomic():
        move(NUMBER, Move.SUSPEND, order())
        transaction.set_rollback(True)
    deliver(post, ticking())
    assert post.topics == ["licence.issue"]


def test_messages_of_one_licence_arrive_in_their_order(ticking: Ticking) -> None:
    """A suspension that overtook the resumption would leave the receiver with the wrong word."""

    move(NUMBER, Move.SUSPEND, order())
    post, at = Post(up=lambda _body: False), ticking()
    assert deliver(post, at) == [("licence.issue", "erp", False)]
    assert deliver(post, at) == []
    post.up = lambda _body: True
    later = at + timedelta(seconds=6)
    assert deliver(post, later) == [("licence.issue", "erp", True)]
    assert deliver(post, later) == [("licence.suspend", "erp", True)]


def test_one_receiver_that_is_down_holds_up_no_other(ticking: Ticking) -> None:

    subscribe("customs", "licence.suspend")
    move(NUMBER, Move.SUSPEND, order())
    post = Post(up=lambda body: body["type"] != "licence.issue")
    assert sorted(deliver(post, ticking())) == [("licence.issue", "erp", False), ("licence.suspend", "customs", True)]


def test_what_never_arrives_is_given_up_after_days_and_shown(ticking: Ticking) -> None:

    post, at = Post(up=lambda _body: False), ticking()
    for wait in (*WAITS, timedelta()):
        assert deliver(post, at) == [("licence.issue", "erp", False)]
        at += wait
    assert deliver(post, at + timedelta(days=30)) == []
    assert {one["id"] for one in post.sent} == {post.sent[0]["id"]}
    assert [(one.waiting, one.given_up) for one in subscriptions.subscriptions(OPERATOR)] == [(0, 1)]


def test_who_dies_while_sending_leaves_the_message_to_the_next(ticking: Ticking) -> None:
    def dies(_receiver: Receiver, _headers: dict[str, str], _body: bytes) -> tuple[bool, str]:
        raise KeyboardInterrupt

    at = ticking()
    with pytest.raises(KeyboardInterrupt):
        deliver_due(lambda: at, dies)
    assert deliver(Post(), at) == []
    assert deliver(Post(), at + LEASE) == [("licence.issue", "erp", True)]


def test_what_one_sends_no_other_sends_meanwhile(ticking: Ticking) -> None:
    at, other = ticking(), Post()

    def slow(_receiver: Receiver, _headers: dict[str, str], _body: bytes) -> tuple[bool, str]:
        deliver(other, at)
        return True, "200 OK"

    assert [one.arrived for one in deliver_due(lambda: at, slow)] == [True]
    assert other.sent == []


def test_who_is_unsubscribed_gets_nothing_more(ticking: Ticking) -> None:

    subscriptions.unsubscribe(OPERATOR, "erp", ticking())
    assert deliver(Post(), ticking()) == []
    with pytest.raises(OutboxError, match="no subscription"):
        subscriptions.unsubscribe(OPERATOR, "erp", ticking())


def test_a_name_is_given_once_and_topics_are_known() -> None:
    with pytest.raises(OutboxError, match="made before"):
        subscribe("erp")
    with pytest.raises(OutboxError, match="no topic"):
        subscribe("other", "licence.dance")
    with pytest.raises(OutboxError, match="no name"):
        subscribe("Other One")


def test_each_subscription_has_its_own_secret() -> None:
    assert subscribe("one").startswith("whsec_")
    assert subscribe("two") != subscribe("three")
