from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.quantity.elements import ELEMENTS
from cocket.quantity.errors import QuantityError, UnknownElement
from cocket.quantity.formula import parse_formula


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Dy2O3", {"Dy": 2, "O": 3}),
        ("Dy₂O₃", {"Dy": 2, "O": 3}),
        ("Tb4O7", {"Tb": 4, "O": 7}),
        ("Y3Al5O12", {"Y": 3, "Al": 5, "O": 12}),
        ("(NH4)2SO4", {"N": 2, "H": 8, "S": 1, "O": 4}),
        ("Mg(OH)2", {"Mg": 1, "O": 2, "H": 2}),
        ("Nd2Fe14B", {"Nd": 2, "Fe": 14, "B": 1}),
        ("[Co(NH3)6]Cl3", {"Co": 1, "N": 6, "H": 18, "Cl": 3}),
        ("CH3COOH", {"C": 2, "H": 4, "O": 2}),
        ("Dy", {"Dy": 1}),
    ],
)
def test_atoms_are_counted(text: str, counts: dict[str, int]) -> None:
    assert parse_formula(text).counts == counts


@pytest.mark.parametrize("text", ["CaCl2·2H2O", "CaCl2.2H2O", "CaCl2*2H2O", "CaCl2 · 2 H2O", "CaCl2•2H2O", "CaH4O2Cl2"])
def test_crystal_water_counts_however_it_is_joined(text: str) -> None:
    assert parse_formula(text) == parse_formula("CaCl2(H2O)2")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Sm2Co16.5", "Sm4Co33"),
        ("La0.8Sr0.2MnO3", "La4SrMn5O15"),
        ("CaSO4·0.5H2O", "(CaSO4)2H2O"),
        ("CaSO4.0.5H2O", "(CaSO4)2H2O"),
        ("CaSO4·1.5H2O", "(CaSO4)2(H2O)3"),
        ("CaSO4.H2O", "CaSO4·H2O"),
        ("MgO.Al2O3", "MgAl2O4"),
        ("Sm2Co16.50Fe2", "Sm4Co33Fe4"),
    ],
)
def test_fractional_subscripts_and_points_are_exact(text: str, same: str) -> None:
    assert parse_formula(text) == parse_formula(same)


def test_a_formula_shows_as_it_was_written() -> None:
    assert str(parse_formula("CaCl2.2H2O")) == "CaCl2.2H2O"


def test_an_element_is_a_formula_of_one() -> None:
    assert parse_formula("Dy").only_element == "Dy"
    assert parse_formula("S8").is_element
    assert not parse_formula("DyF3").is_element


@pytest.mark.parametrize(("text", "symbol"), [("Dy2O3", "Dy"), ("Tb4O7", "Tb"), ("Pr6O11", "Pr"), ("CeO2", "Ce")])
def test_a_binary_compound_with_oxygen_is_an_oxide_of_the_other_element(text: str, symbol: str) -> None:
    assert parse_formula(text).is_oxide_of(symbol)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("Dy2O3", "O"), ("Dy2O3", "Tb"), ("DyF3", "Dy"), ("Dy(OH)3", "Dy"), ("Dy", "Dy"), ("YAlO3", "Y")],
)
def test_other_compounds_are_no_oxide_of_it(text: str, symbol: str) -> None:
    assert not parse_formula(text).is_oxide_of(symbol)


@pytest.mark.parametrize(
    ("text", "part_of_message"),
    [
        ("", "no element"),
        ("2", "no element"),
        ("()", "no element"),
        ("Dy2O3·", "no element"),
        ("Dy0", "counts 0 atoms"),
        ("C99999H4", "counts 99999 atoms"),
        ("(Dy2O3", "not closed"),
        ("Dy2O3)", 'at ")"'),
        ("dy2O3", "begin with a capital"),
        ("Fe1-xO", "atoms that varies"),
        ("Y2O3·xH2O", "atoms that varies"),
        ("(Nd,Pr)2Fe14B", "share of each element"),
        ("Al2O3.2SiO2", 'Join parts with "·"'),
        ("Sm2Co16.5Fe2", "such as 16.50"),
        ("CaSO4.1.5H2O", "cannot be read"),
        ("Dy2 3", "space between two numbers"),
        ("Dy2.5.5O3", 'at "."'),
        ("氧化镝", "cannot be read"),
        ("Dy" * 60, "too long"),
    ],
)
def test_nonsense_is_refused_with_what_is_wrong(text: str, part_of_message: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_formula(text)
    assert part_of_message in str(caught.value)


def test_an_unknown_symbol_is_named_with_its_formula() -> None:
    with pytest.raises(UnknownElement, match='"Xx" is not the symbol of an element'):
        parse_formula("Xx2O3")


def _written(atoms: list[tuple[str, int]]) -> str:
    return "".join(f"{symbol}{count if count > 1 else ''}" for symbol, count in atoms)


_ATOMS = st.lists(
    st.tuples(st.sampled_from(list(ELEMENTS)), st.integers(1, 99)),
    min_size=1,
    max_size=6,
    unique_by=lambda atom: atom[0],
)


@given(_ATOMS)
def test_every_element_with_every_count_reads_back(atoms: list[tuple[str, int]]) -> None:
    formula = parse_formula(_written(atoms))
    assert formula.counts == dict(atoms)
    assert parse_formula(str(formula)) == formula


@given(_ATOMS, st.integers(2, 9))
def test_a_bracket_multiplies_and_a_decimal_divides(atoms: list[tuple[str, int]], factor: int) -> None:
    whole = parse_formula(f"({_written(atoms)}){factor}").counts
    assert whole == {symbol: count * factor for symbol, count in atoms}
    tenth = parse_formula(f"({_written(atoms)})0.{factor}").counts
    symbol, count = atoms[0]
    assert all(Fraction(tenth[other], tenth[symbol]) == Fraction(number, count) for other, number in atoms)


@given(st.text(max_size=20) | st.text("DyOHC()[]0123456789.·* ", max_size=15))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        counts = parse_formula(text).counts
    except QuantityError:
        return
    assert counts and all(count > 0 and symbol in ELEMENTS for symbol, count in counts.items())
