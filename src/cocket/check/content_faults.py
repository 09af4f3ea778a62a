"""What can be wrong with a composition that is stated in columns and in a text."""

from typing import Final

from cocket.wording import Faults

wrong: Final = Faults(
    "content",
    {
        "twice_told": ("{name} stands in the composition as well", "Give it once"),
        "no_statement": ("'{part}' is no name with its share", "Write such as: Nd 29; Dy 3; Fe 66; B 1"),
        "given_twice": ("{name} is given twice", "Give it once"),
    },
)
