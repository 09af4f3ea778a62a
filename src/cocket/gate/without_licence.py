"""A line without a licence: free as declared and rightly remarked, or held until something is shown, or refused."""

from collections.abc import Iterator
from typing import Final

from cocket.check.checker import Verdict
from cocket.check.files import answer_of, possible
from cocket.determination.outcome import FREE, Outcome
from cocket.gate.answer import Answer, Challenge, EventKind, LineAnswer, Reason
from cocket.gate.challenge import challenges
from cocket.gate.declaration import DeclaredLine
from cocket.gate.remarks import lacking

NEEDS_PAPER: Final = {Outcome.VOUCHER: "voucher", Outcome.NO_LICENCE_REPORT: "report"}
CONTRADICTIONS: Final = ("hs_mismatch", "several_goods")


def without_licence(line: DeclaredLine, verdict: Verdict, duties: tuple[str, ...], *, ruled: bool) -> LineAnswer:
    """``duties`` as `remarks.duty` gives them. ``ruled``: the authority said what the goods are."""
    codes = codes_of(verdict)
    barred = barring(verdict, codes)
    if barred is not None:
        return answered(line, verdict, Answer.REFUSE, reasons=(barred,))
    missing = tuple(challenges(verdict))
    if missing:
        return answered(line, verdict, Answer.HOLD, reasons=(Reason("open"),), challenges=missing)
    found = (*paper_due(line, verdict), *doubts(verdict, ruled=ruled), *remark_due(line, codes, duties))
    if found:
        reasons, shown = zip(*found, strict=True)
        return answered(line, verdict, Answer.HOLD, reasons=tuple(reasons), challenges=tuple(shown))
    if verdict.headline not in FREE and verdict.headline not in NEEDS_PAPER:
        # nothing of the above says why; whatever it is, it was not proven to be free
        return answered(line, verdict, Answer.REFUSE, reasons=(Reason("not_free"),))
    return answered(line, verdict, Answer.RELEASE, reasons=(Reason("ruled" if ruled else "free"),))


def barring(verdict: Verdict, codes: tuple[str, ...]) -> Reason | None:
    """Why the line cannot go without a licence whatever is shown; None where something might free it."""
    if verdict.headline is Outcome.PROHIBITED:
        return Reason("prohibited", expected=", ".join(codes))
    if min(possible(verdict)) >= Outcome.CATCH_ALL_LICENCE:
        needing = [one for one in verdict.determinations if one.considered and min(one.possible) > Outcome.VOUCHER]
        return Reason("no_licence", "licence", expected=", ".join([*codes, *(one.regime for one in needing)]))
    return None


Found = tuple[Reason, Challenge]


def paper_due(line: DeclaredLine, verdict: Verdict) -> Iterator[Found]:
    """A voucher or a report in the place of the licence (Decree 792 Art. 19), shown as a paper."""
    paper = NEEDS_PAPER.get(verdict.headline) if isinstance(verdict.headline, Outcome) else None
    if paper and not line.facts.get(paper):
        yield Reason("paper_due", expected=paper), Challenge(EventKind.PAPERS, (paper,))


def doubts(verdict: Verdict, *, ruled: bool) -> Iterator[Found]:
    """A declaration that contradicts itself is evidence for a challenge (Art. 21), though what it tells is free."""
    against = [one for one in verdict.warnings if one in CONTRADICTIONS or "contradict" in one]
    if against and not ruled:
        told = tuple(f"dual_use: {one}" for one in against)
        yield Reason("contradiction", declared=", ".join(against)), Challenge(EventKind.CLASSIFICATION, told)


def remark_due(line: DeclaredLine, codes: tuple[str, ...], duties: tuple[str, ...]) -> Iterator[Found]:
    wanted = tuple(lacking(line.remarks, codes, duties))
    if wanted:
        reason = Reason("remark", "remarks", line.remarks, ", ".join(duties))
        yield reason, Challenge(EventKind.REMARKS, wanted)


def codes_of(verdict: Verdict, regime: str = "dual_use") -> tuple[str, ...]:
    """The codes that hold for certain and whose control is not suspended."""
    one = verdict.of(regime)
    return tuple(code for code in one.codes if code not in one.suspended)


def answered(
    line: DeclaredLine,
    verdict: Verdict,
    answer: Answer,
    *,
    reasons: tuple[Reason, ...] = (),
    challenges: tuple[Challenge, ...] = (),
) -> LineAnswer:
    return LineAnswer(
        line=line.label,
        answer=answer,
        licence=line.licence,
        outcomes=tuple((one.regime, answer_of(one)) for one in verdict.determinations),
        codes=tuple(code for one in verdict.determinations for code in one.codes),
        reasons=reasons,
        challenges=challenges,
        warnings=verdict.warnings,
    )
