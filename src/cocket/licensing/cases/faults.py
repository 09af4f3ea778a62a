"""What can be wrong with what somebody wants to do with a case that is kept, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

wrong: Final = Faults(
    "case",
    {
        "unknown": ("There is no case {number!a}", "Check the number"),
        "unknown_decision": ("There is no decision {number!a}", "Check the number"),
        "strange_sign": ("{key}: {text!a} holds a sign that none has", "Leave it out"),
        "strange_number": ("{key}: {text!a} holds a sign that no number has", "Leave it out"),
        "strange_text": ("{key!a} holds the sign {sign!a}, which no text has", "Leave it out"),
        "too_long": ("{key!a} is too long", "Write {most} signs at most, and attach what is longer"),
        "no_adviser": ("organisation: {organisation!a} has no adviser here", "Name one that has: {known}"),
        "outcome": ("{outcome!a} is no outcome of a decision", "Known: {known}"),
        "status": ("{status!a} is no status of a case", "Known: {known}"),
        "not_kept_here": (
            "{case} is not about an application that is kept here",
            "Only goods that are told in an application can be compared",
        ),
        "condition_on_nothing": (
            "The condition {name!a} is on {on!a}, of which nothing is granted",
            "Remove the condition, or place it on what is granted",
        ),
        "no_entry": (
            "No entry of the lawbook has the control code {code!a}",
            'Give a code as "1C902.a.4", or "{none}" where none is met',
        ),
        "changed": ("{number} has changed since you looked: {events}", "Look at it again, then decide"),
    },
)
pieces: Final = Phrases(
    "case_pieces",
    {"no_adviser_yet": "none has yet, give somebody the role first", "event": "{step} by {name}"},
)
