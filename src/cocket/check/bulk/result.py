"""Answers as record batches: every distinct answer written once and taken by number for each line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from cocket.check.bulk.taken import Column, Taken, coded, columns_taken, counted, in_batches, text_type
from cocket.check.checker import Verdict
from cocket.check.files import result_columns
from cocket.check.row_hits import COLUMNS as HIT_COLUMNS
from cocket.determination.kernel.distinct import Ids
from cocket.determination.outcome import Open, Outcome
from cocket.law.lawbook import Lawbook

Aside = Mapping[str, object]
ASIDE_COLUMNS: Final = ("warnings", "read", "ignored")
ANSWER_LISTS: Final = ("codes", "candidate_codes", "possible", "ask", "consult", "pending")
LISTS: Final = frozenset(
    (*ANSWER_LISTS, *ASIDE_COLUMNS, "stated_by", "differing", "statements_not_used", "bill_of_materials", *HIT_COLUMNS)
)
SELDOM_EQUAL: Final = frozenset({"line", "order", "problem"})  # what mostly differs from line to line is no dictionary


@dataclass(frozen=True, slots=True)
class Told:
    """A distinct answer: of no line in particular, the regimes not considered, and its columns in a file of results."""

    verdict: Verdict
    beyond: frozenset[str]
    columns: Mapping[str, object]

    @property
    def headline(self) -> Outcome | Open:
        """What a shipment acts on."""
        return self.verdict.headline


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
        """Record batches in which the rows ``odd`` take their values from ``others``."""
        import pyarrow as pa

        rows = len(days)
        same = np.zeros(rows, np.int32)
        columns: dict[str, Column] = {
            "row": Column(pa.array(counted(numbers))),
            "date": Column(_patched("date", _days(days), odd, others)),
            "known": Column(_patched("known", pa.repeat(pa.scalar(self._known, pa.date32()), rows), odd, others)),
            "law_digest": Column(pa.DictionaryArray.from_arrays(pa.array(same), pa.array([self._digest]))),
        }
        for one in taken:
            columns |= columns_taken(one, self.schema, odd, others)
        for name, column in echoed.items():
            text = _as_text(column.unify_dictionaries().combine_chunks(), self.schema.field(name).type)
            columns[name] = Column(_patched(name, text, odd, others))
        left = tuple(name for name in self._names if name not in columns)
        columns |= columns_taken(Taken(left, [], np.full(rows, -1, np.int64)), self.schema, odd, others)
        yield from in_batches([columns[name] for name in self._names], self.schema, rows)


def _type(name: str, *, lists: bool) -> Any:  # noqa: ANN401
    import pyarrow as pa

    if name in SELDOM_EQUAL:
        return pa.string()
    text = text_type()
    if name in LISTS and lists:
        return pa.list_(text)
    return {"row": pa.int64(), "date": pa.date32(), "known": pa.date32()}.get(name, text)


def _days(days: Ids) -> Any:  # noqa: ANN401
    import pyarrow as pa

    return pa.array(days.clip(-(2**31), 2**31 - 1).astype(np.int32)).cast(pa.date32())


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
    return coded(pc.replace_with_mask(plain, pa.array(mask), values), column.type)


def _as_text(column: Any, kind: Any) -> Any:  # noqa: ANN401
    """Text without blanks around it, None where nothing is left; whole numbers as their digits."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(kind):  # what stands in many rows is made text once
        own = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        texts = _as_text(own.dictionary, pa.string()).dictionary_encode()
        return pa.DictionaryArray.from_arrays(texts.indices.take(own.indices), texts.dictionary)
    text = pc.utf8_trim_whitespace(column.cast(pa.string()))
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
