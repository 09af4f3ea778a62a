"""kill -9 of the server in mid-flight: what was answered is found, what was asked again is done once."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import pairwise
from pathlib import Path
from threading import Barrier, Event

from tests.api.licences import STEP, issue
from tests.api.server import Answer, Server

ROUNDS, CLIENTS, STEPS_MAX = 2, 4, 40
Request = tuple[str, dict[str, object], str]


def requests_of(client: int, turn: int) -> list[Request]:
    """A licence of the client's own, issued and then suspended and resumed in turn."""
    number = f"26-K{client}-{turn:04}"
    step: dict[str, object] = {**STEP}
    moves = [f"/licences/{number}/{move}" for move in ("suspend", "resume") * (STEPS_MAX // 2)]
    asked = [("/licences", issue(number)), *((path, step) for path in moves)]
    return [(path, data, f"{number}-{place:04}") for place, (path, data) in enumerate(asked)]


def ask_until_it_dies(server: Server, asked: list[Request], start: Barrier, enough: Event) -> list[Answer]:
    """The answers that came; the request after the last one is in doubt."""
    start.wait(30)
    answers = []
    for path, data, key in asked:
        try:
            answers.append(server.post(path, data, key))
        except (OSError, HTTPException):
            return answers
        if len(answers) >= 4:
            enough.set()
    return answers


def test_a_server_that_is_killed_loses_no_answer_and_does_nothing_twice(tmp_path: Path, url: str) -> None:
    with Server(tmp_path, url) as server:
        for turn in range(ROUNDS):
            each = [requests_of(client, turn) for client in range(CLIENTS)]
            start, enough = Barrier(CLIENTS), Event()
            with ThreadPoolExecutor(CLIENTS) as pool:
                running = [pool.submit(ask_until_it_dies, server, asked, start, enough) for asked in each]
                assert enough.wait(60)
                server.kill()
                answered = [one.result() for one in running]
            server.start()
            assert any(len(answers) < len(asked) for answers, asked in zip(answered, each, strict=True))
            for answers, asked in zip(answered, each, strict=True):
                check_client(server, answers, asked)


def check_client(server: Server, answers: list[Answer], asked: list[Request]) -> None:
    """Asks everything again, the one in doubt too: first answers for what was answered, one step for each request."""
    again = [server.post(*request) for request in asked[: len(answers) + 1]]
    for first, second in zip(answers, again, strict=False):
        assert (second.status, second.body) == (first.status, first.body)
        assert second.headers["idempotent-replayed"] == "true"
    assert all(answer.status in (200, 201) for answer in again)
    number = asked[0][2].rpartition("-")[0]
    steps = server.get(f"/licences/{number}").data["steps"]
    assert len(steps) == len(again)
    assert all(one["after"] == two["before"] for one, two in pairwise(steps))
