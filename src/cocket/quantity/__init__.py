"""Whole-number amounts, intervals in parts per billion, stoichiometry. See docs.md."""

from cocket.quantity.amount import Amount, Money, convert, parse_amount, parse_money
from cocket.quantity.composition import PRESENT_FLOOR_PPB, Composition, read_composition
from cocket.quantity.elements import ELEMENTS, RARE_EARTHS, Element, element, find_element
from cocket.quantity.errors import CompositionError, FormulaError, QuantityError, UnknownElement
from cocket.quantity.formula import Formula, mass_share, parse_formula
from cocket.quantity.fraction import UNBOUNDED, parse_number, parse_share, show_share
from cocket.quantity.interval import PPB, Interval, exactly
from cocket.quantity.rate import Rate, exchange
from cocket.quantity.substance import COMMON_NAMES, USUAL_OXIDE, read_substance
from cocket.quantity.units import Unit, find_unit

__all__ = [
    "COMMON_NAMES", "ELEMENTS", "PPB", "PRESENT_FLOOR_PPB", "RARE_EARTHS", "UNBOUNDED", "USUAL_OXIDE",
    "Amount", "Composition", "CompositionError", "Element", "Formula", "FormulaError", "Interval", "Money",
    "QuantityError", "Rate", "Unit", "UnknownElement", "convert", "element", "exactly", "exchange", "find_element",
    "find_unit", "mass_share", "parse_amount", "parse_formula", "parse_money", "parse_number", "parse_share",
    "read_composition", "read_substance", "show_share",
]  # fmt: skip
