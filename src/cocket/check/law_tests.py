"""Runs the worked examples that stand beside the law, each through the same checker that answers shipments."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cocket.check.checker import Checker, Verdict
from cocket.check.files import name_of
from cocket.determination.determine import Determination
from cocket.determination.logic import TRUE, evaluate
from cocket.determination.outcome import Procedure
from cocket.determination.procedure import procedure_answer
from cocket.determination.read_facts import FactError
from cocket.law.instrument import Instrument, LawTest
from cocket.reading.line import ReadingError


@dataclass(frozen=True, slots=True)
class LawTestResult:
    """One example of one instrument; ``differences`` are sentences, none where it holds."""

    instrument: str
    name: str
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.differences


def run_law_tests(checker: Checker, only: str | None = None) -> Iterator[LawTestResult]:
    """All examples of the lawbook in its order, or those of one instrument."""
    for instrument in checker.lawbook.instruments:
        for test in instrument.tests if only in (None, instrument.id) else ():
            yield LawTestResult(instrument.id, test.name, tuple(_differences(checker, instrument, test)))


def _differences(checker: Checker, instrument: Instrument, test: LawTest) -> Iterator[str]:
    unknown = [key for key in test.expect if key not in EXPECTED]
    if unknown:
        yield f"no answer has '{unknown[0]}'; expect one of {', '.join(EXPECTED)}"
        return
    stated = dict(test.given) | ({"date": test.on} if test.on else {})
    known = test.known or checker.lawbook.as_of
    try:
        verdict = checker.check(stated, known)
    except (FactError, ReadingError) as error:
        yield str(error)
        return
    if verdict.line.ignored:
        yield f"no law speaks of {', '.join(verdict.line.ignored)}"
    for key, wanted in test.expect.items():
        got = EXPECTED[key](checker, instrument, verdict, test)
        if got != _comparable(wanted):
            yield f"{key} expected {_shown(_comparable(wanted))} got {_shown(got)}"


def _comparable(wanted: object) -> object:
    return frozenset(map(str, wanted)) if isinstance(wanted, list | tuple) else wanted


def _shown(value: object) -> str:
    return f"[{', '.join(sorted(map(str, value)))}]" if isinstance(value, frozenset) else str(value)


Part = Callable[[Checker, Instrument, Verdict, LawTest], object]


def _is_procedure(test: LawTest) -> bool:
    """Whether the example asks the second question: what must happen to a licence that is held."""
    return test.expect.get("outcome") in Procedure.__members__


def _outcome(checker: Checker, instrument: Instrument, verdict: Verdict, test: LawTest) -> object:
    answer = verdict.of(instrument.regime)
    if _is_procedure(test):
        return str(procedure_answer(checker.time, verdict.line.facts, answer, verdict.known))
    return name_of(answer.outcome)


def _rests_on(checker: Checker, instrument: Instrument, verdict: Verdict, test: LawTest) -> object:
    if not _is_procedure(test):
        return checker.basis(verdict, instrument.regime)
    holding = [rule for rule in instrument.procedure if evaluate(rule.when, verdict.line.facts) == TRUE]
    return "guidance" if holding and all(rule.guidance for rule in holding) else "text"


def _warnings(_checker: Checker, _instrument: Instrument, verdict: Verdict, _test: LawTest) -> object:
    return frozenset(verdict.warnings)


def _of_answer(read: Callable[[Determination], tuple[str, ...]]) -> Part:
    def part(_checker: Checker, instrument: Instrument, verdict: Verdict, _test: LawTest) -> object:
        return frozenset(read(verdict.of(instrument.regime)))

    return part


EXPECTED: Mapping[str, Part] = {
    "outcome": _outcome,
    "codes": _of_answer(lambda answer: answer.codes),
    "ask": _of_answer(lambda answer: answer.ask),
    "possible": _of_answer(lambda answer: tuple(outcome.name for outcome in answer.possible)),
    "suspended": _of_answer(lambda answer: answer.suspended),
    "pending": _of_answer(lambda answer: answer.pending),
    "warnings": _warnings,
    "rests_on": _rests_on,
}
