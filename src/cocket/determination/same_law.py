"""Whether the law of two looks says the same of a line, found without answering it.

An answer, with all that it asks, rests on the norms that may hold for the facts and on unwritten law: a norm that fails
goes on failing however the missing facts turn out. Where both looks have the same such norms, standing alike, the
answer is the same. That takes a weighing; to find what to ask may take a thousand of them.
"""

from dataclasses import replace
from datetime import date

from cocket.determination.bearing import as_unnamed, unwritten
from cocket.determination.determine import not_covered, regime_law
from cocket.determination.facts import Facts
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import weigh
from cocket.law.view import LawInTime

At = tuple[LawInTime, date, date]
"""A lawbook, a day of export and a day of knowledge."""


def answers_alike(was: At, now: At, facts: Facts, regime: str) -> bool:
    """Whether one regime has the same answer for the facts at both looks for certain; False where only an answer
    would tell."""
    views = [time.view(on, known) for time, on, known in (was, now)]
    covered = [regime in view.covered for view in views]
    if all(covered):
        first, second = (regime_law(view, regime) for view in views)
        return says_the_same(first, second, facts)
    if any(covered):
        return False
    beyond = [not_covered(time, facts, regime, on, known) for time, on, known in (was, now)]
    return replace(beyond[0], on=None) == replace(beyond[1], on=None)


def says_the_same(was: RegimeLaw, now: RegimeLaw, facts: Facts) -> bool:
    """Whether the norms that may hold for the facts are the same, and so is unwritten law that may reach the goods.

    The search for what to ask also looks at goods of a kind that no norm names, though other kinds were told.
    """
    if was is now:
        return True
    both = facts, as_unnamed(facts)
    return all(weigh(was, one) == weigh(now, one) and unwritten(was, one) == unwritten(now, one) for one in both)
