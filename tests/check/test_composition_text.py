"""Columns of single substances and a composition in words become one mapping, and nothing is guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.composition_text import gather_composition, read_composition_text
from cocket.determination.read_facts import FactError


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Nd 29; Dy 3 %; Fe 66", {"Nd": "29", "Dy": "3 %", "Fe": "66"}),
        ("Nd: 29, Dy: <0.05, Fe: 66", {"Nd": "29", "Dy": "<0.05", "Fe": "66"}),
        ("Nd 29,5; Fe 66,5", {"Nd": "29,5", "Fe": "66,5"}),
        ("Dy2O3 0.15; SiO2 = 99.5", {"Dy2O3": "0.15", "SiO2": "99.5"}),
        ("钕：29；镝<0.1", {"钕": "29", "镝": "<0.1"}),
    ],
)
def test_a_composition_in_words_is_parted(text: str, shares: dict[str, object]) -> None:
    assert read_composition_text(text) == shares


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Dy2O3", "no name with its share"),
        ("Dy3", "no name with its share"),
        ("29 Nd", "no name with its share"),
        ("Nd 29; some Dy", "no name with its share"),
        ("Nd 29; Nd 3", "Nd is given twice"),
    ],
)
def test_what_cannot_be_parted_is_refused(text: str, problem: str) -> None:
    with pytest.raises(FactError, match=problem):
        read_composition_text(text)


def test_columns_and_words_join() -> None:
    stated = {"kind": "magnet", "composition.Dy": Decimal("1.2"), "composition": "Nd 29; Fe 66"}
    whole = gather_composition(stated)
    assert whole == {"kind": "magnet", "composition": {"Nd": "29", "Fe": "66", "Dy": Decimal("1.2")}}


def test_a_share_given_in_both_is_refused() -> None:
    with pytest.raises(FactError) as refused:
        gather_composition({"composition.Dy": "1.2", "composition": {"Dy": "3"}})
    assert refused.value.key == "composition.Dy"


@given(
    st.dictionaries(
        st.sampled_from(["Nd", "Dy", "Tb", "Fe", "B", "Dy2O3"]), st.sampled_from(["0", "<0.05", "29.5", "3 %"])
    )
)
def test_what_is_written_down_is_read_back(shares: dict[str, str]) -> None:
    assert read_composition_text("; ".join(f"{name} {share}" for name, share in shares.items())) == shares
