"""Whatever is asked in whatever order, the ledger answers as the book on paper does and adds up to the same."""

import itertools
import tempfile
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cocket.ledger import Kind, LedgerError, OtherContent, Request, UnknownLine
from cocket.ledger.post import Result
from cocket.ledger.sqlite_book import SqliteBook
from cocket.ledger.state import LineState
from cocket.ledger.verify import verify
from tests.ledger.random_requests import openings, random_request
from tests.ledger.reference_book import ReferenceBook
from tests.ledger.trade import NOW, clock

STEPS = 40
# A folder in memory where there is one: these examples test what is answered, not what a disk keeps.
MEMORY = next((folder for folder in ("/dev/shm",) if Path(folder).is_dir()), None)
SEEDS = st.integers(0, 2**32 - 1)


class LedgerAgainstPaper(RuleBasedStateMachine):
    """Requests go to the database alone or several in one transaction; paper takes them one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY)
        self.book = SqliteBook(Path(self.folder.name) / "ledger.db", clock)
        self.book.create()
        self.paper = ReferenceBook(NOW.date())
        self.asked: list[Request] = []
        self.numbers = itertools.count()

    @initialize()
    def open_lines(self) -> None:
        self.ask(openings())

    @rule(seed=SEEDS)
    def ask_one(self, seed: int) -> None:
        self.ask([random_request(Random(seed), f"m{next(self.numbers)}", self.asked)])

    @rule(seed=SEEDS, count=st.integers(2, 9))
    def ask_several_at_once(self, seed: int, count: int) -> None:
        random = Random(seed)
        requests: list[Request] = []
        for _ in range(count):
            requests.append(random_request(random, f"m{next(self.numbers)}", [*self.asked, *requests]))
        self.ask(requests)

    @precondition(lambda self: self.asked)
    @rule(seed=SEEDS)
    def ask_again(self, seed: int) -> None:
        self.ask([Random(seed).choice(self.asked)])

    def ask(self, requests: list[Request]) -> None:
        self.asked.extend(requests)
        answers = self.book.answer(requests)
        for request, answer in zip(requests, answers, strict=True):
            assert outcomes(request, answer) == self.paper.post(request), request

    @invariant()
    def both_add_up_to_the_same(self) -> None:
        with self.book.transaction() as store:
            lines = {line.id: line for line in store.lock_lines(sorted(self.paper.terms))}
        for name in self.paper.terms:
            assert balances(lines[name]) == paper_balances(self.paper, name)

    def teardown(self) -> None:
        with self.book.snapshot() as reader:
            verdict = verify(reader)
        assert verdict.first_break is None and (verdict.entries or not self.asked), verdict.first_break
        self.book.close()
        self.folder.cleanup()


def outcomes(request: Request, answer: Result) -> list[str]:
    match answer:
        case OtherContent():
            return ["other content"]
        case UnknownLine():
            return ["unknown line"]
        case LedgerError():
            raise answer
    if request.kind is Kind.EXCESS:
        assert answer.accepted and answer.flagged
        return ["" for _ in answer.receipts]
    assert answer.accepted is not any(one.reason for one in answer.receipts)
    return [str(one.reason or "") for one in answer.receipts]


def balances(line: LineState) -> list[object]:
    return [
        (line.reserved_quantity, line.reserved_value), (line.drawn_quantity, line.drawn_value),
        (line.excess_quantity, line.excess_value), line.uses, bool(line.closed),
        bool(line.usable),
    ]  # fmt: skip


def paper_balances(paper: ReferenceBook, line: str) -> list[object]:
    closed = line in paper.closed
    totals = paper.reserved(line), paper.drawn(line), paper.excess(line), paper.uses(line)
    return [*totals, closed, paper.usable[line] and not closed]


TestLedgerAgainstPaper = LedgerAgainstPaper.TestCase
TestLedgerAgainstPaper.settings = settings(max_examples=20, stateful_step_count=STEPS, deadline=None)
