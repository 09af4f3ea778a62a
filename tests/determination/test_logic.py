"""Truth as a pair of bounds, held against its definition: every completion of what is missing, decided one by one."""

from collections.abc import Iterator
from itertools import product

import pytest

from cocket.determination.facts import Facts
from cocket.determination.logic import (
    FALSE,
    OPEN,
    TRUE,
    UNKNOWN,
    Truth,
    Verity,
    compiled,
    evaluate,
    is_undecided,
    undecided_leaves,
)
from cocket.law.condition import ALWAYS, NEVER, All, AnyOf, Condition, Doubt, In, Not, leaves
from cocket.law.words import Words

YES, NO = frozenset({"yes"}), frozenset({"no"})
TRUTHS: tuple[Truth, ...] = tuple((low, high) for low, high in product(Verity, repeat=2) if low <= high)
DOUBT = Doubt(Words(zh="文本是否如此规定？", en="does the text say so?"))


def of_truth(truth: Truth, name: str) -> tuple[Condition, dict[str, frozenset[str]]]:
    """A condition on facts of its own that has the given truth, and what is known of these facts."""
    fact = In(name, YES)
    match truth:
        case (Verity.FALSE, Verity.FALSE):
            return fact, {name: NO}
        case (Verity.TRUE, Verity.TRUE):
            return fact, {name: YES}
        case (Verity.OPEN, Verity.OPEN):
            return DOUBT, {}
        case (Verity.FALSE, Verity.OPEN):
            return All((fact, DOUBT)), {}
        case (Verity.OPEN, Verity.TRUE):
            return AnyOf((fact, DOUBT)), {}
        case _:
            return fact, {}


@pytest.mark.parametrize("truth", TRUTHS)
def test_the_truths_of_these_tests_are_what_they_are_called(truth: Truth) -> None:
    condition, facts = of_truth(truth, "a")
    assert evaluate(condition, Facts(facts)) == truth


@pytest.mark.parametrize(("one", "other"), list(product(TRUTHS, repeat=2)))
def test_and_takes_the_lower_and_or_the_higher_of_both_ends(one: Truth, other: Truth) -> None:
    first, facts = of_truth(one, "a")
    second, more = of_truth(other, "b")
    both = Facts({**facts, **more})
    assert evaluate(All((first, second)), both) == (min(one[0], other[0]), min(one[1], other[1]))
    assert evaluate(AnyOf((first, second)), both) == (max(one[0], other[0]), max(one[1], other[1]))


@pytest.mark.parametrize("truth", TRUTHS)
def test_not_turns_the_pair_round(truth: Truth) -> None:
    condition, facts = of_truth(truth, "a")
    turned = evaluate(Not(condition), Facts(facts))
    assert turned == (Verity(2 - truth[1]), Verity(2 - truth[0]))
    assert evaluate(Not(Not(condition)), Facts(facts)) == truth


def test_all_of_nothing_holds_and_any_of_nothing_does_not() -> None:
    assert evaluate(ALWAYS, Facts({})) == TRUE
    assert evaluate(NEVER, Facts({})) == FALSE


def test_a_missing_fact_is_never_false() -> None:
    assert evaluate(In("end_use", frozenset({"military"})), Facts({})) == UNKNOWN
    assert evaluate(Not(In("end_use", frozenset({"military"}))), Facts({})) == UNKNOWN


def test_what_the_text_leaves_open_stays_open_whatever_the_facts() -> None:
    assert evaluate(DOUBT, Facts({})) == OPEN
    assert not is_undecided(OPEN)


A, B, C = (In(name, YES) for name in "abc")
KNOWN = {"yes": YES, "no": NO, "either": YES | NO, "missing": None}
SHAPES: tuple[Condition, ...] = (
    All((A, AnyOf((B, C)))),
    AnyOf((A, All((B, Not(C))))),
    Not(AnyOf((All((A, DOUBT)), Not(B), C))),
    All((AnyOf((A, DOUBT)), Not(All((B, AnyOf((C, DOUBT))))))),
    AnyOf((All((A, B, DOUBT)), All((Not(A), C)))),
    All((AnyOf((A, B)), AnyOf((Not(A), C)))),
    AnyOf((A, Not(A))),
)
READ_ONCE = SHAPES[:4]  # each fact stands in one place; there the bounds are exact


def states() -> Iterator[dict[str, frozenset[str]]]:
    for known in product(KNOWN.values(), repeat=3):
        yield {name: value for name, value in zip("abc", known, strict=True) if value is not None}


def completions(facts: dict[str, frozenset[str]]) -> Iterator[Facts]:
    for values in product(*(sorted(facts.get(name, YES | NO)) for name in "abc")):
        yield Facts({name: frozenset({value}) for name, value in zip("abc", values, strict=True)})


def decided(condition: Condition, facts: Facts) -> Verity:
    low, high = evaluate(condition, facts)
    assert low is high
    return low


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_the_bounds_hold_every_completion(shape: int) -> None:
    condition = SHAPES[shape]
    for facts in states():
        low, high = evaluate(condition, Facts(facts))
        found = [decided(condition, whole) for whole in completions(facts)]
        assert low <= min(found) and max(found) <= high
        if condition in READ_ONCE:
            assert (low, high) == (min(found), max(found))


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_the_compiled_condition_has_the_same_truth(shape: int) -> None:
    run = compiled(SHAPES[shape])
    for facts in states():
        assert run(Facts(facts)) == evaluate(SHAPES[shape], Facts(facts))


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_taking_a_fact_away_never_narrows_the_bounds(shape: int) -> None:
    for facts in states():
        low, high = evaluate(SHAPES[shape], Facts(facts))
        for name in facts:
            wider = evaluate(SHAPES[shape], Facts({one: value for one, value in facts.items() if one != name}))
            assert wider[0] <= low and high <= wider[1]


@pytest.mark.parametrize("shape", range(len(READ_ONCE)))
def test_the_leaves_of_an_undecided_condition_hold_every_missing_fact_that_matters(shape: int) -> None:
    condition = READ_ONCE[shape]
    for facts in states():
        if not is_undecided(evaluate(condition, Facts(facts))):
            continue
        named = {leaf.fact for leaf in undecided_leaves(condition, Facts(facts))}
        mattering = {name for name in "abc" if matters(condition, facts, name)}
        assert mattering <= named
        if DOUBT not in list(leaves(condition)):
            assert mattering == named


def matters(condition: Condition, facts: dict[str, frozenset[str]], name: str) -> bool:
    """Whether for some values of the others the value of this fact changes the truth."""
    others = {one: value for one, value in facts.items() if one != name}
    for whole in completions(others | {name: YES}):
        if not all(whole.choice(one) <= facts.get(one, YES | NO) for one in "abc" if one != name):
            continue
        values = sorted(facts.get(name, YES | NO))
        if len({decided(condition, whole.having({name: frozenset({value})})) for value in values}) > 1:
            return True
    return False


def test_every_leaf_of_a_condition_is_found() -> None:
    assert list(leaves(SHAPES[2])) == [A, DOUBT, B, C]
