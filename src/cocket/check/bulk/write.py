"""Writes record batches as one file, Parquet or CSV: the whole file or nothing."""

import csv
from collections.abc import Iterable, Iterator
from itertools import repeat
from pathlib import Path
from typing import Any, Final, Protocol

from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.values import as_text
from cocket.check.tables.write import in_place_of

ENDINGS: Final = (".parquet", ".csv")


def holds_lists(path: Path) -> bool:
    """Whether a file of this ending has lists; in CSV they are the text of a cell."""
    return path.suffix.lower() == ".parquet"


class Sink(Protocol):
    """A file being written."""

    def write_batch(self, batch: Any) -> None: ...  # noqa: ANN401  pyarrow has no types

    def close(self) -> None: ...


class CsvSink:
    """The same text that a file written row by row has, of batches without lists."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(names)

    def write_batch(self, batch: Any) -> None:  # noqa: ANN401
        self._writer.writerows(zip(*(_texts(column) for column in batch.columns), strict=True))

    def close(self) -> None:
        self._file.close()


def _texts(column: Any) -> Iterable[str]:  # noqa: ANN401
    """What stands in the cells of a column; each distinct value is made text once."""
    import pyarrow.types as kinds

    if column.null_count == len(column):
        return repeat("", len(column))
    coded = column if kinds.is_dictionary(column.type) else column.dictionary_encode()
    texts = [*map(as_text, coded.dictionary.to_pylist()), ""]
    return map(texts.__getitem__, coded.indices.fill_null(len(texts) - 1).to_pylist())


def write_batches(path: Path, batches: Iterable[Any]) -> None:
    """Writes the format of the ending of ``path``, one of ``ENDINGS``.

    Nothing stands under ``path`` before all is written; raises TableError where the file cannot be written.
    """
    with in_place_of(path) as unfinished:
        done, sink = 0, None
        try:
            for batch in batches:
                try:
                    sink = sink or _opened(path, unfinished, batch.schema)
                    sink.write_batch(batch)
                except OSError as error:
                    raise _stopped(path, done, batch.num_rows, error) from None
                done += batch.num_rows
        finally:
            _close(sink, path, done)


def _opened(path: Path, unfinished: Path, schema: Any) -> Sink:  # noqa: ANN401
    if path.suffix.lower() == ".csv":
        return CsvSink(unfinished, schema.names)
    from pyarrow.parquet import ParquetWriter

    coded = dict(_coded_paths(schema))
    writer: Sink = ParquetWriter(
        unfinished,
        schema,
        compression="zstd",
        write_page_checksum=True,
        use_dictionary=list(coded.values()),
        # of values without an order in the file the least and the most help no reader, and cost more than writing them
        write_statistics=[name for name in schema.names if name not in coded],
        store_schema=False,  # or it would be read back as dictionaries, which is nobody's business
    )
    return writer


def _coded_paths(schema: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """The columns that come as dictionaries, each with the name that Parquet has for its values."""
    import pyarrow.types as kinds

    for one in schema:
        if kinds.is_dictionary(one.type):
            yield one.name, one.name
        elif kinds.is_list(one.type):
            yield one.name, f"{one.name}.list.element"


def _close(sink: Sink | None, path: Path, done: int) -> None:
    """Closing writes what the file holds where, so that a full disk may show only now."""
    try:
        if sink is not None:
            sink.close()
    except OSError as error:
        raise _stopped(path, done, 0, error) from None


def _stopped(path: Path, done: int, rows: int, error: OSError) -> TableError:
    """The disk took no more; named are the rows of the file that had no room."""
    why = next(iter(str(error).strip().splitlines()), type(error).__name__)
    if not rows:
        return TableError(*wrong("end_not_written", done=done, why=why), where=str(path))
    return TableError(*wrong("rows_not_written", first=done + 1, last=done + rows, why=why), where=str(path))
