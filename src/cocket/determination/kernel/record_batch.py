"""Facts of many lines as an Arrow record batch, and the answers of each regime as one.

Columns in: ``date`` (a day for every line), ``rest_hi`` (ppb; left out or null: 10^9), and facts by their names. A
choice is text, or a list of text for one of several; a number is a whole one, or a struct of ``lo`` and ``hi``: shares
in parts per billion, measured properties in millionths of their unit. Null is what nobody told. No fact is a float.

Columns out, of a batch whose metadata name ``regime``, ``known`` and ``law_digest``:
``outcome`` (one outcome, or why the line is open), ``possible`` (all that is, the strictest first), ``fired`` (codes
and rules that hold for certain), ``suspended`` (those of them that are suspended on the day), ``needed`` (the missing
facts that keep the line open, see ``needs``), ``covered`` (whether the law of that day was read; of other days
``considered`` says whether a person must decide).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final

import numpy as np

from cocket.determination.kernel.answers import Answered
from cocket.determination.kernel.batch_facts import facts_of_batch
from cocket.determination.kernel.columns import Flags, Whole
from cocket.determination.kernel.consequences import SETS, mark, outcomes_of
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import Found, Kernel
from cocket.determination.kernel.lists import Lists, one_after_another, set_bits
from cocket.determination.kernel.planes import TRUTHS, packed, unpacked
from cocket.determination.logic import TRUE
from cocket.determination.outcome import FREE, OPEN_ORDER, Open, Outcome
from cocket.law.fold import Standing
from cocket.law.view import LawInTime

OUTCOMES: Final = tuple(one.name for one in sorted(Outcome, reverse=True))
ANSWERS: Final = (*(one.name for one in Outcome), *(one.value for one in OPEN_ORDER))
NOT_READ: Final = mark(frozenset({Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED}))
HELD: Final = TRUTHS.index(TRUE)


class BatchDeterminer:
    """The whole law as known on one day: record batch in, one record batch for each regime out."""

    def __init__(self, time: LawInTime, known: date) -> None:
        self.time, self.known = time, known
        self._kernels = {name: Kernel(time, name, known) for name in time.lawbook.regimes}

    def evaluate(self, batch: Any) -> dict[str, Any]:  # noqa: ANN401  pyarrow has no types
        """Regime -> answers, line by line. Raises ValueError, naming the column and row, for a batch it cannot read."""
        columns, days = facts_of_batch(batch)
        return {name: self._answers(kernel, kernel.evaluate_on(columns, days)) for name, kernel in self._each()}

    def _each(self) -> Iterator[tuple[str, Kernel]]:
        yield from self._kernels.items()

    def _answers(self, kernel: Kernel, found: Found) -> Any:  # noqa: ANN401
        """Told once for each case, and each line given what its case has."""
        import pyarrow as pa

        answered, covered = found.answered, found.covered
        free = np.uint16(mark(FREE))
        considered = covered | (kernel.written.beyond == "consult") | ((answered.outcomes & ~free) != 0)
        outcomes = np.where(covered, answered.outcomes, np.uint16(NOT_READ))
        names, fired, suspended = _norms(kernel, found, covered)
        needed = np.where(covered, found.needs.of, 0)
        asks: Flags = np.any(found.needs.words, axis=-1)
        answer = _answer(answered, outcomes, asks[needed], covered)
        columns = {
            "outcome": _named(answer[found.of], ANSWERS),
            "possible": _list_column(_sets(), outcomes[found.of], OUTCOMES),
            "fired": _list_column(fired, found.of, names),
            "suspended": _list_column(suspended, found.of, names),
            "needed": _list_column(found.needs.lists(), needed[found.of], found.needs.facts),
            "covered": pa.array(covered[found.of]),
            "considered": pa.array(considered[found.of]),
        }
        said = {"regime": kernel.tables.regime, "known": str(self.known), "law_digest": self.time.lawbook.digest}
        return pa.RecordBatch.from_pydict(columns).replace_schema_metadata(said)


def _answer(answered: Answered, outcomes: Whole, asks: Flags, covered: Flags) -> Ids:
    """Each line's place in ``ANSWERS``."""
    one = np.bitwise_count(outcomes) == 1
    single = np.log2(np.where(one, outcomes, 1)).astype(np.int64)
    why = [ANSWERS.index(kind.value) for kind in (Open.NEEDS_FACTS, Open.UNRESOLVED, Open.CONSULT)]
    return np.select([one, covered & asks, covered & answered.unresolved], [single, *why[:2]], why[2])


def _norms(kernel: Kernel, found: Found, covered: Flags) -> tuple[tuple[str, ...], Lists, Lists]:
    """Names, and of each case the codes and rules that hold, and those of them that are suspended."""
    stretches, of_goods = found.answered.stretches, found.answered.goods
    entries = len(kernel.tables.names)
    rules = tuple(sorted({rule.name for now in stretches for rule in now.law.rules}))  # whatever else is in the batch
    halted = np.zeros((len(stretches), entries), np.bool_)
    for number, now in enumerate(stretches):
        halted[number, [bit for bit, norm in now.norms.items() if norm.status.standing is Standing.SUSPENDED]] = True
    codes, row = found.codes.certain, found.codes.row
    stretch = np.zeros(len(codes.ends), np.int64)
    stretch[row] = of_goods.stretch[of_goods.of]
    paused = codes.only(halted[stretch[codes.rows()], codes.items])
    rules_held, rules_paused, rules_row = _rules_held(found.answered, rules, entries)
    fired, suspended = (
        one_after_another([(of_codes, row), (of_rules, rules_row)], covered)
        for of_codes, of_rules in ((codes, rules_held), (paused, rules_paused))
    )
    return (*kernel.tables.names, *rules), fired, suspended


def _rules_held(answered: Answered, names: tuple[str, ...], first_name: int) -> tuple[Lists, Lists, Ids]:
    """The rules that hold and have something to act on, those of them that are suspended, and each case's row of both.

    Worked out once for cases with the same rules. Rules are numbered from ``first_name`` on.
    """
    width = answered.deals.truths.shape[1]
    stretch = answered.deals.stretch[answered.deals.of]
    words = answered.in_play & packed(answered.deals.truths == HELD).take(answered.deals.of, axis=0)
    first, row = distinct([stretch, *np.ascontiguousarray(words.T).view(np.int64)])
    held = unpacked(words[first])[:, :width]
    place = {name: number for number, name in enumerate(names)}
    called = np.zeros((len(answered.stretches), width), np.int64)
    halted = np.zeros((len(answered.stretches), width), np.bool_)
    for number, now in enumerate(answered.stretches):
        called[number, : len(now.law.rules)] = [place[one.name] for one in now.law.rules]
        halted[number, : len(now.law.rules)] = [one.status.standing is Standing.SUSPENDED for one in now.law.rules]
    line, rule = np.nonzero(held)
    at = stretch[first[line]]
    every, paused = np.zeros((2, len(first), len(names)), np.bool_)
    every[line, called[at, rule]] = True  # each once: parts of a rule may stand differently and have one name
    stopped = halted[at, rule]
    paused[line[stopped], called[at, rule][stopped]] = True
    fired, suspended = (set_bits(bits) for bits in (every, paused))
    return replace(fired, items=fired.items + first_name), replace(suspended, items=suspended.items + first_name), row


@cache
def _sets() -> Lists:
    """Of each set of outcomes, as a number, their places in ``OUTCOMES``."""
    sets = [sorted(OUTCOMES.index(one.name) for one in outcomes_of(marked)) for marked in range(SETS)]
    return Lists(np.cumsum([len(one) for one in sets]), np.array([place for one in sets for place in one], np.int64))


def _named(numbers: Ids, names: tuple[str, ...]) -> Any:  # noqa: ANN401
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(pa.array(numbers.astype(np.int32)), pa.array(names, pa.string()))


def _list_column(lists: Lists, of: Ids | Whole, names: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Each line's list, given by number."""
    import pyarrow as pa

    ends = np.concatenate([[0], lists.ends]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(ends), _named(lists.items, names)).take(pa.array(of))
