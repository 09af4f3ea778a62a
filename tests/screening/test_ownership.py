"""Half or more, direct, indirect and together, on a day, with the chain that leads there."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.interval import PPB, Interval, exactly
from cocket.screening.ownership import HALF, UNKNOWN_SHARE, Stake, Threshold, held_by_listed

DAY = date(2026, 3, 2)
LISTED = frozenset({"Vorn", "Ketz"})


def stake(owner: str, owned: str, percent: str | None, since: date | None = None, until: date | None = None) -> Stake:
    share = UNKNOWN_SHARE if percent is None else exactly(int(Fraction(percent) * PPB / 100))
    return Stake(owner, owned, share, since, until)


def under(*stakes: Stake, on: date = DAY, threshold: Threshold = HALF) -> dict[str, bool]:
    return {firm: held.is_certain for firm, held in held_by_listed(stakes, LISTED, on, threshold).items()}


def test_half_is_enough_and_a_billionth_less_is_not() -> None:
    assert under(stake("Vorn", "A", "50")) == {"A": True}
    assert under(Stake("Vorn", "A", exactly(PPB // 2 - 1))) == {}


def test_shares_of_several_listed_parties_add_up() -> None:
    assert under(stake("Vorn", "A", "25"), stake("Ketz", "A", "25"), stake("Dorn", "A", "50")) == {"A": True}


def test_a_firm_held_by_half_passes_all_of_its_own_shares_on() -> None:
    found = under(stake("Vorn", "A", "50"), stake("A", "B", "50"), stake("B", "C", "40"), stake("Ketz", "C", "10"))
    assert found == {"A": True, "B": True, "C": True}


def test_a_firm_held_by_less_passes_nothing_on() -> None:
    assert under(stake("Vorn", "A", "49"), stake("A", "B", "100")) == {}


def test_the_path_leads_from_the_listed_party_to_the_firm() -> None:
    held = held_by_listed([stake("Vorn", "A", "60"), stake("A", "B", "70")], LISTED, DAY)["B"]
    assert [(one.owner, one.owned) for one in held.path] == [("Vorn", "A"), ("A", "B")]
    assert (held.share, held.stakes[0].owner) == (exactly(700_000_000), "A")


@pytest.mark.parametrize(("on", "found"), [(date(2026, 3, 1), {}), (DAY, {"A": True}), (date(2026, 3, 10), {})])
def test_only_stakes_of_the_day_count(on: date, found: dict[str, bool]) -> None:
    assert under(stake("Vorn", "A", "80", since=DAY, until=date(2026, 3, 9)), on=on) == found


def test_a_share_that_is_not_known_makes_it_possible_and_never_certain() -> None:
    assert under(stake("Vorn", "A", None)) == {"A": False}
    assert under(stake("Vorn", "A", None), stake("A", "B", "100")) == {"A": False, "B": False}
    assert under(stake("Vorn", "A", None), stake("Dorn", "A", "51")) == {}


def test_firms_that_own_each_other_end_and_prove_nothing() -> None:
    assert under(stake("A", "B", "100"), stake("B", "A", "100")) == {}
    assert under(stake("A", "B", "60"), stake("B", "A", "40"), stake("Vorn", "A", "50")) == {"A": True, "B": True}


def test_more_than_half_is_not_half() -> None:
    more = Threshold(above=True)
    assert under(stake("Vorn", "A", "50"), threshold=more) == {}
    assert under(stake("Vorn", "A", "50.1"), threshold=more) == {"A": True}


def test_where_each_listed_party_counts_by_itself_shares_do_not_add_up() -> None:
    apart = Threshold(together=False)
    assert under(stake("Vorn", "A", "30"), stake("Ketz", "A", "30"), threshold=apart) == {}
    own = (stake("Vorn", "B", "60"), stake("Vorn", "C", "60"), stake("B", "A", "30"), stake("C", "A", "20"))
    assert under(*own, threshold=apart) == {"B": True, "C": True, "A": True}


def test_a_range_of_shares_makes_a_range_that_leaves_the_others_what_they_are_known_to_hold() -> None:
    stakes = (Stake("Vorn", "A", Interval(PPB // 4, PPB // 2)), stake("Dorn", "A", "60"))
    assert under(*stakes) == {}
    held = held_by_listed(stakes[:1], LISTED, DAY)["A"]
    assert (held.share, held.is_certain) == (Interval(PPB // 4, PPB // 2), False)


@pytest.mark.parametrize("share", [-1, PPB + 1])
def test_an_impossible_share_is_refused(share: int) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        Stake("Vorn", "A", exactly(share))


STAKES = st.lists(
    st.builds(
        Stake, st.sampled_from(["Vorn", "A", "B", "C", "D"]), st.sampled_from("ABCD"),
        st.one_of(st.just(UNKNOWN_SHARE), st.integers(0, 10).map(lambda tenths: exactly(tenths * PPB // 10))),
    ),
    max_size=8,
    unique_by=lambda one: (one.owner, one.owned),
)  # fmt: skip


@given(STAKES, STAKES)
def test_learning_of_more_owners_that_are_listed_never_clears_a_firm(stakes: list[Stake], more: list[Stake]) -> None:
    known = {(one.owner, one.owned) for one in stakes}
    added = [one for one in more if one.owner == "Vorn" and (one.owner, one.owned) not in known]
    before = {firm for firm, certain in under(*stakes).items() if certain}
    assert before <= {firm for firm, certain in under(*stakes, *added).items() if certain}


@given(STAKES)
def test_certain_is_the_least_set_closed_under_the_rule(stakes: list[Stake]) -> None:
    found = {firm for firm, certain in under(*stakes).items() if certain} | LISTED
    reference = set(LISTED)
    for _ in range(6):
        for firm in "ABCD":
            shares = (one.share.lo for one in stakes if one.owned == firm != one.owner and one.owner in reference)
            if sum(shares) >= PPB // 2:
                reference.add(firm)
    assert found == reference
