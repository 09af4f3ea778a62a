"""The statements of the ledger for PostgreSQL. Nothing here begins or ends a transaction.

Many rows go in as arrays, so that a transaction of hundreds of bookings takes six round trips.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import psycopg

from cocket.ledger import rows
from cocket.ledger.arrays import Texts, as_rows, column, teach
from cocket.ledger.post import stored_answers
from cocket.ledger.state import LineState, PeriodState, PostingState
from cocket.ledger.store import Changes, Head, Stored
from cocket.quantity.rate import Rate

TYPES = {"id": "text", "line": "text", "head": "bytea", "drawn_first": "text", "drawn_last": "text"}


def listed(columns: Iterable[str]) -> str:
    return ", ".join(columns)


def arrays(columns: Sequence[str]) -> str:
    """One array for each column, read as rows."""
    parameters = ", ".join(f"%s::{TYPES.get(name) or 'bigint'}[]" for name in columns)
    return f"unnest({parameters}) as new ({listed(columns)})"


class PostgresStore:
    """On a connection inside a READ COMMITTED transaction: after the locks each statement sees what was committed."""

    # In the order of their ids, so that two transactions never wait for each other.
    lock_lines_sql = f"select {listed(rows.LINE)} from ledger_line where id = any(%s) order by id for update"
    stored_sql = """select e.request, e.kind, e.digest, e.line, e.seq, e.hash, e.outcome, e.room
        from ledger_posting p join ledger_entry e on e.line = p.line and e.seq = p.seq
        where p.id = any(%s) order by p.id, p.part"""
    postings_sql = f"select {listed(rows.POSTING)} from ledger_posting where id = any(%s)"
    periods_sql = f"select {listed(rows.PERIOD)} from ledger_period where line = any(%s) order by line, number"
    rates_sql = f"""select {listed(rows.RATE)} from ledger_rate
        where currency = %s and into_currency = %s order by first_day"""
    # What is usable and valid is tested in the statement that draws, on the row that a suspension writes.
    update_line_sql = f"""update ledger_line l set {", ".join(f"{name} = new.{name}" for name in rows.BALANCE)}
        from (select {{lines}}) as new
        where l.id = new.id and l.seq = new.seq_before and (new.drawn_first = ''
            or (l.usable = 1 and l.valid_from <= new.drawn_first and l.valid_until >= new.drawn_last))"""
    update_period_sql = f"""update ledger_period p set reserved_quantity = new.reserved_quantity,
            drawn_quantity = new.drawn_quantity, reserved_value = new.reserved_value, drawn_value = new.drawn_value
        from {arrays(("line", "number", "reserved_quantity", "drawn_quantity", "reserved_value", "drawn_value"))}
        where p.line = new.line and p.number = new.number"""
    update_posting_sql = f"""update ledger_posting p set open_quantity = new.open_quantity,
            open_value = new.open_value, spent_quantity = new.spent_quantity
        from {arrays(("id", "part", "open_quantity", "open_value", "spent_quantity"))}
        where p.id = new.id and p.part = new.part"""
    # One statement, whose parts see the same rows: an id that somebody else wrote stops the entry as well.
    enter_new_sql = f"""entered as (
            insert into ledger_entry ({listed(rows.ENTRY)}) select {listed(rows.ENTRY)} from new)
        insert into ledger_posting ({listed(rows.POSTING)})
        select request, part, line, seq, opens, period, opens_on, open_quantity, open_value, spent_quantity from new"""
    enter_sql = f"with new as (select {{read}}), {enter_new_sql}"
    leaves_sql = "select line, seq, hash from ledger_seal_leaf order by position"
    grown_sql = """select l.id, l.seq, l.head from ledger_line l
        where l.seq > coalesce((select max(s.seq) from ledger_seal_leaf s where s.line = l.id), 0) order by l.id"""
    last_sealed_sql = "select sealed from ledger_seal order by size desc limit 1"

    def __init__(self, connection: "psycopg.Connection[tuple[Any, ...]]") -> None:
        teach(connection)
        self.connection = connection
        self.held: dict[str, LineState] = {}
        """The lines that were read or opened, as the transaction leaves them."""

    def lock_lines(self, ids: Sequence[str]) -> list[LineState]:
        lines = [LineState(*row) for row in self._in(self.lock_lines_sql, ids)]
        self.held.update((line.id, line) for line in lines)
        return lines

    def stored(self, ids: Sequence[str]) -> Mapping[str, Stored]:
        return stored_answers(self._in(self.stored_sql, ids))

    def postings(self, ids: Collection[str]) -> list[PostingState]:
        return [PostingState(*row) for row in self._in(self.postings_sql, ids)]

    def periods(self, lines: Collection[str]) -> list[PeriodState]:
        return [PeriodState(*row) for row in self._in(self.periods_sql, lines)]

    def rates(self, pairs: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Sequence[Rate]]:
        return {pair: [rows.read_rate(row) for row in self._run(self.rates_sql, pair)] for pair in pairs}

    def add_rate(self, rate: Rate) -> None:
        self._copy("ledger_rate", rows.RATE, [rows.rate_row(rate)])

    def leaves(self) -> list[Head]:
        self._run("lock table ledger_seal in exclusive mode")
        return list(self._run(self.leaves_sql))

    def grown(self) -> list[Head]:
        return list(self._run(self.grown_sql))

    def last_sealed(self) -> str:
        return str(next(iter(self._run(self.last_sealed_sql)))[0])

    def add_seal(self, size: int, root: bytes, sealed: str, leaves: list[tuple[int, str, int, bytes]]) -> None:
        self._copy("ledger_seal_leaf", ("position", "line", "seq", "hash"), leaves)
        self._copy("ledger_seal", ("size", "root", "sealed"), [(size, root, sealed)])

    def write(self, changes: Changes) -> None:
        opened = changes.opened.values()
        self.held.update((line.id, line) for line, _ in opened)
        self._copy("ledger_line", rows.LINE, [rows.row_of(line) for line, _ in opened])
        self._copy("ledger_period", rows.PERIOD, [rows.row_of(one) for one in rows.opened_periods(opened)])
        self._update_lines(rows.line_changes(changes))
        self._all(self.update_period_sql, rows.period_changes(changes))
        self._all(self.update_posting_sql, rows.posting_changes(changes))
        if changes.entries:
            read, values = as_rows(rows.NEW_ENTRY, rows.new_entries(changes))
            self.connection.execute(self.enter_sql.format(read=read), values)

    def _update_lines(self, changed: Sequence[Sequence[object]]) -> None:
        if changed:
            lines, values = as_rows(rows.LINE_CHANGE, changed, share=False)
            if self.connection.execute(self.update_line_sql.format(lines=lines), values).rowcount != len(changed):
                raise rows.not_as_read("ledger_line")

    def _in(self, statement: str, ids: Collection[str]) -> "psycopg.Cursor[tuple[Any, ...]]":
        return self._run(statement, (Texts(ids),))

    def _run(self, statement: str, values: Sequence[object] = ()) -> "psycopg.Cursor[tuple[Any, ...]]":
        # binary answers: whole numbers and hashes come as they are, without a text in between
        return self.connection.cursor(binary=True).execute(statement, values)

    def _copy(self, table: str, columns: Sequence[str], new: Sequence[Sequence[object]]) -> None:
        if not new:
            return
        with self.connection.cursor().copy(f"copy {table} ({listed(columns)}) from stdin") as copy:
            for row in new:
                copy.write_row(row)

    def _all(self, statement: str, values: Sequence[Sequence[object]]) -> None:
        """Every row must be as it was read: fewer rows changed means that somebody else wrote one since."""
        if values:
            columns = [column(some) for some in zip(*values, strict=True)]
            if self.connection.execute(statement, columns).rowcount != len(values):
                raise rows.not_as_read(statement.split()[1])
