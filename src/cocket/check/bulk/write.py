"""Writes record batches as one Parquet file: the whole file or nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cocket.check.tables.errors import TableError
from cocket.check.tables.write import in_place_of


def write_batches(path: Path, batches: Iterable[Any]) -> None:
    """Nothing stands under ``path`` before all is written; raises TableError where the file cannot be written."""
    from pyarrow.parquet import ParquetWriter

    with in_place_of(path) as unfinished:
        done, writer = 0, None
        try:
            for batch in batches:
                try:
                    if writer is None:
                        options = {"compression": "zstd", "write_page_checksum": True}
                        writer = ParquetWriter(unfinished, batch.schema, **options)
                    writer.write_batch(batch)
                except OSError as error:
                    raise _stopped(path, done, batch.num_rows, error) from None
                done += batch.num_rows
        finally:
            _close(writer, path, done)


def _close(writer: Any, path: Path, done: int) -> None:  # noqa: ANN401  pyarrow has no types
    """Closing writes what the file holds where, so that a full disk may show only now."""
    try:
        if writer is not None:
            writer.close()
    except OSError as error:
        raise _stopped(path, done, 0, error) from None


def _stopped(path: Path, done: int, rows: int, error: OSError) -> TableError:
    """The disk took no more; named are the lines whose answers had no room."""
    where = f"the answers to lines {done + 1} to {done + rows}" if rows else f"the end of the file, after {done} lines"
    why = next(iter(str(error).strip().splitlines()), type(error).__name__)
    what = f"{where} could not be written ({why}); nothing was put under this name, and the unfinished file was removed"
    return TableError(
        what, where=str(path), remedy="Make room on the disk, or name a file on another one, and run again"
    )
