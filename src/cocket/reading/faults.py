"""What can be wrong with a word of a line, and what to write instead."""

from typing import Final

from cocket.wording import Faults

wrong: Final = Faults(
    "reading",
    {
        "word": ("'{text}' is not a known {fact}", "Write one of: {known}; leave it empty if unknown"),
        "country": ("'{text}' is no known country or region", "Write its ISO code, such as DE, or its name"),
    },
)
