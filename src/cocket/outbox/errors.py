"""What is wrong with a subscription, and what to do."""

from cocket.wording import shapes


class OutboxError(Exception):
    """``key`` names the field, "" where it is none."""

    def __init__(self, what: str, remedy: str, key: str = "") -> None:
        super().__init__(shapes.whole(what, remedy))
        self.what, self.remedy, self.key = what, remedy, key


class UnknownSubscription(OutboxError):  # noqa: N818  # says what it is
    """No subscription under that name, or none that the asker may see."""


class NameTaken(OutboxError):  # noqa: N818
    """The asker's organisation has given the name before."""
