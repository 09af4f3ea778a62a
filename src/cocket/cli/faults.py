"""A fault of what the command was given that no other room finds."""


class InputError(Exception):
    """``where`` and ``what`` is wrong and what to do, each without its full stop."""

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}.")
        self.what, self.where, self.remedy = what, where, remedy
