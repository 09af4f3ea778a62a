"""Declarations written off over HTTP: `cocket serve` as people start it, on each database, and clients that stay
connected. What a draw costs the server, the database and the clients is told apart."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

from bench.cluster import Cluster, children
from bench.ledger_load import Load
from bench.ledger_rates import cluster
from bench.measure import ROOT, Report, Timing
from tests.api.licences import content, issue
from tests.api.server import Server

SECONDS = float(os.environ.get("LEDGER_SECONDS", "3"))
ROUNDS = int(os.environ.get("LEDGER_ROUNDS", "3"))
LICENCES = 100
PROCESSES = 2
"""Of clients, so that they are not what is measured."""
VARIANTS = {"one licence, 1 connection": (1, 1), "one licence, 32": (1, 32), "100 licences, 32": (LICENCES, 32)}
_runs = count(1)


@dataclass(frozen=True)
class Cost:
    """Processor time of one draw, in milliseconds."""

    server_ms: float
    database_ms: float
    clients_ms: float


@dataclass(frozen=True)
class Place:
    """A running server; ``database`` None where the database is a file that the server itself writes."""

    server: Server
    database: Cluster | None

    def cpu_s(self) -> tuple[float, float]:
        """Of the server, and of PostgreSQL with all its processes, so far."""
        postgres = self.database.server.pid if self.database and self.database.server else None
        return _cpu_s(self.server.process.pid), _cpu_s(postgres, *children(postgres)) if postgres else 0.0


def _cpu_s(*pids: int) -> float:
    """Of all their threads, those that ended and the children that were waited for included."""
    ticks = 0
    for pid in pids:
        ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(folder: Path, url: str, database: Cluster | None) -> Iterator[Place]:
    with Server(folder, url) as server:
        for licence in licences():
            (line,) = content(licence)["lines"]
            answer = server.post("/licences", issue(licence, lines=[line | {"quantity": "1000000000 kg"}]))
            assert answer.status == 201, answer.body
        yield Place(server, database)


def licences() -> list[str]:
    return [f"26-AA-{number:06}" for number in range(LICENCES)]


def run_clients(place: Place, spread: int, connections: int) -> tuple[Load, Cost]:
    each = [connections // PROCESSES] * PROCESSES if connections >= PROCESSES else [connections]
    command = [sys.executable, "-m", "bench.ledger_http_client", str(place.server.port)]
    server, database = place.cpu_s()
    started = [
        subprocess.Popen(
            [*command, str(many), str(SECONDS), f"D-{next(_runs)}", *licences()[:spread]],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )
        for many in each
    ]  # fmt: skip
    told = [json.loads(one.communicate()[0]) for one in started]
    server, database = (after - before for after, before in zip(place.cpu_s(), (server, database), strict=True))
    waits = tuple(wait for one in told for wait in one["waits_s"])
    rate = len(waits) / max(one["clock_s"] for one in told)
    spent = server, database, sum(one["cpu_s"] for one in told)
    return Load(rate, waits), Cost(*(part / len(waits) * 1000 for part in spent))


def measured(place: Place) -> dict[str, list[tuple[Load, Cost]]]:
    """In turns; one round more warms up."""
    found: dict[str, list[tuple[Load, Cost]]] = {name: [] for name in VARIANTS}
    for number in range(ROUNDS + 1):
        for name, (spread, connections) in VARIANTS.items():
            one = run_clients(place, spread, connections)
            if number:
                found[name].append(one)
    return found


def told(where: str, found: dict[str, list[tuple[Load, Cost]]]) -> Iterator[str]:
    for name, some in found.items():
        rates = sorted(load.rate for load, _ in some)
        p50, p99 = (median(load.wait_ms(share) for load, _ in some) for share in (0.5, 0.99))
        server, database, clients = (
            median(getattr(cost, part) for _, cost in some) for part in ("server_ms", "database_ms", "clients_ms")
        )
        yield (
            f"{where}, {name}: {median(rates):,.0f} draws/s ({rates[0]:,.0f}-{rates[-1]:,.0f}), p50 {p50:.0f} ms, "
            f"p99 {p99:.0f} ms; CPU a draw: server {server:.2f} ms, database {database:.2f}, clients {clients:.2f}"
        )


def run() -> Report:
    lines: list[str] = []
    timings: list[Timing] = []
    with cluster() as postgres, tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name).absolute()
        places = {
            "SQLite": (f"sqlite:///{folder}/cocket.db", None),
            "PostgreSQL": (postgres.schema(), postgres),
        }
        for where, (url, database) in places.items():
            with served(folder, url, database) as place:
                found = measured(place)
            lines += told(where, found)
            timings += [
                Timing(f"1000 draws, {where}, {name}", tuple(1000 / load.rate for load, _ in some))
                for name, some in found.items()
            ]
    return Report(tuple(timings), remark="\n  ".join(lines), target="none was set: HTTP is reported apart", met=True)
