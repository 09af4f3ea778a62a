"""Numbers of a series: given once, and in order."""

from cocket.licensing.records.models import CounterRecord


def next_number(series: str) -> str:
    """``C-2026`` gives ``C-2026-000001`` first. In the caller's transaction: waits for whoever is drawing a number of
    the series now; a number that was rolled back is given again, for nobody has seen it."""
    CounterRecord.objects.get_or_create(series=series, defaults={"last": 0})
    counter = CounterRecord.objects.select_for_update().get(pk=series)
    counter.last += 1
    counter.save(update_fields=("last",))
    return f"{series}-{counter.last:06d}"
