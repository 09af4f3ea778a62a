"""What must hold for any law and any line, tried on small ones drawn at random."""

from hypothesis import given, settings

from cocket.determination.interpreter import Assumption, possible, settled
from cocket.determination.outcome import answer_class
from cocket.determination.weighing import weigh
from tests.determination.completion import Completions
from tests.determination.random_law import CASES, Case


@settings(max_examples=300)
@given(CASES)
def test_taking_a_fact_away_never_narrows_what_is_possible(case: Case) -> None:
    before = possible(case.law, weigh(case.law, case.facts))
    for fact in case.facts.values:
        less = case.facts.without(fact).without(fact.replace("content.", "oxide."))  # an element goes with its oxide
        assert before <= possible(case.law, weigh(case.law, less)), fact


@settings(max_examples=150)
@given(CASES)
def test_no_completion_falls_outside_what_is_possible(case: Case) -> None:
    completions = Completions(case.law, case.facts)
    if completions.count <= 300:
        assert completions.outcomes() <= possible(case.law, weigh(case.law, case.facts))


@settings(max_examples=150)
@given(CASES)
def test_a_settled_case_has_one_answer_in_every_completion(case: Case) -> None:
    weighed = weigh(case.law, case.facts)
    completions = Completions(case.law, case.facts)
    if settled(case.law, weighed) and completions.count <= 300:
        answer = answer_class(possible(case.law, weighed))
        assert {answer_class(possible(case.law, weigh(case.law, one))) for _, one in completions.all()} == {answer}


@settings(max_examples=100)
@given(CASES)
def test_an_assumption_only_ever_narrows(case: Case) -> None:
    weighed = weigh(case.law, case.facts)
    whole = possible(case.law, weighed)
    for assumption in (
        Assumption(unresolved=True),
        Assumption(unresolved=False),
        Assumption(open_text=True),
        Assumption(open_text=False),
    ):
        assert possible(case.law, weighed, assumption) <= whole
