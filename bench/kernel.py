"""The kernel beside zen-engine: candidates of 3,000 made-up entries, processor seconds of both in one run.

The kernel answers all lines with a day for each, record batch in and record batch out: outcomes, what holds, what is
suspended, and the facts that are needed. zen is given the conditions alone, without days and rules, as one table that
collects every entry that may hold, on a sample of the same lines; that the two name the same entries is checked there.
"""

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.kernel_law import KNOWN, REGIME, Lines, made_up_law, made_up_lines
from bench.measure import CannotRunError, Report, Timing
from cocket.determination.facts import Facts
from cocket.determination.kernel.columns import Choices, Columns, Numbers
from cocket.determination.kernel.kernel import Found, Kernel
from cocket.determination.kernel.record_batch import BatchDeterminer
from cocket.law.condition import All, AnyOf, Compare, Condition, In
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime
from cocket.quantity.interval import Interval

ENTRIES, LINES, SAMPLE, CHUNK = 3_000, 1_000_000, 2_000, 250_000
TARGET = 400
SIGNS = {"above": ">", "at_least": ">=", "below": "<", "at_most": "<="}


def run() -> Report:
    try:
        import zen  # noqa: F401
    except ImportError:
        raise CannotRunError("zen-engine is missing; ./dev bench installs it") from None
    law = made_up_law(ENTRIES)
    lines = made_up_lines(law, LINES)
    kernel = made_up_kernel(law)
    ours = lines_a_second(law, lines)
    sample = part_of(lines, 0, SAMPLE)
    theirs, found = zen_rate(law, sample)
    answered = kernel.evaluate(*said(sample))
    expected = [ids & in_force(kernel, sample, line) for line, ids in enumerate(found)]
    if [ids_of(answered, line) for line in range(SAMPLE)] != expected:
        raise CannotRunError("the kernel and zen do not name the same entries")
    ratio = ours / theirs
    remark = f"{ours:,.0f} lines a processor second, zen {theirs:,.0f}: {ratio:,.0f} times; {SAMPLE} lines agree"
    return Report(
        (Timing("kernel, a line", (1 / ours,)), Timing("zen, a line", (1 / theirs,))),
        remark,
        f"at least {TARGET} times zen's lines a processor second",
        ratio >= TARGET,
    )


def made_up_kernel(law: Lawbook) -> Kernel:
    return Kernel(LawInTime(law), REGIME, KNOWN)


def in_force(kernel: Kernel, lines: Lines, line: int) -> frozenset[int]:
    """The entries in force, suspended or unresolved on the day of a line."""
    (number,) = kernel.stretches(lines.days[line : line + 1])
    return frozenset(kernel.tables.stretch(int(number)).norms)


def lines_a_second(law: Lawbook, lines: Lines) -> float:
    """Lines answered with all outputs in a processor second, once tables hold the values that come up."""
    determiner = BatchDeterminer(LawInTime(law), KNOWN)
    rows = lines.columns.rows
    batches = [record_batch(part_of(lines, first, CHUNK)) for first in range(0, rows, CHUNK)]
    determiner.evaluate(batches[0])
    start = time.process_time()
    answered = sum(determiner.evaluate(batch)[REGIME].num_rows for batch in batches)
    spent = time.process_time() - start
    if answered != rows:
        raise CannotRunError("not every line has its answer")
    return rows / spent


def record_batch(lines: Lines) -> Any:  # noqa: ANN401  pyarrow has no types
    """The lines as the public call takes them."""
    import pyarrow as pa

    said = lines.columns
    columns: dict[str, Any] = {"date": pa.array(lines.days.astype(np.int32)).cast(pa.date32())}
    for fact, choice in said.choices.items():
        names = pa.array([None if value is None else min(value) for value in choice.values], pa.string())
        columns[fact] = names.take(pa.array(choice.codes)).dictionary_encode()
    for fact, figures in said.numbers.items():
        columns[fact] = pa.array(figures.lo, mask=figures.missing)
    return pa.RecordBatch.from_pydict(columns)


def said(lines: Lines) -> tuple[Columns, npt.NDArray[np.int64]]:
    return lines.columns, lines.days


def ids_of(found: Found, line: int) -> frozenset[int]:
    codes = found.codes
    row = int(codes.row[found.of[line]])
    return frozenset((*codes.certain.of(row), *codes.maybe.of(row)))


def part_of(lines: Lines, first: int, rows: int) -> Lines:
    part = slice(first, first + rows)
    said = lines.columns
    choices = {fact: Choices(one.codes[part], one.values) for fact, one in said.choices.items()}
    numbers = {fact: Numbers(one.lo[part], one.hi[part], one.missing[part]) for fact, one in said.numbers.items()}
    days = lines.days[part]
    return Lines(Columns(len(days), choices, numbers, said.rest_hi[part]), days)


def zen_rate(law: Lawbook, sample: Lines) -> tuple[float, list[frozenset[int]]]:
    """zen's lines a processor second, and the entries that it collects for each line."""
    import zen

    time_of_law = LawInTime(law)
    conditions = [row[3] for row in time_of_law.written(KNOWN) if row[0].regime == REGIME]
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"law": _decision(conditions)}}})
    requests: list[Any] = [
        {"key": "law", "context": _context(sample.columns.line(line))} for line in range(sample.columns.rows)
    ]
    engine.evaluate_batch(requests[:20])
    start = time.process_time()
    answers = engine.evaluate_batch(requests)
    spent = time.process_time() - start
    return len(requests) / spent, [frozenset(one["id"] for one in _collected(answer)) for answer in answers]


def _collected(answer: Any) -> list[dict[str, int]]:  # noqa: ANN401
    if not answer["success"]:
        raise CannotRunError(f"zen refuses a line: {answer['error']}")
    result: list[dict[str, int]] = answer["data"]["result"]
    return result


def _context(facts: Facts) -> dict[str, object]:
    said = {_name(fact): _plain(known) for fact, known in facts.values.items()}
    return {"control_code": "not_stated"} | said


def _plain(known: frozenset[str] | Interval) -> object:
    return known.lo if isinstance(known, Interval) else min(known)


def _name(fact: str) -> str:
    return fact.replace(".", "_").replace("@", "_")


def _decision(conditions: list[Condition]) -> dict[str, object]:
    """One table that collects the number of every entry that may hold: a fact that is missing fulfils any test."""
    rows = [row for number, one in enumerate(conditions) for row in _rows(number, one)]
    fields = sorted({field for row in rows for field in row} - {"id"})
    inputs = [{"id": field, "name": field, "field": field} for field in fields]
    rules = [{"_id": str(place), **dict.fromkeys(fields, ""), **row} for place, row in enumerate(rows)]
    table = {
        "hitPolicy": "collect",
        "inputs": inputs,
        "outputs": [{"id": "id", "name": "id", "field": "id"}],
        "rules": rules,
    }
    place = {"position": {"x": 0, "y": 0}}
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", **place},
        {"id": "law", "name": "law", "type": "decisionTableNode", "content": table, **place},
        {"id": "out", "name": "out", "type": "outputNode", **place},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "law", "type": "edge"},
        {"id": "b", "sourceId": "law", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def _rows(number: int, condition: Condition) -> Iterator[dict[str, str]]:
    """A row for each alternative of an entry; the made-up law joins tests on different facts only."""
    match condition:
        case AnyOf(parts) if not _is_containing(condition):
            for part in parts:
                yield from _rows(number, part)
        case All(parts):
            yield {"id": str(number)} | {name: test for part in parts for name, test in _test(part).items()}
        case _:
            yield {"id": str(number), **_test(condition)}


def _is_containing(condition: Condition) -> bool:
    return isinstance(condition, AnyOf) and isinstance(condition.parts[0], Compare)


def _test(condition: Condition) -> Mapping[str, str]:
    match condition:
        case In(fact, values):
            return {_name(fact): f"$ == null or $ in {json.dumps(sorted(values))}"}
        case Compare(fact, operator, threshold):
            return {_name(fact): f"$ == null or $ {SIGNS[operator]} {threshold}"}
        case AnyOf((Compare(fact), _)):  # from the floor up certain, below it open: in both it may hold
            return {_name(fact): "$ == null or $ > 0"}
        case _:
            raise AssertionError(condition)
