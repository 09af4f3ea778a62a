"""The facts of an Arrow record batch by column; whatever in it could be taken for something else is refused."""

from typing import Any, Final

import numpy as np

from cocket.determination.kernel.columns import Choices, Columns, Flags, Numbers, Value, Whole
from cocket.law.vocabulary import PARTY_LISTS, PARTY_ROLES, fact_type
from cocket.quantity.interval import PPB

NUMBERS: Final = ("share", "measure", "count")


def facts_of_batch(batch: Any) -> tuple[Columns, Whole]:  # noqa: ANN401  pyarrow has no types
    """Facts by column, and each line's day counted from 1970-01-01. Raises ValueError, naming column and row."""
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    if len(columns) < batch.num_columns:
        raise ValueError("two columns of the batch have the same name")
    days = _days(columns.pop("date", None))
    rest = columns.pop("rest_hi", None)
    choices: dict[str, Choices] = {}
    numbers: dict[str, Numbers] = {}
    for name, column in columns.items():
        if _is_number(name):
            numbers[name] = _numbers(name, column)
        else:
            choices[name] = _choices(name, column)
    rest_hi = np.full(len(days), PPB, np.int64) if rest is None else _whole("rest_hi", rest, PPB)
    _refuse("rest_hi", (rest_hi < 0) | (rest_hi > PPB), f"is not between 0 and {PPB}")
    return Columns(len(days), choices, numbers, rest_hi), days


def _is_number(name: str) -> bool:
    """Raises ValueError for a name that is no fact: a misspelt column would be a fact that nobody told."""
    role, at, list_name = name.partition("@")
    kind = fact_type(name)
    if at and role in PARTY_ROLES and list_name in PARTY_LISTS:
        return False
    if kind is None or kind == "party":
        raise ValueError(f"column {name!r} is no fact that the law could ask for; rename or drop it")
    return kind in NUMBERS


def _days(column: Any) -> Whole:  # noqa: ANN401
    import pyarrow as pa

    if column is None or column.type != pa.date32():
        raise ValueError("the batch needs a column 'date' of days (date32)")
    _refuse("date", np.asarray(column.is_null()), "is empty; every line needs its day of export")
    days: Whole = column.cast(pa.int32()).to_numpy(zero_copy_only=False).astype(np.int64)
    return days


def _numbers(name: str, column: Any) -> Numbers:  # noqa: ANN401
    import pyarrow as pa

    if pa.types.is_struct(column.type) and {"lo", "hi"} == {field.name for field in column.type}:
        missing = _missing(column)
        ends = [column.field(end) for end in ("lo", "hi")]
        half = np.asarray(ends[0].is_null()) | np.asarray(ends[1].is_null())
        _refuse(name, ~missing & half, "is a range without both ends")
        lo, hi = (_whole(name, end, 0) for end in ends)
        _refuse(name, ~missing & (lo > hi), "is a range that ends before it begins")
        return Numbers(lo, hi, missing)
    _refuse_other_than_whole(name, column)
    return Numbers(*(_buffered(column.cast(pa.int64())),) * 2, _missing(column))


def _missing(column: Any) -> Flags:  # noqa: ANN401
    """Where nothing was told, read from the bits that lie beside the figures."""
    buffer = column.buffers()[0]
    if buffer is None or not column.null_count:
        return np.asarray(column.is_null())
    told = np.unpackbits(np.frombuffer(buffer, np.uint8), count=column.offset + len(column), bitorder="little")
    missing: Flags = told[column.offset :] == 0
    return missing


def _buffered(column: Any) -> Whole:  # noqa: ANN401
    """The figures as they lie in memory, without a copy: of some batches the most of the work. Nulls are anything."""
    buffer = column.buffers()[1]
    if buffer is None:
        return np.zeros(len(column), np.int64)
    return np.frombuffer(buffer, np.int64, len(column), column.offset * np.dtype(np.int64).itemsize)


def _whole(name: str, column: Any, instead: int) -> Whole:  # noqa: ANN401
    import pyarrow as pa

    _refuse_other_than_whole(name, column)
    found: Whole = column.cast(pa.int64()).fill_null(instead).to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _refuse_other_than_whole(name: str, column: Any) -> None:  # noqa: ANN401
    import pyarrow as pa

    if not pa.types.is_integer(column.type):
        raise ValueError(
            f"column {name!r} must hold whole numbers, not {column.type}: a limit must not hang on rounding"
        )


def _choices(name: str, column: Any) -> Choices:  # noqa: ANN401
    import pyarrow as pa

    if pa.types.is_list(column.type) and pa.types.is_string(column.type.value_type):
        return _sets(name, column)
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    if not pa.types.is_string(coded.dictionary.type):
        raise ValueError(f"column {name!r} must hold text or lists of text, not {column.type}")
    names = coded.dictionary.to_pylist()
    values: tuple[Value, ...] = (*(None if one is None else frozenset({one}) for one in names), None)
    codes = coded.indices.fill_null(len(names)).to_numpy(zero_copy_only=False).astype(np.int32)
    return Choices(codes, values)


def _sets(name: str, column: Any) -> Choices:  # noqa: ANN401
    """Values one of which it is; a list without any, or with an empty place, says nothing that could be weighed."""
    codes = np.zeros(len(column), np.int32)
    place: dict[Value, int] = {None: 0}
    empty = np.zeros(len(column), np.bool_)
    for row, values in enumerate(column.to_pylist()):
        empty[row] = values is not None and (not values or None in values)
        if values is not None:
            codes[row] = place.setdefault(frozenset(values), len(place))
    _refuse(name, empty, "is a list without a value, or with an empty one; leave out what nobody told")
    return Choices(codes, tuple(place))


def _refuse(name: str, rows: Any, why: str) -> None:  # noqa: ANN401
    if rows.any():
        raise ValueError(f"column {name!r}, row {int(np.argmax(rows)) + 1} of the batch: {why}")
