"""The tables of the gate, beside those of the ledger in the same database; see docs.md for why no ORM holds them.

``gate_step`` is written before the ledger is asked, ``gate_receipt`` after it: what lies between can be finished from
the step alone. Words as in `cocket.ledger.schema`.
"""

from typing import Final

from cocket.ledger.schema import Keys, for_sqlite, sqlite_guards

STEP: Final = """
create table if not exists gate_step (
    declaration text not null,
    step bigint not null,
    kind text not null,
    digest bytea not null,
    content text not null,
    judgement text not null,
    received text not null,
    primary key (declaration, step),
    unique (declaration, digest)
)"""

RECEIPT: Final = """
create table if not exists gate_receipt (
    sequence bigint not null primary key,
    declaration text not null,
    step bigint not null,
    body text not null,
    hash bytea not null,
    unique (declaration, step),
    foreign key (declaration, step) references gate_step (declaration, step)
)"""

CHAIN: Final = """
create table if not exists gate_chain (
    id bigint not null primary key,
    sequence bigint not null,
    head bytea not null
)"""

# A single licence is for one export: the key lets one declaration have it, whoever else asks at the same time.
EXPORT: Final = """
create table if not exists gate_export (
    licence text not null primary key,
    declaration text not null
)"""

TABLES: Final = (STEP, RECEIPT, CHAIN, EXPORT)
APPEND_ONLY: Final[dict[str, Keys]] = {
    "gate_step": (("declaration", "step"), ("declaration", "digest")),
    "gate_receipt": (("sequence",), ("declaration", "step")),
}
FIRST_OF_CHAIN: Final = (
    "insert into gate_chain (id, sequence, head) select 1, 0, ? where not exists (select 1 from gate_chain)"
)

# the guard that was added last: where it is missing all that is missing is made
SQLITE_HAS: Final = "select count(*) from sqlite_master where name = 'gate_receipt_no_replace'"
POSTGRES_HAS: Final = "select to_regclass('gate_export') is not null"
SQLITE: Final = (
    *map(for_sqlite, TABLES),
    *sqlite_guards(APPEND_ONLY),
)
POSTGRES: Final = (
    # of two processes that start at once the second waits, and finds the tables
    "select pg_advisory_xact_lock(1668247396)",
    *TABLES,
    *(
        f"create or replace trigger {table}_only_grows before update or delete or truncate on {table} "
        "for each statement execute function ledger_only_grows()"
        for table in APPEND_ONLY
    ),
)
