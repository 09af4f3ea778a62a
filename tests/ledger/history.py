"""A history of many clients at once, and the check that it could have happened one after the other.

Each line's sequence, given under its lock, is its order. The orders of all lines are merged into one, the book on paper
is asked in that order, and every answer must be the one that was given. Real time must agree: what had ended before
another began comes first on every line they share.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise
from random import Random

from cocket.ledger import Answer, Kind, OtherContent, Request, Terms
from cocket.ledger.store import Reader
from tests.ledger.random_requests import openings, random_request
from tests.ledger.reference_book import ReferenceBook
from tests.ledger.trade import NOW


@dataclass(frozen=True)
class Call:
    """A request with its answer, None for one whose id had been used for something else; times of the caller."""

    request: Request
    answer: Answer | None
    began: float
    ended: float


def call(post: Callable[[Request], Answer], request: Request) -> Call:
    began = time.monotonic()
    try:
        answer = post(request)
    except OtherContent:
        return Call(request, None, began, time.monotonic())
    return Call(request, answer, began, time.monotonic())


def run_clients(
    posts: Sequence[Callable[[Request], Answer]], limits: dict[str, Terms], each: int, seed: int
) -> list[Call]:
    """One thread for each of ``posts``, with ``each`` random requests; they repeat one another's too."""
    calls = [call(posts[0], request) for request in openings(limits)]
    asked: list[Request] = []

    def client(number: int) -> list[Call]:
        random, mine = Random(seed * 1000 + number), []
        for step in range(each):
            request = random_request(random, f"c{number}-{step}", asked, limits)
            asked.append(request)
            mine.append(call(posts[number], request))
        return mine

    with ThreadPoolExecutor(len(posts)) as pool:
        return [*calls, *(one for some in pool.map(client, range(len(posts))) for one in some)]


def faults(calls: Sequence[Call], reader: Reader) -> list[str]:
    """Every way in which the history and the book are not what one after the other would have made of them."""
    order = [
        (line, request) for line, request in reader.rows("select line, request from ledger_entry order by line, seq")
    ]
    firsts = {
        one.answer.request: one
        for one in sorted(calls, key=lambda one: one.ended)
        if one.answer and not one.answer.repeated
    }
    found = [f"{request} is in the book and was never answered" for _, request in order if request not in firsts]
    found += [f"{id} was answered and is not in the book" for id in firsts.keys() - {request for _, request in order}]
    found += _out_of_time(order, firsts)
    if found:
        return found
    paper = ReferenceBook(NOW.date())
    for id in _merged(order):
        one = firsts[id]
        assert one.answer is not None
        reasons = [str(receipt.reason or "") for receipt in one.answer.receipts]
        given = ["" for _ in reasons] if one.request.kind is Kind.EXCESS else reasons
        if (right := paper.post(one.request)) != given:
            found.append(f"{id} was answered {given} and should have been {right}")
    for one in calls:
        if one.answer is not None and one.answer != firsts[one.request.id].answer:
            found.append(f"{one.request.id} was answered in two ways")
    return found


def _merged(order: list[tuple[str, str]]) -> list[str]:
    """One order in which every line's own order stands; requests over several lines tie them together."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for (line, before), (next_line, after) in pairwise(order):
        sorter.add(after)
        if line == next_line:
            sorter.add(after, before)
    if order:
        sorter.add(order[0][1])
    return list(sorter.static_order())


def _out_of_time(order: list[tuple[str, str]], firsts: dict[str, Call]) -> list[str]:
    found, line, latest = [], "", 0.0
    for this, id in order:
        if id not in firsts:
            continue
        if this != line:
            line, latest = this, 0.0
        # whatever stands earlier on the line must not have begun after this one had ended
        if firsts[id].ended < latest:
            found.append(f"{id} on {line} had ended before one began that stands ahead of it")
        latest = max(latest, firsts[id].began)
    return found
