"""Shares by mass against the figures that the trade and assay laboratories publish."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.elements import ELEMENTS, RARE_EARTHS
from cocket.quantity.formula import mass_share, parse_formula
from cocket.quantity.interval import PPB, exactly
from cocket.quantity.substance import USUAL_OXIDE

# Element-to-oxide factors as reports on rare-earth deposits list them: grams of oxide per gram of element.
PUBLISHED_FACTORS = {
    "Sc": "1.5338", "Y": "1.2699", "La": "1.1728", "Ce": "1.2284", "Pr": "1.2082", "Nd": "1.1664",
    "Sm": "1.1596", "Eu": "1.1579", "Gd": "1.1526", "Tb": "1.1762", "Dy": "1.1477", "Ho": "1.1455",
    "Er": "1.1435", "Tm": "1.1421", "Yb": "1.1387", "Lu": "1.1371",
}  # fmt: skip


@pytest.mark.parametrize("symbol", PUBLISHED_FACTORS)
def test_oxide_factors_of_the_rare_earths_are_the_published_ones(symbol: str) -> None:
    share = mass_share(parse_formula(USUAL_OXIDE[symbol]), symbol)
    published = Fraction(PUBLISHED_FACTORS[symbol])
    rounding = Fraction(1, 10_000)
    assert published - rounding < Fraction(PPB, share.hi) <= Fraction(PPB, share.lo) < published + rounding


def test_promethium_has_no_published_factor_but_the_one_of_its_longest_lived_isotope_is_inside() -> None:
    assert set(RARE_EARTHS) - set(PUBLISHED_FACTORS) == {"Pm"}
    share = mass_share(parse_formula("Pm2O3"), "Pm")
    assert share.holds(Fraction(2 * 145 * PPB, 2 * 145 + 3 * 16))


@pytest.mark.parametrize(
    ("formula", "symbol", "per_cent"),
    [("Dy2O3", "Dy", "87.13"), ("Nd2Fe14B", "Nd", "26.68"), ("H2O", "O", "88.81"), ("GaAs", "Ga", "48.20")],
)
def test_shares_by_mass_are_the_tabulated_ones(formula: str, symbol: str, per_cent: str) -> None:
    share = mass_share(parse_formula(formula), symbol)
    assert abs((share.lo + share.hi) // 2 - int(Fraction(per_cent) * 10_000_000)) < 100_000


def test_an_element_is_all_of_itself_and_none_of_another() -> None:
    assert mass_share(parse_formula("Dy"), "Dy") == exactly(PPB)
    assert mass_share(parse_formula("Dy"), "Tb") == exactly(0)


@given(
    st.dictionaries(st.sampled_from(list(ELEMENTS)), st.integers(1, 30), min_size=2, max_size=5),
    st.fractions(0, 1, max_denominator=100),
)
def test_any_weight_within_its_interval_gives_a_share_within(counts: dict[str, int], at: Fraction) -> None:
    formula = parse_formula("".join(f"{symbol}{count}" for symbol, count in counts.items()))
    masses = {}
    for place, symbol in enumerate(counts):
        weight = ELEMENTS[symbol].weight
        along = at if place % 2 else 1 - at
        masses[symbol] = counts[symbol] * (weight.lo + along * (weight.hi - weight.lo))
    for symbol, mass in masses.items():
        assert mass_share(formula, symbol).holds(PPB * mass / sum(masses.values()))
