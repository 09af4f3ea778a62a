"""The explanation of a verdict as plain data: what was wanted, what was said, and which norms followed.

The same data is the proof (docs/proof.md): it names every norm in force that could bite, with the verdict on each of
its conditions, so that a reader who trusts only the lawbook and the facts can check the outcome.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from cocket.determination.basis import rests_on
from cocket.determination.determine import Determination, regime_law
from cocket.determination.facts import Facts, Known
from cocket.determination.flip import smallest_flips
from cocket.determination.heard import HeardFact
from cocket.determination.interpreter import Assumption, possible
from cocket.determination.logic import FALSE, TRUE, Truth, evaluate, evaluate_leaf, is_undecided, negated, shared
from cocket.determination.outcome import Open, Outcome
from cocket.determination.procedure import procedure_rules
from cocket.determination.read_facts import Line
from cocket.determination.regime_law import RegimeLaw, acts_on
from cocket.determination.weighing import Table, standing_of, truth_table
from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Leaf, Not, Party, leaves
from cocket.law.fold import Standing
from cocket.law.lawbook import Lawbook
from cocket.law.stale import looked_after_until
from cocket.law.view import LIVE, EntryNorm, GapNorm, LawInTime, RuleNorm, View

FORMAT = "cocket-proof/1"
NEARLY_SHOWN = 6
LICENCES_OPEN = {
    Outcome.LICENCE_REQUIRED: ("single", "general"),
    Outcome.LICENCE_REQUIRED_SINGLE_ONLY: ("single",),
    Outcome.CASE_BY_CASE: ("single",),
    Outcome.PRESUMPTIVE_DENIAL: ("single",),
    Outcome.CATCH_ALL_LICENCE: ("single",),
    Outcome.VOUCHER: ("voucher",),
}
Plain = dict[str, object]


def explain(time: LawInTime, line: Line, known: date, determinations: tuple[Determination, ...]) -> Plain:
    """Everything about one line: facts, one part per regime, and what was not considered."""
    lawbook = time.lawbook
    beside = sorted(lawbook.not_encoded) + [one.regime for one in determinations if not one.considered]
    return {
        "format": FORMAT,
        "law_digest": lawbook.digest,
        "date": line.on.isoformat() if line.on else None,
        "known": known.isoformat(),
        "said": {key: plain_said(value) for key, value in line.said.items()},
        "read": [plain_heard(one) for one in line.heard],
        "doubts": list(line.doubts),
        "facts": {fact: plain_known(known_value) for fact, known_value in sorted(line.facts.values.items())},
        "rest_hi": line.facts.rest_hi,
        "warnings": list(line.warnings),
        "regimes": [explain_regime(time, line.facts, known, one) for one in determinations],
        "law_checked_until": looked_after_until(lawbook).isoformat(),
        "not_considered": beside,
        "titles": {name: plain_title(lawbook, name) for name in beside},
        "partly_covered": {name: list(regime.partly) for name, regime in lawbook.regimes.items()},
    }


def plain_title(lawbook: Lawbook, name: str) -> Plain:
    """What a regime, or a body of law that is not in the lawbook, is called in both languages."""
    words = lawbook.not_encoded.get(name) or lawbook.regimes[name].title
    return {"en": words.en, "zh": words.zh}


def plain_heard(one: HeardFact) -> Plain:
    """A fact that was read, with its words, their place in the description, and what it did."""
    sure = "certain" if one.certain else "likely"
    told: Plain = {"fact": one.fact, "values": list(one.values), "sure": sure, "effect": one.effect}
    return told | {"words": one.words, "start": one.start, "end": one.end}


def explain_regime(time: LawInTime, facts: Facts, known: date, found: Determination) -> Plain:
    answer: Plain = {
        "regime": found.regime,
        "outcome": found.outcome.value if isinstance(found.outcome, Open) else found.outcome.name,
        "possible": [outcome.name for outcome in found.possible],
        "ask": list(found.ask),
        "codes": list(found.codes),
        "covered": found.covered,
        "considered": found.considered,
    }
    if found.on is None or not found.covered:
        return answer | {"candidate_codes": list(found.candidate_codes)}
    view = time.view(found.on, known)
    law = regime_law(view, found.regime)
    table = truth_table(law, facts)
    weighed = standing_of(law, facts, table)
    standing = {id(norm): truth for norm, truth in (*weighed.entries, *weighed.rules, *weighed.gaps)}
    flips = smallest_flips(law, facts, frozenset(found.possible))
    but_for = possible(law, weighed, Assumption(but_for_suspension=True))
    return answer | {
        "candidate_codes": list(found.candidate_codes),
        "licences_open": licences_open(found),
        "rests_on": rests_on(law, facts, found, table),
        "norms": [explain_norm(norm, facts, standing[id(norm)]) for norm in in_play(law, standing)],
        "suspended": list(found.suspended),
        "but_for_suspension": sorted((one.name for one in but_for), reverse=True) if found.suspended else [],
        "pending": list(found.pending),
        "not_in_force": list(not_in_force(view, facts, found.regime)),
        "nearly": list(islice(nearly(law, facts, table), NEARLY_SHOWN)),
        "flips": [
            {
                "changes": {fact: plain_known(value) for fact, value in flip.changes.items()},
                "possible": [outcome.name for outcome in sorted(flip.possible, reverse=True)],
            }
            for flip in flips.found
        ],
        "flips_exhausted": flips.exhausted,
        "past_checked_until": past_checked_until(found.on, known, law, standing),
        "procedure": [
            {
                "outcome": rule.outcome,
                "at": rule.at,
                "instrument": one.id,
                "text": {"zh": rule.says.zh, "en": rule.says.en},
            }
            for one, rule in procedure_rules(time, facts, found, known)
        ],
    }


def licences_open(found: Determination) -> list[str]:
    """Which licences the outcome leaves open (Decree 792 Arts. 15, 19, 26); none when nothing is needed or banned.

    The other regimes know one kind of licence each, which the name of the regime says.
    """
    if found.regime != "dual_use" or not isinstance(found.outcome, Outcome):
        return []
    return list(LICENCES_OPEN.get(found.outcome, ()))


def in_play(law: RegimeLaw, standing: dict[int, Truth]) -> Iterator[EntryNorm | RuleNorm | GapNorm]:
    norms: tuple[EntryNorm | RuleNorm | GapNorm, ...] = (*law.conditioned, *law.gaps)
    yield from (norm for norm in norms if id(norm) in standing)


def explain_norm(norm: EntryNorm | RuleNorm | GapNorm, facts: Facts, truth: Truth) -> Plain:
    """One norm with its citation, standing, and the verdict on each condition."""
    condition = norm.condition
    shown: Plain = {
        "norm": norm.name,
        "type": {EntryNorm: "entry", RuleNorm: "rule", GapNorm: "gap"}[type(norm)],
        **cite(norm),
        "standing": norm.status.standing.value,
        "because": list(norm.status.because),
        "from": norm.status.window.since.isoformat(),
        "verdict": verdict_of(truth),
        "conditions": explain_condition(condition, facts),
    }
    if isinstance(norm, RuleNorm):
        shown["effect"] = norm.rule.effect
    if isinstance(norm, EntryNorm):
        shown["readings"] = [
            {"name": one.name, "reading": one.act.reading, "at": one.act.at, "generally": one.act.generally}
            for one in norm.readings
            if one.act.when is not None and evaluate(one.act.when, facts) == TRUE
        ]
        if norm.entry.question:
            shown["question"] = {"zh": norm.entry.question.zh, "en": norm.entry.question.en}
    return shown


def cite(norm: EntryNorm | RuleNorm | GapNorm) -> Plain:
    part = norm.entry if isinstance(norm, EntryNorm) else norm.rule if isinstance(norm, RuleNorm) else norm.gap
    text = part.says if isinstance(norm, RuleNorm) else part.text  # type: ignore[union-attr]
    instrument = norm.instrument
    return {
        "instrument": instrument.id,
        "number": {"zh": instrument.number.zh, "en": instrument.number.en},
        "at": part.at,
        "text": {"zh": text.zh, "en": text.en},
        "source": instrument.sources[0] if instrument.sources else "",
    }


def explain_condition(condition: Condition, facts: Facts) -> Plain:
    """The condition as a tree; each leaf says what the law wants, what was said, and the verdict."""
    return _explained(condition, facts)[0]


def _explained(condition: Condition, facts: Facts) -> tuple[Plain, Truth]:
    """The tree with its truth, which the level above needs for its own."""
    match condition:
        case All(parts) | AnyOf(parts):
            shown = [_explained(part, facts) for part in parts]
            pick, word = (min, "all") if isinstance(condition, All) else (max, "any")
            neutral = TRUE if isinstance(condition, All) else FALSE
            low = pick((part[1][0] for part in shown), default=neutral[0])
            high = pick((part[1][1] for part in shown), default=neutral[1])
            truth = shared(low, high)
            return {word: [part[0] for part in shown], "verdict": verdict_of(truth)}, truth
        case Not(part):
            inner, opposite = _explained(part, facts)
            truth = negated(opposite)
            return {"not": inner, "verdict": verdict_of(truth)}, truth
        case _:
            truth = evaluate_leaf(condition, facts)
            return {**wanted(condition), "said": _said(condition, facts), "verdict": verdict_of(truth)}, truth


def wanted(leaf: Leaf) -> Plain:
    match leaf:
        case In(fact, values):
            return {"fact": fact, "one_of": sorted(values)}
        case Compare(fact, operator, threshold):
            return {"fact": fact, operator: threshold}
        case Doubt(question):
            return {"doubt": {"zh": question.zh, "en": question.en}}
        case Party():
            raise AssertionError("party conditions are bound to listings before they are explained")


def _said(leaf: Condition, facts: Facts) -> object:
    match leaf:
        case In(fact, _):
            return plain_known(facts.choice(fact))
        case Compare(fact, _, _):
            return plain_known(facts.number(fact))
        case _:
            return None


def verdict_of(truth: Truth) -> str:
    """``true``, ``open``, ``false``, or the two ends of what a missing fact leaves, as ``false..true``."""
    low, high = truth[0].name.lower(), truth[1].name.lower()
    return f"{low}..{high}" if is_undecided(truth) else low


def not_in_force(view: View, facts: Facts, regime: str) -> Iterator[Plain]:
    """Norms for these very goods that do not hold on the day: not yet, or no longer, and under no instrument at all."""
    live = {norm.name for norm in view.entries if norm.status.standing in LIVE}
    for norm in view.entries:
        status = norm.status
        if norm.instrument.regime != regime or norm.name in live or status.standing is Standing.UNKNOWN_YET:
            continue
        reaching = (rule.condition for rule in view.rules if acts_on(rule, norm) and rule.rule.effect != "remark")
        if evaluate(norm.condition, facts) == TRUE and any(evaluate(rule, facts) != FALSE for rule in reaching):
            lapsed = status.lapsed_on.isoformat() if status.lapsed_on else None
            shown = {
                "standing": status.standing.value,
                "from": status.window.since.isoformat(),
                "lapsed_on": lapsed,
            }
            yield {"norm": norm.name, **cite(norm), **shown, "because": list(status.because)}


def nearly(law: RegimeLaw, facts: Facts, table: Table) -> Iterator[Plain]:
    """Entries that fail by one fact only."""
    for norm in law.entries:
        if table[id(norm)] != FALSE:
            continue
        failing = {
            leaf.fact
            for leaf in leaves(norm.entry.controls)
            if isinstance(leaf, In | Compare) and leaf.fact != "control_code" and evaluate_leaf(leaf, facts) == FALSE
        }
        if len(failing) == 1:
            yield {"norm": norm.name, "fails_by": failing.pop()}


def past_checked_until(on: date, known: date, law: RegimeLaw, standing: dict[int, Truth]) -> list[str]:
    """Instruments in play whose later changes were not looked for up to the day asked."""
    names = {
        norm.instrument.id
        for norm in in_play(law, standing)
        if norm.instrument.checked_until < on and known > norm.instrument.checked_until
    }
    return sorted(names)


def plain_known(known: Known | None) -> object:
    if known is None:
        return None
    return sorted(known) if isinstance(known, frozenset) else [known.lo, known.hi]


def plain_said(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): plain_said(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain_said(one) for one in value]
    return value if isinstance(value, str | int | bool) or value is None else str(value)
