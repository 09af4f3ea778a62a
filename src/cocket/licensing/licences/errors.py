"""What is wrong with a licence or with what somebody wants to do with it."""

from cocket.wording import Phrase, shapes


class LicenceError(Exception):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop; ``key`` names the part of the
    licence it stands in, such as ``lines[0].quantity``, "" for the licence as a whole."""

    def __init__(self, what: str, remedy: str, key: str = "") -> None:
        super().__init__(what, remedy, key)
        self.what, self.remedy, self.key = what, remedy, key

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.keyed(self.key, self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class MoveRefused(LicenceError):  # noqa: N818  # says what it is
    """A step that the table of moves does not allow from where the licence stands; nothing was changed.

    ``why`` names the reason for faces that tell it in other words: a status, or what was not met.
    """

    def __init__(self, what: str, remedy: str, *, number: str, move: str, why: str) -> None:
        super().__init__(what, remedy)
        self.number, self.move, self.why = number, move, why


class UnknownLicence(LicenceError):  # noqa: N818
    """A number under which no licence was ever issued; ``near``: one that was and looks like it, "" for none."""

    def __init__(self, what: str, remedy: str, key: str = "", near: str = "") -> None:
        super().__init__(what, remedy, key)
        self.near = near


class NumberTaken(LicenceError):  # noqa: N818
    """A number that was given before, or that people could take for one that was."""
