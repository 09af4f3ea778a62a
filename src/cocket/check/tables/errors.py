"""What is wrong with a file of lines, where, and what to do about it."""

from cocket.wording import shapes


class TableError(Exception):
    """A file that cannot be used at all.

    ``what`` is wrong, ``where`` it is (file, and cell, row or byte where known), ``remedy`` is what to do.
    Each is a piece of a sentence without its full stop.
    """

    def __init__(self, what: str, remedy: str, *, where: str) -> None:
        super().__init__(shapes.placed(where, what, remedy))
        self.what, self.where, self.remedy = what, where, remedy


class CellError(Exception):
    """One cell that cannot be used; becomes a `BadRow` once the row and the column are known."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message}; {remedy}")
        self.message, self.remedy = message, remedy
