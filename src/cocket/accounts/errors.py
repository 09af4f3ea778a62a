"""Why somebody is not let in, may not do something, or is told that it is not there."""

from cocket.wording import Phrase, shapes


class AccountError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop; ``key`` names what it is about, ""
    where it is about the whole."""

    def __init__(self, what: str, remedy: str, key: str = "") -> None:
        super().__init__(what, remedy, key)
        self.what, self.remedy, self.key = what, remedy, key

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.keyed(self.key, self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class NoEntry(AccountError):  # noqa: N818  # says what it is
    """A token that is missing, unknown, expired or revoked, or whose person no longer has its role."""


class NotAllowed(AccountError):  # noqa: N818
    """The role may not do this; the remedy says which role may."""


class NotThere(AccountError):  # noqa: N818
    """Absent, or not for these eyes: the two are told in the same words, so that nobody can find out by asking."""
