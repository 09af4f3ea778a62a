"""Columns arrive on the server as they were sent, and leave alone what else a connection sends."""

import struct
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.cluster import Cluster
from cocket.ledger.arrays import Hashes, Numbers, Texts, as_rows, column, teach

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
ROWS = st.lists(st.tuples(TEXTS, NUMBERS, st.binary(max_size=40)), min_size=1, max_size=20)


Connection = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture(scope="module")
def taught(cluster: Cluster) -> Iterator[Connection]:
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        teach(connection)
        yield connection


@given(rows=ROWS)
def test_rows_are_read_as_they_were_sent(taught: Connection, rows: list[tuple[str, int, bytes]]) -> None:
    # each row with its place, which differs; the rest may be shared by all of them
    numbered = [(at, *row) for at, row in enumerate(rows)]
    read, values = as_rows(("place", "text", "number", "hash"), numbered)
    assert taught.execute(f"select * from (select {read}) new order by place", values).fetchall() == numbered


@given(rows=ROWS)
def test_columns_are_read_as_they_were_sent(taught: Connection, rows: list[tuple[str, int, bytes]]) -> None:
    columns = [column(some) for some in zip(*rows, strict=True)]
    assert [type(one) for one in columns] == [Texts, Numbers, Hashes]
    assert taught.execute("select * from unnest(%s, %s, %s)", columns).fetchall() == rows


def test_what_all_rows_share_is_sent_once() -> None:
    read, values = as_rows(("id", "kind"), [("a", "write_off"), ("b", "write_off")])
    assert read == "unnest(%s::text[]) as id, %s::text as kind"
    assert values == [("a", "b"), "write_off"]


def test_a_number_of_nine_bytes_is_refused_before_it_is_sent(taught: Connection) -> None:
    with pytest.raises(struct.error, match="int too large"):
        taught.execute("select %s", (Numbers((2**63,)),))


def test_lists_of_a_caller_go_as_before(taught: Connection, cluster: Cluster) -> None:
    with psycopg.connect(cluster.address()) as plain:
        for kind, value in (("text", ["a", "b,\"'\\"]), ("bigint", [1, None, 2**40]), ("bytea", [b"\0\1"])):
            asked = f"select %s::{kind}[]".encode()
            assert taught.execute(asked, (value,)).fetchone() == plain.execute(asked, (value,)).fetchone() == (value,)
