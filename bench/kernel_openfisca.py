"""The kernel beside OpenFisca at 30 entries, with a day for each line: processor seconds of both in one run.

OpenFisca's formulas are dated and a simulation is of one day, so lines are simulated day by day. Each entry is a
variable with one formula from its first day on, which says whether it may hold: a missing fact is -1 and fulfils any
test. That is less than the kernel says (outcomes, what holds, suspensions, facts needed), in OpenFisca's favour. What a
day costs OpenFisca is shared by its lines, so the ratio hangs on how many these are: 137 a day in the sample, ten times
as many in all. Both are told, and the target is held against all lines.
"""

import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.kernel import ids_of, lines_a_second, made_up_kernel, part_of, said
from bench.kernel_law import KNOWN, REGIME, Lines, made_up_law, made_up_lines
from bench.measure import CannotRunError, Report, Timing
from cocket.determination.kernel.clauses import facts_of
from cocket.law.condition import All, AnyOf, Compare, Condition, In
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime

ENTRIES, LINES, SAMPLE, COMPARED = 30, 1_000_000, 100_000, 2_000
TARGET = 60
MISSING = -1
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
COMPARISON: dict[str, Callable[[Whole, int], Flags]] = {
    "above": np.greater,
    "at_least": np.greater_equal,
    "below": np.less,
    "at_most": np.less_equal,
}


def run() -> Report:
    law = made_up_law(ENTRIES)
    lines = made_up_lines(law, LINES)
    kernel = made_up_kernel(law)
    ours = lines_a_second(law, lines)
    few, found = _rate(law, part_of(lines, 0, SAMPLE))
    theirs, _ = _rate(law, lines)
    answered = kernel.evaluate(*said(part_of(lines, 0, COMPARED)))
    if any(ids_of(answered, line) != frozenset(np.flatnonzero(found[line]).tolist()) for line in range(COMPARED)):
        raise CannotRunError("the kernel and OpenFisca do not name the same entries")
    return Report(
        (Timing("kernel, a million lines", (1e6 / ours,)), Timing("OpenFisca, a million lines", (1e6 / theirs,))),
        f"{ours:,.0f} lines a processor second, OpenFisca {theirs:,.0f}: {ours / theirs:.1f} times;\n  of {SAMPLE:,} of"
        f" them OpenFisca takes {few:,.0f} a second: {ours / few:.1f} times",
        f"at least {TARGET} times OpenFisca's lines a processor second",
        ours / theirs >= TARGET,
    )


def _rate(law: Lawbook, lines: Lines) -> tuple[float, Flags]:
    """OpenFisca's lines a processor second, and the entries that it finds for each line."""
    peer = Peer(law, lines)
    start = time.process_time()
    found = peer.may_hold(lines.days)
    return lines.columns.rows / (time.process_time() - start), found


class Peer:
    """The law as an OpenFisca system, and the facts of some lines as arrays of whole numbers."""

    def __init__(self, law: Lawbook, lines: Lines) -> None:
        try:
            from openfisca_core.entities import build_entity
            from openfisca_core.taxbenefitsystems import TaxBenefitSystem
        except ImportError:
            raise CannotRunError("openfisca-core is missing; ./dev bench installs it") from None
        self.entity = build_entity(key="line", plural="lines", label="a line", is_person=True)
        self.system = TaxBenefitSystem([self.entity])
        self.codes: dict[str, dict[str, int]] = {}
        rows = [row for row in LawInTime(law).written(KNOWN) if row[0].regime == REGIME]
        facts = dict.fromkeys(fact for row in rows for fact in sorted(facts_of(row[3])))
        self.facts = {fact: self._figures(lines, fact) for fact in facts}
        self.system.add_variables(*(self._input(fact) for fact in facts))
        self.system.add_variables(*(self._entry(place, row[3], row[1].since) for place, row in enumerate(rows)))
        self.count = len(rows)

    def _figures(self, lines: Lines, fact: str) -> Whole:
        if fact in lines.columns.numbers:
            said = lines.columns.numbers[fact]
            return np.where(said.missing, MISSING, said.lo)
        choice = lines.columns.choice(fact)
        codes = self.codes.setdefault(fact, {})
        numbers = [MISSING if value is None else codes.setdefault(min(value), len(codes)) for value in choice.values]
        return np.array(numbers, np.int64)[choice.codes]

    def _input(self, fact: str) -> Any:  # noqa: ANN401
        return self._variable(_name(fact), value_type=int)

    def _entry(self, place: int, condition: Condition, since: date) -> Any:  # noqa: ANN401
        def formula(line: Any, period: Any) -> Any:  # noqa: ANN401
            return self._holds(condition, lambda fact: line(_name(fact), period))

        return self._variable(f"entry_{place}", value_type=bool, **{f"formula_{since:%Y_%m_%d}": formula})

    def _variable(self, name: str, **more: object) -> Any:  # noqa: ANN401
        from openfisca_core.periods import DateUnit
        from openfisca_core.variables import Variable

        return type(name, (Variable,), {"entity": self.entity, "definition_period": DateUnit.DAY, **more})

    def _holds(self, condition: Condition, said: Callable[[str], Any]) -> Any:  # noqa: ANN401
        match condition:
            case All(parts):
                return _every(self._holds(part, said) for part in parts)
            case AnyOf((Compare(fact), All())):  # from the floor up certain, below it open: in both it may hold
                return (said(fact) == MISSING) | (said(fact) > 0)
            case AnyOf(parts):
                return ~_every(~self._holds(part, said) for part in parts)
            case Compare(fact, operator, threshold):
                return (said(fact) == MISSING) | COMPARISON[operator](said(fact), threshold)
            case In(fact, values):
                wanted = [self.codes[fact][value] for value in values if value in self.codes[fact]]
                return (said(fact) == MISSING) | np.isin(said(fact), wanted)
            case _:
                raise AssertionError(condition)

    def may_hold(self, days: Whole) -> Flags:
        """Which entries may hold, of shape (lines, entries)."""
        from openfisca_core.simulation_builder import SimulationBuilder

        found = np.zeros((len(days), self.count), np.bool_)
        order = np.argsort(days, kind="stable")
        for lines in np.split(order, np.flatnonzero(np.diff(days[order])) + 1):
            day = str(date(1970, 1, 1) + timedelta(days=int(days[lines[0]])))
            simulation = SimulationBuilder().build_default_simulation(self.system, count=len(lines))
            for fact, figures in self.facts.items():
                simulation.set_input(_name(fact), day, figures[lines])
            for place in range(self.count):
                found[lines, place] = simulation.calculate(f"entry_{place}", day)
        return found


def _every(parts: Iterable[Any]) -> Any:  # noqa: ANN401
    whole, *rest = parts
    for part in rest:
        whole = whole & part
    return whole


def _name(fact: str) -> str:
    return fact.replace(".", "_").replace("@", "_")
