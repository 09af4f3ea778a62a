"""Many at once: what is answered could have happened one after the other, and nothing is drawn twice."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from cocket.ledger import Answer, Ledger, Request, open_ledger
from cocket.ledger.verify import verify
from tests.ledger.history import faults, run_clients
from tests.ledger.random_requests import many_lines
from tests.ledger.trade import LINE, clock, kg, opened, write_off

ROUNDS, SENDERS = 200, 8


def senders(where: str, stack: ExitStack, count: int) -> list[Callable[[Request], Answer]]:
    """Half of them share a ledger, as the threads of one server do; the others are servers of their own."""
    shared = stack.enter_context(open_ledger(where, clock=clock))
    own = [stack.enter_context(open_ledger(where, clock=clock)) for _ in range(count // 4)]
    return [*[shared.post] * (count - len(own)), *(one.post for one in own)]


def test_the_same_request_from_eight_senders_at_once_is_drawn_once(where: str) -> None:
    with ExitStack() as stack:
        posts = senders(where, stack, SENDERS)
        ledger = stack.enter_context(open_ledger(where, clock=clock))
        opened(ledger, quantity=ROUNDS)
        barrier = threading.Barrier(SENDERS)

        def sender(post: Callable[[Request], Answer]) -> list[Answer]:
            answers = []
            for number in range(ROUNDS):
                barrier.wait()
                answers.append(post(write_off(f"d{number}", 1)))
            return answers

        with ThreadPoolExecutor(SENDERS) as pool:
            answers = list(pool.map(sender, posts))
        assert all(one == answers[0] for one in answers) and all(answer.accepted for answer in answers[0])
        assert [sum(not answer.repeated for answer in one) for one in zip(*answers, strict=True)] == [1] * ROUNDS
        line = ledger.line(LINE)
        assert line is not None and (line.drawn_quantity, line.seq) == (kg(ROUNDS).number, ROUNDS + 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_random_history_of_many_clients_could_have_happened_in_turn(where: str, seed: int) -> None:
    with ExitStack() as stack:
        posts = senders(where, stack, 8)
        calls = run_clients(posts, many_lines(6), each=60, seed=seed)
        book = stack.enter_context(open_ledger(where, clock=clock)).book
        with book.snapshot() as reader:
            assert faults(calls, reader) == []
        with book.snapshot() as reader:
            verdict = verify(reader)
        assert verdict.holds, verdict.first_break
        assert verdict.entries > 400


def test_the_check_of_histories_sees_a_wrong_answer(ledger: Ledger) -> None:
    calls = run_clients([ledger.post], many_lines(3), each=80, seed=3)
    at = next(index for index, one in enumerate(calls) if one.answer and not one.answer.accepted)
    answer = calls[at].answer
    assert answer is not None
    wrong = Answer(answer.request, True, tuple(type(one)(one.line, one.sequence, one.hash) for one in answer.receipts))
    changed = [type(one)(one.request, wrong, one.began, one.ended) if one.answer == answer else one for one in calls]
    with ledger.book.snapshot() as reader:
        assert faults(calls, reader) == []
    with ledger.book.snapshot() as reader:
        assert any("should have been" in fault for fault in faults(changed, reader))
