"""Small laws drawn at random and kept, and lines for them: doubts, suspensions, facts missing or known in part."""

import random
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from cocket.determination.facts import Facts, Known
from cocket.determination.regime_law import RegimeLaw
from cocket.law.view import LawInTime
from cocket.quantity.interval import PPB, Interval, exactly
from tests.law.small_lawbook import FIRST, HEAD, SmallLawbook

LAWS = 150
KINDS = ("magnet", "oxide", "motor", "ceramic")
ON, KNOWN = date(2025, 9, 1), date(2025, 12, 31)
SAYS = "says: {zh: 甲, en: so}"
DOUBT = '{doubt: "does the text say so?"}'
GOODS = (
    "{kind: [magnet]}",
    "{kind: [oxide, magnet]}",
    "{kind: [motor, ceramic]}",
    "{family: NdFeB}",
    "{family: SmCo}",
    "{contains: Dy}",
    "{contains: Tb}",
    "{contains_any: [Dy, Tb]}",
    "{main: Dy}",
    "{oxide_of: Tb}",
    '{content.Dy: {at_least: "1 %"}}',
    '{content.Tb: {above: "0.5 %", at_most: "30 %"}}',
    DOUBT,
)
UNWRITTEN = (*GOODS[:-1], "{substance: [tungsten_carbide]}", "{substance: [tungsten_oxide], kind: [oxide]}")
WINDOWS = ("", "", ', in_force: {from: "2025-04-04", until: "2025-06-30"}', ', in_force: {from: "2025-10-01"}')
LATER = "list: control_list\nbinds_abroad: {}\nlistings: [{{id: beta, name: {{zh: 乙, en: Beta}}}}]\n"
OTHER_GOODS = "  other_goods: {en: other goods, zh: 其他货物}\n  magnet:"
SUBSTANCES = """\
substances:
  tungsten_carbide: {en: tungsten carbide, zh: 碳化钨, formulas: ["WC"]}
  tungsten_oxide: {en: tungsten oxide, zh: 氧化钨, formulas: ["WO3"]}
"""
DEALS = (
    '{destination: ["US"]}',
    '{destination: {not: ["US"]}}',
    '{destination: {any_of: ["US"], doubtful: ["PR"], question: "is it meant?"}}',
    "{end_user_type: military}",
    "{end_use: military}",
    '{end_user_country: "US"}',
    "{party: {listed_in: control_list, roles: [importer, end_user]}}",
    DOUBT,
)
EFFECTS = ("prohibit", "deny", "case_by_case", "single_only", "voucher", "catch_all")
PAUSE = (
    "acts: [{{id: pause, do: suspend, target: ['cn/office/2025/1#r1'], during: {{from: '2025-07-01', until: {}}}}}]\n"
)
SAID = (
    'announced: [{id: longer, about: pause, would_change: {until: "2025-12-01"}, '
    'said_on: "2025-08-01", said_by: an office, source: an address}]\n'
)
SUSPENSIONS = ("", "", PAUSE.format("'2025-12-01'"), PAUSE.format("'2025-08-31'") + SAID)


def condition(chance: random.Random, parts: tuple[str, ...], depth: int = 2) -> str:
    shape = chance.choice(("leaf", "leaf", "all", "any", "not")) if depth else "leaf"
    if shape == "leaf":
        return chance.choice(parts)
    if shape == "not":
        return f"{{not: {condition(chance, tuple(part for part in parts if 'party' not in part), depth - 1)}}}"
    return f"{{{shape}: [{', '.join(condition(chance, parts, depth - 1) for _ in range(chance.choice((2, 2, 3))))}]}}"


def entry(chance: random.Random, number: int) -> str:
    open_kinds = chance.choice(("", "open_kinds: [motor], "))
    text = f'id: "1C90{number}", at: item, text: {{zh: 甲, en: so}}, {open_kinds}'
    return f"  - {{{text}controls: {condition(chance, GOODS)}}}\n"


def rule(chance: random.Random, number: int, effect: str) -> str:
    on = "{licence: any}" if effect == "voucher" else "{entries: own}"
    if effect == "prohibit":
        on = chance.choice((on, '{entries: ["1C900"]}', "{trade: any}"))
    when = condition(chance, DEALS) if number or chance.random() < 0.5 else "{movement: export}"
    more = ", instead_of: licence" if effect == "voucher" else ""
    return f"  - {{id: r{number}, at: item, {SAYS}, on: {on}, when: {when}, effect: {effect}{more}}}\n"


def gap(chance: random.Random, number: int) -> str:
    at, window = f'"1C90{chance.randint(0, 2)}"', chance.choice(WINDOWS)
    text = f"id: g{number}, at: {at}, text: {{zh: 甲, en: so}}, why: unread{window}"
    return f"  - {{{text}, when: {condition(chance, UNWRITTEN)}}}\n"


@cache
def law(number: int, *, unwritten: bool = False) -> RegimeLaw:
    """The law of ``in_time`` as it stands on one day."""
    return RegimeLaw(in_time(number, unwritten=unwritten).view(ON, KNOWN), "dual_use")


@cache
def in_time(number: int, *, unwritten: bool = False) -> LawInTime:
    """One to three entries, a licence, one to three further rules, perhaps a suspension with an unresolved end; with
    ``unwritten`` one to three gaps beside them, and a second party that is listed later."""
    chance = random.Random(number)
    entries = [entry(chance, one) for one in range(chance.randint(1, 3))]
    effects = ["licence", *(chance.choice(EFFECTS) for _ in range(chance.randint(1, 3)))]
    rules = [rule(chance, one, effect) for one, effect in enumerate(effects)]
    with TemporaryDirectory() as folder:
        small = SmallLawbook(Path(folder))
        small.files[FIRST] = HEAD + "entries:\n" + "".join(entries) + "rules:\n" + "".join(rules)
        small.add_instrument(2, "list: control_list\nlistings: [{id: acme, name: {zh: 甲, en: Acme}}]\n")
        small.add_instrument(3, chance.choice(SUSPENSIONS))
        if unwritten:
            small.add(SUBSTANCES, "vocabulary.yaml").replace("  magnet:", OTHER_GOODS, "vocabulary.yaml")
            small.add("gaps:\n" + "".join(gap(chance, one) for one in range(chance.randint(1, 3))))
            small.add_instrument(4, LATER.format(chance.choice(("true", "false"))), issued="2025-10-01")
        return LawInTime(small.read())


EXACT = [exactly(ppb) for ppb in (0, 50_000, 100_000, 20_000_000, 600_000_000)]
RANGES = [Interval(0, 99_999), Interval(0, 15_000_000), Interval(50_000, 20_000_000), Interval(20_000_000, PPB)]
SHARES: st.SearchStrategy[Known] = st.sampled_from([*EXACT, *RANGES])


def words(*values: str) -> st.SearchStrategy[Known]:
    """One of the values, or several of them: known in part."""
    return st.frozensets(st.sampled_from(values), min_size=1, max_size=max(1, len(values) - 1))


FACTS: dict[str, st.SearchStrategy[Known]] = {
    "kind": words(*KINDS),
    "family": words("NdFeB", "SmCo"),
    "content.Dy": SHARES,
    "content.Tb": SHARES,
    "destination": words("US", "PR", "DE"),
    "end_user_type": words("civil", "military"),
    "end_use": words("civil", "military"),
    "end_user@control_list": st.sampled_from([frozenset({"acme"}), frozenset({"none"}), frozenset({"acme", "none"})]),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One law and one line."""

    law: RegimeLaw
    facts: Facts

    def __repr__(self) -> str:
        norms = "\n".join(f"{norm.name} {norm.status.standing}: {norm.condition}" for norm in self.law.conditioned)
        return f"{norms}\nfacts {dict(self.facts.values)}"


def line(values: dict[str, Known], oxide: str) -> Facts:
    """Terbium may be stated as oxide, as something else, or in no form; and that there is no oxide, alone."""
    terbium = values.get("content.Tb")
    if oxide == "none":
        return Facts({**values, "oxide.Tb": exactly(0)})
    if terbium is None or oxide == "not stated":
        return Facts(values)
    return Facts({**values, "oxide.Tb": terbium})


LINES = st.builds(line, st.fixed_dictionaries({}, optional=FACTS), st.sampled_from(["not stated", "none", "all"]))
CASES = st.builds(Case, st.integers(0, LAWS - 1).map(law), LINES)


def with_silence(facts: Facts, rest_hi: int, *, named: bool) -> Facts:
    """Lines whose silence means something to unwritten law."""
    return Facts({**facts.values, "constituents_named": frozenset({"true"})} if named else facts.values, rest_hi)


SILENT_LINES = st.builds(with_silence, LINES, st.sampled_from([0, 20_000_000, PPB, PPB]), named=st.booleans())
NUMBERED_LINES = st.tuples(st.integers(0, LAWS - 1), SILENT_LINES)
UNWRITTEN_CASES = st.builds(
    Case, st.integers(0, LAWS - 1).map(lambda number: law(number, unwritten=True)), SILENT_LINES
)
