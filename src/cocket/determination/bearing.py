"""What of the law of one day bears on a line: days on which that is equal have one and the same answer.

An answer, with what it asks, rests on the norms that may hold for the facts: a norm that fails goes on failing however
the missing facts turn out. Two things bear on it besides. Facts told later may point to unwritten law that nothing
points to now, and the search for what to ask weighs goods of a kind that no norm names, though other kinds were told.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeGuard

from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, Truth, is_undecided
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import UNNAMED_KIND, weigh
from cocket.law.condition import In, Leaf, leaves
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

Norm: TypeAlias = EntryNorm | RuleNorm | GapNorm
Place: TypeAlias = tuple[str, str, tuple[Leaf | str, ...], int]
"""A rule by name, standing and shape, and the number of one of its leaves."""


def bearing(law: RegimeLaw, facts: Facts) -> tuple[object, ...]:
    """What bears on the facts, to be compared with that of another day of the same lawbook and day of knowledge."""
    unnamed = as_unnamed(facts)
    return tuple(part for one in (facts, unnamed) for part in (_standing_towards(law, one), _reaching(law, one)))


def as_unnamed(facts: Facts) -> Facts:
    """The same line of goods of a kind that no norm names."""
    return Facts({**facts.values, "kind": UNNAMED_KIND}, facts.rest_hi)


def unwritten(law: RegimeLaw, facts: Facts) -> tuple[GapNorm, ...]:
    """The unwritten law that the goods may come to be meant by.

    To unwritten law silence means something (``as_told``), and it may be broken: weighed here is what was told alone,
    so that what fails now fails for whatever more is told.
    """
    return tuple(norm for norm in law.gaps if law.gap_truth_of[id(norm)](facts) != FALSE)


def _reaching(law: RegimeLaw, facts: Facts) -> frozenset[object]:
    return frozenset((norm.name, norm.status.standing) for norm in unwritten(law, facts))


def _standing_towards(law: RegimeLaw, facts: Facts) -> tuple[object, object]:
    """The norms that can matter, each as it stands, and how they tell parties apart.

    The text of a norm is the same on all days; only the parties that a rule means change with the listings.
    """
    weighed = weigh(law, facts)
    norms: tuple[tuple[Norm, Truth], ...] = (*weighed.entries, *weighed.rules, *weighed.gaps)
    standing = frozenset((norm.instrument.id, norm.name, norm.status.standing, truth) for norm, truth in norms)
    return standing, _groups((norm for norm, truth in weighed.rules if is_undecided(truth)), facts)


def _groups(rules: Iterable[RuleNorm], facts: Facts) -> frozenset[object]:
    """Of each party fact the groups of listed parties that no rule tells apart.

    Who is in a group does not count where nothing is known of the party, for it may be anybody of them; where something
    is known, those count that it may be.
    """
    named: dict[tuple[str, str], set[Place]] = {}
    for rule in rules:
        for number, leaf in _party_leaves(rule):
            known = facts.choice(leaf.fact)
            for token in leaf.values if known is None else leaf.values & known:
                named.setdefault((leaf.fact, token), set()).add((rule.name, rule.status.standing, _shape(rule), number))
    return frozenset(
        (fact, token if facts.choice(fact) is not None else "", frozenset(places))
        for (fact, token), places in named.items()
    )


def _shape(rule: RuleNorm) -> tuple[Leaf | str, ...]:
    """What the rule wants but for whom it means: a party whose name is doubtful brings a doubt with it."""
    return tuple(leaf.fact if _is_of_party(leaf) else leaf for leaf in leaves(rule.condition))


def _is_of_party(leaf: Leaf) -> TypeGuard[In]:
    return isinstance(leaf, In) and "@" in leaf.fact


def _party_leaves(rule: RuleNorm) -> Iterator[tuple[int, In]]:
    for number, leaf in enumerate(leaves(rule.condition)):
        if _is_of_party(leaf):
            yield number, leaf
