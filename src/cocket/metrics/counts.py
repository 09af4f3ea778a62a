"""How many rows each combination of values has."""

from collections import Counter
from collections.abc import Hashable, Sequence

from cocket.metrics.errors import MetricsError


def counts(*columns: Sequence[Hashable]) -> dict[tuple[Hashable, ...], int]:
    """Rows for each combination that occurs, in order of its first row; None is a value like any other, so that the
    counts add up to the rows. Raises MetricsError for columns of different lengths."""
    if len({len(column) for column in columns}) > 1:
        raise MetricsError(f"Columns of different lengths: {', '.join(str(len(column)) for column in columns)}")
    return dict(Counter(zip(*columns, strict=True)))
