"""How far each norm of a regime holds for the facts: the first half of the interpreter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from cocket.determination.facts import Facts, Known
from cocket.determination.logic import FALSE, TRUE, Truth, is_undecided
from cocket.determination.regime_law import RegimeLaw, acts_on_gap, is_idle
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

STATED_UNLISTED = frozenset({"false"})
UNNAMED_KIND = frozenset({"other_goods"})  # goods stated to be of no kind that the law names
UNNAMED_SUBSTANCE: Mapping[str, Known] = {"substance": frozenset({"not named"})}
NEXT_TO_NOTHING_PPB = 25_000_000  # figures of 99 % in all, and a point and a half for rounding
Norm = TypeVar("Norm")
Table: TypeAlias = dict[int, Truth]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Norms that may hold (not FALSE), with their truth; those that are FALSE can never hold with more facts."""

    entries: tuple[tuple[EntryNorm, Truth], ...]
    rules: tuple[tuple[RuleNorm, Truth], ...]
    gaps: tuple[tuple[GapNorm, Truth], ...]

    @property
    def conditioned(self) -> tuple[tuple[EntryNorm | RuleNorm, Truth], ...]:
        """Entries and rules: the norms that a missing fact can leave undecided; a suspended modifier is none."""
        return (*self.entries, *(pair for pair in self.rules if not is_idle(pair[0])))


def weigh(law: RegimeLaw, facts: Facts) -> Weighed:
    """The norms that can still matter, with their truth."""
    return standing_of(law, facts, truth_table(law, facts))


def truth_table(law: RegimeLaw, facts: Facts) -> Table:
    """Entry or rule (by id) -> its truth."""
    truth_of = law.truth_of
    return law.none_holds | {norm: truth_of[norm](facts) for norm in law.open_to(facts)}


def table_after(law: RegimeLaw, facts: Facts, before: Table, changed: str) -> Table:
    """The table after one fact changed: only the norms that speak of it are weighed anew."""
    return before | {norm: law.truth_of[norm](facts) for norm in law.speaking_of.get(changed, ())}


def standing_of(law: RegimeLaw, facts: Facts, table: Table) -> Weighed:
    """The norms that are not FALSE and that have something to act on."""
    ruling = _standing((norm, table[id(norm)]) for norm in law.rules)
    acting = {id(rule) for rule, _ in ruling}
    holding = [norm for norm in law.entries if table[id(norm)] is not FALSE]  # most fail, and cheaply so
    reached = (norm for norm in holding if not acting.isdisjoint(law.acting_ids[norm.name]))
    listing = _standing((norm, entry_truth(table[id(norm)], facts)) for norm in reached)
    gaps = _standing((norm, gap_truth(law, norm, facts)) for norm in law.gaps)
    return assembled(law, ruling, listing, gaps)


def assembled(
    law: RegimeLaw,
    ruling: tuple[tuple[RuleNorm, Truth], ...],
    listing: tuple[tuple[EntryNorm, Truth], ...],
    gaps: tuple[tuple[GapNorm, Truth], ...],
) -> Weighed:
    """Norms that are not FALSE, without the rules that have nothing to act on."""
    return Weighed(listing, _with_object(law, ruling, listing, gaps), gaps)


def _standing(pairs: Iterable[tuple[Norm, Truth]]) -> tuple[tuple[Norm, Truth], ...]:
    return tuple(pair for pair in pairs if pair[1] != FALSE)


def _with_object(
    law: RegimeLaw,
    ruling: tuple[tuple[RuleNorm, Truth], ...],
    listing: tuple[tuple[EntryNorm, Truth], ...],
    gaps: tuple[tuple[GapNorm, Truth], ...],
) -> tuple[tuple[RuleNorm, Truth], ...]:
    """Rules that have something to act on: an entry, a gap or a licence that may stand, or trade of any kind."""
    reached = {id(rule) for norm, _ in listing for rule in law.acting[norm.name]}
    reached.update(id(rule) for gap, _ in gaps for rule, _ in ruling if acts_on_gap(rule, gap))
    for rule, _ in ruling:
        if id(rule) in reached and rule.rule.effect == "licence":
            reached.update(id(modifier) for modifier in law.modifying[rule.name])
    return tuple(pair for pair in ruling if id(pair[0]) in reached or pair[0].rule.on.kind == "trade")


def entry_truth(truth: Truth, facts: Facts) -> Truth:
    """Goods stated to be on no list leave only entries that the stated facts fulfil."""
    stated_unlisted = truth != TRUE and facts.choice("goods_listed") == STATED_UNLISTED
    return FALSE if stated_unlisted else truth


def gap_truth(law: RegimeLaw, norm: GapNorm, facts: Facts) -> Truth:
    """Whether the goods may be what unwritten law means: open at best, since the lawbook cannot decide it."""
    truth = law.gap_truth_of[id(norm)](as_told(facts))
    stated_unlisted = is_undecided(truth) and facts.choice("goods_listed") == STATED_UNLISTED
    return FALSE if stated_unlisted else truth


def as_told(facts: Facts) -> Facts:
    """The facts as unwritten law sees them, where silence has to mean something (docs/law-format.md, gaps).

    Goods are not of a substance whose name nobody gave. Goods whose constituents are named, whose figures leave next to
    nothing open, or which are of no kind that the law names hold only the elements that were told.
    """
    told = "constituents_named" in facts.values or facts.rest_hi <= NEXT_TO_NOTHING_PPB
    rest_hi = 0 if told or facts.choice("kind") == UNNAMED_KIND else facts.rest_hi
    return Facts({**UNNAMED_SUBSTANCE, **facts.values}, rest_hi)
