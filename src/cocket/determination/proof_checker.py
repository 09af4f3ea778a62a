"""Checks a proof (docs/proof.md) against a lawbook, from its facts alone and with none of the interpreter's code.

A finding names the one fact or norm that two sides can then argue about. What facts left out, conditions and norms
mean is restated here on purpose: an error of the interpreter must not repeat itself.
"""

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import msgspec

from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Not, leaves
from cocket.law.lawbook import Lawbook
from cocket.law.view import EntryNorm, GapNorm, LawInTime, RuleNorm, View
from cocket.law.vocabulary import fact_type

Plain: TypeAlias = dict[str, object]
Truth: TypeAlias = tuple[int, int]  # at least, at most: positions in VERDICTS
Outcomes: TypeAlias = frozenset[int]  # positions in OUTCOMES
VERDICTS, FALSE, OPEN, TRUE = ("false", "open", "true"), (0, 0), (1, 1), (2, 2)
OUTCOMES = (
    *("NOT_CONTROLLED", "NOT_REQUIRED_SUSPENDED", "NO_LICENCE_REPORT", "VOUCHER", "CATCH_ALL_LICENCE"),
    *("LICENCE_REQUIRED", "LICENCE_REQUIRED_SINGLE_ONLY", "CASE_BY_CASE", "PRESUMPTIVE_DENIAL", "PROHIBITED"),
)
NOTHING, LIFTED, LICENCE = frozenset({0}), frozenset({1}), frozenset({5})
GRANTS = {"licence": 5, "catch_all": 4, "prohibit": 9}
POLICIES = {"single_only": 6, "case_by_case": 7, "deny": 8}
EXEMPTIONS = {"voucher": 3, "report": 2}
COMPARISONS = {"above": operator.gt, "at_least": operator.ge, "below": operator.lt, "at_most": operator.le}
STANDS_FOR = {"importer": "end_user", "end_user_country": "destination"}
LEFT_OUT = {
    **{"movement": ["export"], "exporter_told_of_use": ["nothing"], "temporary.kind": ["none"]},
    **{"goods_listed": ["not_stated"], "control_code": ["not_stated"], "end_user_parent": ["none"]},
    **{"exported_without_licence": ["false"], "licence.issued_after_declaration": ["false"]},
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: ``where`` names the regime and the norm, fact or key; ``problem`` says what is wrong."""

    where: str
    problem: str


class RegimePart(msgspec.Struct, frozen=True):
    regime: str
    outcome: str
    possible: list[str]
    ask: list[str]
    codes: list[str]
    candidate_codes: list[str]
    covered: bool
    norms: list[Plain] = []


class Proof(msgspec.Struct, frozen=True):
    """The keys that carry the proof (the others explain and are not checked), and what facts left out mean."""

    format: str
    law_digest: str
    facts: Plain
    rest_hi: int
    regimes: list[RegimePart]
    on: date | None = msgspec.field(name="date", default=None)
    known: date | None = None

    def choice(self, fact: str) -> frozenset[str] | None:
        role, at, list_name = fact.partition("@")
        if fact not in self.facts and role in STANDS_FOR:
            return self.choice(STANDS_FOR[role] + at + list_name)
        known = self.facts.get(fact, LEFT_OUT.get(role))
        return frozenset(known) if isinstance(known, list) else None

    def number(self, fact: str) -> list[int] | None:
        head, _, element = fact.partition(".")
        if fact not in self.facts and head == "oxide":
            return [0, max(self.number(f"content.{element}") or [0])]
        known = self.facts.get(fact, {"content": [0, self.rest_hi], "licence": [0, 0]}.get(head))
        return known if isinstance(known, list) else None

    def judge(self, condition: Condition) -> tuple[Truth, Plain]:
        """How true the condition is, and how the proof must show it."""
        match condition:
            case All(parts) | AnyOf(parts):
                word, pick, alone = ("all", min, TRUE) if isinstance(condition, All) else ("any", max, FALSE)
                judged = [self.judge(part) for part in parts]
                lows, highs = zip(alone, *(truth for truth, _ in judged), strict=True)
                truth, shown = (pick(lows), pick(highs)), {word: [part for _, part in judged]}
            case Not(part):
                (low, high), inner = self.judge(part)
                truth, shown = (2 - high, 2 - low), {"not": inner}
            case In(fact, values):
                known = self.choice(fact)
                holds = {value in values for value in known} if known else {False, bool(values)}
                truth, shown = _span(holds), {"fact": fact, "one_of": sorted(values), "said": known and sorted(known)}
            case Compare(fact, comparison, threshold):
                ends = self.number(fact)
                holds = {COMPARISONS[comparison](end, threshold) for end in ends or ()} or {False, True}
                truth, shown = _span(holds), {"fact": fact, comparison: threshold, "said": ends}
            case Doubt(question):
                truth, shown = OPEN, {"doubt": question, "said": None}
        low, high = (VERDICTS[end] for end in truth)
        return truth, {**shown, "verdict": low if low == high else f"{low}..{high}"}


class Weighed(msgspec.Struct, frozen=True):
    """A norm that holds on the day, its truth, how a proof must show it, and the condition it rests on"""
    norm: EntryNorm | RuleNorm | GapNorm
    kind: str
    condition: Condition
    truth: Truth
    shown: Plain
