"""What an answer rests on: the text itself, an official answer that only speaks generally, or a practice of our own."""

from typing import Literal, TypeAlias

from cocket.determination.determine import Determination
from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, OPEN, TRUE, Truth, evaluate, is_undecided
from cocket.determination.outcome import FREE
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import Table, truth_table
from cocket.law.condition import Compare, leaves
from cocket.law.fold import Standing
from cocket.law.practice import TRACE_FLOOR_PPB
from cocket.law.readings import effective_condition
from cocket.law.view import EntryNorm
from cocket.quantity.interval import Interval

Basis: TypeAlias = Literal["text", "guidance", "practice"]
# Below this the trade holds that nothing is contained; no text says so (docs/law-format.md, practice on traces).
TRADE_FLOOR_PPB = 1_000_000
REEXPORT = frozenset({"reexport_abroad"})


def rests_on(law: RegimeLaw, facts: Facts, found: Determination, table: Table | None = None) -> Basis:
    """The weakest support of the answer: practice before guidance before text."""
    truths = truth_table(law, facts) if table is None else table
    acting = {id(rule) for rule in law.rules if truths[id(rule)] != FALSE}
    near = [norm for norm in law.entries if not acting.isdisjoint(law.acting_ids[norm.name])]
    if any(_by_practice(norm, facts, found) for norm in near) or _abroad(law, facts, found, truths):
        return "practice"
    guided = [norm for norm in near if _by_guidance(norm, facts, found, truths[id(norm)])]
    by_text = {id(norm) for norm in near}.difference(map(id, guided))
    named = {id(norm) for norm in near if norm.name in found.codes}
    if named and not found.is_open and found.outcome not in FREE:
        # what an answer leaves out of other entries does not carry an answer that these entries give
        return "text" if named & by_text else "guidance"
    if found.is_open and any(is_undecided(truths[norm]) for norm in by_text):
        guided = [norm for norm in guided if not is_undecided(truths[id(norm)])]  # the text alone leaves it as open
    return "guidance" if guided else "text"


def _by_guidance(norm: EntryNorm, facts: Facts, found: Determination, truth: Truth) -> bool:
    """Whether an official reading bears on these goods, or the goods lie between the readings that there are."""
    if not any(one.act.when is not None and evaluate(one.act.when, facts) == TRUE for one in norm.readings):
        return bool(norm.readings) and truth == OPEN
    alone = evaluate(effective_condition(norm.entry, ()), facts) == truth
    return not alone or (norm.name in found.codes and not _is_all_named(norm, facts))


def _is_all_named(norm: EntryNorm, facts: Facts) -> bool:
    """Whether the goods hold nothing but what the entry names; that further elements do no harm was answered."""
    named = {leaf.fact for leaf in leaves(norm.entry.controls) if isinstance(leaf, Compare)}
    contents = {fact: share for fact, share in facts.values.items() if fact.startswith("content.")}
    others = (share for fact, share in contents.items() if fact not in named)
    return facts.rest_hi == 0 and not any(share.hi for share in others if isinstance(share, Interval))


def _by_practice(norm: EntryNorm, facts: Facts, found: Determination) -> bool:
    named = norm.name in found.codes
    if named and norm.status.standing is Standing.SUSPENDED and _is_last_day(norm, found):
        return True
    if not named and norm.name not in found.candidate_codes:
        return False
    shares = [
        facts.number(leaf.fact)
        for leaf in leaves(norm.entry.controls)
        if isinstance(leaf, Compare) and leaf.threshold == TRACE_FLOOR_PPB
    ]
    return any(share is not None and _is_small(share) for share in shares)


def _is_small(share: Interval) -> bool:
    return share.lo > 0 and share.hi < TRADE_FLOOR_PPB


def _is_last_day(norm: EntryNorm, found: Determination) -> bool:
    """That the last day of a suspension lies inside it is our reading."""
    return found.on is not None and found.on in norm.status.ends


def _abroad(law: RegimeLaw, facts: Facts, found: Determination, truths: Table) -> bool:
    """That re-export in the law means leaving China again, and not a move from abroad, is our reading."""
    if facts.choice("movement") != REEXPORT or not set(found.possible) <= FREE:
        return False
    return any(norm.entry.is_code and truths[id(norm)] == TRUE for norm in law.entries)
