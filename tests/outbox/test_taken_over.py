"""Subscriptions of an older installation: none that is nobody's goes on being told of everybody's cases."""

import pytest
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Q

from cocket.accounts.people import Organisation, add_organisation
from cocket.accounts.role import OrganisationKind
from cocket.outbox.models import DeliveryRecord
from cocket.outbox.posting import post
from cocket.outbox.subscriptions import subscribe, subscriptions, unsubscribe
from tests.accounts.cast import OPERATOR
from tests.ledger.trade import NOW

pytestmark = pytest.mark.usefixtures("database")
URL = "https://example.org/hook"


def of_an_older_installation(*, accounts: bool) -> None:
    """With a subscription "old" that nobody was asked about, a message waiting for it, and a newer one "own"."""
    executor = MigrationExecutor(connection)
    executor.migrate([("outbox", "0001_outbox")])
    old = executor.loader.project_state([("outbox", "0001_outbox")]).apps
    hook = old.get_model("outbox", "SubscriptionRecord").objects.create(
        name="old", url=URL, topics="", inside=False, key="k", made=NOW
    )
    message = old.get_model("outbox", "MessageRecord").objects.create(
        identifier="msg_1", topic="case.step", subject="case/C-1", recorded=NOW, body="{}"
    )
    old.get_model("outbox", "DeliveryRecord").objects.create(
        message=message, subscription=hook, subject="case/C-1", due=NOW
    )
    executor.loader.build_graph()
    executor.migrate([("outbox", "0002_organisations")])
    subscribe(OPERATOR, "own", URL, (), NOW, known=(), inside=False)
    if accounts:
        add_organisation(OPERATOR, Organisation("ningyuan", OrganisationKind.EXPORTER, "Ningyuan", "", "91A"), NOW)
    executor.loader.build_graph()
    executor.migrate(executor.loader.graph.leaf_nodes())


def told_now() -> set[str]:
    with transaction.atomic():
        post("case.step", "case/C-2", {}, NOW, Q(pk=""))
    found = DeliveryRecord.objects.filter(subject="case/C-2")
    return set(found.values_list("subscription", flat=True))


def test_where_accounts_are_kept_one_that_is_nobodys_is_told_nothing_more() -> None:
    of_an_older_installation(accounts=True)
    assert told_now() == {"own"}
    assert not DeliveryRecord.objects.filter(subscription="old", due__isnull=False).exists()
    assert {one.name: one.nobodys for one in subscriptions(OPERATOR)} == {"old": True, "own": False}


def test_it_can_be_ended() -> None:
    of_an_older_installation(accounts=True)
    unsubscribe(OPERATOR, "old", NOW)
    assert [one.name for one in subscriptions(OPERATOR)] == ["own"]


def test_where_no_accounts_are_kept_it_is_whoever_runs_the_installations_own() -> None:
    of_an_older_installation(accounts=False)
    assert told_now() == {"old", "own"}
    assert DeliveryRecord.objects.filter(subscription="old", due__isnull=False).count() == 2
