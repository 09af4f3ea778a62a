"""The statements of the ledger for SQLite. Nothing here begins or ends a transaction."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence

from cocket.ledger import rows
from cocket.ledger.post import stored_answers
from cocket.ledger.state import LineState, PeriodState, PostingState
from cocket.ledger.store import Changes, Head, Stored
from cocket.quantity.rate import Rate


def insert(table: str, columns: Sequence[str]) -> str:
    return f"insert into {table} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"


def listed(columns: Sequence[str]) -> str:
    return ", ".join(columns)


def numbered(columns: Sequence[str], first: int) -> str:
    """Assignments from the parameters that start with number ``first``."""
    return ", ".join(f"{name} = ?{number}" for number, name in enumerate(columns, start=first))


class SqliteStore:
    """On a connection whose transaction began with BEGIN IMMEDIATE: whoever holds it is the only writer."""

    lock_lines_sql = f"""select {listed(rows.LINE)} from ledger_line
        where id in (select value from json_each(?)) order by id"""
    stored_sql = """select e.request, e.kind, e.digest, e.line, e.seq, e.hash, e.outcome, e.room
        from ledger_posting p join ledger_entry e on e.line = p.line and e.seq = p.seq
        where p.id in (select value from json_each(?)) order by p.id, p.part"""
    postings_sql = f"""select {listed(rows.POSTING)} from ledger_posting
        where id in (select value from json_each(?))"""
    periods_sql = f"""select {listed(rows.PERIOD)} from ledger_period
        where line in (select value from json_each(?)) order by line, number"""
    rates_sql = f"""select {listed(rows.RATE)} from ledger_rate
        where currency = ? and into_currency = ? order by first_day"""
    insert_posting_sql = insert("ledger_posting", rows.POSTING)
    insert_line_sql = insert("ledger_line", rows.LINE)
    insert_period_sql = insert("ledger_period", rows.PERIOD)
    insert_entry_sql = insert("ledger_entry", rows.ENTRY)
    insert_rate_sql = insert("ledger_rate", rows.RATE)
    # What is usable and valid is tested in the statement that draws, on the row that a suspension writes.
    update_line_sql = f"""update ledger_line set {numbered(rows.BALANCE, 2)}
        where id = ?1 and seq = ?13 and (?14 = '' or (usable = 1 and valid_from <= ?14 and valid_until >= ?15))"""
    update_period_sql = f"""update ledger_period
        set {numbered(rows.PERIOD[6:], 3)} where line = ?1 and number = ?2"""
    update_posting_sql = f"""update ledger_posting
        set {numbered(rows.POSTING[7:], 3)} where id = ?1 and part = ?2"""
    leaves_sql = "select line, seq, hash from ledger_seal_leaf order by position"
    grown_sql = """select l.id, l.seq, l.head from ledger_line l
        where l.seq > coalesce((select max(s.seq) from ledger_seal_leaf s where s.line = l.id), 0) order by l.id"""
    last_sealed_sql = "select sealed from ledger_seal order by size desc limit 1"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def lock_lines(self, ids: Sequence[str]) -> list[LineState]:
        return [LineState(*row) for row in self._in(self.lock_lines_sql, ids)]

    def stored(self, ids: Sequence[str]) -> Mapping[str, Stored]:
        return stored_answers(self._in(self.stored_sql, ids))

    def postings(self, ids: Collection[str]) -> list[PostingState]:
        return [PostingState(*row) for row in self._in(self.postings_sql, ids)]

    def periods(self, lines: Collection[str]) -> list[PeriodState]:
        return [PeriodState(*row) for row in self._in(self.periods_sql, lines)]

    def rates(self, pairs: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Sequence[Rate]]:
        return {pair: [rows.read_rate(row) for row in self.connection.execute(self.rates_sql, pair)] for pair in pairs}

    def add_rate(self, rate: Rate) -> None:
        self.connection.execute(self.insert_rate_sql, rows.rate_row(rate))

    def leaves(self) -> list[Head]:
        return list(self.connection.execute(self.leaves_sql))

    def grown(self) -> list[Head]:
        return list(self.connection.execute(self.grown_sql))

    def last_sealed(self) -> str:
        found: str = self.connection.execute(self.last_sealed_sql).fetchone()[0]
        return found

    def add_seal(self, size: int, root: bytes, sealed: str, leaves: list[tuple[int, str, int, bytes]]) -> None:
        self.connection.executemany(insert("ledger_seal_leaf", ("position", "line", "seq", "hash")), leaves)
        self.connection.execute(insert("ledger_seal", ("size", "root", "sealed")), (size, root, sealed))

    def _in(self, statement: str, ids: Collection[str]) -> sqlite3.Cursor:
        return self.connection.execute(statement, (json.dumps(list(ids)),))

    def write(self, changes: Changes) -> None:
        many = self.connection.executemany
        opened = changes.opened.values()
        new = rows.new_entries(changes)
        many(self.insert_posting_sql, map(rows.posting_of_row, new))
        many(self.insert_line_sql, [rows.row_of(line) for line, _ in opened])
        many(self.insert_period_sql, [rows.row_of(one) for one in rows.opened_periods(opened)])
        self._all(self.update_line_sql, rows.line_changes(changes))
        self._all(self.update_period_sql, rows.period_changes(changes))
        self._all(self.update_posting_sql, rows.posting_changes(changes))
        many(self.insert_entry_sql, [row[: len(rows.ENTRY)] for row in new])

    def _all(self, statement: str, values: list[tuple[object, ...]]) -> None:
        """Every row must be as it was read: zero rows changed means that somebody else wrote it since."""
        if values and self.connection.executemany(statement, values).rowcount != len(values):
            raise rows.not_as_read(statement.split()[1])
