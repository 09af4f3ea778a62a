"""A list that cannot be used; nothing of it is taken over."""


class ListError(Exception):
    """``where`` (file, row, element), ``what`` is wrong, and what to do; each without its full stop."""

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}.")
        self.what, self.where, self.remedy = what, where, remedy
