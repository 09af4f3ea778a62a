"""What the interpreter says of one line, and what the kernel says of many, in the same words."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from cocket.determination.determine import named_codes, reach_of, regime_law
from cocket.determination.facts import Facts
from cocket.determination.interpreter import possible, settled
from cocket.determination.kernel.answers import Answered, Answers
from cocket.determination.kernel.codes import Named, named
from cocket.determination.kernel.columns import Columns, columns_of
from cocket.determination.kernel.consequences import outcomes_of
from cocket.determination.kernel.kernel import EPOCH, Kernel
from cocket.determination.kernel.law_tables import LawTables
from cocket.determination.kernel.weighed_lines import weigh_deals, weigh_goods
from cocket.determination.logic import FALSE, TRUE
from cocket.determination.outcome import Outcomes, settle
from cocket.determination.weighing import weigh
from cocket.law.view import LawInTime

Answer = tuple[Outcomes, bool, tuple[str, ...], tuple[str, ...]]
"""What is possible, whether it is settled, the codes, and the codes that it may be."""


def by_interpreter(time: LawInTime, regime: str, facts: Facts, on: date, known: date) -> Answer:
    law = regime_law(time.view(on, known), regime)
    weighed = weigh(law, facts)
    truths = {id(rule): truth for rule, truth in weighed.rules}
    coded = [(norm, truth) for norm, truth in weighed.entries if norm.entry.is_code]
    certain = [norm for norm, truth in coded if truth == TRUE and reach_of(law, norm, truths) == TRUE]
    maybe = [norm for norm, _ in coded if norm not in certain and reach_of(law, norm, truths) != FALSE]
    codes = named_codes(certain, facts)
    outcomes = settle(possible(law, weighed))
    return outcomes, settled(law, weighed), tuple(n.name for n in codes), tuple(n.name for n in maybe)


def by_kernel(time: LawInTime, regime: str, lines: Sequence[Facts], days: Sequence[date], known: date) -> list[Answer]:
    tables = LawTables(time, regime, known)
    return answers_of(tables, columns_of(lines), days)


def by_cases(time: LawInTime, regime: str, lines: Sequence[Facts], days: Sequence[date], known: date) -> list[Answer]:
    """By the whole kernel, which answers lines that are alike as one case."""
    kernel = Kernel(time, regime, known)
    found = kernel.evaluate(columns_of(lines), np.array([(day - EPOCH).days for day in days], np.int64))
    cases = _answers(kernel.tables, found.answered, found.codes)
    return [cases[case] for case in found.of.tolist()]


def answers_of(tables: LawTables, columns: Columns, days: Sequence[date]) -> list[Answer]:
    """Every line stands for itself: as many goods and deals as lines."""
    each = np.arange(columns.rows)
    goods = weigh_goods(tables, columns)
    stretches = np.array([tables.time.stretch(day) for day in days])
    answered = Answers(tables).answer(goods, weigh_deals(columns), each, each, stretches)
    return _answers(tables, answered, named(tables, goods, answered))


def _answers(tables: LawTables, answered: Answered, codes: Named) -> list[Answer]:
    found = []
    for line in range(len(answered.outcomes)):
        row = int(codes.row[line])
        names = [tuple(tables.names[bit] for bit in lists.of(row)) for lists in (codes.certain, codes.maybe)]
        found.append((outcomes_of(int(answered.outcomes[line])), bool(answered.settled[line]), names[0], names[1]))
    return found
