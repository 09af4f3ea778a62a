"""What law and lists say is found before anything is locked, and what was locked is what they were asked about."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory

from cocket.api.once import once_ready
from cocket.check.checker import Checker
from cocket.licensing.applications.application import Application
from cocket.licensing.cases.filing import file_ready, ready_filing
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.filings import drafting
from cocket.licensing.filings.drafting import save, save_new
from cocket.licensing.filings.errors import StaleDraft
from cocket.licensing.filings.finding import find_draft
from cocket.licensing.records import clock
from cocket.reading.line import ReadingError
from tests.cases.desk import office
from tests.cases.filed import PAPERS, granted, take
from tests.casework.people import CHECKER, EXPORTER, OFFICER
from tests.decisions.samples import MAGNETS, application

pytestmark = pytest.mark.usefixtures("database")


def unreadable() -> Application:
    return application(items=(replace(MAGNETS, facts=(("kind", "no such kind"),)),), papers=PAPERS)


def asked(key: str) -> HttpRequest:
    request = RequestFactory().post("/api/v1/x", data="{}", content_type="application/json", HTTP_IDEMPOTENCY_KEY=key)
    request.auth = EXPORTER
    return request


def test_the_law_is_asked_in_no_transaction_from_the_filing_to_the_licence(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def spied(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: object) -> object:
            held.append(connection.in_atomic_block)
            return real(*given)

        return call

    for name in ("read", "check"):
        monkeypatch.setattr(Checker, name, spied(getattr(Checker, name)))
    assert take(granted(), OFFICER, "issue").state.status == "issued"
    assert len(held) > 4
    assert not any(held)


def test_another_version_saved_after_the_law_was_asked_is_not_filed() -> None:
    reference = save_new(EXPORTER, application(papers=PAPERS), clock.now()).reference
    ready = ready_filing(EXPORTER, reference, clock.now(), office())
    save(EXPORTER, reference, unreadable(), clock.now())
    with pytest.raises(StaleDraft) as told:
        file_ready(ready)
    assert told.value.version == 2
    assert find_draft(EXPORTER, reference).is_open
    assert CaseRecord.objects.count() == 0


def test_without_that_test_a_case_is_opened_that_nobody_can_weigh(monkeypatch: pytest.MonkeyPatch) -> None:
    reference = save_new(EXPORTER, application(papers=PAPERS), clock.now()).reference
    ready = ready_filing(EXPORTER, reference, clock.now(), office())
    save(EXPORTER, reference, unreadable(), clock.now())
    monkeypatch.setattr(drafting, "_refuse_stale", lambda *_given: None)
    case = file_ready(ready)
    for by, step in ((CHECKER, "forward"), (OFFICER, "accept")):
        case = take(case, by, step)
    with pytest.raises(ReadingError, match="no such kind"):
        take(case, OFFICER, "screen")


def test_what_takes_time_is_made_ready_before_the_key_is_claimed_and_once() -> None:
    held: list[bool] = []

    def ready() -> str:
        held.append(connection.in_atomic_block)
        return "weighed"

    def work(made: str) -> tuple[int, str]:
        held.append(connection.in_atomic_block)
        return 201, f'"{made}"'

    answers = [once_ready(asked("key-00001"), ready, work) for _ in range(2)]
    assert held == [False, True]
    assert [(one.status_code, one.content) for one in answers] == [(201, b'"weighed"')] * 2
    assert [one.get("Idempotent-Replayed") for one in answers] == [None, "true"]


def test_a_refusal_that_is_met_on_the_way_is_kept_like_one_of_the_work() -> None:
    asks: list[int] = []

    def ready() -> None:
        asks.append(1)
        raise StaleDraft("A-2026-000001", 1, 2, ())

    def work(_: None) -> tuple[int, str]:
        raise AssertionError("nothing is ready")

    answers = [once_ready(asked("key-00002"), ready, work) for _ in range(2)]
    assert [one.status_code for one in answers] == [409, 409]
    assert answers[0].content == answers[1].content
    assert len(asks) == 1
