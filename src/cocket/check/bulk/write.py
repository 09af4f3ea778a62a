"""Writes record batches as one Parquet file: the whole file or nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cocket.check.tables.write import in_place_of


def write_batches(path: Path, batches: Iterable[Any]) -> None:
    """Nothing stands under ``path`` before all is written; raises TableError where the file cannot be written."""
    from pyarrow.parquet import ParquetWriter

    with in_place_of(path) as unfinished:
        writer: Any = None
        try:
            for batch in batches:
                if writer is None:
                    writer = ParquetWriter(unfinished, batch.schema, compression="zstd")
                writer.write_batch(batch)
        finally:
            if writer is not None:
                writer.close()
