"""What can be wrong with what is to be granted, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

FORM: Final = 'Write lines such as "1", "2/3" or "2/3: 40 kg": request, item, and how much'

wrong: Final = Faults(
    "decision",
    {
        "prohibited": (
            "Item {item} of request {request} is prohibited by {regimes}",
            "No licence lifts a prohibition: leave it out of what is granted, or refuse",
        ),
        "needs_none": (
            "Item {item} of request {request} needs no licence of {regime}: {outcome}",
            "Leave it out of what is granted",
        ),
        "single_only": ("Item {item} of request {request} can be granted by a single licence only", "Leave it out"),
        "no_code": (
            "Item {item} of request {request} states no control code, and the law's answer has {codes}",
            "Ask the applicant to state the control code; a licence without one cannot be issued yet",
        ),
        "nothing_granted": ("It does not say what is granted", FORM),
        "twice": ("Request {request} is granted twice over", FORM),
        "no_line": ("{line!a} is no line of what is granted", FORM),
        "no_request": ("There is no request {request}", "Requests are 1 to {last}"),
        "not_asked": ("Request {request} does not ask for item {item}", "It asks: {asked}"),
        "other_kind": ("{given} is not of the kind of the {limit} asked for", "Grant it as {limit}"),
        "too_much": ("{given} of {limit} cannot be granted", "Grant more than nought, and what was asked"),
        "no_place": (
            "{text!a} is no request of an application",
            'Write "2" for request 2, "2/3" for its item 3, or leave it out',
        ),
    },
)
pieces: Final = Phrases("decision_words", {"none": "none"})
