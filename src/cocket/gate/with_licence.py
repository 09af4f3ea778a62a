"""A line under a licence: what the law asks of it, and whether this licence gives that."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from cocket.check.checker import Verdict
from cocket.determination.determine import Determination
from cocket.determination.explanation import LICENCES_OPEN
from cocket.determination.facts import base_fact
from cocket.determination.logic import is_undecided, undecided_leaves
from cocket.determination.outcome import FREE, Outcome
from cocket.gate.answer import Answer, Challenge, Draw, EventKind, LineAnswer, Reason
from cocket.gate.challenge import MEASURED, challenges
from cocket.gate.compare import Difference, Goods, compare, limits, of_condition
from cocket.gate.declaration import Declaration, DeclaredLine
from cocket.gate.without_licence import answered, codes_of, doubts, remark_due
from cocket.law.fold import Standing
from cocket.licensing.licences.condition import AmountMax, ValueMax
from cocket.licensing.licences.licence import Licence, LicenceLine
from cocket.licensing.licences.reports import DueReport
from cocket.quantity.amount import Amount, Money
from cocket.reading.places import find_country

COUNTRIES: Final = ("destination", "end_user_country")
# An open answer among these alone leaves no doubt that a licence is due.
NEEDING: Final = frozenset(LICENCES_OPEN) - {Outcome.VOUCHER}


def with_licence(
    line: DeclaredLine, verdict: Verdict, duties: tuple[str, ...], licence: Licence, goods: Goods,
    overdue: tuple[DueReport, ...], *, ruled: bool,
) -> LineAnswer:  # fmt: skip
    """``goods`` is the line as `goods_of` gives it; amounts of several lines together are judged by `together`."""
    own = verdict.of(licence.regime)
    barred = barring(verdict, own, licence)
    missing = tuple(challenges(verdict))
    if not barred and own.is_open and not set(own.possible) <= NEEDING:
        # which code, and whether any, the comparison cannot know yet; what stands on the licence itself it can
        barred = _suspended(goods, licence)
        if not barred:
            return answered(line, verdict, Answer.HOLD, reasons=(Reason("open"),), challenges=missing)
        return answered(line, verdict, Answer.REFUSE, reasons=_once(barred))
    fit = compare(goods, licence, overdue)
    reasons = (*barred, *(_differs(one) for one in fit.differences if one.told))
    if reasons:
        return answered(line, verdict, Answer.REFUSE, reasons=_once(reasons))
    unsure = tuple(unsure_codes(own, verdict))
    held = [(Reason("open"), one) for one in missing] + [(Reason("code_unsure"), one) for one in unsure]
    held += [_untold(one) for one in fit.differences]
    held += [*doubts(verdict, ruled=ruled), *remark_due(line, goods.codes, duties)]
    draws = tuple(Draw(licence.number, one.id, goods.quantity, goods.value) for one in fit.lines)
    if not held:
        covered = Reason("covered", "licence", licence.number)
        return replace(answered(line, verdict, Answer.RELEASE, reasons=(covered,)), draws=draws)
    reasons = _once(tuple(reason for reason, _ in held))
    found = answered(line, verdict, Answer.HOLD, reasons=reasons, challenges=_merged(held))
    # which lines of a licence goods draw on is known when every code is
    return found if unsure else replace(found, draws=draws)


def unsure_codes(own: Determination, verdict: Verdict) -> Iterator[Challenge]:
    """What would tell whether the goods fall under further codes: a licence under one name is none under another.

    That a licence is due may be certain all the same, so that nothing else asks for it.
    """
    weighed = own.weighed.entries if own.weighed is not None else ()
    unsure = [
        (norm, truth)
        for norm, truth in weighed
        if norm.name in own.candidate_codes and norm.status.standing is not Standing.SUSPENDED
    ]
    facts = verdict.line.facts
    asks = dict.fromkeys(base_fact(leaf.fact) for norm, _ in unsure for leaf in undecided_leaves(norm.condition, facts))
    measured = tuple(fact for fact in asks if fact.startswith(MEASURED))
    shown = tuple(fact for fact in asks if not fact.startswith(MEASURED))
    doubted = tuple(f"{own.regime}: {norm.name}?" for norm, truth in unsure if not is_undecided(truth))
    if measured:
        yield Challenge(EventKind.LABORATORY, measured)
    if shown:
        yield Challenge(EventKind.PAPERS, shown)
    if doubted:
        yield Challenge(EventKind.CLASSIFICATION, doubted)


def goods_of(declaration: Declaration, line: DeclaredLine, verdict: Verdict, regime: str, day: date) -> Goods:
    """Countries by their codes, as the facts have them: a licence for JP is one for Japan, however it is written."""
    stated = {key: value for key, value in (declaration.parties | line.facts).items() if isinstance(value, str)}  # type: ignore[operator]
    stated |= {key: find_country(stated[key]) or stated[key] for key in COUNTRIES if stated.get(key)}
    return Goods(codes_of(verdict, regime), line.quantity, line.value, day, stated)


def barring(verdict: Verdict, own: Determination, licence: Licence) -> tuple[Reason, ...]:
    """What no licence of this kind opens: a ban, a licence of another regime, a general one where it must be single."""
    found = []
    for one in verdict.determinations:
        if one.outcome is Outcome.PROHIBITED:
            found.append(Reason("prohibited", expected=", ".join((one.regime, *one.rules))))
        elif one is not own and one.considered and min(one.possible) >= Outcome.CATCH_ALL_LICENCE:
            found.append(Reason("other_regime", "licence", licence.number, one.regime))
    if isinstance(own.outcome, Outcome) and own.outcome in NEEDING:
        kinds = LICENCES_OPEN[own.outcome]
        if licence.regime == "dual_use" and licence.kind.value not in kinds:
            found.append(Reason("mismatch", "licence_kind", licence.kind.value, ", ".join(kinds)))
    elif own.outcome in FREE:
        codes = ", ".join(dict.fromkeys(line.control_code or "none" for line in licence.lines))
        found.append(Reason("mismatch", "control_code", "none", codes))
    return tuple(found)


def _suspended(goods: Goods, licence: Licence) -> tuple[Reason, ...]:
    differing = compare(replace(goods, codes=()), licence).differences
    return tuple(_differs(one) for one in differing if one.told and one.field in ("licence", "exporter"))


def _differs(one: Difference) -> Reason:
    code = "licence_status" if one.field == "licence" else "mismatch"
    return Reason(code, one.field, one.declared, one.licensed)


def _untold(one: Difference) -> tuple[Reason, Challenge]:
    return Reason("untold", one.field, one.declared, one.licensed), Challenge(EventKind.PAPERS, (one.field,))


def _once(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))


def _merged(found: list[tuple[Reason, Challenge]]) -> tuple[Challenge, ...]:
    """One challenge for each kind of event."""
    asks: dict[EventKind, dict[str, None]] = {}
    for _, challenge in found:
        asks.setdefault(challenge.kind, {}).update(dict.fromkeys(challenge.asks))
    return tuple(Challenge(kind, tuple(some)) for kind, some in asks.items())


def together(answers: tuple[LineAnswer, ...], lines: Mapping[str, LicenceLine], day: date) -> tuple[LineAnswer, ...]:
    """The answers after all lines of the declaration on one line of a licence are summed: a shipment is one export."""
    found = list(answers)
    for drawn, sums in totals(answers).items():
        drawing = [place for place, one in enumerate(found) if any(draw.licence_line == drawn for draw in one.draws)]
        if len(drawing) < 2:
            continue
        reasons = _over(sums, lines[drawn], day)
        for place in drawing if reasons else ():
            found[place] = replace(found[place], answer=Answer.REFUSE, reasons=reasons, challenges=(), draws=())
    return tuple(found)


def _over(sums: tuple[Amount, Money] | None, line: LicenceLine, day: date) -> tuple[Reason, ...]:
    if sums is None:
        return (Reason("mixed", "currency"),)
    whole = Goods((), *sums, day)
    differing = [*limits(whole, line)]
    for condition in line.conditions:
        if isinstance(condition, ValueMax | AmountMax):
            differing += of_condition(whole, line, condition, ())
    return (*map(_differs, differing), Reason("together")) if differing else ()


def totals(answers: tuple[LineAnswer, ...]) -> dict[str, tuple[Amount, Money] | None]:
    """What each line of a licence gives in all; None where the values are in several currencies."""
    sums: dict[str, tuple[Amount, Money] | None] = {}
    for draw in (draw for one in answers for draw in one.draws):
        before = sums.get(draw.licence_line, (Amount(0, draw.quantity.unit), Money(0, draw.value.currency)))
        if before is None or before[1].currency != draw.value.currency:
            sums[draw.licence_line] = None
            continue
        quantity, value = before
        sums[draw.licence_line] = (
            Amount(quantity.number + draw.quantity.number, quantity.unit),
            Money(value.number + draw.value.number, value.currency),
        )
    return sums
