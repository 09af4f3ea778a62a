"""Many rows of a file by column, for those who answer a chunk at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cocket.check.tables.table import BadRow


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows in the order of the file: an Arrow table with the columns that were understood, under their headers.

    ``numbers`` are those a person sees. What is already known to be wrong with a row stands in ``faults`` by its
    place in the table; its cells are null.
    """

    table: Any  # pyarrow has no types
    numbers: Sequence[int]
    faults: Mapping[int, BadRow] = field(default_factory=dict)
