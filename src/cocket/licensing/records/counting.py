"""Numbers of a series: given once, and in order."""

from datetime import date
from typing import Final

from cocket.licensing.licences.licence import Kind
from cocket.licensing.records.models import CounterRecord

LICENCES: Final = {Kind.SINGLE: ("AA", 100_000), Kind.GENERAL: ("AG", 200_000)}
"""The letters of a licence's number and what is counted from: ours, told apart at a glance."""


def licence_number(kind: Kind, day: date) -> str:
    """``26-AA-100001``: the first single licence of 2026. In the caller's transaction, as `next_number`."""
    letters, above = LICENCES[kind]
    return next_number(f"{day:%y}-{letters}", above)


def next_number(series: str, above: int = 0) -> str:
    """``C-2026`` gives ``C-2026-000001`` first; ``above`` is added to the count. In the caller's transaction: waits for
    whoever is drawing a number of the series now. One that was rolled back is given again, for nobody has seen it."""
    CounterRecord.objects.get_or_create(series=series, defaults={"last": 0})
    counter = CounterRecord.objects.select_for_update().get(pk=series)
    counter.last += 1
    counter.save(update_fields=("last",))
    return f"{series}-{counter.last + above:06d}"
