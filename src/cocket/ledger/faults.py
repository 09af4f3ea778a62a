"""What can mean nothing in an id or in the terms of a line, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

wrong: Final = Faults(
    "book",
    {
        # ids
        "sign": ("{what} {id!a} holds {sign}", "Write it with Latin letters, digits and ._:/#@+()[]- only"),
        "no_id": ("{what} {id!a} is no id", "Write 1 to {most} characters, the first a letter or digit"),
        # terms
        "line_backwards": ("The line ends on {last}, before it begins", "Give the first day first"),
        "no_currency": ('"{currency}" is not an ISO currency code', "Write three letters, such as CNY"),
        "value_alone": ("The line limits a value and names no currency", "Name the currency of the limit"),
        "many_periods": ("The line has {count} periods", "Give at most {most}"),
        "no_limit": ("A limit of {limit} cannot be drawn from", "Give a limit above zero, or none"),
        "no_tolerance": ("A limit of {limit} and a tolerance of {tolerance} cannot be", "Check the figures"),
        "tolerance_alone": ("A tolerance without a limit means nothing", "Give the limit too"),
        "gap": (
            "A period begins on {first} and the one before ends on {last}",
            "Let periods follow one another day by day",
        ),
        "period_backwards": ("A period ends on {last}, before it begins", "Give the first day first"),
    },
)
id_of: Final = Phrases(
    "book_words",
    {
        "declaration": "declaration",
        "line": "line",
        "request": "request",
        "reservation": "reservation",
        "target": "reservation or write-off",
    },
)
