"""Checks a proof (docs/proof.md) by its facts and the lawbook alone; a finding names one fact or norm to argue about.

It shares no code with what makes proofs: what facts left out, conditions and norms mean is restated on purpose.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from itertools import product
from operator import contains, ge, gt, le, lt
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from cocket.law.condition import All, AnyOf, Compare, Condition, In, Not, leaves
from cocket.law.lawbook import Lawbook
from cocket.law.view import EntryNorm, GapNorm, LawInTime, RuleNorm, View
from cocket.law.vocabulary import fact_type

Norm: TypeAlias = EntryNorm | RuleNorm | GapNorm
Outcomes: TypeAlias = frozenset[int]  # places in OUTCOMES, which run from free to strict
OUTCOMES = (
    *("NOT_CONTROLLED", "NOT_REQUIRED_SUSPENDED", "NO_LICENCE_REPORT", "VOUCHER", "CATCH_ALL_LICENCE"),
    *("LICENCE_REQUIRED", "LICENCE_REQUIRED_SINGLE_ONLY", "CASE_BY_CASE", "PRESUMPTIVE_DENIAL", "PROHIBITED"),
)
NOTHING, LIFTED, LICENCE, EXEMPTIONS = frozenset({0}), frozenset({1}), frozenset({5}), {"report": 2, "voucher": 3}
GRANTS, POLICIES = {"catch_all": 4, "licence": 5, "prohibit": 9}, {"single_only": 6, "case_by_case": 7, "deny": 8}
VERDICTS, FALSE, OPEN, TRUE = ("false", "open", "true"), (0, 0), (1, 1), (2, 2)  # a truth is (at least, at most)
TESTS: dict[str, Any] = {"one_of": contains, "above": lt, "at_least": le, "below": gt, "at_most": ge}  # the law first
STANDS_FOR, UNNAMED = {"importer": "end_user", "end_user_country": "destination"}, {"substance": ["not named"]}
LEFT_OUT: dict[str, list[Any]] = {"movement": ["export"], "exporter_told_of_use": ["nothing"]}
LEFT_OUT |= {"temporary.kind": ["none"], "end_user_parent": ["none"], "licence.exports_completed": [0, 0]}
LEFT_OUT |= {key: ["not_stated"] for key in ("goods_listed", "control_code", "customs_heading")}
LEFT_OUT |= {"exported_without_licence": ["false"], "licence.issued_after_declaration": ["false"]}
LEFT_OUT |= {"constituents_named": ["false"]}


class Finding(NamedTuple):
    where: str  # the regime and the norm, fact or key
    problem: str


class RegimePart(msgspec.Struct):
    regime: str
    outcome: str
    possible: list[str]
    ask: list[str]
    codes: list[str]
    candidate_codes: list[str]
    norms: list[dict[str, Any]] = []


class Proof(msgspec.Struct):
    format: Literal["cocket-proof/1"]
    law_digest: str
    on: date = msgspec.field(name="date")
    known: date
    facts: dict[str, list[Any]]
    rest_hi: int
    regimes: list[RegimePart]

    def can_say(self, fact: str) -> bool:
        kind, types = fact_type(fact.partition("@")[0]), [type(value) for value in self.facts[fact]]
        ordered = types == [int, int] and self.facts[fact] == sorted(self.facts[fact])
        return ordered if kind in ("share", "measure", "count") else kind is not None and set(types) == {str}

    def said(self, fact: str) -> list[Any] | None:
        """The possible values of a choice, or the lowest and the highest of a number; None if unknown."""
        role, at, list_name = fact.partition("@")
        if fact not in self.facts and role in STANDS_FOR:
            return self.said(STANDS_FOR[role] + at + list_name)
        if fact not in self.facts and fact.startswith(("content.", "oxide.")):
            return [0, self.facts.get(fact.replace("oxide.", "content."), [0, self.rest_hi])[1]]
        return self.facts.get(fact, LEFT_OUT.get(role))

    def judge(self, condition: Condition) -> tuple[tuple[int, int], dict[str, Any]]:
        """How true the condition is, and how a proof must show it."""
        ends, shown = [1], {"doubt": msgspec.to_builtins(getattr(condition, "question", None)), "said": None}
        match condition:
            case All(parts) | AnyOf(parts):
                word, pick, alone = ("all", min, TRUE) if isinstance(condition, All) else ("any", max, FALSE)
                judged = [self.judge(part) for part in parts]
                ends = [pick(end) for end in zip(alone, *(truth for truth, _ in judged), strict=True)]
                shown = {word: [inner for _, inner in judged]}
            case Not(part):
                truth, inner = self.judge(part)
                ends, shown = [2 - end for end in truth], {"not": inner}
            case In(fact, wanted) | Compare(fact, _, wanted):
                how, said = getattr(condition, "operator", "one_of"), self.said(fact)
                ends = [2 * TESTS[how](wanted, one) for one in said] if said else [0, 2 * (wanted != frozenset())]
                shown = {"fact": fact, how: sorted(wanted) if isinstance(wanted, frozenset) else wanted, "said": said}
        low, high = min(ends), max(ends)
        return (low, high), shown | {"verdict": "..".join(VERDICTS[end] for end in sorted({low, high}))}

    def weigh(self, norm: Norm) -> tuple[int, int]:
        """The truth of a norm. To a gap silence speaks, and goods said to be on no list are in nothing uncertain."""
        facts, gap = self, isinstance(norm, GapNorm)
        if gap:
            all_told = self.rest_hi <= 25_000_000 or self.said("kind") == ["other_goods"]
            rest_hi = 0 if all_told or "constituents_named" in self.facts else self.rest_hi
            facts = msgspec.structs.replace(self, rest_hi=rest_hi, facts=UNNAMED | self.facts)
        truth = facts.judge(norm.condition)[0]
        certain = isinstance(norm, RuleNorm) or truth == (OPEN if gap else TRUE)
        return truth if certain or self.said("goods_listed") != ["false"] else FALSE


class RegimeCheck:
    """One regime of a proof on its day; ``used`` are the norms, by id, that are not false and bear on the outcome."""

    def __init__(self, proof: Proof, part: RegimePart, view: View) -> None:
        live = (view.live_entries, view.live_rules, view.live_gaps) if part.regime in view.covered else ()
        self.proof, self.part, self.used = proof, part, set[int]()
        self.norms: list[Norm] = [norm for norms in live for norm in norms(part.regime)]
        self.truth = {id(norm): proof.weigh(norm) for norm in self.norms}
        self.alive = [norm for norm in self.norms if self.truth[id(norm)] != FALSE]
        self.possible = self.fold("unresolved") if live else NOTHING | LICENCE

    def fold(self, unresolved: str) -> Outcomes:
        """What the regime leaves possible if standings that the sources leave unresolved are read like this."""
        self.unresolved = unresolved
        possible = _fold(self.follow(norm) for norm in (None, *self.alive) if not isinstance(norm, RuleNorm))
        return frozenset({max(possible)}) if possible <= NOTHING | LIFTED else possible

    def bear(self, norm: Norm, bites: Outcomes, lifted: Outcomes, otherwise: Outcomes) -> Outcomes:
        """What a norm leaves possible by its standing and, if it is not sure, without it."""
        self.used.add(id(norm))
        standing = norm.status.standing.value.replace("unresolved", self.unresolved)
        stands = {"in_force": bites, "suspended": lifted}.get(standing, bites | lifted)
        return stands if self.truth[id(norm)] == TRUE else stands | otherwise

    def follow(self, target: EntryNorm | GapNorm | None, licence: RuleNorm | None = None) -> Outcomes:
        """What follows from an entry, a gap or (None) from trade itself, or what a licence for it comes to."""
        gap = isinstance(target, GapNorm)
        effects = POLICIES | EXEMPTIONS if licence else GRANTS | POLICIES if gap else GRANTS
        bites, lifted = (LICENCE, LIFTED) if licence or gap else (NOTHING, NOTHING)
        rules = [rule for rule in self.alive if isinstance(rule, RuleNorm) and _acts_on(rule, target, licence)]
        for effect, rule in ((effect, rule) for effect in effects for rule in rules if rule.rule.effect == effect):
            given = self.follow(target, rule) if effect == "licence" else frozenset({effects[effect]})
            if effect in EXEMPTIONS:
                bites = self.bear(rule, given, bites, bites)
            else:
                bites = _fold((bites, self.bear(rule, given, LIFTED if effect in GRANTS else NOTHING, NOTHING)))
            lifted = _fold((lifted, self.bear(rule, LIFTED, LIFTED, NOTHING))) if effect == "licence" else lifted
        return bites if licence or not target or bites == NOTHING else self.bear(target, bites, lifted, NOTHING)

    def compare(self, norm: Norm, shown: dict[str, Any]) -> list[Finding]:
        kind = type(norm).__name__.removesuffix("Norm").lower()
        law, part, status, tree = norm.instrument, getattr(norm, kind), norm.status, self.proof.judge(norm.condition)[1]
        wanted = msgspec.to_builtins(law.cite(part.at, part.says if kind == "rule" else part.text))
        wanted |= {"type": kind, "number": msgspec.to_builtins(law.number), "standing": status.standing.value}
        wanted |= {"because": list(status.because), "from": status.window.since.isoformat()}
        wanted |= {"conditions": tree, "verdict": tree["verdict"]} | ({"effect": part.effect} if kind == "rule" else {})
        return _differences(norm.name, {key: shown.get(key) for key in wanted}, wanted)

    def faults(self) -> Iterator[Finding]:
        part = self.part
        yield from self.faults_of_norms()
        entries = [norm for norm in self.norms if isinstance(norm, EntryNorm) and norm.entry.is_code]
        codes = {norm.name: self.truth[id(norm)] for norm in entries}
        wrong = [code for code in part.codes if codes.get(code) != TRUE]
        wrong += [code for code in part.candidate_codes if codes.get(code, FALSE) == FALSE]
        yield from (Finding(code, "is not a code of these goods") for code in wrong)
        left = [OUTCOMES[place] for place in sorted(self.possible, reverse=True)]
        versions = {frozenset(place * (place > 1) for place in self.fold(one)) for one in ("in_force", "suspended")}
        unsettled = "NEEDS_FACTS" if part.ask else "UNRESOLVED" if len(versions) > 1 else "CONSULT"
        if (part.outcome, part.possible) != (outcome := left[0] if len(left) == 1 else unsettled, left):
            stated = f"not {part.outcome} (possible: {', '.join(part.possible)})"
            yield Finding("outcome", f"must be {outcome} (possible: {', '.join(left)}), {stated}")
        undecided = [norm for norm in self.alive if id(norm) in self.used and self.truth[id(norm)] not in (OPEN, TRUE)]
        open_leaves = (leaf for norm in undecided for leaf in leaves(norm.condition) if isinstance(leaf, In | Compare))
        facts = [leaf.fact for leaf in open_leaves if len(left) > 1 and self.proof.judge(leaf)[0] == (0, 2)]
        facts += [STANDS_FOR.get(fact.partition("@")[0], fact) for fact in facts]
        names = [f"{fact}@".replace("oxide.", "content.").replace("content.", "composition.") for fact in facts]
        wrong = [ask for ask in part.ask if not any(name.startswith((f"{ask}@", f"{ask}.")) for name in names)]
        yield from (Finding(f"ask {ask}", "is known, or no undecided norm turns on it") for ask in wrong)

    def faults_of_norms(self) -> Iterator[Finding]:
        listed = set[int]()
        for shown in self.part.norms:  # a rule on listed parties stands once for each of their standings: the nearest
            tried = {id(norm): self.compare(norm, shown) for norm in self.norms if norm.name == shown.get("norm")}
            nearest = min(tried, key=lambda one: len(tried[one]), default=0)
            listed.add(nearest)
            yield from tried.get(nearest, [Finding(str(shown.get("norm")), "does not hold on that day")])
        left_out = [norm.name for norm in self.norms if id(norm) in self.used - listed]
        yield from (Finding(name, "bears on the outcome and is not listed") for name in left_out)


def check_proof(proof: Mapping[str, object], lawbook: Lawbook) -> tuple[Finding, ...]:
    """Every fault of the proof; none means that it holds under this lawbook."""
    try:
        read = msgspec.json.decode(msgspec.json.encode(proof, enc_hook=dict), type=Proof)
    except (TypeError, ValueError, RecursionError, OverflowError) as error:
        problem, _, where = str(error).partition(" - at ")
        return (Finding(where.strip("`$.") or "proof", f"{problem}; as it stands it proves nothing"),)
    if read.law_digest != lawbook.digest:
        return (Finding("law_digest", f"made under law {read.law_digest}; this lawbook is {lawbook.digest}"),)
    faults = [Finding(f"facts {fact}", "is no such fact or value") for fact in read.facts if not read.can_say(fact)]
    if sorted(part.regime for part in read.regimes) != sorted(lawbook.regimes):
        faults.append(Finding("regimes", f"must be {', '.join(lawbook.regimes)}, each once"))
    view = LawInTime(lawbook).view(read.on, read.known)
    for part in read.regimes if not faults else ():
        faults += [Finding(f"{part.regime} {where}", what) for where, what in RegimeCheck(read, part, view).faults()]
    return tuple(dict.fromkeys(faults))


def _fold(sets: Iterable[Outcomes]) -> Outcomes:
    return reduce(lambda first, second: frozenset(map(max, product(first, second))), sets)


def _acts_on(rule: RuleNorm, target: EntryNorm | GapNorm | None, licence: RuleNorm | None) -> bool:
    on = rule.rule.on
    if on.kind == "licence" and licence:
        own, named = licence.instrument.id == rule.instrument.id, licence.rule.id in on.names
        return own and named if on.names else all(entry.is_code for entry in licence.instrument.entries)
    if isinstance(target, GapNorm):
        return on.kind == "listed" or (on.kind == "entries" and any(name in target.gap.at for name in on.names))
    if target:
        own, is_code = target.instrument.id == rule.instrument.id, target.entry.is_code
        named = any(f"{target.name}.".startswith(f"{name}.") for name in on.names)
        return {"own_entries": own, "listed": is_code, "entries": (own or is_code) and named}.get(on.kind, False)
    return on.kind == "trade"


def _differences(where: str, shown: object, wanted: object, key: str = "norm") -> list[Finding]:
    """Where a proof departs from the law; a verdict is blamed only if nothing below it is wrong."""
    if isinstance(wanted, dict) and isinstance(shown, dict) and shown.keys() == wanted.keys():
        where = f"{where} {wanted['fact']}" if "fact" in wanted else where
        below = [one for key in wanted if key != "verdict" for one in _differences(where, shown[key], wanted[key], key)]
        return below or _differences(where, shown.get("verdict"), wanted.get("verdict"), "verdict")
    if key in ("all", "any") and isinstance(wanted, list) and isinstance(shown, list) and len(wanted) == len(shown):
        return [one for pair in zip(shown, wanted, strict=True) for one in _differences(where, *pair)]
    return [Finding(where, f"{key} must be {wanted}, not {shown}")] if shown != wanted else []
