"""What is new, changed and gone between two versions of a list."""

from collections.abc import Iterable
from typing import NamedTuple

from cocket.screening.lists.entry import ListEntry


class Changes(NamedTuple):
    """``changed``: pairs of the entry as it was and as it is."""

    added: tuple[ListEntry, ...]
    changed: tuple[tuple[ListEntry, ListEntry], ...]
    removed: tuple[ListEntry, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def changes_between(old: Iterable[ListEntry], new: Iterable[ListEntry]) -> Changes:
    before = {entry.id: entry for entry in old}
    after = {entry.id: entry for entry in new}
    return Changes(
        tuple(entry for id, entry in after.items() if id not in before),  # noqa: A001  # the trade's word
        tuple((before[id], entry) for id, entry in after.items() if id in before and before[id] != entry),  # noqa: A001
        tuple(entry for id, entry in before.items() if id not in after),  # noqa: A001
    )
