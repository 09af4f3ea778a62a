"""What can be wrong with a bill of materials, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

wrong: Final = Faults(
    "bill",
    {
        "row": ("{fault}", "{remedy}; a bill that lacks a part proves nothing"),
        "twice": (
            "part {number} stands in row {row} as well",
            "Give each part one row, or number its uses apart, such as M-12/1 and M-12/2",
        ),
        "no_number": ("the part has no number", "Fill the column with the part number"),
        "figure": ("{error}", "Leave a price empty that is not known"),
        "quantity": ("the quantity is no single figure above zero", "State how much goes into one piece"),
        "two_currencies": (
            "the price is in {currency}, that of row {row} in {first}",
            "State all prices in one currency; a rate would need its day and its source",
        ),
        "no_product": (
            "the bill must have one product without a parent, and has 0 (none)",
            "Leave the parent empty for the product alone, and name it as the parent of what goes into it",
        ),
        "several_products": (
            "the bill must have one product without a parent, and has {count} ({parts})",
            "Leave the parent empty for the product alone, and name it as the parent of what goes into it",
        ),
        "no_parent": (
            "there is no part {parent} for {number} to go into",
            "Give the parent a row of its own, or correct its number",
        ),
        "circle": ("part {number} goes into itself by way of others", "Correct the parents"),
        "two_bills": ("it is of product {number}, and so is {other}", "Give each product one bill"),
    },
)
bill_words: Final = Phrases("bill_words", {"in_file": "bill of materials {where}: {fault}"})
