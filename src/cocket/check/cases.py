"""Runs a file of worked cases as it is: facts in its own words, expected answers, one line per failure.

The file's keys are turned into the product's; a key that is not known is reported and ignored. A case whose answer
rests on an instrument that is not in the lawbook is listed as such, with the answer given; it is not counted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cocket.check.checker import Checker, Verdict
from cocket.determination.determine import Determination
from cocket.determination.outcome import Open
from cocket.determination.procedure import procedure_answer
from cocket.determination.read_facts import FactError
from cocket.reading.line import ReadingError

RENAMED = {
    "item": "product",  # words for people, which decide nothing in such a file: not to be read like a description
    "form": "kind",
    "magnet_family": "family",
    "composition_wt_pct": "composition",
    "declared_hs": "hs",
    "stated_control_code": "control_code",
    "end_user_name": "end_user",
    "importer_name": "importer",
    "end_user_parent_name": "end_user_parent",
}
ASK_RENAMED = {value: key for key, value in RENAMED.items()}
PREFIXES = {
    "params": "param",
    "existing_licence": "licence",
    "requested_change": "change",
    "temporary": "temporary",
}
PARAMETERS = {  # as the fact sheets of such files spell them
    "UTS_MPa": "tensile_strength_MPa",
    "particle_um": "mean_particle_um",
    "purity_inorganic_basis_pct": "purity_inorganic_pct",
    "compaction_g_cm3": "compaction_density_220MPa_g_cm3",
    "capacity_mAh_g": "discharge_mAh_g_0_1C",
}
CITED = re.compile(r"\b([0-9]{1,3})/(20[0-9]{2})\b")
ANSWERS = re.compile(r"\bFAQ ([0-9]+)\b")
PARTLY = {(51, 2024)}  # cited everywhere; what of it is missing shows in the answer


@dataclass(frozen=True, slots=True)
class CaseResult:
    """``missing`` names law that is not in the lawbook yet; such a case is neither passed nor failed."""

    id: str
    expected: str
    got: str
    differences: tuple[str, ...]
    missing: tuple[str, ...]
    ignored: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.differences


def run_case(checker: Checker, case: Mapping[str, object]) -> CaseResult:
    """One case of the file; bad facts are a failure of the case, told as such."""
    expected = str(case["expected"])
    facts = case.get("facts")
    stated = translate(facts if isinstance(facts, Mapping) else {})
    known = date.fromisoformat(str(case["known"])) if "known" in case else checker.lawbook.as_of
    missing = [*missing_law(checker, case)]
    try:
        verdict = checker.check(stated, known)
    except (FactError, ReadingError) as error:
        return CaseResult(str(case["id"]), expected, "BAD_INPUT", (str(error),), tuple(missing), ())
    answer = verdict.of("dual_use")
    got = (
        str(procedure_answer(checker.time, verdict.line.facts, answer, known))
        if _is_procedure(case)
        else name_of(answer)
    )
    differences = tuple(_differences(case, verdict, got, checker.basis(verdict, "dual_use")))
    if differences:  # an answer that is right although a gap was met needs no excuse
        missing.extend(unwritten_law(answer))
    return CaseResult(str(case["id"]), expected, got, differences, tuple(dict.fromkeys(missing)), verdict.line.ignored)


def _is_procedure(case: Mapping[str, object]) -> bool:
    return case.get("question") == "procedure"


def name_of(answer: Determination) -> str:
    return answer.outcome.value if isinstance(answer.outcome, Open) else answer.outcome.name


def translate(facts: Mapping[str, object]) -> dict[str, object]:
    """A case's facts in the product's words."""
    stated: dict[str, object] = {}
    for key, value in facts.items():
        if key in PREFIXES and isinstance(value, Mapping):
            stated.update({f"{PREFIXES[key]}.{PARAMETERS.get(inner, inner)}": one for inner, one in value.items()})
        else:
            stated[RENAMED.get(key, key)] = value
    return stated


def missing_law(checker: Checker, case: Mapping[str, object]) -> Iterator[str]:
    """Instruments that the case's authority cites and the lawbook does not hold, or holds as a gap only."""
    held = {
        (int(one.id.rpartition("/")[2]), one.issued.year)
        for one in checker.lawbook.instruments
        if one.id.rpartition("/")[2].isdigit() and (one.entries or one.rules or one.acts)
    }
    held |= {(int(number), int(year)) for number, year in _party_notices(checker)}
    for number, year in CITED.findall(str(case.get("authority", ""))):
        if (int(number), int(year)) not in held | PARTLY:
            yield f"{number}/{year}"
    guidance = {one.id.rpartition("/")[2] for one in checker.lawbook.instruments if one.kind == "guidance"}
    for number in ANSWERS.findall(str(case.get("authority", ""))):
        if number not in guidance:
            yield f"Q&A {number}"
    codes = [*_texts(case.get("codes")), *_texts(case.get("candidate_codes"))]
    yield from (code for code in codes if code not in checker.lawbook.entries)


def unwritten_law(answer: Determination) -> Iterator[str]:
    """Gaps that the answer itself met: law that is known to exist and is not written down yet."""
    if not answer.covered:
        yield "law of that day"
    if answer.weighed is not None:
        yield from (norm.gap.at for norm, _ in answer.weighed.gaps)


def _party_notices(checker: Checker) -> Iterator[tuple[str, str]]:
    for one in checker.lawbook.instruments:
        year, _, number = one.id.rpartition("/")[2].partition("-")
        if one.kind == "listing" and year.isdigit() and number.isdigit():
            yield number, year


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _differences(case: Mapping[str, object], verdict: Verdict, got: str, basis: str) -> Iterator[str]:
    answer = verdict.of("dual_use")
    expected = str(case["expected"])
    if got != expected:
        yield f"expected {expected} got {got}"
    if "codes" in case and set(_texts(case["codes"])) != set(answer.codes):
        yield f"codes expected {_texts(case['codes'])} got {list(answer.codes)}"
    if "ask" in case and set(_texts(case["ask"])) != asked(answer):
        yield f"ask expected {_texts(case['ask'])} got {sorted(asked(answer))}"
    if "possible" in case and set(_texts(case["possible"])) != {one.name for one in answer.possible}:
        yield f"possible expected {_texts(case['possible'])} got {[one.name for one in answer.possible]}"
    if not set(_texts(case.get("candidate_codes"))) <= {*answer.candidate_codes, *answer.codes}:
        yield f"candidate_codes expected {case['candidate_codes']} got {list(answer.candidate_codes)}"
    if not set(_texts(case.get("warnings"))) <= set(verdict.warnings):
        yield f"warnings expected {case['warnings']} got {list(verdict.warnings)}"
    wanted = str(case.get("rests_on", "text"))
    if not _is_procedure(case) and wanted != basis:
        yield f"rests_on expected {wanted} got {basis}"
    yield from _other_regimes(case, verdict)


def _other_regimes(case: Mapping[str, object], verdict: Verdict) -> Iterator[str]:
    also = case.get("also")
    also_ask = case.get("also_ask")
    for answer in verdict.determinations:
        wanted = also.get(answer.regime) if isinstance(also, Mapping) else None
        if wanted is not None and wanted != name_of(answer):
            yield f"{answer.regime} expected {wanted} got {name_of(answer)}"
        ask = also_ask.get(answer.regime) if isinstance(also_ask, Mapping) else None
        if ask is not None and set(_texts(ask)) != asked(answer):
            yield f"{answer.regime} ask expected {ask} got {sorted(asked(answer))}"


def asked(answer: Determination) -> set[str]:
    """What is asked for, in the words of the case file."""
    return {_ask_name(fact) for fact in answer.ask}


def _ask_name(fact: str) -> str:
    head, dot, rest = fact.partition(".")
    back = {new: old for old, new in PREFIXES.items()}
    return ASK_RENAMED.get(head, back.get(head, head)) + dot + rest
