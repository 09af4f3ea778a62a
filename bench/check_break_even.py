"""``cocket check`` of few lines and of many, by row and by column: from how many lines on is the column path cheaper?

Whole processes in turn, by processor seconds, on made-up order books. The figures stand in docs/performance.md, and
``BULK_ROWS`` in src/cocket/cli/check_bulk.py follows them.
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

from bench.check_bulk import Spent, spent
from bench.measure import Report, Timing
from bench.order_book import write_order_book

LINES: Final = (100, 300, 1_000)  # row by row the longest takes minutes
ALWAYS, NEVER = 0, sys.maxsize
COMMAND = """
import sys
from cocket.cli import check_bulk
from cocket.cli.main import main
check_bulk.BULK_ROWS = int(sys.argv.pop(1))
sys.exit(main())
"""


def run() -> Report:
    from cocket.cli.check_bulk import BULK_ROWS

    with tempfile.TemporaryDirectory() as folder:
        _both(Path(folder), LINES[0])  # the lawbook and the index of names
        found = {lines: _both(Path(folder), lines) for lines in LINES}
    pairs = [f"{lines:,}: {rows.cpu_s:.1f} / {columns.cpu_s:.1f} s" for lines, (rows, columns) in found.items()]
    path = {lines: columns if lines >= BULK_ROWS else rows for lines, (rows, columns) in found.items()}
    met = all(columns.cpu_s <= rows.cpu_s for rows, columns in found.values())
    timings = [Timing(f"{lines:,} lines, the path taken", (one.wall_s,)) for lines, one in path.items()]
    target = f"by column no slower than by row at {LINES[0]} lines and more; the path changes at {BULK_ROWS:,}"
    return Report(tuple(timings), "processor time by row / by column, " + "; ".join(pairs), target, met)


def _both(folder: Path, lines: int) -> tuple[Spent, Spent]:
    """What the two paths take, row by row first."""
    orders = folder / f"{lines}.parquet"
    write_order_book(orders, lines)
    home = {"XDG_CACHE_HOME": f"{folder}/cache", "XDG_DATA_HOME": f"{folder}/data"}
    started = [sys.executable, "-c", COMMAND]
    arguments = ["check", str(orders), "--out", f"{folder}/answers.parquet"]
    by_row, by_column = (spent([*started, str(least), *arguments], home) for least in (NEVER, ALWAYS))
    return by_row, by_column
