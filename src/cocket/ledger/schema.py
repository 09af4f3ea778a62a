"""The tables of the ledger, for both databases. Keys and CHECKs hold what may never be broken, whoever writes.

``ledger_entry`` is the book; all other tables follow from it, and `verify` recomputes them. ``bigint``, ``bytea`` and
``text`` are PostgreSQL's words; `for_sqlite` turns them into SQLite's.
"""

import re
from collections.abc import Iterator
from typing import Final

VERSION: Final = 1

LINE: Final = """
create table ledger_line (
    id text not null primary key,
    unit text not null,
    currency text not null,
    limit_quantity bigint,
    tolerance_quantity bigint not null,
    limit_value bigint,
    tolerance_value bigint not null,
    limit_uses bigint,
    periods bigint not null,
    valid_from text not null,
    valid_until text not null,
    usable bigint not null,
    closed bigint not null,
    reserved_quantity bigint not null,
    drawn_quantity bigint not null,
    reserved_value bigint not null,
    drawn_value bigint not null,
    uses bigint not null,
    excess_quantity bigint not null,
    excess_value bigint not null,
    seq bigint not null,
    head bytea not null,
    constraint quantity_within_limit check (
        reserved_quantity >= 0 and drawn_quantity >= 0
        and (limit_quantity is null or reserved_quantity + drawn_quantity <= limit_quantity + tolerance_quantity)
    ),
    constraint value_within_limit check (
        reserved_value >= 0 and drawn_value >= 0
        and (limit_value is null or reserved_value + drawn_value <= limit_value + tolerance_value)
    ),
    constraint uses_within_limit check (uses >= 0 and (limit_uses is null or uses <= limit_uses)),
    constraint excess_not_negative check (excess_quantity >= 0 and excess_value >= 0),
    constraint closed_is_not_usable check (usable in (0, 1) and closed in (0, 1) and usable + closed <= 1),
    constraint days_in_order check (valid_from <= valid_until and length(valid_from) = 10 and length(valid_until) = 10)
)"""

PERIOD: Final = """
create table ledger_period (
    line text not null references ledger_line (id),
    number bigint not null,
    first_day text not null,
    last_day text not null,
    limit_quantity bigint,
    limit_value bigint,
    reserved_quantity bigint not null,
    drawn_quantity bigint not null,
    reserved_value bigint not null,
    drawn_value bigint not null,
    primary key (line, number),
    constraint period_quantity_within_limit check (
        reserved_quantity >= 0 and drawn_quantity >= 0
        and (limit_quantity is null or reserved_quantity + drawn_quantity <= limit_quantity)
    ),
    constraint period_value_within_limit check (
        reserved_value >= 0 and drawn_value >= 0
        and (limit_value is null or reserved_value + drawn_value <= limit_value)
    )
)"""

POSTING: Final = """
create table ledger_posting (
    id text not null,
    part bigint not null,
    line text not null,
    seq bigint not null,
    kind text not null,
    period bigint not null,
    target text not null,
    open_quantity bigint not null,
    open_value bigint not null,
    spent_quantity bigint not null,
    primary key (id, part),
    constraint nothing_given_twice check (open_quantity >= 0 and open_value >= 0 and spent_quantity >= 0)
)"""

ENTRY: Final = """
create table ledger_entry (
    line text not null,
    seq bigint not null,
    kind text not null,
    request text not null,
    part bigint not null,
    outcome text not null,
    target text not null,
    quantity bigint not null,
    value bigint not null,
    freed_value bigint not null,
    uses bigint not null,
    period bigint not null,
    room bigint not null,
    day text not null,
    recorded text not null,
    digest bytea not null,
    stated text not null,
    rate text not null,
    note text not null,
    hash bytea not null,
    primary key (line, seq)
)"""

RATE: Final = """
create table ledger_rate (
    currency text not null,
    into_currency text not null,
    first_day text not null,
    last_day text not null,
    numerator bigint not null,
    denominator bigint not null,
    source text not null,
    primary key (currency, into_currency, first_day),
    check (numerator > 0 and denominator > 0 and first_day <= last_day)
)"""

SEAL: Final = """
create table ledger_seal (
    size bigint not null primary key,
    root bytea not null,
    sealed text not null
)"""

SEAL_LEAF: Final = """
create table ledger_seal_leaf (
    position bigint not null primary key,
    line text not null,
    seq bigint not null,
    hash bytea not null,
    unique (line, seq)
)"""

TABLES: Final = (LINE, PERIOD, POSTING, ENTRY, RATE, SEAL, SEAL_LEAF)
Keys = tuple[tuple[str, ...], ...]
"""The groups of columns, each of which tells a row from all others."""
APPEND_ONLY: Final[dict[str, Keys]] = {
    "ledger_entry": (("line", "seq"),),
    "ledger_rate": (("currency", "into_currency", "first_day"),),
    "ledger_seal": (("size",),),
    "ledger_seal_leaf": (("position",), ("line", "seq")),
}
HAS_ROW: Final = "only grows and has this row"


def sqlite_guards(append_only: dict[str, Keys]) -> tuple[str, ...]:
    """Second locks on what may only grow, each made where it is missing. Nothing depends on them: verify finds what got
    past."""
    return tuple(
        f"create trigger if not exists {table}_no_{verb} before {rest}; end"
        for table, keys in append_only.items()
        for verb, rest in _guards(table, keys)
    )


def _guards(table: str, keys: Keys) -> Iterator[tuple[str, str]]:
    for verb in ("update", "delete"):
        yield verb, f"{verb} on {table} begin select raise(abort, '{table} only grows')"
    # INSERT OR REPLACE takes the row in its way out without asking the trigger that keeps it
    same = " or ".join(f"({' and '.join(f'{key} = new.{key}' for key in group)})" for group in keys)
    seen = f"exists (select 1 from {table} where {same})"  # names of this module and the gate's
    yield "replace", f"insert on {table} when {seen} begin select raise(abort, '{table} {HAS_ROW}')"


SQLITE_GUARDS: Final = sqlite_guards(APPEND_ONLY)
POSTGRES_GUARDS: Final = (
    """create function ledger_only_grows() returns trigger language plpgsql as
    $$ begin raise exception '% only grows', tg_table_name; end $$""",
    *(
        f"create trigger {table}_only_grows before update or delete or truncate on {table} "
        "for each statement execute function ledger_only_grows()"
        for table in APPEND_ONLY
    ),
)
POSTGRES_SETTINGS: Final = (
    # every draw writes its line's row anew: with room in its page the new version needs no new index entry
    "alter table ledger_line set (fillfactor = 40)",
    "alter table ledger_period set (fillfactor = 40)",
    "alter table ledger_posting set (fillfactor = 90)",
    # ids and ISO days are ASCII and compared byte by byte, so that both databases put them in the same order
    """alter table ledger_line alter column id type text collate "C",
        alter valid_from type text collate "C", alter valid_until type text collate "C" """,
    'alter table ledger_posting alter column id type text collate "C", alter line type text collate "C"',
    'alter table ledger_entry alter column line type text collate "C"',
)


def for_sqlite(table: str) -> str:
    """STRICT, so that a number stays a whole number; rows stand in their key, where verify reads them in order."""
    words = re.sub(r"\bbigint\b", "integer", re.sub(r"\bbytea\b", "blob", table))
    return f"{words} strict, without rowid"
