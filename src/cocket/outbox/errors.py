"""What is wrong with a subscription, and what to do."""


class OutboxError(Exception):
    """``key`` names the field, "" where it is none."""

    def __init__(self, what: str, remedy: str, key: str = "") -> None:
        super().__init__(f"{what}. {remedy}.")
        self.what, self.remedy, self.key = what, remedy, key
