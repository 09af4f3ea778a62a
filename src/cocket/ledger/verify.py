"""Recomputes the whole book from its entries: every chain, every balance, every seal. Reads only.

What it needs of other tables it takes in whole (lines, periods, seals); entries stream past once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from cocket.ledger import rows
from cocket.ledger.entry import GENESIS, chained
from cocket.ledger.merkle import Log
from cocket.ledger.replay import Replayed, replay_entry
from cocket.ledger.seal import leaf_of
from cocket.ledger.state import LineState, PeriodState
from cocket.ledger.store import Reader
from cocket.ledger.terms import terms_text

ENTRIES: Final = f"select {', '.join(rows.ENTRY)} from ledger_entry order by line, seq"

# What an entry leaves for others to act on, less what they took: must be what stands in its posting.
_TAKEN: Final = """
    select line, target, sum(quantity) as quantity,
        sum(case kind when 'write_off' then freed_value else value end) as value,
        sum(case kind when 'write_off' then quantity else 0 end) as spent
    from ledger_entry where target <> '' and outcome = '' group by line, target"""
_CORRECTED: Final = """
    select w.line, w.target, sum(c.quantity) as quantity
    from ledger_entry c join ledger_posting w on w.id = c.target and w.line = c.line
    where c.kind = 'correct' and c.outcome = '' and w.target <> '' group by w.line, w.target"""
_OPENS: Final = "((e.kind in ('reserve', 'write_off') and e.outcome = '') or e.kind = 'excess')"
POSTINGS: Final = f"""
    select e.line, e.seq from ledger_entry e
    left join ledger_posting p on p.id = e.request and p.part = e.part
    left join ({_TAKEN}) t on t.line = e.line and t.target = e.request
    left join ({_CORRECTED}) c on c.line = e.line and c.target = e.request
    where p.id is null or p.line <> e.line or p.seq <> e.seq
        or p.kind <> case when {_OPENS} then e.kind else '' end
        or p.period <> e.period
        or p.target <> case when {_OPENS} then e.target else '' end
        or p.open_quantity <> case when {_OPENS} then e.quantity - coalesce(t.quantity, 0) else 0 end
        or p.open_value <> case when {_OPENS} then e.value - coalesce(t.value, 0) else 0 end
        or p.spent_quantity <> case when {_OPENS} then coalesce(t.spent, 0) - coalesce(c.quantity, 0) else 0 end
    order by e.line, e.seq limit 1"""


@dataclass(frozen=True, slots=True)
class Break:
    """The first thing that does not hold: ``what`` names the rule, ``sequence`` 0 the line as a whole."""

    what: str
    line: str
    sequence: int = 0
    expected: str = ""
    found: str = ""


@dataclass(slots=True)
class Verdict:
    """``clock_steps``: entries recorded earlier than the one before them, by a host whose clock was behind."""

    entries: int = 0
    lines: int = 0
    seals: int = 0
    clock_steps: int = 0
    first_break: Break | None = None
    heads: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """An empty book shows nothing, and so does not hold."""
        return self.first_break is None and self.entries > 0


def verify(reader: Reader, kept: tuple[int, bytes] | None = None) -> Verdict:
    """``kept``: size and root of a seal that somebody else holds; the log must begin with it."""
    verdict = Verdict()
    verdict.first_break = next(_breaks(reader, verdict, kept), None)
    return verdict


def _breaks(reader: Reader, verdict: Verdict, kept: tuple[int, bytes] | None) -> Iterator[Break]:
    columns = ", ".join(rows.LINE)
    lines = {row[0]: LineState(*row) for row in reader.rows(f"select {columns} from ledger_line order by id")}
    periods: dict[str, list[PeriodState]] = {}
    for row in reader.rows(f"select {', '.join(rows.PERIOD)} from ledger_period order by line, number"):
        periods.setdefault(row[0], []).append(PeriodState(*row))
    verdict.lines = len(lines)
    for line, entries in groupby(reader.rows(ENTRIES), key=itemgetter(0)):
        replayed = Replayed()
        yield from _chain(line, entries, replayed, verdict)
        stands = lines.pop(line, None)
        if stands is None:
            yield Break("no_line", line)
        else:
            yield from _line(stands, periods.pop(line, []), replayed)
    yield from (Break("no_entries", line) for line in (*lines, *periods))
    yield from _postings(reader, verdict)
    yield from _seals(reader, verdict, kept)


def _chain(line: str, entries: Iterator[tuple[Any, ...]], replayed: Replayed, verdict: Verdict) -> Iterator[Break]:
    head, seq, recorded, count = GENESIS, 0, "", 0
    for entry in entries:
        seq += 1
        if entry[1] != seq:
            yield Break("sequence", line, entry[1], str(seq), str(entry[1]))
            return
        head = chained(head, entry)
        if head != entry[19]:
            verdict.entries += count
            yield Break("hash", line, seq, head.hex(), bytes(entry[19]).hex())
            return
        if entry[14] < recorded:
            verdict.clock_steps += 1
        recorded = entry[14]
        replay_entry(replayed, entry)
        count += 1
    replayed.seq, replayed.head = seq, head
    verdict.entries += count


def _line(line: LineState, periods: list[PeriodState], replayed: Replayed) -> Iterator[Break]:
    terms = terms_text(
        unit=line.unit,
        valid=(line.valid_from, line.valid_until),
        quantity=(line.limit_quantity, line.tolerance_quantity),
        value=(line.limit_value, line.tolerance_value),
        currency=line.currency,
        uses=line.limit_uses,
        periods=[(one.first, one.last, one.limit_quantity, one.limit_value) for one in periods],
    )
    if terms != replayed.terms or line.periods != len(periods):
        yield Break("terms", line.id, 0, replayed.terms, terms)
    for name in rows.BALANCE:
        expected, found = getattr(replayed, name), getattr(line, name)
        if expected != found:
            shown = (expected.hex(), bytes(found).hex()) if name == "head" else (str(expected), str(found))
            yield Break(name, line.id, 0, *shown)
    for period in periods:
        expected = tuple(replayed.periods.get(period.number, [0, 0, 0, 0]))
        found = (period.reserved_quantity, period.drawn_quantity, period.reserved_value, period.drawn_value)
        if expected != found:
            yield Break("period", line.id, 0, str(expected), str(found))


def _postings(reader: Reader, verdict: Verdict) -> Iterator[Break]:
    yield from (Break("posting", line, seq) for line, seq in reader.rows(POSTINGS))
    found = next(reader.rows("select count(*) from ledger_posting"))[0]
    if found != verdict.entries:
        yield Break("postings", "", 0, str(verdict.entries), str(found))


def _seals(reader: Reader, verdict: Verdict, kept: tuple[int, bytes] | None) -> Iterator[Break]:
    unlike = """select s.line, s.seq from ledger_seal_leaf s
        left join ledger_entry e on e.line = s.line and e.seq = s.seq
        where e.hash is null or e.hash <> s.hash order by s.position limit 1"""
    yield from (Break("sealed_entry", line, seq) for line, seq in reader.rows(unlike))
    roots = {size: bytes(root) for size, root in reader.rows("select size, root from ledger_seal order by size")}
    verdict.seals = len(roots)
    wanted = [*roots.items(), *([kept] if kept else [])]
    log, at = Log(), {}
    for line, seq, own in reader.rows("select line, seq, hash from ledger_seal_leaf order by position"):
        log.append(leaf_of(line, seq, bytes(own)))
        if log.size in roots or (kept and log.size == kept[0]):
            at[log.size] = log.root()
    for size, root in wanted:
        if at.get(size) != root:
            yield Break("seal", "", size, root.hex(), at[size].hex() if size in at else "")
