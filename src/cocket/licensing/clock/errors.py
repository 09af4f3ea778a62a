"""What is wrong with a calendar's days or a case's events, and what to do."""


class ClockError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def __str__(self) -> str:
        return f"{self.what}. {self.remedy}"


class CalendarError(ClockError):
    """A calendar that there is not, or a day that it does not hold."""
