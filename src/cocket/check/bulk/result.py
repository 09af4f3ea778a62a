"""Answers as record batches: every distinct answer written once and taken by number for each line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from cocket.check.files import result_columns
from cocket.check.row_hits import COLUMNS as HIT_COLUMNS
from cocket.check.tables.values import as_text
from cocket.determination.kernel.distinct import Ids
from cocket.determination.outcome import Open, Outcome
from cocket.law.lawbook import Lawbook

Aside = Mapping[str, object]
ASIDE_COLUMNS: Final = ("warnings", "read", "ignored")
ANSWER_LISTS: Final = ("codes", "candidate_codes", "possible", "ask", "consult", "pending")
LISTS: Final = frozenset(
    (*ANSWER_LISTS, *ASIDE_COLUMNS, "stated_by", "differing", "statements_not_used", "bill_of_materials", *HIT_COLUMNS)
)
ROWS_AT_ONCE: Final = 131_072
SELDOM_EQUAL: Final = frozenset({"line", "order", "problem"})  # what mostly differs from line to line is no dictionary


@dataclass(frozen=True, slots=True)
class Told:
    """A distinct answer: what a shipment acts on, the regimes not considered, and its columns in a file of results."""

    headline: Outcome | Open
    beyond: frozenset[str]
    columns: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Taken:
    """Columns of which a line takes the values with its number; below 0 for none."""

    columns: Sequence[str]
    values: Sequence[Mapping[str, object]]
    of: Ids


class ResultColumns:
    """The columns of a file of results, the same in every batch.

    Text comes as a dictionary of the few values that a batch has: a line takes a number and no text is copied. Without
    ``lists`` a list comes as the text that it has in a cell, made once for each distinct one.
    """

    def __init__(self, lawbook: Lawbook, known: date, *, lists: bool) -> None:
        import pyarrow as pa

        self._names = result_columns(lawbook)
        self._known, self._digest = known, lawbook.digest
        self.schema = pa.schema([(name, _type(name, lists=lists)) for name in self._names])

    def batches(
        self,
        taken: Sequence[Taken],
        echoed: Mapping[str, Any],
        days: Ids,
        odd: Ids,
        others: Sequence[Mapping[str, object]],
        numbers: Sequence[int],
    ) -> Iterator[Any]:
        """Record batches in which the rows ``odd`` take their values from ``others``.

        Lists of codes are the largest part of all that is held, so that they are taken for some rows at a time.
        """
        import pyarrow as pa

        rows = len(days)
        same = np.zeros(rows, np.int32)
        columns: dict[str, Column] = {
            "row": Column(pa.array(_counted(numbers))),
            "date": Column(_patched("date", _days(days), odd, others)),
            "known": Column(_patched("known", pa.repeat(pa.scalar(self._known, pa.date32()), rows), odd, others)),
            "law_digest": Column(pa.DictionaryArray.from_arrays(pa.array(same), pa.array([self._digest]))),
        }
        for one in taken:
            used, place = _used(one, odd)
            for name in one.columns:
                columns[name] = _taken(name, self.schema.field(name).type, one, used, place, others)
        for name, column in echoed.items():
            text = _as_text(column.unify_dictionaries().combine_chunks(), self.schema.field(name).type)
            columns[name] = Column(_patched(name, text, odd, others))
        nothing = Taken((), [], np.full(rows, -1, np.int64))
        none = _used(nothing, odd)
        all_columns = [
            columns[n] if n in columns else _taken(n, self.schema.field(n).type, nothing, *none, others)
            for n in self._names
        ]
        for first in range(0, rows, ROWS_AT_ONCE):
            part = slice(first, min(first + ROWS_AT_ONCE, rows))
            yield pa.RecordBatch.from_arrays([one.part(part) for one in all_columns], schema=self.schema)


@dataclass(frozen=True, slots=True)
class Column:
    """Values of a column, as they come or, with ``place``, each line's place among them."""

    values: Any  # pyarrow has no types
    place: Ids | None = None

    def part(self, rows: slice) -> Any:  # noqa: ANN401
        """The values of some rows."""
        import pyarrow as pa

        if self.place is None:
            return self.values.slice(rows.start, rows.stop - rows.start)
        return self.values.take(pa.array(self.place[rows]))


def _type(name: str, *, lists: bool) -> Any:  # noqa: ANN401
    import pyarrow as pa

    if name in SELDOM_EQUAL:
        return pa.string()
    text = pa.dictionary(pa.int32(), pa.string())
    if name in LISTS and lists:
        return pa.list_(text)
    return {"row": pa.int64(), "date": pa.date32(), "known": pa.date32()}.get(name, text)


def _counted(numbers: Sequence[int]) -> Ids:
    """The numbers as an array, which numpy makes of a range one by one."""
    if isinstance(numbers, range):
        return np.arange(numbers.start, numbers.stop, numbers.step, dtype=np.int64)
    return np.asarray(numbers, np.int64)


def _days(days: Ids) -> Any:  # noqa: ANN401
    import pyarrow as pa

    return pa.array(days.clip(-(2**31), 2**31 - 1).astype(np.int32)).cast(pa.date32())


def _used(one: Taken, odd: Ids) -> tuple[Ids, Ids]:
    """The numbers that lines of a batch have, and of each line the place of its own; the odd rows stand behind them."""
    met = np.zeros(len(one.values) + 1, np.bool_)
    met[one.of + 1] = True
    place = (np.cumsum(met) - 1)[one.of + 1]
    used = np.flatnonzero(met) - 1
    place[odd] = len(used) + np.arange(len(odd))
    return used, place


def _taken(
    name: str,
    kind: Any,  # noqa: ANN401
    one: Taken,
    used: Ids,
    place: Ids,
    others: Sequence[Mapping[str, object]],
) -> Column:
    """The values of a column by number, with those of the odd rows behind them."""
    import pyarrow as pa

    values = [one.values[number].get(name) if number >= 0 else None for number in used.tolist()]
    values += [row.get(name) for row in others]
    if all(value is None for value in values):
        return Column(pa.nulls(len(place), kind))
    if pa.types.is_list(kind):
        plain = pa.array(
            [list(value) if isinstance(value, tuple) else value for value in values], pa.list_(pa.string())
        )
    else:
        texts = (as_text(value) if isinstance(value, list | tuple) else value for value in values)
        plain = pa.array(list(texts), pa.string())
    return Column(_coded(plain, kind), place)


def _coded(column: Any, kind: Any) -> Any:  # noqa: ANN401
    """The same with each text of a type that is a dictionary, or a list of its values, held once."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return column.dictionary_encode()
    if pa.types.is_list(kind):
        missing = column.is_null() if column.null_count else None
        return pa.ListArray.from_arrays(column.offsets, column.values.dictionary_encode(), mask=missing)
    return column


def _patched(name: str, column: Any, odd: Ids, others: Sequence[Mapping[str, object]]) -> Any:  # noqa: ANN401
    """A column with the values of the odd rows in their places."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not len(odd):
        return column
    plain = column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
    mask = np.zeros(len(column), np.bool_)
    mask[odd] = True
    values = pa.array([row.get(name) for row in others], plain.type)
    return _coded(pc.replace_with_mask(plain, pa.array(mask), values), column.type)


def _as_text(column: Any, kind: Any) -> Any:  # noqa: ANN401
    """Text without blanks around it, None where nothing is left; whole numbers as their digits."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(kind):  # what stands in many rows is made text once
        coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        texts = _as_text(coded.dictionary, pa.string()).dictionary_encode()
        return pa.DictionaryArray.from_arrays(texts.indices.take(coded.indices), texts.dictionary)
    text = pc.utf8_trim_whitespace(column.cast(pa.string()))
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
