"""Recomputes the whole book from its entries: every chain, every balance, every seal. Reads only.

What it needs of other tables it takes in whole (lines, periods, seals); entries stream past once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cocket.ledger import rows
from cocket.ledger.chains import first_break_of, read_chains
from cocket.ledger.merkle import Log
from cocket.ledger.postings import posting_breaks
from cocket.ledger.replay import Break, Replayed
from cocket.ledger.seal import leaf_of
from cocket.ledger.state import LineState, PeriodState
from cocket.ledger.store import Reader
from cocket.ledger.terms import terms_text


@dataclass(slots=True)
class Verdict:
    """``clock_steps``: entries recorded earlier than the one before them, by a host whose clock was behind."""

    entries: int = 0
    lines: int = 0
    seals: int = 0
    clock_steps: int = 0
    first_break: Break | None = None

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
    chains = read_chains(reader)
    verdict.entries = sum(chain.seq for chain in chains.values())
    verdict.clock_steps = sum(chain.clock_steps for chain in chains.values())
    for line, chain in sorted(chains.items()):
        broken = first_break_of(line, chain)
        if broken:
            yield broken
        stands = lines.pop(line, None)
        if stands is None:
            yield Break("no_line", line)
        else:
            yield from _line(stands, periods.pop(line, []), chain)
    yield from (Break("no_entries", line) for line in (*lines, *periods))
    yield from posting_breaks(reader, verdict.entries)
    yield from _seals(reader, verdict, kept)


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
