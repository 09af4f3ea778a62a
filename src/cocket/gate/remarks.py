"""The duty to say in the remarks column whether goods are controlled, and what a remark says.

The announcements want it of controlled goods, with the code, and of goods that only come close (closing paragraphs of
18/2025, 10/2025, 57/2025). What comes close is our practice: all conditions of an entry but one hold, and two at least.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from cocket.determination.determine import regime_law
from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, TRUE, Truth, evaluate, evaluate_leaf
from cocket.determination.regime_law import RegimeLaw, acts_on
from cocket.law.condition import Compare, In, leaves
from cocket.law.fold import Standing
from cocket.law.view import EntryNorm, LawInTime, RuleNorm

# A duty that may be suspended is followed until that is certain, as in determination.procedure.
BINDING: Final = (Standing.IN_FORCE, Standing.UNRESOLVED)
CLOSE_FROM: Final = 2
_DENIAL: Final = re.compile(
    r"不属于?[^，。；,;]{0,12}(?:两用|管制)|不受[^，。；,;]{0,6}管制|非管制|非两用|[未不][^，。；,;]{0,2}列入[^，。；,;]{0,6}管制"
    r"|\bnot (?:an? |any )?(?:export[ -])?controlled\b|\bnot (?:an? |any )?dual[ -]use\b"
    r"|\bnot (?:subject to|under) (?:any |an? )?(?:export )?controls?\b|\bnon[ -]?(?:controlled|dual[ -]use)\b",
    re.IGNORECASE,
)


def duty(time: LawInTime, facts: Facts, on: date, known: date, regime: str = "dual_use") -> tuple[str, ...]:
    """The rules, as ``instrument#rule``, that want a remark on these goods; none where nothing does."""
    view = time.view(on, known)
    if regime not in view.covered:
        return ()
    law = regime_law(view, regime)
    near = Near(law, facts)
    return tuple(
        rule.name
        for rule, entries in _watched(law)
        if evaluate(rule.condition, facts) != FALSE and any(near.is_near(norm, told) for norm, told in entries)
    )


Leaf = In | Compare
Told = tuple[tuple[Leaf, bool], ...]
"""What an entry looks at, and whether that tells anything."""
Watched = tuple[EntryNorm, Told]


def _watched(law: RegimeLaw) -> tuple[tuple[RuleNorm, tuple[Watched, ...]], ...]:
    """The rules on the remarks column, each with the entries that it names and what these look at; kept on the view."""
    kept: dict[str, tuple[tuple[RuleNorm, tuple[Watched, ...]], ...]] = law.view.__dict__.setdefault("remarked", {})
    if law.regime not in kept:
        # other remarks of the law are about reviews and notices; those on the remarks column are called so in it
        rules = (
            rule
            for rule in law.view.live_rules(law.regime)
            if rule.rule.effect == "remark" and rule.rule.id == "remark" and rule.status.standing in BINDING
        )
        kept[law.regime] = tuple((rule, _entries(law, rule)) for rule in rules)
    return kept[law.regime]


def _entries(law: RegimeLaw, rule: RuleNorm) -> tuple[Watched, ...]:
    """Without contents that tell nothing by themselves: dysprosium-iron looks for iron too, and steel is not close."""
    same: dict[Leaf, Leaf] = {}  # entries ask much the same of goods, which is then looked at once
    found = [
        (norm, [same.setdefault(leaf, leaf) for leaf in _leaves(norm)]) for norm in law.entries if acts_on(rule, norm)
    ]
    alone = ({leaf.fact for leaf in told} - {"kind"} for _, told in found)
    telling = frozenset().union(*(facts for facts in alone if len({_element(fact) for fact in facts}) == 1))
    return tuple((norm, tuple((leaf, _tells(leaf.fact, telling)) for leaf in told)) for norm, told in found)


def _element(fact: str) -> str:
    return fact.removeprefix("oxide.").removeprefix("content.")


def _tells(fact: str, telling: frozenset[str]) -> bool:
    return fact in telling or not fact.startswith(("content.", "oxide."))


def _leaves(norm: EntryNorm) -> tuple[Leaf, ...]:
    found = leaves(norm.entry.controls)
    return tuple(leaf for leaf in found if isinstance(leaf, Leaf) and leaf.fact != "control_code")


class Near:
    """Which entries some goods come close to."""

    def __init__(self, law: RegimeLaw, facts: Facts) -> None:
        self._law, self._facts = law, facts
        self._may_hold = frozenset(law.open_to(facts))
        self._seen: dict[int, Truth] = {}

    def is_near(self, norm: EntryNorm, told: Told) -> bool:
        """Whether the entry holds or may hold, or fails by one fact only."""
        if id(norm) in self._may_hold and self._law.truth_of[id(norm)](self._facts) != FALSE:
            return True
        failing, holding = set(), set()
        for leaf, tells in told:
            truth = self._seen.get(id(leaf))
            if truth is None:
                truth = self._seen[id(leaf)] = evaluate_leaf(leaf, self._facts)
            if truth == FALSE:
                failing.add(leaf.fact)
                if len(failing) > 1:
                    return False
            elif truth == TRUE and tells:
                holding.add(leaf.fact)
        return len(failing) == 1 and len(holding - failing) >= CLOSE_FROM


def says_not_controlled(remarks: str) -> bool:
    return bool(_DENIAL.search(" ".join(remarks.split())))


def names(remarks: str, code: str) -> bool:
    """Whether the very code stands there: 1C905.a is not named by 1C905.a.4."""
    return bool(re.search(rf"(?<![\w.]){re.escape(code)}(?!\w|\.\w)", remarks, re.ASCII))


def lacking(remarks: str, codes: tuple[str, ...], rules: tuple[str, ...]) -> Iterator[str]:
    """What the remark has to say and does not: codes, or that the goods are not controlled."""
    if not rules:
        return
    if codes:
        yield from (code for code in codes if not names(remarks, code))
        if says_not_controlled(remarks):
            yield "controlled"
    elif not says_not_controlled(remarks):
        yield "not_controlled"
