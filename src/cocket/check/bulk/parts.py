"""The parts of a line: the goods, the deal, and words that decide nothing. Each distinct part is read once.

What is read of goods does not hang on the deal, nor the other way round, so that two parts read apart say what the
whole line says. A line for which that does not hold (a place in the description, a fault anywhere) is left to the row
path.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from cocket.check.bulk.encoded import Encoded, Numbering
from cocket.check.checker import Checker
from cocket.check.composition_text import gather_composition
from cocket.check.party_columns import PARTIES
from cocket.check.row_hits import RowHits
from cocket.check.tables import BadRow, Column, Table
from cocket.check.tables.columns import COMPOSITION_PREFIX
from cocket.check.tables.rows import RowMaker
from cocket.determination.facts import Facts
from cocket.determination.heard import PLACES
from cocket.determination.kernel.columns import Columns, Flags, columns_of
from cocket.determination.kernel.distinct import Ids
from cocket.determination.read_facts import FactError, Line
from cocket.quantity.interval import PPB
from cocket.reading.line import ReadingError

GOODS: Final = frozenset(
    """composition composition_complete contains control_code description equipment family goods_listed hs kind
    substance technology_field""".split()  # noqa: SIM905  easier to read than a list
)
DEAL: Final = frozenset(
    """china_origin_part1_value_ratio china_origin_technology consignee destination end_use end_user end_user_country
    end_user_listed end_user_parent end_user_parent_share_pct end_user_type exporter_told_of_use importer movement
    moved_from origin""".split()  # noqa: SIM905
)
# Whether an end user is listed may be stated in place of its name.
READ_TOGETHER: Final = dict.fromkeys(("end_user", "end_user_listed"), frozenset({"end_user", "end_user_listed"}))
WORDS: Final = frozenset("currency quantity unit unit_price value".split())  # noqa: SIM905
ECHOED_ONLY: Final = frozenset("line order product certificate grade".split())  # noqa: SIM905
PARTY: Final = frozenset((*PARTIES, *(column for beside in PARTIES.values() for column in beside.values())))
DAYS: Final = frozenset({"date"})


def part_of(key: str) -> str | None:
    """``goods``, ``deal``, ``words``, ``party``, ``echo`` or ``day``; None for a key that only the row path reads.

    A party of the deal is one of ``PARTY`` as well.
    """
    if key in GOODS or key.startswith((COMPOSITION_PREFIX, "param.")):
        return "goods"
    if key in DEAL or key.startswith("temporary."):
        return "deal"
    if key in WORDS:
        return "words"
    if key in ECHOED_ONLY:
        return "echo"
    if key in PARTY:
        return "party"
    return "day" if key in DAYS else None


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One distinct part as it was read; ``line`` None: the row path must look at its lines."""

    stated: Mapping[str, object]
    line: Line | None

    @property
    def facts(self) -> Facts:
        return self.line.facts if self.line else Facts({}, PPB)


class PartReader:
    """Reads the parts of one kind, given the cells of the columns with its keys."""

    def __init__(self, checker: Checker, table: Table, keys: Container[str], part: str) -> None:
        columns = [column for column in table.columns if column.key and column.key in keys]
        placed = [Column(one.header, place, one.key, one.unit) for place, one in enumerate(columns, start=1)]
        self.headers = tuple(column.header for column in columns)
        self.keys = frozenset(column.key for column in columns if column.key)
        self._checker = checker
        self._maker = RowMaker(placed)
        self._goods = part == "goods"

    def stated(self, cells: Sequence[object]) -> Mapping[str, object] | None:
        """What the cells state; None where one of them is faulty."""
        row = self._maker.make(1, cells)
        if isinstance(row, BadRow):
            return None
        return row.stated if row is not None else {}

    def read(self, cells: Sequence[object]) -> ReadPart:
        stated = self.stated(cells)
        if stated is None:
            return ReadPart({}, None)
        try:
            line = self._checker.read(gather_composition(stated))
        except (FactError, ReadingError):
            return ReadPart(stated, None)
        return ReadPart(stated, None if self._hangs_on_more(line) else line)

    def _hangs_on_more(self, line: Line) -> bool:
        """Whether the other parts could change what was read: a place that the description names."""
        return self._goods and any(one.fact in PLACES for one in line.heard)


@dataclass(slots=True)
class Part:
    """The distinct parts of one kind, numbered from batch to batch."""

    reader: PartReader
    numbering: Numbering = field(default_factory=Numbering)
    read: list[ReadPart] = field(default_factory=list)
    stated: list[Mapping[str, object]] = field(default_factory=list)
    columns: Columns = field(default_factory=lambda: columns_of([]))
    kinds: Ids = field(default_factory=lambda: np.zeros(0, np.int64))  # parts with the same facts have the same one
    tells: Flags = field(default_factory=lambda: np.zeros(0, np.bool_))

    def number(self, batch: Mapping[str, Encoded], rows: int) -> Ids:
        """The number of each row's part."""
        numbers, new = self.numbering.of(batch, self.reader.headers, rows)
        if new:
            self.read.extend(self.reader.read(cells) for cells in new)
            self.stated = [one.stated for one in self.read]
            self.columns = columns_of([one.facts for one in self.read])
            self.kinds = self.columns.kinds()
            said = (one.line for one in self.read)
            self.tells = np.array([bool(line and (line.warnings or line.ignored)) for line in said], np.bool_)
        return numbers


Screen = Callable[[Sequence[Mapping[str, object]]], Sequence[RowHits]]
"""The hits of the parties that each of some rows states."""


@dataclass(slots=True)
class Parties:
    """The distinct parties of lines, screened once."""

    reader: PartReader
    screen: Screen
    numbering: Numbering = field(default_factory=Numbering)
    stated: list[Mapping[str, object]] = field(default_factory=list)
    hits: list[RowHits] = field(default_factory=list)
    records: list[Mapping[str, object]] = field(default_factory=list)  # the same as a file of results has it

    def number(self, batch: Mapping[str, Encoded], rows: int) -> Ids:
        numbers, new = self.numbering.of(batch, self.reader.headers, rows)
        # a line with a faulty cell is read row by row, and screened there
        said = [self.reader.stated(cells) or {} for cells in new]
        self.stated.extend(said)
        found = self.screen(said)
        self.hits.extend(found)
        self.records.extend(one.record() for one in found)
        return numbers


def side_by_side(columns: Sequence[Columns], rows: int) -> Columns:
    """Columns of different facts as one."""
    choices = {fact: said for one in columns for fact, said in one.choices.items()}
    numbers = {fact: said for one in columns for fact, said in one.numbers.items()}
    return Columns(rows, choices, numbers, np.full(rows, PPB, np.int64))


def joined(goods: Facts, deal: Facts) -> Facts:
    """The facts of a line with these goods and this deal."""
    return Facts({**goods.values, **deal.values}, goods.rest_hi)
