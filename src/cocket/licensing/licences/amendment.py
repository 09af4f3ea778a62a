"""What an amendment may not touch: who needs one of these otherwise applies anew."""

from typing import Final

from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import Licence, LicenceLine, Party
from cocket.wording.shapes import all_of

KEY_ELEMENTS: Final = ("control_code", "goods", "destinations", "end_users", "end_uses")
"""Decree 792 Art. 18: type of item, destination, end user, end use. That the words for the goods belong to the type of
item is our reading: one code covers goods that are weighed differently, and too strict costs an application."""
_WHOLE: Final = ("kind", "regime")


class KeyChange(LicenceError):  # noqa: N818  # says what it is
    """An amendment that would need a new application; ``key`` names the first line and element."""


def refuse_key_change(old: Licence, new: Licence) -> None:
    """Raises KeyChange unless each line of ``new`` is, in its key elements, one of ``old``. Lines may be left out, and
    their order, limits, days and conditions may differ."""
    for key in _WHOLE:
        if getattr(old, key) != getattr(new, key):
            of = {"wanted": getattr(new, key), "had": getattr(old, key)}
            raise KeyChange(*wrong("key_changed", new=new.number, old=old.number, **of), key)
    if not _same_holder(old.holder, new.holder):
        of = {"wanted": new.holder.name, "had": old.holder.name}
        raise KeyChange(*wrong("holder_changed", new=new.number, old=old.number, **of), "holder")
    for place, line in enumerate(new.lines):
        changed = min((_changed(before, line) for before in old.lines), key=len)
        if changed:
            fault = wrong("line_changed", keys=all_of(changed), line=line.id, old=old.number)
            raise KeyChange(*fault, f"lines[{place}]")


def _changed(before: LicenceLine, after: LicenceLine) -> tuple[str, ...]:
    """Sets are compared, so that another order is no change; one party more or less is."""
    return tuple(key for key in KEY_ELEMENTS if _as_set(before, key) != _as_set(after, key))


def _as_set(line: LicenceLine, key: str) -> frozenset[object]:
    value = getattr(line, key)
    return frozenset(value) if isinstance(value, tuple) else frozenset((value,))


def _same_holder(old: Party, new: Party) -> bool:
    """By the number of its register where both have one: a firm may have changed its name."""
    if old.number and new.number:
        return (old.country, old.number) == (new.country, new.number)
    return (old.country, old.name) == (new.country, new.name)
