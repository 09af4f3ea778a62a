"""Reads the table of steps from its file, and refuses one that could not be followed."""

from functools import cache
from pathlib import Path
from typing import Final

from cocket.accounts.role import Role
from cocket.law.source import Field, read_file
from cocket.law.words import Words
from cocket.licensing.casework.table import SAME, Status, Step, Table

FILE: Final = Path(__file__).with_name("steps.yaml")
CLOCK: Final = ("starts", "stops", "resumes", "ends")


@cache
def casework_table() -> Table:
    """The table that the product follows."""
    return read_table(read_file(FILE, FILE.name))


@cache
def grounds() -> dict[str, Words]:
    """On which the clock stands: provisions of Decree 792 by their ids in the lawbook."""
    return _texts(read_file(FILE, FILE.name).any_mapping()["grounds"])


def read_table(root: Field) -> Table:
    """Raises LawError naming line and key."""
    parts = root.mapping(required=("kinds", "statuses", "grounds", "needs", "steps"))
    kinds, needs = _texts(parts["kinds"]), _texts(parts["needs"])
    statuses = {name: _status(name, field) for name, field in parts["statuses"].any_mapping().items()}
    reader = _Steps(kinds, statuses, needs)
    steps = {name: reader.read(name, field) for name, field in parts["steps"].any_mapping().items()}
    return Table(kinds, statuses, steps, needs)


def _texts(field: Field) -> dict[str, Words]:
    return {name: one.in_both() for name, one in field.any_mapping().items()}


def _status(name: str, field: Field) -> Status:
    parts = field.mapping(required=("zh", "en"), optional=("ended",))
    text = Words(zh=parts["zh"].text(), en=parts["en"].text())
    return Status(name, text, "ended" in parts and parts["ended"].boolean())


class _Steps:
    def __init__(self, kinds: dict[str, Words], statuses: dict[str, Status], needs: dict[str, Words]) -> None:
        self.kinds, self.statuses, self.needs = kinds, statuses, needs

    def read(self, name: str, field: Field) -> Step:
        parts = field.mapping(
            required=("zh", "en", "from", "to", "who", "basis"), optional=("needs", "says", "kinds", "clock")
        )
        before = self._known(parts["from"], tuple(self.statuses), "status")
        for status in before:
            if self.statuses[status].ended:
                raise parts["from"].refuse(f"'{status}' has ended", "Nothing follows it; leave it out")
        after, clock = parts["to"].text(), parts["clock"].text() if "clock" in parts else ""
        if after not in (*self.statuses, SAME):
            raise parts["to"].refuse(f"'{after}' is no status", f"Known here: {', '.join((*self.statuses, SAME))}")
        if clock and clock not in CLOCK:
            raise parts["clock"].refuse(f"'{clock}' is nothing a clock does", f"Known here: {', '.join(CLOCK)}")
        kinds = self._known(parts["kinds"], tuple(self.kinds), "kind") if "kinds" in parts else tuple(self.kinds)
        return Step(
            name=name,
            text=Words(zh=parts["zh"].text(), en=parts["en"].text()),
            before=before,
            after=after,
            who=self._known(parts["who"], tuple(Role), "role"),
            needs=self._known(parts["needs"], tuple(self.needs), "need") if "needs" in parts else (),
            says=parts["says"].texts() if "says" in parts else (),
            kinds=kinds,
            clock=clock,
            basis=parts["basis"].text(),
        )

    def _known(self, field: Field, known: tuple[str, ...], what: str) -> tuple[str, ...]:
        found = tuple(one.text() for one in field.items())
        for name in found:
            if name not in known:
                raise field.refuse(f"'{name}' is no {what}", f"Known here: {', '.join(known)}")
        return found
