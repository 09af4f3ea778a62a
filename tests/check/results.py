"""Results without a lawbook behind them, for tests of what is made of results."""

from collections.abc import Mapping
from datetime import date

from cocket.check.checker import Verdict, headline
from cocket.check.files import RowResult
from cocket.check.tables import BadRow
from cocket.determination.determine import Determination
from cocket.determination.facts import Facts
from cocket.determination.outcome import Open, Outcome
from cocket.determination.read_facts import Line
from cocket.quantity.composition import read_composition

DAY = date(2025, 5, 2)


def answer(regime: str, outcome: Outcome | Open, *possible: Outcome, ask: tuple[str, ...] = ()) -> Determination:
    proven = (outcome,) if isinstance(outcome, Outcome) else possible
    return Determination(
        regime=regime,
        outcome=outcome,
        possible=proven,
        ask=ask,
        codes=(),
        candidate_codes=(),
        suspended=(),
        pending=(),
        rules=(),
        on=DAY,
    )


def result(number: int, stated: Mapping[str, object], *answers: Determination) -> RowResult:
    line = Line(Facts({}), DAY, stated, read_composition({}), (), ())
    return RowResult(number, stated, Verdict(line, DAY, answers, headline(answers), ()), None)


def plain(number: int, outcome: Outcome | Open) -> RowResult:
    return result(number, {}, answer("dual_use", outcome, Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED))


def asking(number: int, *ask: str, **stated: object) -> RowResult:
    """A row that lacks these facts."""
    outcomes = (Outcome.LICENCE_REQUIRED, Outcome.NOT_CONTROLLED)
    return result(number, stated, answer("dual_use", Open.NEEDS_FACTS, *outcomes, ask=ask))


def bad(number: int) -> RowResult:
    return RowResult(number, {}, None, BadRow(number, "Kind", "is unknown", "Write another"))
