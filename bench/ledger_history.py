"""20,000 random operations of many clients at once, suspensions among them, checked by replay, on each database."""

import os
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench.ledger_rates import cluster
from bench.measure import Report, Timing
from cocket.ledger import Kind, open_ledger
from cocket.ledger.verify import verify
from tests.ledger.history import Call, faults, run_clients
from tests.ledger.random_requests import many_lines
from tests.ledger.trade import clock

OPERATIONS = int(os.environ.get("LEDGER_OPERATIONS", "20000"))
CLIENTS, LINES = 16, 360


def history(where: str) -> tuple[list[Call], list[str]]:
    """Twelve clients share a ledger; four more have one each, as four more servers would."""
    with ExitStack() as stack:
        shared = stack.enter_context(open_ledger(where, clock=clock))
        own = [stack.enter_context(open_ledger(where, clock=clock)) for _ in range(4)]
        posts = [*[shared.post] * (CLIENTS - len(own)), *(one.post for one in own)]
        calls = run_clients(posts, many_lines(LINES), each=-(-OPERATIONS // CLIENTS), seed=int(time.time()))
        with shared.book.snapshot() as reader:
            found = faults(calls, reader)
        with shared.book.snapshot() as reader:
            verdict = verify(reader)
        return calls, found if verdict.holds else [*found, f"the book does not hold: {verdict.first_break}"]


def run() -> Report:
    told, found, timings = [], [], []
    with cluster() as server, tempfile.TemporaryDirectory(dir=".") as folder:
        for name, where in (("SQLite", str(Path(folder) / "ledger.db")), ("PostgreSQL", server.schema())):
            start = time.perf_counter()
            calls, faulty = history(where)
            timings.append(Timing(f"{name}, with the check", (time.perf_counter() - start,)))
            settings = sum(one.request.kind in (Kind.USABLE, Kind.UNUSABLE) for one in calls)
            accepted = sum(one.answer is not None and one.answer.accepted for one in calls)
            repeated = sum(one.answer is not None and one.answer.repeated for one in calls)
            told.append(
                f"{name}: {len(calls):,} operations, {accepted:,} accepted, {repeated:,} repeated, "
                f"{settings:,} settings of usability, {len(faulty)} faults"
            )
            found += faulty
    return Report(
        tuple(timings),
        remark="\n  ".join([*told, *found[:5]]),
        target=f"{OPERATIONS:,} operations on each database, every answer as one after the other would have given it",
        met=not found,
    )
