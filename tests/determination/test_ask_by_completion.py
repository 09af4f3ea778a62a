"""What is asked for is the set of facts that matter, found by completing every missing fact in every way."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.check.checker import Checker
from cocket.determination import ask
from cocket.determination.ask import Inquiry
from cocket.determination.domain import is_measured, leaf_index, waits
from cocket.determination.facts import Facts, Known
from cocket.determination.interpreter import possible, settled
from cocket.determination.outcome import settle
from cocket.determination.regime_law import RegimeLaw
from cocket.determination.weighing import weigh
from cocket.quantity.interval import Interval, exactly
from tests.determination.completion import MISSING_MAX, Completions
from tests.determination.random_law import CASES, Case


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The budget guards against cases far larger than these; here the search must run to its end."""
    monkeypatch.setattr(ask, "BUDGET", 10**9)


def asked(law: RegimeLaw, facts: Facts) -> frozenset[str]:
    weighed = weigh(law, facts)
    if len(settle(possible(law, weighed))) == 1 or settled(law, weighed):
        return frozenset()
    return frozenset(Inquiry(law, weighed, facts).essential())


def in_this_round(essential: frozenset[str]) -> frozenset[str]:
    """Of the facts that matter those that do not wait until it is known what the goods are."""
    kept = frozenset(fact for fact in essential if not waits(fact, essential))
    return kept or essential


@settings(max_examples=250)
@given(CASES)
def test_on_any_small_law(case: Case) -> None:
    completions = Completions(case.law, case.facts)
    if len(completions.missing) <= MISSING_MAX and completions.count <= 400:
        assert asked(case.law, case.facts) == completions.essential()


DAYS = {
    "2025-06-20": "2026-11-22",
    "2025-10-20": "2026-11-22",
    "2025-12-10": "2025-11-01",  # before the suspension was published
    "2026-03-01": "2026-11-22",
    "2026-11-20": "2026-11-22",
    "2027-02-01": "2026-11-22",
}
LISTS = ("control_list", "watch_list", "unreliable_entity_list")
MOVEMENTS = ("export", "export", "reexport_abroad", "foreign_made")
USES = ("civil", "military", "military_potential", "logic_14nm", "medical_emergency")
DROPPED = ("kind", "family", "destination", "end_user", "end_user_type", "end_use", "origin", "temporary")
MEASURED = 60_000_000  # sixty of its unit, whatever that is: above some limits and below others
SHARES_PPB = (0, 50_000, 100_000, 20_000_000, 600_000_000)


def lines(law: RegimeLaw) -> st.SearchStrategy[Facts]:
    """Lines with everything stated but up to four facts; two elements of the law may be in them."""
    vocabulary = law.view.lawbook.vocabulary
    spoken_of = leaf_index(norm.condition for norm in law.conditioned)
    named = sorted(fact for fact in spoken_of if fact.startswith("content."))
    measured = [fact for fact in spoken_of if is_measured(fact) and fact not in vocabulary.values]
    words = {
        "kind": sorted(vocabulary.exact("kind")),
        "family": sorted(vocabulary.exact("family")),
        "destination": ("DE", "US", "JP", "PR", "CN"),
        "end_user_type": ("civil", "military"),
        "end_use": USES,
        "origin": ("CN", "AU"),
        "movement": MOVEMENTS,
        "china_origin_technology": ("true", "false"),
        "equipment": ("other_equipment", "strip_caster"),
        "substance": ("other", "element", "tungsten_carbide"),
        "param.shape": ("powder", "block"),
        "param.graphite_kind": ("artificial", "natural_flake"),
        "technology_field": ("other_field", "magnet_making"),
    }
    stated = st.fixed_dictionaries({fact: st.sampled_from(some) for fact, some in words.items()})
    shares = st.dictionaries(st.sampled_from(named), st.sampled_from(SHARES_PPB), min_size=1, max_size=2)
    missing = st.lists(st.sampled_from([*DROPPED, "first", "second"]), min_size=1, max_size=MISSING_MAX, unique=True)
    ratio = st.sampled_from((0, 1_000_000))
    return st.builds(lambda *parts: line([*named, *measured], *parts), stated, shares, ratio, missing)


def line(named: list[str], stated: dict[str, str], shares: dict[str, int], ratio: int, missing: list[str]) -> Facts:
    values: dict[str, Known] = {fact: frozenset({value}) for fact, value in stated.items()}
    values |= {f"end_user@{name}": frozenset({"none"}) for name in LISTS}
    values |= {"china_origin_part1_value_ratio": exactly(ratio)}
    values |= {fact: exactly(MEASURED) for fact in named if is_measured(fact)}
    for fact in (one for one in named if not is_measured(one)):
        share = shares.get(fact, 0)
        values |= {fact: exactly(share), f"oxide.{fact.removeprefix('content.')}": Interval(0, share)}
    elements = dict(zip(("first", "second"), shares, strict=False))
    for fact in missing:
        if fact == "temporary":
            values["temporary.kind"] = frozenset({"exhibition_abroad"})
        dropped = elements.get(fact, fact)
        oxide = f"oxide.{dropped.removeprefix('content.')}"
        values = {one: known for one, known in values.items() if one.partition("@")[0] not in (dropped, oxide)}
    return Facts(values)


@pytest.mark.parametrize("day", DAYS)
def test_on_lines_of_the_lawbook(day: str, checker: Checker) -> None:
    law = RegimeLaw(checker.time.view(date.fromisoformat(day), date.fromisoformat(DAYS[day])), "dual_use")
    law.gaps = ()  # what is not written down has no conditions whose facts could be asked for
    tried: list[Facts] = []

    @settings(max_examples=120)
    @given(lines(law))
    def holds(facts: Facts) -> None:
        completions = Completions(law, facts)
        if completions.missing and len(completions.missing) <= MISSING_MAX and completions.count <= 300:
            found, essential = asked(law, facts), completions.essential()
            # goods of an open kind are asked for their kind alone, which must be one of the facts that matter
            assert found in (in_this_round(essential), frozenset({"kind"}) & essential)
            tried.append(facts)

    holds()
    assert len(tried) > 10
