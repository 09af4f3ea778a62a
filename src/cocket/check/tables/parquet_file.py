"""Reads Parquet: streamed by record batch, only the columns that were understood."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from pathlib import Path
from typing import Any

from cocket.check.tables.cell_faults import wrong as wrong_cell
from cocket.check.tables.chunks import Chunk
from cocket.check.tables.errors import CellError, TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header import by_name, understand
from cocket.check.tables.json_text import JsonError, flatten
from cocket.check.tables.jsonl_file import NESTED, nothing_stated
from cocket.check.tables.notes import note
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.table import BadRow, Column, Row, Table
from cocket.wording import Phrase

BATCH_ROWS = 8192
SELDOM_EQUAL = frozenset({"line", "order"})  # a dictionary of them would be as long as the file

Plain = Callable[[Any], object]


def read_parquet(path: Path) -> Table:
    """The table of a Parquet file; a struct such as ``temporary`` counts as its dotted fields."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    _refuse_other_files(path)
    try:
        with ParquetFile(path) as file:
            schema = file.schema_arrow
            count = file.metadata.num_rows
    except (pa.ArrowException, OSError) as error:
        raise _damaged(path, error) from None
    names = _column_names(schema)
    if not count:
        raise TableError(*wrong("no_record"), where=path.name)
    header = understand(names, where=path.name, place=by_name)
    notes = [
        note("lost_zeros_stored", column=by_name(column))
        for column in header.columns
        if column.key == "hs" and _is_number(schema, column.header)
    ]
    return Table(
        format="parquet",
        columns=header.columns,
        row_count=count,
        notes=(*notes, *header.notes),
        open_rows=lambda: _rows(path, header.columns),
        open_chunks=None if _is_nested(schema) else lambda rows: chunks(path, header.columns, rows),
    )


def _refuse_other_files(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0, 2)
        size = file.tell()
        file.seek(max(size - 4, 0))
        end = file.read(4)
    if not size:
        raise TableError(*wrong("no_bytes"), where=path.name)
    if start != b"PAR1":
        raise TableError(*wrong("no_parquet"), where=path.name)
    if end != b"PAR1":
        raise TableError(*wrong("parquet_cut"), where=path.name)


def _damaged(path: Path, error: Exception) -> TableError:
    return TableError(*wrong("parquet_damaged", error=_first_line(error)), where=path.name)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


@dataclass(frozen=True, slots=True)
class Damage:
    """Rows ``first`` to ``last``, counted from 1, of row group ``group``, counted from 1, that cannot be read."""

    group: int
    first: int
    last: int
    why: str

    def told(self, fault: str) -> tuple[Phrase, Phrase]:
        """What is wrong, and the remedy that goes by the name of ``fault``."""
        return wrong(fault, group=self.group, first=self.first, last=self.last, why=self.why)


def _column_names(schema: Any) -> list[str]:  # noqa: ANN401  pyarrow has no types
    import pyarrow.types as kinds

    prefixes = dict(NESTED)
    names: list[str] = []
    for column in schema:
        if column.name in prefixes and kinds.is_struct(column.type):
            names += [f"{prefixes[column.name]}.{inner.name}" for inner in column.type]
        else:
            names.append(column.name)
    return names


def _is_nested(schema: Any) -> bool:  # noqa: ANN401
    """Whether a column holds more than a figure, a text, a day or a yes."""
    import pyarrow.types as kinds

    tests = (kinds.is_nested, kinds.is_binary, kinds.is_large_binary)
    return any(test(kind) for kind in schema.types for test in tests)


def _is_number(schema: Any, name: str) -> bool:  # noqa: ANN401
    import pyarrow.types as kinds

    kind = schema.field(name).type
    return bool(kinds.is_integer(kind) or kinds.is_floating(kind) or kinds.is_decimal(kind))


def _rows(path: Path, columns: tuple[Column, ...]) -> Iterator[Row | BadRow]:
    number = 0
    for batch in batches(path, columns, BATCH_ROWS):
        yield from rows_of_batch(batch, columns, range(number + 1, number + 1 + batch.num_rows))
        number += batch.num_rows


def batches(path: Path, columns: Sequence[Column], rows: int) -> Iterator[Any]:
    """The record batches of a file, with the columns that were understood; raises TableError where it is damaged."""
    for piece in pieces(path, columns, rows):
        if isinstance(piece, Damage):
            raise TableError(*piece.told("group_damaged"), where=path.name)
        yield piece


def chunks(path: Path, columns: Sequence[Column], rows: int) -> Iterator[Chunk]:
    """The rows of a file by column; those that cannot be read are set aside, each under its number."""
    import pyarrow as pa

    done = 0
    schema = pa.schema([(column.header, pa.string()) for column in columns if column.key])
    for piece in _gathered(pieces(path, columns, rows, coded=True), rows):
        if not isinstance(piece, Damage):
            yield Chunk(piece, range(done + 1, done + piece.num_rows + 1))
            done += piece.num_rows
        while isinstance(piece, Damage) and done < piece.last:
            some = range(done + 1, min(done + rows, piece.last) + 1)
            nothing = pa.Table.from_arrays([pa.nulls(len(some), one.type) for one in schema], schema=schema)
            told = piece.told("row_damaged")
            yield Chunk(nothing, some, {at: BadRow(n, None, *told) for at, n in enumerate(some)})
            done += len(some)


def _gathered(pieces: Iterable[Any], rows: int) -> Iterator[Any]:
    """Tables of so many rows and less than twice as many: a row group, with a dictionary of its own, ends a piece."""
    import pyarrow as pa

    held: list[Any] = []
    for piece in pieces:
        if not isinstance(piece, Damage):
            held.append(piece)
        if held and (isinstance(piece, Damage) or sum(one.num_rows for one in held) >= rows):
            yield pa.Table.from_batches(held)
            held = []
        if isinstance(piece, Damage):
            yield piece
    if held:
        yield pa.Table.from_batches(held)


def pieces(path: Path, columns: Sequence[Column], rows: int, *, coded: bool = False) -> Iterator[Any]:
    """Record batches with the columns that were understood, and a `Damage` for rows that cannot be read.

    ``coded``: text that many rows share comes as it lies in the file, as numbers of a dictionary.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    understood = {column.header for column in columns if column.key}
    try:
        names = [column.header for column in columns if column.key and column.key not in SELDOM_EQUAL] if coded else []
        with ParquetFile(path, page_checksum_verification=True, read_dictionary=names) as file:
            wanted = [c.name for c in file.schema_arrow if understood & set(_column_names([c]))]
            yield from _pieces(file, wanted, rows)
    except (pa.ArrowException, OSError) as error:
        raise _damaged(path, error) from None


def _pieces(file: Any, wanted: list[str], rows: int) -> Iterator[Any]:  # noqa: ANN401
    """All row groups in one run; after a fault one by one, until the one at fault is found and passed over."""
    import pyarrow as pa

    groups = file.num_row_groups
    ends = [0, *accumulate(file.metadata.row_group(group).num_rows for group in range(groups))]
    done, by_itself = 0, False
    while done < ends[-1]:
        group = bisect_right(ends, done) - 1
        run = range(group, group + 1 if by_itself else groups)
        try:
            for batch in _run(file, run, wanted, rows, done - ends[group]):
                yield batch
                done += batch.num_rows
            if done < ends[run.stop]:
                raise pa.ArrowInvalid("it ends early")
        except (pa.ArrowException, OSError) as error:
            if len(run) == 1:
                yield Damage(group + 1, done + 1, ends[group + 1], _first_line(error))
                done = ends[group + 1]
            by_itself = len(run) > 1


def _run(file: Any, groups: range, wanted: list[str], rows: int, skip: int) -> Iterator[Any]:  # noqa: ANN401
    """The batches of some row groups, without their first ``skip`` rows; raises where bytes are no text."""
    for batch in file.iter_batches(batch_size=rows, columns=wanted, row_groups=list(groups)):
        passed = min(skip, batch.num_rows)
        skip -= passed
        if passed < batch.num_rows:
            batch.validate(full=True)
            yield _without_views(batch.slice(passed))


def _without_views(batch: Any) -> Any:  # noqa: ANN401
    """Of text that is stored as views Arrow cannot take some rows; it comes as other text does."""
    import pyarrow as pa

    if pa.string_view() not in batch.schema.types:
        return batch
    kinds = [pa.large_string() if kind == pa.string_view() else kind for kind in batch.schema.types]
    return batch.cast(pa.schema(list(zip(batch.schema.names, kinds, strict=True))))


def rows_of_batch(batch: Any, columns: Sequence[Column], numbers: Iterable[int]) -> Iterator[Row | BadRow]:  # noqa: ANN401
    """The rows of a record batch, each under its number."""
    maker = RowMaker(columns)
    plain = {field.name: plain_of(field.type) for field in batch.schema}
    for number, record in zip(numbers, _records(batch, plain), strict=True):
        yield _row(maker, number, record, columns)


def _row(maker: RowMaker, number: int, record: dict[str, object], columns: Sequence[Column]) -> Row | BadRow:
    try:
        flat = flatten(record, NESTED)
    except JsonError as error:
        return BadRow(number, None, error.what, error.remedy)
    return maker.make(number, [flat.get(column.header) for column in columns]) or nothing_stated(number)


def for_python(column: Any) -> Any:  # noqa: ANN401
    """The column as Python can hold it: Python knows no nanoseconds, and only the day matters here."""
    import pyarrow as pa

    if not pa.types.is_timestamp(column.type):
        return column
    return column.cast(pa.timestamp("us", column.type.tz), safe=False)


def _records(batch: Any, plain: Mapping[str, Plain]) -> Iterator[dict[str, object]]:  # noqa: ANN401
    """The records of a batch as plain values; a value that has none is a CellError in its place."""
    names = batch.schema.names
    cells = []
    for name, column in zip(names, batch.columns, strict=True):
        cells.append(list(map(plain[name], for_python(column).to_pylist())))
    for values in zip(*cells, strict=True):
        yield dict(zip(names, values, strict=True))


def plain_of(kind: Any) -> Plain:  # noqa: ANN401
    """How a value of an Arrow type becomes text, an exact figure, a date, yes or no, a list or an object."""
    import pyarrow.types as kinds

    if kinds.is_dictionary(kind):
        return plain_of(kind.value_type)
    if kinds.is_floating(kind):
        return _exact_single if kind.bit_width == 32 else _exact
    if kinds.is_list(kind) or kinds.is_large_list(kind) or kinds.is_fixed_size_list(kind):
        return _each(plain_of(kind.value_type))
    if kinds.is_struct(kind):
        return _fields({kind.field(place).name: plain_of(kind.field(place).type) for place in range(kind.num_fields)})
    if kinds.is_map(kind):
        return _pairs(plain_of(kind.item_type))
    if kinds.is_binary(kind) or kinds.is_large_binary(kind) or kinds.is_fixed_size_binary(kind):
        return _decoded
    return _refused if kinds.is_time(kind) or kinds.is_duration(kind) else lambda value: value


def _exact(value: float | None) -> object:
    """The shortest figure that names the number. NaN is how tables of numbers mark a missing one."""
    if value is None or value != value:
        return None
    return exact_number(value)


def _exact_single(value: float | None) -> object:
    """As `_exact` for single precision, where 0.1 must not become 0.10000000149011612."""
    if value is None or value != value or abs(value) == float("inf"):
        return _exact(value)
    texts = (f"{value:.{digits}g}" for digits in range(6, 10))
    shortest = next(text for text in texts if struct.unpack("f", struct.pack("f", float(text)))[0] == value)
    return exact_number(float(shortest))


def exact_number(value: float) -> object:
    """A whole number as int, any other as Decimal, an infinity as a fault."""
    if abs(value) == float("inf"):
        return CellError(*wrong_cell("infinite"))
    exact = Decimal(repr(value))
    return int(exact) if exact == exact.to_integral_value() else exact


def _each(plain: Plain) -> Plain:
    return lambda values: None if values is None else [plain(value) for value in values]


def _fields(plain: Mapping[str, Plain]) -> Plain:
    def convert(value: Any) -> object:  # noqa: ANN401
        if value is None:
            return None
        return {name: found for name, one in value.items() if (found := plain[name](one)) is not None}

    return convert


def _pairs(plain: Plain) -> Plain:
    return lambda value: None if value is None else {key: plain(one) for key, one in value}


def _decoded(value: bytes | None) -> object:
    if value is None:
        return None
    try:
        return value.decode()
    except UnicodeDecodeError:
        return CellError(*wrong_cell("bytes"))


def _refused(value: object) -> object:
    return None if value is None else CellError(*wrong_cell("stored_time"))
