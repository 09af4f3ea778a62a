import pytest

from cocket.quantity.errors import FormulaError, QuantityError
from cocket.quantity.formula import parse_formula
from cocket.quantity.substance import COMMON_NAMES, read_substance


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("water", "H2O"),
        ("Water", "H2O"),
        ("Dysprosium  oxide", "Dy2O3"),
        ("氧化铽", "Tb4O7"),
        ("镝", "Dy"),
        ("dysprosium", "Dy"),
        ("graphite", "C"),
        ("CaCl2·2H2O", "CaCl2(H2O)2"),
        ("GaAs", "GaAs"),
        ("C1O1", "CO"),
    ],
)
def test_names_and_formulas_are_read(text: str, formula: str) -> None:
    assert read_substance(text) == parse_formula(formula)


def test_every_common_name_is_in_the_case_it_is_looked_up_in() -> None:
    assert all(name == name.lower() and parse_formula(formula) for name, formula in COMMON_NAMES.items())


@pytest.mark.parametrize("text", ["CO", "HF", "NI", "CU", "SN", "PB", "NO"])
def test_two_capitals_that_may_be_an_element_are_not_taken_for_a_compound(text: str) -> None:
    with pytest.raises(FormulaError, match=f"Write {text.capitalize()} for"):
        read_substance(text)


@pytest.mark.parametrize("text", ["NdFeB", "SmCo", "PrNd", "FeSi", "DyFe", "InGaAs", "SiGe", "AlNiCo"])
def test_symbols_joined_without_numbers_name_an_alloy_of_unknown_proportions(text: str) -> None:
    with pytest.raises(FormulaError, match="but not its proportions"):
        read_substance(text)


@pytest.mark.parametrize("text", ["TREO", "REO", "稀土总量", "镨钕"])
def test_a_sum_over_elements_is_not_split(text: str) -> None:
    with pytest.raises(FormulaError, match="a sum over several elements"):
        read_substance(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("DY", "Dy"), ("SM", "Sm"), ("DY2O3", "Dy2O3"), ("ND2FE14B", "Nd2Fe14B"), ("Disprosium", "Dy")],
)
def test_a_near_miss_is_suggested_not_taken(text: str, meant: str) -> None:
    with pytest.raises(QuantityError, match=f'Did you mean "{meant}"'):
        read_substance(text)
