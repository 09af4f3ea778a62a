"""What is wrong with what somebody wants to do with a case that is kept."""

from collections.abc import Sequence

from cocket.licensing.casework.state import Event


class CaseError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def __str__(self) -> str:
        return f"{self.what}. {self.remedy}"


class UnknownCase(CaseError):  # noqa: N818  # says what it is
    """A number under which there is no case."""


class Stale(CaseError):  # noqa: N818
    """Somebody was first. ``since``: the events that the asker has not seen; ``version``: what it is now."""

    def __init__(self, number: str, version: int, since: Sequence[Event]) -> None:
        told = ", ".join(f"{one.step} by {one.by.name}" for one in since)
        super().__init__(f"{number} has changed since you looked: {told}", "Look at it again, then decide")
        self.number, self.version, self.since = number, version, tuple(since)
