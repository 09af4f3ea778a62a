"""The smallest change of known facts that turns the answer round: from free to not free, or back.

The date is never changed. To free, some fact of every norm that bites must change, so the search branches on the facts
of the first one that still bites; to bind, the facts that keep one norm from holding must change. Every proposal is
confirmed by determining again, and sets of fewer facts are exhausted before larger ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from cocket.determination.domain import assign, element_fact, leaf_index, representatives
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import RegimeLaw, possible, weigh
from cocket.determination.logic import TRUE, evaluate
from cocket.determination.outcome import FREE, Outcomes
from cocket.law.condition import All, AnyOf, Compare, Condition, In, Not
from cocket.quantity.interval import PPB, Interval

LARGEST = 3
# Who a party is, and what the exporter merely claims, is no lever: changing it would be another deal, or a false word.
NO_LEVERS = ("control_code", "goods_listed", "exporter_told_of_use")
SHOWN = 3
ANYTHING = Interval(0, PPB)


@dataclass(frozen=True, slots=True)
class Flip:
    """Changes (fact -> what it would have to be) and the outcomes that would then be possible."""

    changes: Mapping[str, Known]
    possible: Outcomes


def smallest_flips(law: RegimeLaw, facts: Facts, outcomes: Outcomes) -> tuple[Flip, ...]:
    """Up to three changes of the smallest size; none for an open answer: there one asks."""
    if outcomes <= FREE:
        search = _bindings
    elif not outcomes & FREE:
        search = _freeings
    else:
        return ()
    for size in range(1, LARGEST + 1):
        found = tuple(islice(_distinct(search(law, facts, size)), SHOWN))
        if found:
            return found
    return ()


def _distinct(flips: Iterator[Flip]) -> Iterator[Flip]:
    """One proposal for each set of facts: the first value that works stands for the others."""
    seen: set[frozenset[str]] = set()
    for flip in flips:
        names = frozenset(flip.changes)
        if names not in seen:
            seen.add(names)
            yield flip


def _freeings(law: RegimeLaw, facts: Facts, size: int) -> Iterator[Flip]:
    yield from _free(law, facts, {}, size)


def _free(law: RegimeLaw, facts: Facts, changes: dict[str, Known], left: int) -> Iterator[Flip]:
    weighed = weigh(law, facts)
    outcomes = possible(law, weighed)
    if outcomes <= FREE:
        yield Flip(changes, outcomes)
        return
    if left == 0:
        return
    for fact in _facts_of_first_biting(law, facts):
        if fact not in changes:
            for value in _other_values(law, facts, fact):
                yield from _free(law, assign(facts, fact, value), {**changes, fact: value}, left - 1)


def _facts_of_first_biting(law: RegimeLaw, facts: Facts) -> list[str]:
    """The facts on which the first norm that still bites rests, goods first."""
    weighed = weigh(law, facts)
    for norm, _ in weighed.entries:
        rules = [rule.condition for rule in law.acting[norm.name]]
        return [fact for fact in leaf_index([norm.condition, *rules]) if is_lever(fact)]
    return [fact for fact in leaf_index(rule.condition for rule, _ in weighed.rules) if is_lever(fact)]


def is_lever(fact: str) -> bool:
    return fact not in NO_LEVERS and "@" not in fact


def _other_values(law: RegimeLaw, facts: Facts, fact: str) -> Iterator[Known]:
    said = _index(law)[fact]
    anything = facts.having({fact: ANYTHING}) if isinstance(said[0], Compare) else facts.without(fact)
    now = facts.number(fact) if isinstance(said[0], Compare) else facts.choice(fact)
    for value in representatives(fact, said, anything, law.view.lawbook.vocabulary):
        if value != now:
            yield value


def _index(law: RegimeLaw) -> dict[str, list[In | Compare]]:
    """Fact -> the leaves of the whole regime; kept with the law, since it never changes."""
    kept = law.__dict__.get("leaf_index")
    if kept is None:
        kept = law.__dict__["leaf_index"] = leaf_index(norm.condition for norm in law.conditioned)
    index: dict[str, list[In | Compare]] = kept
    return index


def _bindings(law: RegimeLaw, facts: Facts, size: int) -> Iterator[Flip]:
    for condition in _triggers(law):
        for missing in _unmet(condition, facts):
            if len(missing) <= size:
                yield from _bind(law, facts, condition, sorted(missing))


def _bind(law: RegimeLaw, facts: Facts, condition: Condition, missing: list[str]) -> Iterator[Flip]:
    for values in product(*(list(_other_values(law, facts, fact)) for fact in missing)):
        changed = facts
        for fact, value in zip(missing, values, strict=True):
            changed = assign(changed, fact, value)
        if evaluate(condition, changed) != TRUE:
            continue
        outcomes = possible(law, weigh(law, changed))
        if not outcomes & FREE:
            yield Flip(dict(zip(missing, values, strict=True)), outcomes)
            return


def _triggers(law: RegimeLaw) -> Iterator[Condition]:
    """What makes the regime bite: an entry with a rule that acts on it, or a rule on all trade."""
    for norm in law.entries:
        for rule in law.acting[norm.name]:
            yield All((norm.condition, rule.condition))
    for rule in law.rules:
        if rule.rule.on.kind == "trade":
            yield rule.condition


def _unmet(condition: Condition, facts: Facts) -> set[frozenset[str]]:
    """Sets of facts of which one would have to change altogether for the condition to hold; none if it cannot."""
    if evaluate(condition, facts) == TRUE:
        return {frozenset()}
    match condition:
        case In(fact, _) | Compare(fact, _, _):
            return {frozenset({element_fact(fact)})} if is_lever(fact) else set()
        case AnyOf(parts):
            return {option for part in parts for option in _unmet(part, facts)}
        case All(parts):
            options: set[frozenset[str]] = {frozenset()}
            for part in parts:
                step = _unmet(part, facts)
                options = {one | more for one in options for more in step if len(one | more) <= LARGEST}
            return options
        case Not(part):
            return {frozenset({fact}) for fact in leaf_index([part]) if is_lever(fact)}
        case _:
            return set()
