"""What is wrong with what somebody wants to do with a case that is kept."""

from collections.abc import Sequence

from cocket.licensing.cases.faults import pieces, wrong
from cocket.licensing.casework.state import Event
from cocket.wording import Phrase, shapes


class CaseError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.told(self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class UnknownCase(CaseError):  # noqa: N818  # says what it is
    """A number under which there is no case."""


class Stale(CaseError):  # noqa: N818
    """Somebody was first. ``since``: the events that the asker has not seen; ``version``: what it is now."""

    def __init__(self, number: str, version: int, since: Sequence[Event]) -> None:
        events = tuple(pieces("event", step=one.step, name=one.by.name) for one in since)
        super().__init__(*wrong("changed", number=number, events=events))
        self.number, self.version, self.since = number, version, tuple(since)
