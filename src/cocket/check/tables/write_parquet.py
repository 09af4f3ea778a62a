"""Writes answers as Parquet, chunk by chunk; a column's type follows its values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

from cocket.check.tables.values import as_text, finite_decimal

CHUNK_ROWS = 16_384
# Room for any amount of the trade to a trillionth of its unit.
DECIMAL_DIGITS, DECIMAL_PLACES = 38, 12

Record = Mapping[str, object]


class Kind(Enum):
    """What a column holds. A column of several kinds is written as text."""

    EMPTY = auto()
    TEXT = auto()
    TRUTH = auto()
    WHOLE = auto()
    FIGURE = auto()
    DAY = auto()
    LIST = auto()


def write_parquet(path: Path, columns: Sequence[str], rows: Iterable[Record]) -> int:
    """Writes the rows and returns how many; a row that needs a wider type has the file so far rewritten."""
    unfinished = _Unfinished(path, columns)
    try:
        count = 0
        for chunk in _chunks(rows):
            unfinished.add(chunk)
            count += len(chunk)
    finally:
        unfinished.close()
    return count


def _chunks(rows: Iterable[Record]) -> Iterator[list[Record]]:
    source = iter(rows)
    while chunk := list(islice(source, CHUNK_ROWS)):
        yield chunk


class _Unfinished:
    """A Parquet file being written, with the kinds of its columns as far as they are known."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self._path = path
        self._kinds = dict.fromkeys(columns, Kind.EMPTY)
        self._writer = self._open()

    def _open(self) -> Any:  # noqa: ANN401  pyarrow has no types
        from pyarrow.parquet import ParquetWriter

        return ParquetWriter(self._path, _schema(self._kinds), compression="zstd")

    def add(self, chunk: Sequence[Record]) -> None:
        import pyarrow as pa

        cells = {name: _Cells.of([row.get(name) for row in chunk]) for name in self._kinds}
        wider = {name: _kind_of(cells[name].different, kind) for name, kind in self._kinds.items()}
        if wider != self._kinds:
            self._widen(wider)
        schema = _schema(self._kinds)
        arrays = [cells[name].array(kind, schema.field(name).type) for name, kind in self._kinds.items()]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=schema))

    def _widen(self, kinds: dict[str, Kind]) -> None:
        """Copies what is written so far into a file with wider columns, one row group at a time."""
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile

        self._writer.close()
        before = self._path.with_name(self._path.name + ".before")
        self._path.replace(before)
        self._kinds = kinds
        self._writer = self._open()
        try:
            with ParquetFile(before) as file:
                schema = _schema(kinds)
                for group in range(file.num_row_groups):
                    table = file.read_row_group(group)
                    columns = [_recast(table.column(name), kinds[name]) for name in kinds]
                    self._writer.write_table(pa.Table.from_arrays(columns, schema=schema))
        finally:
            before.unlink()

    def close(self) -> None:
        self._writer.close()


def _schema(kinds: Mapping[str, Kind]) -> Any:  # noqa: ANN401
    import pyarrow as pa

    types = {
        Kind.EMPTY: pa.string(),
        Kind.TEXT: pa.string(),
        Kind.TRUTH: pa.bool_(),
        Kind.WHOLE: pa.int64(),
        Kind.FIGURE: pa.decimal128(DECIMAL_DIGITS, DECIMAL_PLACES),
        Kind.DAY: pa.date32(),
        Kind.LIST: pa.list_(pa.string()),
    }
    return pa.schema([(name, types[kind]) for name, kind in kinds.items()])


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a column: values that are different objects, and of each row the place of its own among them.

    Rows of which much is alike share their lists; these are written down once.
    """

    different: Sequence[object]
    place: Sequence[int]

    @classmethod
    def of(cls, cells: Sequence[object]) -> "_Cells":
        number: dict[int, int] = {}
        place = [number.setdefault(id(cell), len(number)) for cell in cells]
        return cls(list({id(cell): cell for cell in cells}.values()), place)

    def array(self, kind: Kind, type_: Any) -> Any:  # noqa: ANN401
        import pyarrow as pa

        values = pa.array([_value(one, kind) for one in self.different], type_)
        return values if len(values) == len(self.place) else values.take(pa.array(self.place, pa.int32()))


def _kind_of(values: Iterable[object], kind: Kind) -> Kind:
    for value in values:
        kind = _wider(kind, _kind(value))
    return kind


def _kind(value: object) -> Kind:
    match value:
        case None:
            return Kind.EMPTY
        case bool():
            return Kind.TRUTH
        case int():
            return Kind.WHOLE if -(2**63) <= value < 2**63 else Kind.TEXT
        case Decimal() | Fraction():
            return Kind.FIGURE if _fits(value) else Kind.TEXT
        case date():
            return Kind.DAY
        case list() | tuple():
            return Kind.LIST
    return Kind.TEXT


def _wider(one: Kind, other: Kind) -> Kind:
    if one is other or other is Kind.EMPTY:
        return one
    if one is Kind.EMPTY:
        return other
    return Kind.FIGURE if {one, other} == {Kind.WHOLE, Kind.FIGURE} else Kind.TEXT


def _fits(value: Decimal | Fraction) -> bool:
    exact = finite_decimal(value) if isinstance(value, Fraction) else value
    if exact is None or not exact.is_finite():
        return False
    _, digits, exponent = exact.normalize().as_tuple()
    assert isinstance(exponent, int)
    return exponent >= -DECIMAL_PLACES and len(digits) + exponent <= DECIMAL_DIGITS - DECIMAL_PLACES


def _value(value: object, kind: Kind) -> object:
    if value is None:
        return None
    match kind:
        case Kind.TEXT:
            return as_text(value)
        case Kind.FIGURE:
            return finite_decimal(value) if isinstance(value, Fraction) else Decimal(value)  # type: ignore[arg-type]
        case Kind.LIST:
            return [as_text(one) for one in value]  # type: ignore[attr-defined]
    return value


def _recast(column: Any, kind: Kind) -> Any:  # noqa: ANN401
    """A column already written, as the wider kind; by way of plain values, so that text is as elsewhere."""
    import pyarrow as pa

    target = _schema({"": kind}).field(0).type
    if column.type == target:
        return column
    return pa.chunked_array([pa.array([_value(one, kind) for one in column.to_pylist()], target)])
