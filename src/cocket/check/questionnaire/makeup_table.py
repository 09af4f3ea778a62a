"""The table of a full composition, read into statements."""

from dataclasses import dataclass, field
from typing import Final

from cocket.check.composition_text import CONTENT
from cocket.check.passports.makeup import Makeup, is_balance
from cocket.check.passports.passport import COMPLETE
from cocket.check.questionnaire.faults import form_words, wrong
from cocket.check.questionnaire.fields import Field
from cocket.check.questionnaire.filled import Cell, Fault, Filled
from cocket.check.questionnaire.values import AnswerError, read_value
from cocket.check.questionnaire.words import is_unknown
from cocket.check.tables.errors import CellError
from cocket.quantity.errors import CompositionError, QuantityError
from cocket.quantity.fraction import parse_share
from cocket.quantity.substance import read_substance

ANY_SHARE: Final = ">=0"  # a substance whose share is not known may be absent or all there is


@dataclass(slots=True)
class _Table:
    file: str
    shares: dict[str, str] = field(default_factory=dict)
    wheres: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, substance: Cell, share: Cell) -> None:
        try:
            name, text = substance.text(), share.text()
        except CellError as fault:
            self.faults.append(Fault(share.where, fault.message, fault.remedy))
            return
        if not name and not text:
            return
        if not name or not text:
            what = wrong("no_substance") if text else wrong("no_share", name=name)
            self.faults.append(Fault((share if name else substance).where, *what))
            return
        try:
            known = read_substance(name)
            share_text = ANY_SHARE if is_unknown(text) else text
            if not is_balance(share_text):
                parse_share(share_text)
        except QuantityError as error:
            self.faults.append(Fault(share.where, error.what, error.remedy))
            return
        key = known.only_element or str(known)
        if key in self.shares:
            self.faults.append(Fault(substance.where, *wrong("given_twice", name=name)))
            return
        self.shares[key], self.wheres[key] = share_text, share.where


def read_makeup(filled: Filled, table: Field, complete: Field) -> tuple[dict[str, str] | None, list[Fault]]:
    """Statements of the composition, none where the table is empty, None where it is answered with "unknown"."""
    read = _Table(filled.file)
    for number in table.rows:
        nothing = Cell(None, filled.file)
        read.add(filled.substances.get(number, nothing), filled.cells.get(number, nothing))
    cell = filled.cells.get(complete.number, Cell(None, form_words("answer", file=filled.file, number=complete.number)))
    try:
        text = cell.text()
        answer = read_value(complete, text) if text else None
    except (CellError, AnswerError) as fault:
        what = fault.message if isinstance(fault, CellError) else fault.what
        return {}, [*read.faults, Fault(cell.where, what, fault.remedy)]
    if not read.shares and not read.faults:
        if answer == "yes":
            return {}, [Fault(cell.where, *wrong("none_named"))]
        return ({}, []) if answer is None else (None, [])
    if not read.faults:
        read.faults += _check(read, cell.where, is_complete=answer == "yes")
    stated = {CONTENT + name: share for name, share in read.shares.items()}
    return stated | ({COMPLETE: "yes"} if answer == "yes" else {}), read.faults


def _check(read: _Table, where: str, *, is_complete: bool) -> list[Fault]:
    try:
        Makeup(read.shares, (), is_complete).read()
    except CompositionError as error:
        place = read.wheres.get(error.keys[0], where) if len(error.keys) == 1 else where
        return [Fault(place, error.what, error.remedy)]
    except QuantityError as error:
        return [Fault(where, error.what, error.remedy)]
    return []
