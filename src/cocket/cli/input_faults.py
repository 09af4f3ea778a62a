"""What can be wrong with what the command was given, where no other room says it and no words are at hand."""

from typing import Final

from cocket.wording import Faults

PROOF_ANEW: Final = "Write the proof anew with cocket why FILE --line N --json"

wrong: Final = Faults(
    "input",
    {
        "two_certificates": ("two certificates have the same name", "Give each file another name"),
        "certificate_unread": ("the certificate cannot be read: {error}", "Check the name and the folder"),
        "certificate_unnamed": (
            "no form names this certificate",
            "Have its name written into the form, beside the product it is for; nothing was kept",
        ),
        "line_in_rows": ("line {line} stands in rows {rows}", "Name the row with --row"),
        "no_row": ("there is no row {row}", "Take a line or row number that cocket check shows"),
        "no_line": (
            "there is no line {line}, and no such row",
            "Take a line or row number that cocket check shows",
        ),
        "unread": ("the file cannot be read: {error}", "Check the name and the folder"),
        "proof_not_utf8": ("byte {at} is not UTF-8", PROOF_ANEW),
        "proof_empty": ("the file is empty", PROOF_ANEW),
        "no_proof": ("{place} is no proof, but a {kind}", PROOF_ANEW),
        "proof_not_json": ("this is no JSON: {error}", "Give one proof as a whole file, or one to each line"),
        "proof_nested": (
            "this is no JSON: it is nested too deeply",
            "Give one proof as a whole file, or one to each line",
        ),
        "not_made_here": ("this file was not made here", "Move it, or name a new folder"),
        "no_token": (
            "is not set, so that nobody knows who acts",
            "Set it to your token; whoever has the database makes one with cocket token new",
        ),
        "day_ahead": ("{day} has not come yet, and here it is {today}", "Give the day on which the gate gets it"),
        "nobody": ("this machine has no name for you", "Name who takes the step"),
    },
)
