"""What the gate cannot answer: a declaration that is none, one that changed, and events that fit nothing."""

from cocket.gate.faults import pieces, wrong
from cocket.wording.shapes import each_of, named_column, placed, within


class GateError(Exception):
    """``what`` is wrong, ``where`` it is (file and row, declaration) and the ``remedy``, each without its full stop."""

    def __init__(self, what: str, remedy: str, *, where: str) -> None:
        super().__init__(placed(where, what, remedy))
        self.what, self.where, self.remedy = what, where, remedy


class BadDeclaration(GateError):  # noqa: N818  # says what it is, as the others here do
    """Cannot be judged at all, whatever the law says: nothing was stored."""

    def __init__(self, what: str, remedy: str, *, where: str, column: str = "") -> None:
        super().__init__(what, remedy, where=within(where, named_column(column) if column else ""))
        self.column = column


class Changed(GateError):  # noqa: N818
    """The number was declared before with something else in it; the first declaration and its answer stand.

    ``differences``: what is in it, as first declared, as declared now ("" where it is absent).
    """

    def __init__(self, number: str, differences: tuple[tuple[str, str, str], ...]) -> None:
        nothing = pieces("nothing")
        said = (
            pieces("difference", name=name, was=was or nothing, now=now or nothing) for name, was, now in differences
        )
        super().__init__(*wrong("changed", differences=each_of(said)), where=pieces("declaration", number=number))
        self.differences = differences


class UnknownDeclaration(GateError):  # noqa: N818
    """A number under which nothing was declared."""


class EventRefused(GateError):  # noqa: N818
    """An event that resolves nothing of this declaration; nothing was stored."""
