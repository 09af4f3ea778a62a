"""What can be wrong with an id, with the terms of a line or with the database of the book, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

wrong: Final = Faults(
    "book",
    {
        # ids
        "sign": ("{what} {id!a} holds {sign}", "Write it with Latin letters, digits and ._:/#@+()[]- only"),
        "no_id": ("{what} {id!a} is no id", "Write 1 to {most} characters, the first a letter or digit"),
        # the database
        "full": (
            "The disk of the ledger is full",
            "Nothing was booked; make room and repeat the request with the same id",
        ),
        "read_only": (
            "The ledger can only be read",
            "Nothing was booked; see who may write it, and repeat the request",
        ),
        "busy": (
            "Another program held the ledger for {seconds} seconds",
            "Nothing was booked; end it, or repeat the request with the same id",
        ),
        "no_file": ("The file of the ledger cannot be opened", "See whether the folder is there and yours"),
        "no_ledger": ("The file is no ledger", "Name the file that cocket made"),
        "damaged": ("The file of the ledger is damaged", "Stop, keep a copy, and restore the last good one"),
        "reports": ("The ledger's database reports: {error}", "Repeat the request with the same id"),
        "refuses": ("The database refused it: {error}", "Report this; nothing was booked"),
        "other_version": (
            "The ledger was made by another version of cocket ({version}, this one writes {own})",
            "Use the version that made it",
        ),
        "no_psycopg": (
            "A ledger in PostgreSQL needs psycopg, which is not installed",
            "Install it with: pip install 'cocket[postgres]'",
        ),
        "no_tables": ("The tables of the ledger could not be made", "Try again"),
        "held": (
            "Somebody held a line for {seconds} seconds",
            "Nothing was booked; repeat the request with the same id",
        ),
        "empty_database": ("The database holds no ledger", "Name the right database, or open it for writing once"),
        "lost": ("The connection was lost before the answer", "Repeat the request with the same id; it tells"),
        "unreachable": (
            "The database cannot be reached: {error}",
            "Nothing was booked; repeat the request with the same id",
        ),
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
