"""The second question: what must happen to a licence that is held. Answered beside, never folded with, the first."""

from datetime import date

from cocket.determination.determine import Determination
from cocket.determination.facts import Facts
from cocket.determination.logic import TRUE, evaluate
from cocket.determination.outcome import FREE, Open, Procedure
from cocket.law.fold import Standing
from cocket.law.instrument import Instrument, ProcedureRule
from cocket.law.view import LawInTime

BINDING = (Standing.IN_FORCE, Standing.UNRESOLVED)  # what may have been suspended is followed until that is certain
STRICTEST_FIRST = (Procedure.VIOLATION, Procedure.NEW_APPLICATION, Procedure.AMENDMENT)


def procedure_rules(
    time: LawInTime, facts: Facts, requirement: Determination, known: date
) -> tuple[tuple[Instrument, ProcedureRule], ...]:
    """The procedure rules in force that speak of this licence; none where no licence was needed."""
    if requirement.on is None or set(requirement.possible) <= FREE:
        return ()
    return tuple(
        (one, rule)
        for one in time.lawbook.instruments
        if one.regime == requirement.regime
        for rule in one.procedure
        if time.fold.status(one, one.in_force, rule.id, requirement.on, known).standing in BINDING
        and evaluate(rule.when, facts) == TRUE
    )


def procedure_answer(time: LawInTime, facts: Facts, requirement: Determination, known: date) -> Procedure | Open:
    """The strictest of what the rules say; CONSULT when none of them speaks."""
    found = {Procedure(rule.outcome) for _, rule in procedure_rules(time, facts, requirement, known)}
    return next((answer for answer in STRICTEST_FIRST if answer in found), Open.CONSULT)
