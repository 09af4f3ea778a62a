"""Shares out of a file: per cent, ranges and unknown ones; what contradicts itself is refused whole."""

from datetime import date

import pytest

from cocket.check.shares_file import read_stakes
from cocket.quantity.interval import PPB, Interval, exactly
from cocket.screening.lists.errors import ListError
from cocket.screening.ownership import UNKNOWN_SHARE, Stake

HEAD = "owner,owned,share,from,until\n"


def read(*rows: str) -> tuple[Stake, ...]:
    return read_stakes((HEAD + "\n".join(rows) + "\n").encode(), "shares.csv")


@pytest.mark.parametrize(
    ("share", "read_as"),
    [
        ("60", exactly(PPB * 6 // 10)),
        ("33.34 %", exactly(333_400_000)),
        ("25-50", Interval(PPB // 4, PPB // 2)),
        (">25", Interval(PPB // 4 + 1, PPB)),
        ("unknown", UNKNOWN_SHARE),
        ("", UNKNOWN_SHARE),
        ("未知", UNKNOWN_SHARE),
    ],
)
def test_a_share_is_read_as_per_cent_as_a_range_or_as_unknown(share: str, read_as: Interval) -> None:
    assert read(f"Vorn,A,{share},,")[0].share == read_as


def test_the_days_are_inclusive_and_may_be_left_out() -> None:
    (one, other) = read("Vorn,A,60,2024-01-01,2024-12-31", "Ketz,B,1,,")
    assert (one.since, one.until) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (other.since, other.until) == (None, None)


def test_a_name_written_in_two_ways_is_one_party() -> None:
    assert {stake.owned for stake in read("Vorn,Alder Pumps GmbH,10,,", "Ketz,ALDER PUMPS G.m.b.H.,10,,")} == {
        "Alder Pumps GmbH"
    }


def test_shares_that_follow_each_other_in_time_are_no_contradiction() -> None:
    assert len(read("Vorn,A,60,2024-01-01,2024-12-31", "Vorn,A,70,2025-01-01,")) == 2


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (["Vorn,A,60,,", "Vorn,A,30,,"], "Vorn holds two shares of A on the same day"),
        (["Vorn,A,60,,", "Ketz,A,50,,"], "the shares of A add up to more than 100 %"),
        (["Vorn,A,160,,"], "row 2, column share: '160' is no share"),
        (["Vorn,A,half,,"], "'half' is no share"),
        (["Vorn,--,60,,"], "column owned: a name without letter or digit"),
        (["Vorn,A,60,03/04/2025,"], "column from"),
        (["Vorn,A,60,2025-02-01,2025-01-01"], "ends .* before it begins"),
        (["A,a,10,,"], "row 2: A holds shares of itself"),
        (["V" * 1001 + ",A,60,,"], "column owner: a name of more than 1000 letters"),
        ([], "it holds no share"),
        (["Vorn,A,60"], "row 2 has 3 columns instead of 5"),
    ],
)
def test_what_contradicts_itself_or_cannot_be_read_is_refused(rows: list[str], problem: str) -> None:
    with pytest.raises(ListError, match=problem):
        read(*rows)


def test_shares_given_to_one_place_may_pass_the_whole_by_a_rounding() -> None:
    assert len(read("Vorn,A,33.35,,", "Ketz,A,33.35,,", "Dorn,A,33.35,,")) == 3


def test_a_column_that_is_not_understood_is_refused_and_another_case_or_delimiter_is_not() -> None:
    with pytest.raises(ListError, match="column 'to' is not understood"):
        read_stakes(b"owner,owned,share,to\nVorn,A,60,2024-12-31\n", "shares.csv")
    with pytest.raises(ListError, match="not UTF-8"):
        read_stakes("owner,owned,share\n中兴国际,A,60\n".encode("gb18030"), "shares.csv")
    (stake,) = read_stakes(b"Owner\tOwned\tShare\nVorn\tA\t60\n", "shares.csv")
    assert (stake.owner, stake.owned) == ("Vorn", "A")
