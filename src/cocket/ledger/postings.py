"""Whether what each entry leaves for others to act on stands in its posting."""

from collections.abc import Iterator
from typing import Final

from cocket.ledger.replay import Break
from cocket.ledger.store import Reader

# What an entry leaves for others to act on, less what they took, must be what stands in its posting. Nearly all entries
# were acted on by none: those are compared as they are, the others with what was taken from them.
_ACTS: Final = "target <> '' and outcome = ''"
_TAKEN: Final = f"""
    select line, target, cast(sum(quantity) as bigint) as quantity,
        cast(sum(case kind when 'write_off' then freed_value else value end) as bigint) as value,
        cast(sum(case kind when 'write_off' then quantity else 0 end) as bigint) as spent
    from ledger_entry where {_ACTS} group by line, target"""
_CORRECTED: Final = """
    select w.line, w.target, cast(sum(c.quantity) as bigint) as quantity
    from ledger_entry c join ledger_posting w on w.id = c.target and w.line = c.line
    where c.kind = 'correct' and c.outcome = '' and w.target <> '' group by w.line, w.target"""
_OPENS: Final = "((e.kind in ('reserve', 'write_off') and e.outcome = '') or e.kind = 'excess')"
_OPENED: Final = f"case when {_OPENS} then e.{{}} else 0 end"
POSTINGS: Final = f"""
    select e.line, e.seq from ledger_entry e left join ledger_posting p on p.id = e.request and p.part = e.part
    where p.id is null or p.line <> e.line or p.seq <> e.seq or p.period <> e.period
        or p.kind <> case when {_OPENS} then e.kind else '' end
        or p.target <> case when {_OPENS} then e.target else '' end
        or ((p.open_quantity <> {_OPENED.format("quantity")} or p.open_value <> {_OPENED.format("value")}
                or p.spent_quantity <> 0)
            and (e.line, e.request) not in (select line, target from ledger_entry where {_ACTS}))
    order by e.line, e.seq"""
ACTED_ON: Final = f"""
    select p.line, p.seq from ({_TAKEN}) t
    join ledger_posting p on p.id = t.target and p.line = t.line
    join ledger_entry e on e.line = p.line and e.seq = p.seq
    left join ({_CORRECTED}) c on c.line = t.line and c.target = t.target
    where p.open_quantity <> e.quantity - t.quantity or p.open_value <> e.value - t.value
        or p.spent_quantity <> t.spent - coalesce(c.quantity, 0)
    order by p.line, p.seq"""
# The same without bringing each entry and its posting together, which takes longest: what all rows add up to, a posting
# with what others took from it given back. Where the two sums differ the statements above name the first row.
_ENTRY: Final = (
    (
        "e.line",
        "e.request",
        f"case when {_OPENS} then e.kind else '' end",
        f"case when {_OPENS} then e.target else '' end",
    ),
    ("e.part", "e.seq", "e.period", _OPENED.format("quantity"), _OPENED.format("value"), "0"),
)
_POSTING: Final = (
    ("p.line", "p.id", "p.kind", "p.target"),
    ("p.part", "p.seq", "p.period", "p.open_quantity", "p.open_value", "p.spent_quantity"),
)
_GIVEN_BACK: Final = (
    _POSTING[0],
    (
        *_POSTING[1][:3], "p.open_quantity + t.quantity", "p.open_value + t.value",
        "p.spent_quantity - t.spent + coalesce(c.quantity, 0)",
    ),
)  # fmt: skip
_ACTED: Final = f"""({_TAKEN}) t join ledger_posting p on p.id = t.target and p.line = t.line
    left join ({_CORRECTED}) c on c.line = t.line and c.target = t.target"""


def posting_breaks(reader: Reader, entries: int) -> Iterator[Break]:
    """``entries``: how many there are."""
    agree = _agree(reader)
    if agree:
        return
    # no "limit 1": with it PostgreSQL would look up every entry by itself to find a first one soon
    for statement in (POSTINGS, ACTED_ON):
        yield from (Break("posting", line, seq) for line, seq in reader.rows(statement))
    found = next(reader.rows("select count(*) from ledger_posting"))[0]
    if agree is not None or found != entries:
        yield Break("postings", "", 0, str(entries), str(found))


def _agree(reader: Reader) -> bool | None:
    """None where the database cannot tell."""
    entry, posting, given_back = (reader.fingerprint(*columns) for columns in (_ENTRY, _POSTING, _GIVEN_BACK))
    if not (entry and posting and given_back):
        return None
    expected = _sum(reader, entry, "ledger_entry e")
    count, stands = _sum(reader, posting, "ledger_posting p")
    _, difference = _sum(reader, f"cast({given_back} as numeric) - {posting}", _ACTED)
    return expected == (count, stands + difference)


def _sum(reader: Reader, number: str, table: str) -> tuple[int, int]:
    count, found = next(reader.rows(f"select count(*), coalesce(sum({number}), 0) from {table}"))
    return int(count), int(found)
