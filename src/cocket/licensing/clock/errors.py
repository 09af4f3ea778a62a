"""What is wrong with a calendar's days or a case's events, and what to do."""

from cocket.wording import Phrase, shapes


class ClockError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.told(self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class CalendarError(ClockError):
    """A calendar that there is not, or a day that it does not hold."""
