"""The rows of a long file at two looks at the law: both answered by column, rows made only where they are shown.

``check/impact.py`` is the word on how a row turns and why. Here its status is told once for each distinct answer, two
answers are compared once, and the reasons are asked for once for all rows that nothing in them can tell apart.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import numpy as np

from cocket.check.bulk.numbered import NO_LINE, LineAnswers, Numbered, cells_of, rows_at
from cocket.check.checker import Verdict
from cocket.check.files import RowResult
from cocket.check.impact import Comparison, Look, RowImpact, Status, Turn, stated_at, status_of, turn_of
from cocket.check.tables import BadRow, Row, Table
from cocket.check.tables.chunks import Chunk
from cocket.determination.kernel.columns import Flags
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import EPOCH
from cocket.law.changes import Change
from cocket.law.instrument import Act

BATCH_ROWS: Final = 131_072  # rows that change are held one by one


def nobody(_rows: int) -> None:
    """Who does not want to hear of rows worked through."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers, before and after, and how a row with them turns."""

    verdicts: tuple[Verdict, Verdict]
    was: Status
    now: Status
    turn: Turn


@dataclass(slots=True)
class BulkImpacts:
    """Compares the rows of one table; rows that change, faulty ones, and with ``every`` all others are handed back.

    ``unchanged`` counts those that are not. What no part can tell goes through ``comparison`` row by row.
    """

    comparison: Comparison
    table: Table
    unchanged: int = 0
    _sides: tuple[LineAnswers, LineAnswers] = field(init=False)
    _pairs: dict[tuple[int, int], Pair] = field(default_factory=dict)
    _statuses: dict[tuple[int, int], Status] = field(default_factory=dict)

    def __post_init__(self) -> None:
        first, second = self._looks
        before = LineAnswers(first.checker, self.table, first.known, first.on)
        other = before if second.checker is first.checker else None
        self._sides = before, LineAnswers(second.checker, self.table, second.known, second.on, other)

    @property
    def _looks(self) -> tuple[Look, Look]:
        return self.comparison.before, self.comparison.after

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headers of columns that were understood and of which no law speaks, so far."""
        return tuple(dict.fromkeys(header for side in self._sides for header in side.ignored()))

    def rows(self, passed: Callable[[int], None] = nobody) -> Iterator[RowImpact]:
        """What is to be told, in the order of the file. ``passed`` hears of each number of rows worked through, whether
        they are told or not."""
        assert self.table.open_chunks is not None, "a table that does not fit"
        for chunk in self.table.open_chunks(BATCH_ROWS):
            done = 0
            for place, impact in self._of(chunk):
                passed(place - done)
                done = place
                yield impact
            passed(len(chunk.numbers) - done)

    def _of(self, chunk: Chunk) -> Iterator[tuple[int, RowImpact]]:
        """The rows to be told, each with the number of rows of the chunk that lie before it."""
        cells = cells_of(self.table, chunk)
        was, now = (side.number(chunk, cells) for side in self._sides)
        by_column = (was.answer >= 0) & (now.answer >= 0)
        first, pair_of = distinct([np.where(by_column, one.answer, -1) for one in (was, now)])
        pairs = [self._pair(int(was.answer[row]), int(now.answer[row])) if by_column[row] else None for row in first]
        turns = np.array([one is not None and one.turn is not Turn.SAME for one in pairs], np.bool_)[pair_of]
        wanted = np.flatnonzero(turns | ~by_column | self.comparison.every)
        self.unchanged += len(turns) - len(wanted)
        because = self._reasons(was, now, turns, lambda row: pairs[pair_of[row]])
        for place, row in zip(wanted.tolist(), rows_at(self.table, chunk, wanted.tolist()), strict=True):
            pair = pairs[pair_of[place]]
            if pair is None or isinstance(row, BadRow):
                yield place, self.comparison.of(row)
            else:
                yield place, self._impact(row, pair, because.get(place, ()))

    def _impact(self, row: Row, pair: Pair, because: tuple[Change, ...]) -> RowImpact:
        sides = zip(self._looks, pair.verdicts, strict=True)
        before, after = (RowResult(row.number, stated_at(row, look), verdict, None) for look, verdict in sides)
        return RowImpact(before, after, pair.was, pair.now, pair.turn, because)

    def _pair(self, was: int, now: int) -> Pair:
        if (was, now) not in self._pairs:
            numbers = was, now
            first, second = (side.answers[one].verdict for side, one in zip(self._sides, numbers, strict=True))
            old, new = (self._status(side, one) for side, one in enumerate(numbers))
            turn = Turn.SAME if old == new else turn_of(first.headline, second.headline)
            self._pairs[numbers] = Pair((first, second), old, new, turn)
        return self._pairs[was, now]

    def _status(self, side: int, number: int) -> Status:
        if (side, number) not in self._statuses:
            verdict = self._sides[side].answers[number].verdict
            self._statuses[side, number] = status_of(self._looks[side], verdict)
        return self._statuses[side, number]

    def _reasons(
        self, was: Numbered, now: Numbered, changed: Flags, pair: Callable[[int], Pair | None]
    ) -> dict[int, tuple[Change, ...]]:
        """The reasons of each row that changed, by its place; asked for once for rows of equal marks."""
        rows = np.flatnonzero(changed)
        if not len(rows):
            return {}
        first, kind = distinct([*self._marks(was, now, rows)])
        found = []
        for row in rows[first].tolist():
            both = pair(row)
            assert both is not None, "a row that was answered by column"
            lines = (_verdict_on(one, verdict, row) for one, verdict in zip((was, now), both.verdicts, strict=True))
            found.append(self.comparison.because(*lines))
        return {row: found[number] for row, number in zip(rows.tolist(), kind.tolist(), strict=True)}

    def _marks(self, was: Numbered, now: Numbered, rows: Ids) -> Iterator[Ids]:
        """All that the reasons of some rows can hang on, as numbers.

        Rows of one kind have the same norms that may hold for them. Besides that the reasons name the listings that
        the parties are under, and readings whose words are about such goods: these are looked at for the facts
        themselves.
        """
        exact = self._are_read(was, now, rows)
        for side, one in zip(self._sides, (was, now), strict=True):
            yield one.kind[rows]
            place = np.searchsorted(one.even, rows)
            deals = one.lines.deals
            listed = deals.only({fact for fact in deals.choices if "@" in fact}).kinds()
            yield listed[one.lines.deal_of[place]]
            if side.on is None:
                yield side.regimes[0].kernel.stretches(one.days[rows])
            if exact:
                yield one.lines.goods_of[place]
                yield one.lines.deal_of[place]

    def _are_read(self, was: Numbered, now: Numbered, rows: Ids) -> bool:
        """Whether an official reading that names its goods differs between the looks on the days of some rows."""
        days = (one.days[rows] for one in (was, now))
        first, _ = distinct([*days])
        pairs = {(_day(was.days[row]), _day(now.days[row])) for row in rows[first].tolist()}
        return any(_names_goods(change) for pair in pairs for change in self.comparison.differing(*pair))


def _names_goods(change: Change) -> bool:
    act = change.norm.content
    return isinstance(act, Act) and act.when is not None


def _verdict_on(numbered: Numbered, verdict: Verdict, row: int) -> Verdict:
    """The answer as that of one row, with its facts and its day."""
    facts = numbered.lines.facts(int(np.searchsorted(numbered.even, row)))
    return replace(verdict, line=replace(NO_LINE, facts=facts, on=_day(numbered.days[row])))


def _day(number: int) -> date:
    return date.fromordinal(int(number) + EPOCH.toordinal())
