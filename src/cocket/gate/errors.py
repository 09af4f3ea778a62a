"""What the gate cannot answer: a declaration that is none, one that changed, and events that fit nothing."""


class GateError(Exception):
    """``what`` is wrong, ``where`` it is (file and row, declaration) and the ``remedy``, each without its full stop."""

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}.")
        self.what, self.where, self.remedy = what, where, remedy


class BadDeclaration(GateError):  # noqa: N818  # says what it is, as the others here do
    """Cannot be judged at all, whatever the law says: nothing was stored."""

    def __init__(self, what: str, *, where: str, remedy: str, column: str = "") -> None:
        super().__init__(what, where=f'{where}, column "{column}"' if column else where, remedy=remedy)
        self.column = column


class Changed(GateError):  # noqa: N818
    """The number was declared before with something else in it; the first declaration and its answer stand.

    ``differences``: what is in it, as first declared, as declared now ("" where it is absent).
    """

    def __init__(self, number: str, differences: tuple[tuple[str, str, str], ...]) -> None:
        said = "; ".join(f"{name}: first {was or 'nothing'}, now {now or 'nothing'}" for name, was, now in differences)
        super().__init__(
            f"was declared before, and differs: {said}",
            where=f"declaration {number}",
            remedy="The first answer stands; declare other goods under another number",
        )
        self.differences = differences


class UnknownDeclaration(GateError):  # noqa: N818
    """A number under which nothing was declared."""


class EventRefused(GateError):  # noqa: N818
    """An event that resolves nothing of this declaration; nothing was stored."""
