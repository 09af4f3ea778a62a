"""What people wrote that is no amount, no share, no substance: what is wrong, and what to write instead."""

from cocket.wording import Phrase, shapes


class QuantityError(ValueError):
    """``what`` is wrong and the ``remedy``, each a sentence without its full stop; ``str`` gives both."""

    def __init__(self, what: Phrase, remedy: Phrase) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.told(self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class UnknownElement(QuantityError):  # noqa: N818  # says what it is, as FileNotFound would
    """A symbol or name that no chemical element has."""


class FormulaError(QuantityError):
    """A text that cannot be read as a chemical formula, or can be read as two."""


class CompositionError(QuantityError):
    """A statement on composition that cannot be true or cannot be read; ``keys`` names the statements."""

    def __init__(self, what: Phrase, remedy: Phrase, keys: tuple[str, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.keys = keys
