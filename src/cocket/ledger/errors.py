"""What the ledger cannot answer: a request that is none, and a book that cannot be reached or read."""

from cocket.wording import Phrase, shapes


class LedgerError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop; ``str`` gives both."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.told(self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class BadRequest(LedgerError):  # noqa: N818  # says what it is, as the others here do
    """A request that means nothing, whatever the state of the book; nothing was stored."""


class OtherContent(LedgerError):  # noqa: N818
    """An id that was used before, for something else; its first answer stands and nothing was booked now."""


class UnknownLine(LedgerError):  # noqa: N818
    """A line that the book does not have; nothing was stored, and the id may be used again."""


class InsideTransaction(LedgerError):  # noqa: N818
    """The caller holds a transaction open and would wait for itself."""


class LedgerUnavailable(LedgerError):  # noqa: N818
    """The database does not take the booking: full, read-only, gone.

    ``in_doubt``: the connection was lost between commit and answer, so that it may have been booked. Repeating the
    request with the same id is safe in either case and tells.
    """

    def __init__(self, what: str, remedy: str, *, in_doubt: bool = False) -> None:
        super().__init__(what, remedy)
        self.in_doubt = in_doubt


class LedgerFault(LedgerError):  # noqa: N818
    """The database refused what the ledger had found good: a fault of the program. Nothing was booked."""
