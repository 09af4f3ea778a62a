"""Random interleavings of people at one case, on both databases: none may leave a history that the table forbids.

Two officers, two approvers, an adviser and the applicant take one to three steps each at the same moment. `races` reads
each case back, which folds its events through the table, and counts that every answered step is there. As often two ask
to amend one licence at the same moment, and two replace it (`race_amendments`).
"""

import os
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from bench.cluster import Cluster, NoServerError
from bench.measure import CannotRunError, Report, Timing

ROUNDS: Final = int(os.environ.get("CASE_ROUNDS", "1000"))


def run() -> Report:
    try:
        cluster = Cluster()
    except NoServerError as error:
        raise CannotRunError(str(error)) from None
    try:
        with tempfile.TemporaryDirectory() as folder:
            raced = {
                "SQLite": _race(f"sqlite:///{Path(folder) / 'cases.db'}"),
                "PostgreSQL": _race(cluster.address()),
            }
    finally:
        cluster.remove()
    timings = tuple(Timing(f"{name}, {ROUNDS} interleavings", (seconds,)) for name, (seconds, _) in raced.items())
    ends = (
        f"{name}: {', '.join(f'{n} {status}' for status, n in sorted(ends.items()))}"
        for name, (_, ends) in raced.items()
    )
    return Report(timings, "; ".join(ends), "each leaves one history that the table allows", met=True)


def _race(url: str) -> tuple[float, Counter[str]]:
    """In this process, which is led to the database; raises AssertionError or CaseworkError at a bad history."""
    os.environ["DATABASE_URL"] = url
    import tests.licensing.django_here  # noqa: F401
    from cocket.config.start import start
    from cocket.law.lawbook import load_lawbook
    from tests.cases.race import races
    from tests.cases.race_amendments import race_amendments
    from tests.licensing.conftest import lead_to, let_go

    lead_to(url)
    start()
    begun = time.perf_counter()
    lawbook = load_lawbook()
    ends = Counter(one.case.state.status for one in races(lawbook, ROUNDS, seed=1))
    ends["amendments begun"] = race_amendments(lawbook, ROUNDS, seed=1)
    seconds = time.perf_counter() - begun
    let_go()
    return seconds, ends
