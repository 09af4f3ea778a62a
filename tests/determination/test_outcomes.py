"""Outcomes are an order of strictness; sets of them fold to the strictest of one from each."""

from itertools import combinations, product

from cocket.determination.outcome import FREE, NOTHING, Outcome, Outcomes, answer_class, fold, settle

SETS: list[Outcomes] = [frozenset(some) for size in (1, 2, 3) for some in combinations(Outcome, size)]


def test_a_fold_holds_the_strictest_of_every_pair() -> None:
    for first, second in product(SETS, repeat=2):
        assert fold(first, second) == {max(one, other) for one in first for other in second}


def test_a_wider_set_folds_to_a_wider_set() -> None:
    for first, second in product(SETS[:60], SETS[:60]):
        wider = first | {Outcome.NOT_CONTROLLED}
        assert fold(first, second) <= fold(wider, second)


def test_nothing_is_neutral() -> None:
    assert all(fold(one, NOTHING) == one for one in SETS)


def test_free_either_way_is_free() -> None:
    assert settle(FREE) == {Outcome.NOT_REQUIRED_SUSPENDED}
    assert all(settle(one) == one for one in SETS if not one <= FREE)


def test_only_free_outcomes_are_counted_as_one() -> None:
    for one, other in product(SETS, repeat=2):
        same = one - FREE == other - FREE and bool(one & FREE) == bool(other & FREE)
        assert (answer_class(one) == answer_class(other)) == same


def test_the_order_runs_from_free_to_forbidden() -> None:
    names = [outcome.name for outcome in sorted(Outcome)]
    assert names[:2] == ["NOT_CONTROLLED", "NOT_REQUIRED_SUSPENDED"] and names[-1] == "PROHIBITED"
    assert Outcome.VOUCHER < Outcome.LICENCE_REQUIRED < Outcome.PRESUMPTIVE_DENIAL
