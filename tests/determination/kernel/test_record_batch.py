"""Facts as a record batch, answers as one for each regime: what the interpreter determines, nothing guessed."""

import random
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from cocket.check.checker import Checker
from cocket.determination.determine import determine
from cocket.determination.facts import Facts
from cocket.determination.kernel.record_batch import BatchDeterminer
from cocket.determination.logic import TRUE
from cocket.law.fold import Standing
from cocket.quantity.interval import Interval
from tests.determination.kernel.random_lines import FIRST_DAY, RandomLines

KNOWN = date(2026, 11, 20)
LINES = 120
Said = tuple[list[Facts], list[date], dict[str, Any]]


def batch_of(lines: list[Facts], days: list[date]) -> pa.RecordBatch:
    columns: dict[str, Any] = {"date": pa.array(days), "rest_hi": pa.array([line.rest_hi for line in lines])}
    for fact in sorted({fact for line in lines for fact in line.values}):
        said = [line.values.get(fact) for line in lines]
        if any(isinstance(one, Interval) for one in said):
            ranges = [{"lo": one.lo, "hi": one.hi} if isinstance(one, Interval) else None for one in said]
            columns[fact] = pa.array(ranges, pa.struct([("lo", pa.int64()), ("hi", pa.int64())]))
        else:
            columns[fact] = pa.array([sorted(one) if isinstance(one, frozenset) else None for one in said])
    return pa.RecordBatch.from_pydict(columns)


@pytest.fixture(scope="module")
def determiner(checker: Checker) -> BatchDeterminer:
    return BatchDeterminer(checker.time, KNOWN)


@pytest.fixture(scope="module")
def drawn(checker: Checker, determiner: BatchDeterminer) -> Said:
    chance = random.Random(4)
    source = RandomLines(checker.time, KNOWN)
    lines = [source.line(chance) for _ in range(LINES)]
    days = [source.day(chance) for _ in lines]
    days[:3] = [FIRST_DAY - timedelta(days=900)] * 3  # of which no law was read
    return lines, days, determiner.evaluate(batch_of(lines, days))


def test_every_regime_answers_every_line_and_names_the_law(drawn: Said, checker: Checker) -> None:
    _, _, found = drawn
    assert set(found) == set(checker.lawbook.regimes)
    for regime, answers in found.items():
        said = answers.schema.metadata
        assert answers.num_rows == LINES and said[b"regime"] == regime.encode()
        assert said[b"law_digest"] == checker.lawbook.digest.encode() and said[b"known"] == b"2026-11-20"


def test_answers_are_those_of_the_interpreter(drawn: Said, checker: Checker) -> None:
    lines, days, found = drawn
    for regime, answers in found.items():
        for facts, day, row in zip(lines, days, answers.to_pylist(), strict=True):
            said = determine(checker.time, facts, regime, day, KNOWN)
            assert row["possible"] == [one.name for one in said.possible], (regime, day, facts.values)
            assert (row["covered"], row["considered"]) == (said.covered, said.considered)
            name = getattr(said.outcome, "name", said.outcome)
            assert row["outcome"] == name or (row["outcome"] == "NEEDS_FACTS" and name in ("CONSULT", "UNRESOLVED"))
            assert bool(row["needed"]) == (row["outcome"] == "NEEDS_FACTS")
            assert set(row["fired"]) == {*said.codes, *said.rules}, (regime, day, facts.values)


def test_what_is_suspended_is_named_apart(drawn: Said, checker: Checker) -> None:
    lines, days, found = drawn
    seen = 0
    for regime, answers in found.items():
        for facts, day, row in zip(lines, days, answers.to_pylist(), strict=True):
            said = determine(checker.time, facts, regime, day, KNOWN)
            rules = said.weighed.rules if said.weighed else ()
            held = [rule for rule, truth in rules if truth == TRUE]
            paused = {rule.name for rule in held if rule.status.standing is Standing.SUSPENDED}
            assert set(row["suspended"]) == {*said.suspended, *paused}
            seen += bool(row["suspended"])
    assert seen > 3


def one(**columns: Any) -> pa.RecordBatch:  # noqa: ANN401
    return pa.RecordBatch.from_pydict({"date": pa.array([date(2025, 6, 20)]), **columns})


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"kinds": pa.array(["magnet"])}, "'kinds' is no fact"),
        ({"end_user": pa.array(["Acme"])}, "'end_user' is no fact"),
        ({"content.Dy": pa.array([0.03])}, "whole numbers"),
        ({"kind": pa.array([3])}, "text"),
        ({"kind": pa.array([[]], pa.list_(pa.string()))}, "row 1"),
        ({"rest_hi": pa.array([-1])}, "rest_hi"),
        ({"date": pa.array(["2025-06-20"])}, "date32"),
        ({"date": pa.array([None], pa.date32())}, "row 1"),
    ],
)
def test_what_could_be_taken_for_something_else_is_refused(
    columns: dict[str, Any], why: str, determiner: BatchDeterminer
) -> None:
    with pytest.raises(ValueError, match=why):
        determiner.evaluate(one(**columns))


def test_an_empty_batch_has_empty_answers(determiner: BatchDeterminer) -> None:
    for answers in determiner.evaluate(one(kind=pa.array(["magnet"])).slice(0, 0)).values():
        assert answers.num_rows == 0


def test_a_part_of_a_batch_has_the_answers_of_those_lines(drawn: Said, determiner: BatchDeterminer) -> None:
    """Arrow keeps what lies before the part, and the bits that say what is missing begin in the midst of a byte."""
    lines, days, _ = drawn
    told = [line.values.get("content.Dy") for line in lines]
    exact = pa.array([one.lo if isinstance(one, Interval) else None for one in told], pa.int64())
    whole = pa.RecordBatch.from_pydict({"date": pa.array(days), "content.Dy": exact})
    answers = determiner.evaluate(whole)
    for regime, of_part in determiner.evaluate(whole.slice(13, 50)).items():
        assert of_part.to_pylist() == answers[regime].slice(13, 50).to_pylist()
    assert exact.null_count > 9 and len({str(row) for row in answers["dual_use"].slice(13, 50).to_pylist()}) > 1
