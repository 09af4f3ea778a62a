"""What can be wrong with a figure, an amount, a substance or a composition, and what to write instead."""

from typing import Final

from cocket.wording import Faults, Phrases

FORMS: Final = 'Write a figure such as 3, "<0.05", ">=99.9", "0.1-0.3" or "3±0.2"'
CHECK: Final = "Check the figure and its unit"
NOT_BELOW_ZERO: Final = "Write a figure of zero or more"
NUMBER_ATOMS: Final = "Give the share of each element; for the compound itself number the atoms, such as {metal}1"

wrong: Final = Faults(
    "quantity",
    {
        # figures
        "missing": ("The figure is missing", FORMS),
        "no_figure": ('"{text}" is no figure', FORMS),
        "unreadable": ('"{text}" cannot be read as a figure', FORMS),
        "over_whole": ('"{text}" is more than 100 %', CHECK),
        "too_large": ('"{text}" is too large', CHECK),
        "below_zero": ('"{text}" lies below zero', NOT_BELOW_ZERO),
        "unit_of_share": ('The unit "{unit}" in "{text}" is not known here', "Use one of: {known}, all by mass"),
        "unit_of_number": (
            'The unit "{unit}" in "{text}" is not known here',
            "Give the figure alone, in the unit asked for",
        ),
        "backwards": ('The range "{text}" runs backwards', "Write the smaller figure first"),
        "not_measured": (
            '"{text}" gives no figure',
            'Give the detection limit as "<0.01", or 0 when it is known to be absent',
        ),
        "remainder": (
            '"{text}" gives no figure',
            "Leave the figure out and name the element among those contained",
        ),
        "too_long": ('"{text}" is too long for a figure', "Give the figure alone"),
        "separators": (
            'The separators in "{text}" can be read in two ways',
            "Write it without thousands separators and with a decimal point, such as 1234.5",
        ),
        "truth": ('"{text}" is no figure', "Write a number"),
        "not_finite": ('"{text}" is no figure', "Leave it out when it is not known"),
        "far_outside": ('"{text}" is far outside any figure of the trade', "Check the exponent"),
        # amounts and money
        "amount_missing": ("The figure is missing", "Write the figure alone, such as 1.5"),
        "amount_unreadable": ('"{text}" cannot be read as a figure', "Write the figure alone, such as 1.5"),
        "too_fine": ('"{text}" is finer than the smallest unit of {unit}', "Give at most {digits} decimals"),
        "no_whole": ('"{text}" {unit} is no whole number of {smallest}', "State it in {plain}"),
        "finer_than_coin": (
            '"{text}" is finer than the smallest coin of {currency}',
            "Give at most {digits} decimals",
        ),
        "other_kind": (
            "{amount} cannot be told in {unit}: the one does not follow from the other",
            "State the amount in {unit}",
        ),
        "endless": (
            "{amount} is no whole figure in {unit}, however many decimals are written",
            "Keep the amount in {own}",
        ),
        "unit": ('The unit "{text}" is not known here', "Use one of: {known}"),
        "currency": (
            '"{text}" is not an ISO currency code',
            "Write a code of three letters, such as CNY or USD",
        ),
        "currency_near": ('"{text}" is not an ISO currency code', "Did you mean {near}?"),
        # rates
        "rate_into_itself": ("{currency} needs no rate into itself", "Name two currencies"),
        "rate_not_positive": ("A rate of {price} cannot be", "Give a figure above zero"),
        "rate_backwards": ("The rate ends on {last}, before it begins", "Give the first day first"),
        "rate_without_source": ("The rate has no source", "Say who published it"),
        "no_rate": ('"{text}" is no rate', "Write it such as 7.1234"),
        "other_currency": ("{money} cannot be told by a rate of {currency}", "Store a rate for it"),
        "other_day": (
            "The rate of {currency} in {into} holds from {first} to {last}, not on {day}",
            "Store the rate of that day",
        ),
        "money_too_large": ("{money} is too large in {currency}", "Check the figure and the rate"),
        # substances
        "no_element": ('"{text}" is not the symbol of an element', "Write a symbol such as Dy"),
        "element_near": (
            '"{text}" is not the symbol of an element',
            'Did you mean "{element.symbol}" ({element.name_en})?',
        ),
        "no_substance": ('"{text}" is neither an element nor a formula', 'Did you mean "{likely}"?'),
        "two_numbers": ('"{text}" has a space between two numbers', 'Join parts with "·", or take it out'),
        "point": (
            'The point in "{text}" may join two parts or be decimal',
            'Join parts with "·"; write a decimal with two digits, such as {decimal}0',
        ),
        "bracket": ('A bracket in "{text}" is not closed', "Close it or take it out"),
        "no_atom": ('"{text}" has a part with no element in it', "Write a formula such as Dy2O3"),
        "atoms": ('"{text}" counts {count} atoms in one place', "Check the number"),
        "formula_mix": (
            '"{text}" cannot be read as a formula at "{at}"',
            "A mix of elements in one place has no fixed proportions: give the share of each element",
        ),
        "formula_symbol": (
            '"{text}" cannot be read as a formula at "{at}"',
            "Symbols begin with a capital; a number of atoms that varies cannot be reckoned with",
        ),
        "formula": (
            '"{text}" cannot be read as a formula at "{at}"',
            "Write a formula such as Dy2O3, (NH4)2SO4 or CaCl2·2H2O",
        ),
        "sum": ('"{text}" is a sum over several elements', "Give the share of each of them"),
        "element_or_compound": (
            '"{text}" may be {element.name_en} or a compound',
            "Write {element.symbol} for {element.name_en}, or {compound} for the compound",
        ),
        "alloy": ('"{text}" names an alloy or a mix but not its proportions', NUMBER_ATOMS),
        # compositions
        "same_substance": ("{one} and {other} are the same substance", "Give it once"),
        "key_no_text": ('"{text}" is no text', 'Put symbols in quotes: "No"'),
        "one_text": ('"{text}" is one text', "Give a list of elements, such as [Dy, Tb]"),
        "named_no_element": ('"{text}", named as contained, is not an element', "Name elements, such as Dy"),
        "named_and_absent": (
            "{symbol} is named as contained and given as 0",
            "Give its figure, or the detection limit, or take the name out",
        ),
        "more_in_compound": (
            "{key} is given as {share}, but {compounds} alone brings at least {least} of it",
            "{symbol} is the total of the element in all its forms: correct one of the figures",
        ),
        "more_in_compounds": (
            "{key} is given as {share}, but {compounds} alone bring at least {least} of it",
            "{symbol} is the total of the element in all its forms: correct one of the figures",
        ),
        "over_total": ("{keys} add up to at least {least}", "Give mass shares of the whole, each part once"),
        "under_total": (
            "The composition is said to be complete, but its figures add up to {most} at most",
            "Name what makes up the rest, with or without a figure, or do not call it complete",
        ),
    },
)
words: Final = Phrases(
    "quantity_words",
    {
        "within": '{what} (in "{text}")',
    },
)
