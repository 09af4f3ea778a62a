"""What can be wrong with a stated fact, and what to write instead."""

from typing import Final

from cocket.wording import Faults

wrong: Final = Faults(
    "fact",
    {
        "twice": ("the share of {name} is stated twice", "Keep one of the two"),
        "no_day": ("'{text}' is no day of the calendar", "Write it as 2025-04-04"),
        "no_shares": ("'{text}' is no list of shares", "Write such as {{Nd: 29, Dy: 3}}"),
        "over_whole": (
            "{text} is more than the whole",
            "Write a share from 0 to 1, or a percentage with its sign",
        ),
        "yes_no": ("'{text}' is neither yes nor no", "Write yes or no"),
        "digits": ("'{text}' has {count} digits", "A customs number has 4, 6, 8 or 10 digits, such as 8505110000"),
        "customs": ("'{text}' is no customs number", "A customs number has 4, 6, 8 or 10 digits, such as 8505110000"),
        "content": ("a content is stated under composition", "Write composition.{name}"),
        "control_code": ("'{text}' is no control code", "Write it as 1C905.a.4"),
        "nothing": ("nothing is named", "Name a value, or leave it out if unknown"),
        "unknown": ("'{text}' is not known", "Write one of: {known}; leave it out if unknown"),
        "country": ("'{text}' is no country code", "Write the ISO code of two letters, such as DE"),
        "no_name": ("the name is empty", "Write the party's name, or leave it out"),
    },
)
