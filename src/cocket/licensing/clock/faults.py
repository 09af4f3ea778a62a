"""What can be wrong with a calendar's days or a case's events, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

IN_ORDER: Final = "Put the days in order"
CORRECT: Final = "Correct this case"
ADD_YEAR: Final = "Add the year with its source to lawbook/calendars/{name}.yaml"

wrong: Final = Faults(
    "clock",
    {
        "no_calendar": ("There is no calendar '{name}'", "Choose one of {known}"),
        "no_day": ("The calendar {name} goes from {first} to {last}; it does not know {day}", ADD_YEAR),
        "too_far": ("The calendar {name} goes from {first} to {last}; it does not know days that far ahead", ADD_YEAR),
        "end_first": ("The end ({end}) lies before the start ({start})", "Give the earlier day first"),
        "no_clock": (
            "The lawbook has no clock {where}",
            "Name a provision of the kind clock, or one that takes the limit away",
        ),
        "not_in_force": (
            "{where} is not in force on {day}",
            "Choose the provision in force on the day of acceptance",
        ),
        "no_working_days": ("{where} is no limit in working days", "Name one that is"),
        "limit": ("A limit of {days} days", "Give 0 or more, or none where the law sets none"),
        "stop_backwards": ("The stop '{reason}' ends ({until}) before it begins ({since})", IN_ORDER),
        "case_backwards": ("The case ended ({ended}) before it began ({started})", IN_ORDER),
        "no_zone": ("The moment of '{kind}' ({at}) has no time zone", "Give it with its offset"),
        "not_accepted": ("The case was never accepted", "A clock begins with the event 'started'"),
        "before_acceptance": ("'{kind}' on {day} comes before the case was accepted", "Put the events in order"),
        "after_end": ("'{kind}' on {day}, but the case ended on {ended}", "Reopen the case first"),
        "stop_twice": ("The stop '{reason}' begins twice ({day})", "End the first one before"),
        "not_ended": ("Reopened on {day}, but the case had not ended", "Leave the event out"),
        "never_began": ("The stop '{reason}' ends on {day} and never began", "Give the event that began it"),
    },
)
pieces: Final = Phrases("clock_words", {"of_case": "Case {number}: {what}"})
columns: Final = Faults(
    "clock_columns",
    {
        "offsets_count": (
            "The offsets do not fit the stops",
            "Give one more than cases, from 0 to the number of stops",
        ),
        "offsets_back": ("The offsets go back", "Give them in order"),
        "ended_first": ("Case {case} ended before it began", CORRECT),
        "limit": ("Case {case} has a limit below 0", CORRECT),
        "stop_backwards": ("Case {case} has a stop that ends before it begins", CORRECT),
    },
)
"""Of clocks in columns: ``case`` is its row, counted from 0."""
