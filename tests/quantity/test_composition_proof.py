"""No true statement is refused, and the truth always lies within what the statements prove.

A true composition of compounds and metals is drawn with true atomic weights; a random part of it is stated.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.quantity.composition import PRESENT_FLOOR_PPB, Composition, read_composition
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.formula import parse_formula
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import PPB, Interval

METALS = ("Dy", "Fe", "Nd", "Al")
ONE_OXIDE_EACH = (
    "Dy2O3",
    "DyF3",
    "Fe2O3",
    "Nd2O3",
    "Nd2Fe14B",
    "SiO2",
    "H2O",
    "CaCl2·2H2O",
    "Y3Al5O12",
    "AlN",
)
COMPOUNDS = (*ONE_OXIDE_EACH, "FeO")
SYMBOLS = sorted({symbol for name in COMPOUNDS for symbol in parse_formula(name).counts})


@dataclass(frozen=True)
class Truth:
    """Shares in ppb, exact: of each phase, of each element, and of each element standing in its oxides."""

    phases: dict[str, Fraction]
    content: dict[str, Fraction]
    oxide: dict[str, Fraction]


@dataclass(frozen=True)
class Statements:
    shares: dict[str, str]
    contains: frozenset[str]
    complete: bool = False

    def read(self) -> Composition:
        return read_composition(self.shares, self.contains, self.complete)


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    parts = draw(
        st.dictionaries(st.sampled_from((*METALS, *COMPOUNDS)), st.integers(1, 10_000), min_size=1, max_size=6)
    )
    weights = {symbol: Fraction(draw(st.sampled_from((weight.lo, weight.hi)))) for symbol, weight in _weights()}
    phases = {name: Fraction(PPB * part, sum(parts.values())) for name, part in parts.items()}
    content = dict.fromkeys(SYMBOLS, Fraction(0))
    oxide = dict.fromkeys(SYMBOLS, Fraction(0))
    for name, share in phases.items():
        formula = parse_formula(name)
        mass = sum(count * weights[symbol] for symbol, count in formula.atoms)
        for symbol, count in formula.atoms:
            held = share * count * weights[symbol] / mass
            content[symbol] += held
            oxide[symbol] += held if formula.is_oxide_of(symbol) else 0
    return Truth(phases, content, oxide)


def _weights() -> list[tuple[str, Interval]]:
    return [(symbol, ELEMENTS[symbol].weight) for symbol in SYMBOLS]


def _stated(draw: st.DrawFn, truth: Fraction) -> str:
    """Some true statement of the share: exact, or with room on one side or both."""
    below, above = (draw(st.sampled_from((0, 0, 1_000, 5_000_000, PPB))) for _ in range(2))
    return show_share(Interval(max(floor(truth) - below, 0), min(ceil(truth) + above, PPB)))


@st.composite
def statements(draw: st.DrawFn, truth: Truth, compounds: tuple[str, ...] = COMPOUNDS) -> Statements:
    """Any true statements, not necessarily all."""
    shares = {}
    for name in draw(st.lists(st.sampled_from((*compounds, *SYMBOLS)), unique=True, max_size=6)):
        formula = parse_formula(name)
        if formula.only_element:
            shares[name] = _stated(draw, truth.content[name])
        elif name in truth.phases or not _another_oxide(name, truth):
            shares[name] = _stated(draw, truth.phases.get(name, Fraction(0)))
    present = [symbol for symbol in SYMBOLS if truth.content[symbol] >= PRESENT_FLOOR_PPB]
    contains = draw(st.frozensets(st.sampled_from(present), max_size=2))
    return Statements(shares, contains)


def _another_oxide(name: str, truth: Truth) -> bool:
    """One oxide of an element stated as none means no oxide of it, so it is untrue beside another oxide."""
    formula = parse_formula(name)
    return any(formula.is_oxide_of(symbol) and truth.oxide[symbol] > 0 for symbol in formula.counts)


@st.composite
def complete_statements(draw: st.DrawFn, truth: Truth) -> Statements:
    """Every phase is stated as itself or through its elements, by figure or by name; more may be said."""
    said = draw(statements(truth))
    shares, contains = dict(said.shares), set(said.contains)
    for name, share in truth.phases.items():
        if name in shares:
            continue
        if name not in METALS and draw(st.booleans()):
            shares[name] = _stated(draw, share)
            continue
        for symbol in parse_formula(name).counts:
            if truth.content[symbol] >= PRESENT_FLOOR_PPB and draw(st.booleans()):
                contains.add(symbol)
            else:
                shares.setdefault(symbol, _stated(draw, truth.content[symbol]))
    return Statements(shares, frozenset(contains), complete=True)


def _assert_holds(composition: Composition, truth: Truth) -> None:
    for symbol in (*SYMBOLS, "W"):
        assert composition.share(symbol).holds(truth.content.get(symbol, Fraction(0))), symbol
        assert composition.oxide_share(symbol).holds(truth.oxide.get(symbol, Fraction(0))), symbol


@given(st.data())
@settings(max_examples=150)
def test_the_truth_lies_within_what_any_part_of_it_proves(data: st.DataObject) -> None:
    truth = data.draw(truths())
    _assert_holds(data.draw(statements(truth)).read(), truth)


@given(st.data())
@settings(max_examples=150)
def test_the_truth_lies_within_what_a_complete_statement_proves(data: st.DataObject) -> None:
    truth = data.draw(truths())
    _assert_holds(data.draw(complete_statements(truth)).read(), truth)


def _assert_no_narrower(less: Composition, more: Composition) -> None:
    assert less.rest_hi >= more.rest_hi
    for symbol in (*SYMBOLS, "W"):
        for known_less, known_more in (
            (less.share(symbol), more.share(symbol)),
            (less.oxide_share(symbol), more.oxide_share(symbol)),
        ):
            assert known_less.hull(known_more) == known_less, symbol


@given(st.data())
@settings(max_examples=100)
def test_taking_a_statement_away_never_narrows(data: st.DataObject) -> None:
    truth = data.draw(truths())
    said = data.draw(statements(truth, ONE_OXIDE_EACH))
    # the floor for a bare name gives way to a figure, which may lie lower: such pairs are left out
    figured = {symbol for name in said.shares for symbol in parse_formula(name).counts}
    said = Statements(said.shares, said.contains - figured)
    more = said.read()
    for key in said.shares:
        fewer = {name: share for name, share in said.shares.items() if name != key}
        _assert_no_narrower(Statements(fewer, said.contains).read(), more)
    for name in said.contains:
        _assert_no_narrower(Statements(said.shares, said.contains - {name}).read(), more)


@given(st.data())
@settings(max_examples=100)
def test_not_calling_it_complete_never_narrows(data: st.DataObject) -> None:
    said = data.draw(complete_statements(data.draw(truths())))
    _assert_no_narrower(Statements(said.shares, said.contains).read(), said.read())
