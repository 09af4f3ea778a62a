"""The words of faults in lists of parties, in English: as the lists' room itself says them."""

from typing import Final

from cocket.screening.lists.errors import FAULTS

WORDS: Final[dict[str, str]] = {f"fault.{key}": f"{what}. {remedy}." for key, (what, remedy) in FAULTS.items()}
WORDS["fault.where"], WORDS["fault.row"], WORDS["fault.column"] = "{place}: {fault}", "row {row}", "column {column}"
