"""``cocket screen`` on Parquet files of made-up order lines, beside polars reading and writing the longer one.

Whole processes in turn, by processor seconds and the most memory held. COCKET_BENCH_LINES takes another number of lines
than a million; a tenth of them shows what does not hang on the number.
"""

import sys
import tempfile
from pathlib import Path

from bench.check_bulk import LINES, POLARS, TARGET, Spent, spent
from bench.measure import CannotRunError, Report, Timing
from bench.order_book import write_order_book


def run() -> Report:
    with tempfile.TemporaryDirectory() as folder:
        home = {"XDG_CACHE_HOME": f"{folder}/cache", "XDG_DATA_HOME": f"{folder}/data"}
        _screened(Path(folder), 100, home)  # the lawbook and the index of names
        some = _screened(Path(folder), LINES // 10, home)
        every = _screened(Path(folder), LINES, home)
        orders = f"{folder}/orders.parquet"
        peer = spent([sys.executable, "-c", POLARS, orders, f"{folder}/copy.parquet"], home)
    ratio = every.cpu_s / peer.cpu_s
    remark = (
        f"{LINES:,} lines: {every.cpu_s:.1f} s of processor time, {every.memory_mb:,} MB, a tenth of them "
        f"{some.cpu_s:.1f} s, {some.memory_mb:,} MB; polars {peer.cpu_s:.1f} s: {ratio:.1f} times"
    )
    timings = (Timing("cocket screen", (every.wall_s,)), Timing("polars, read and write", (peer.wall_s,)))
    return Report(timings, remark, f"at most {TARGET} times polars' processor time", ratio <= TARGET)


def _screened(folder: Path, lines: int, home: dict[str, str]) -> Spent:
    from pyarrow.parquet import read_metadata

    orders, hits = folder / "orders.parquet", folder / "hits.parquet"
    write_order_book(orders, lines)
    took = spent([sys.executable, "-m", "cocket", "screen", str(orders), "--out", str(hits)], home)
    if not read_metadata(hits).num_rows:
        raise CannotRunError("no party was told")
    return took
