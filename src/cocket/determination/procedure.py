"""The second question: what must happen to a licence that is held. Answered beside, never folded with, the first."""

from datetime import date

from cocket.determination.determine import Determination
from cocket.determination.facts import Facts
from cocket.determination.logic import TRUE, evaluate
from cocket.determination.outcome import FREE, Open, Procedure
from cocket.law.view import LawInTime

STRICTEST_FIRST = (Procedure.VIOLATION, Procedure.NEW_APPLICATION, Procedure.AMENDMENT)


def procedure_answer(time: LawInTime, facts: Facts, requirement: Determination, known: date) -> Procedure | Open:
    """What the procedure rules in force say; CONSULT when none of them speaks, or when no licence was needed."""
    if requirement.on is None or set(requirement.possible) <= FREE:
        return Open.CONSULT
    found = {
        Procedure(rule.outcome)
        for one in time.lawbook.instruments
        if one.regime == requirement.regime and one.known_from <= known and one.in_force.holds(requirement.on)
        for rule in one.procedure
        if evaluate(rule.when, facts) == TRUE
    }
    return next((answer for answer in STRICTEST_FIRST if answer in found), Open.CONSULT)
