"""A filled form: the questions it carries, what stands in its fields, and what is wrong with it so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cocket.check.questionnaire.faults import wrong
from cocket.check.questionnaire.form import Form
from cocket.check.tables.cells import plain_number
from cocket.check.tables.errors import CellError
from cocket.wording import Phrase, shapes


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where it stands, what it is, and what to do, each without its full stop."""

    where: str
    what: str
    remedy: str

    def told(self) -> Phrase:
        """The whole fault, for a face to say in its language."""
        return shapes.placed(self.where, self.what, self.remedy)

    def __str__(self) -> str:
        return str(self.told())


class FormError(Exception):
    """A filled form of which nothing is used, with all its faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a file; ``value`` is None, text, a figure, a day, a truth value or a CellError."""

    value: object
    where: str

    def text(self) -> str:
        """The value as it would be written; raises CellError for what a cell only shows."""
        match self.value:
            case None:
                return ""
            case CellError():
                raise self.value
            case bool():
                return "yes" if self.value else "no"
            case int() | Decimal():
                return plain_number(self.value)
            case date():
                return self.value.isoformat()[:10]
            case str():
                return self.value.strip()
        raise CellError(*wrong("kind", kind=type(self.value).__name__))


@dataclass(frozen=True, slots=True)
class Filled:
    """``cells`` by the number of the field; of a row of a composition the share, ``substances`` the names."""

    form: Form
    cells: Mapping[str, Cell]
    substances: Mapping[str, Cell]
    file: str
    faults: tuple[Fault, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written beside the questions on products."""
        written = (*self.cells.items(), *self.substances.items())
        return not any(number.startswith("Q") and cell.value not in (None, "") for number, cell in written)
