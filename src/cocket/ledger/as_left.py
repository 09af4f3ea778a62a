"""A transaction of one statement, decided on the lines as an earlier transaction of this program left them.

Nothing is read and nothing locked first: the statement changes a line only where its sequence is still the one that the
decision was made on, and whatever changes a line, its periods or its postings raises that. Where somebody else wrote
the line, or an id was used before, nothing at all is written, and the requests are decided anew on rows that are held.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import psycopg

from cocket.ledger import rows
from cocket.ledger.arrays import as_rows
from cocket.ledger.postgres_store import PostgresStore, listed
from cocket.ledger.request import MOVING, Request
from cocket.ledger.state import LineState
from cocket.ledger.store import Changes, Stored

LEFT_MAX: Final = 10_000
"""Lines that are remembered, some megabytes."""
IDS_MAX: Final = 50_000
"""Ids that are remembered: some megabytes, and some seconds of the busiest port, in which most of what is asked again
is asked again."""


PAUSE_MAX: Final = 64
"""Where others write the same lines, at most so many transactions hold their rows first before one is tried again."""


class LinesLeft:
    """The lines that this program wrote last, as it left them; whether they still are so only the database knows. And
    the ids that it was asked: one that comes again is better looked up than turned away by the key."""

    def __init__(self) -> None:
        self._lines: OrderedDict[str, LineState] = OrderedDict()
        self._ids: OrderedDict[str, None] = OrderedDict()
        self._pause = self._pause_next = 0

    def keep(self, lines: Mapping[str, LineState]) -> None:
        for id, line in lines.items():
            self._lines.pop(id, None)
            # what a period has left stands in a row of its own
            if not line.periods:
                self._lines[id] = line
        while len(self._lines) > LEFT_MAX:
            self._lines.popitem(last=False)

    def note_ids(self, requests: Sequence[Request]) -> None:
        for request in requests:
            self._ids[request.id] = None
        while len(self._ids) > IDS_MAX:
            self._ids.popitem(last=False)

    def turned_away(self) -> None:
        """Another program writes these lines too: each try costs a statement, so that there are ever fewer of them."""
        self._pause = self._pause_next = min(2 * self._pause_next or 1, PAUSE_MAX)

    def went_through(self) -> None:
        self._pause_next //= 2

    def take(self, requests: Sequence[Request]) -> dict[str, LineState] | None:
        """The lines of all these requests, to be kept again when they were written; None where some are not known or
        something is asked that needs more than its line, or again."""
        if self._pause:
            self._pause -= 1
            return None
        wanted = set()
        for request in requests:
            if request.kind not in MOVING or request.id in self._ids:
                return None
            for part in request.parts:
                if part.target or part.line not in self._lines:
                    return None
                wanted.add(part.line)
        return {id: self._lines.pop(id) for id in wanted}


class AsLeft(PostgresStore):
    """``lines``: taken from LinesLeft. The connection has no transaction open: `write` is one, and its only one."""

    # Unless every line was as it was left the entries have no sequence, and no table takes them. For that count the
    # lines come first: whoever waits for one of them holds no id that others wait for.
    draw_sql = f"""with drawn as ({PostgresStore.update_line_sql} and l.head = new.head_before returning 1),
        sent as (select {{read}}),
        new as (select {listed(name for name in rows.NEW_ENTRY if name != "seq")},
            case when (select count(*) from drawn) = %s then seq end as seq from sent),
        {PostgresStore.enter_new_sql}"""

    def __init__(self, connection: "psycopg.Connection[tuple[Any, ...]]", lines: Mapping[str, LineState]) -> None:
        super().__init__(connection)
        self._lines = lines

    def lock_lines(self, ids: Sequence[str]) -> list[LineState]:
        return [self._lines[id] for id in ids]

    def stored(self, ids: Sequence[str]) -> Mapping[str, Stored]:  # noqa: ARG002  # as the other stores are asked
        """None: an id that was used before is turned away by the key of the ids."""
        return {}

    def write(self, changes: Changes) -> None:
        changed = changes.changed_lines()
        heads = [one.head_before for one in changed]
        before = [(*row, head) for row, head in zip(rows.line_changes(changes), heads, strict=True)]
        lines, line_values = as_rows((*rows.LINE_CHANGE, "head_before"), before, share=False)
        read, values = as_rows(rows.NEW_ENTRY, rows.new_entries(changes))
        statement = self.draw_sql.format(lines=lines, read=read)
        self.connection.execute(statement, [*line_values, *values, len(changed)])
