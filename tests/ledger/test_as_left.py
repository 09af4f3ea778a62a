"""A draw on a line as this program left it is one statement that reads and locks nothing first. Each test that the
statement makes is taken away once, and what it closes is shown."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from typing import Any

import psycopg
import pytest

from cocket.ledger import (
    Answer,
    Kind,
    Ledger,
    LedgerUnavailable,
    OtherContent,
    Request,
    movement,
    open_ledger,
    usability,
)
from cocket.ledger.as_left import IDS_MAX, LEFT_MAX, AsLeft, LinesLeft
from cocket.ledger.book import Conflict
from cocket.ledger.post import Result, post
from cocket.ledger.postgres_book import PostgresBook
from cocket.ledger.postgres_store import PostgresStore
from cocket.ledger.state import LineState
from cocket.ledger.verify import Verdict, verify
from tests.ledger.trade import DAY, LINE, NOW, OTHER, clock, kg, opened, part, reason, release, reserve, write_off

SEQ, HEAD, USABLE = "l.seq = new.seq_before and ", " and l.head = new.head_before", "l.usable = 1 and "
ALL_AS_LEFT = "case when (select count(*) from drawn) = %s then seq end as seq"


class NoSequence(AsLeft):
    draw_sql = AsLeft.draw_sql.replace(SEQ, "")


class NoHead(AsLeft):
    draw_sql = AsLeft.draw_sql.replace(HEAD, "")


class NoSequenceNoHead(NoSequence):
    draw_sql = NoSequence.draw_sql.replace(HEAD, "")


class NotUsable(AsLeft):
    draw_sql = AsLeft.draw_sql.replace(USABLE, "")


class WhateverWasDrawn(AsLeft):
    """Nothing asks how many lines were drawn from, so that they also come last."""

    draw_sql = AsLeft.draw_sql.replace(ALL_AS_LEFT, "coalesce(seq, %s) as seq")


def test_the_stores_differ_in_what_they_say_they_lack() -> None:
    assert (
        len({one.draw_sql for one in (AsLeft, NoSequence, NoHead, NoSequenceNoHead, NotUsable, WhateverWasDrawn)}) == 6
    )


@pytest.fixture
def book(postgres: str) -> Iterator[PostgresBook]:
    """Both lines hold 100 kg; this book wrote them last."""
    book = PostgresBook(postgres, clock)
    book.create()
    with Ledger(book.another()) as ledger:
        opened(ledger, LINE, 100)
        opened(ledger, OTHER, 100)
    assert accepted(book, both("known", 1))
    yield book
    book.close()


def both(id: str, quantity: int) -> Request:
    return movement(id, Kind.WRITE_OFF, DAY, [part(quantity, line=LINE), part(quantity, line=OTHER)])


def answered(book: PostgresBook, *requests: Request) -> list[Answer]:
    results = book.answer(requests)
    assert all(isinstance(one, Answer) for one in results), results
    return [one for one in results if isinstance(one, Answer)]


def accepted(book: PostgresBook, *requests: Request) -> bool:
    return all(one.accepted for one in answered(book, *requests))


def elsewhere(book: PostgresBook, *requests: Request) -> list[Answer]:
    """By another server, in a transaction of its own."""
    with closing(book.another()) as other:
        return answered(other, *requests)


def by_hand(book: PostgresBook, *statements: str) -> None:
    with psycopg.connect(book.address) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def drawn(book: PostgresBook) -> list[int]:
    """In kilograms, of each line."""
    with psycopg.connect(book.address) as connection:
        found = connection.execute("select drawn_quantity from ledger_line order by id").fetchall()
    return [int(quantity) // kg(1).number for (quantity,) in found]


def verdict(book: PostgresBook) -> Verdict:
    with book.snapshot() as reader:
        return verify(reader)


def as_left(book: PostgresBook, request: Request, store: type[AsLeft] = AsLeft) -> list[Result]:
    """In one statement and no other way. Raises Conflict or LedgerFault where that is turned away."""
    book.store_as_left = store
    lines = book._left.take([request])
    assert lines is not None
    return book._as_left([request], lines)


def statements_of(book: PostgresBook, call: Callable[[], object]) -> list[str]:
    """The first words of what is sent."""
    sent, connection = [], book.connection
    execute = psycopg.Cursor.execute

    def noting(cursor: Any, query: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401  # as psycopg has it
        sent.append(str(query).split()[0])
        return execute(cursor, query, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.Cursor, "execute", noting)
        call()
    assert connection is book.connection
    return sent


def test_a_line_that_this_program_wrote_last_is_drawn_from_in_one_statement(book: PostgresBook) -> None:
    draws = [write_off("a", 60), write_off("b", 60), both("c", 20)]
    answers: list[Answer] = []
    assert statements_of(book, lambda: answers.extend(answered(book, *draws))) == ["with"]
    assert [reason(one) for one in answers] == ["", "quantity", ""]
    assert drawn(book) == [81, 21] and verdict(book).holds


def test_what_acts_on_another_request_or_sets_a_line_holds_the_rows_first(book: PostgresBook) -> None:
    assert accepted(book, reserve("r", 10))
    for request in (release("x", "r", 4), usability("stop", [LINE], usable=False, day=DAY)):
        assert statements_of(book, partial(answered, book, request))[:2] == ["begin", "select"]
    assert reason(answered(book, write_off("a", 1))[0]) == "not_usable"


def test_what_another_server_drew_meanwhile_counts(book: PostgresBook) -> None:
    elsewhere(book, write_off("there", 60))
    assert [reason(one) for one in answered(book, write_off("a", 60), write_off("b", 39))] == ["quantity", ""]
    assert drawn(book) == [100, 1] and verdict(book).holds


def test_a_suspension_by_another_server_is_met(book: PostgresBook) -> None:
    elsewhere(book, usability("stop", [LINE], usable=False, day=DAY))
    assert reason(answered(book, write_off("a", 1))[0]) == "not_usable"
    elsewhere(book, usability("go", [LINE], usable=True, day=DAY))
    assert accepted(book, write_off("b", 1))


@pytest.mark.parametrize("store", [AsLeft, NoSequence, NoHead])
def test_the_sequence_or_the_head_alone_turns_a_draw_on_changed_rows_away(
    book: PostgresBook, store: type[AsLeft]
) -> None:
    elsewhere(book, write_off("there", 60))
    with pytest.raises(Exception, match='null value in column "seq"'):
        as_left(book, write_off("a", 60), store)
    assert drawn(book) == [61, 1]


def test_without_both_the_key_of_the_entries_stops_it(book: PostgresBook) -> None:
    elsewhere(book, write_off("there", 60))
    with pytest.raises(Conflict):
        as_left(book, write_off("a", 60), NoSequenceNoHead)
    assert drawn(book) == [61, 1]


def test_without_all_three_121_kilograms_leave_on_a_licence_for_100(book: PostgresBook) -> None:
    elsewhere(book, write_off("there", 60))
    by_hand(book, "alter table ledger_entry drop constraint ledger_entry_pkey")
    as_left(book, write_off("a", 60), NoSequenceNoHead)
    with psycopg.connect(book.address) as connection:
        entries = connection.execute("select sum(quantity) from ledger_entry where line = %s", (LINE,)).fetchone()
    assert entries == (kg(121).number,) and drawn(book) == [61, 1] and not verdict(book).holds


def restored(book: PostgresBook) -> None:
    """From a copy of before the last draw; another server drew since, so that the line has the same sequence again."""
    accepted(book, write_off("lost", 60))
    by_hand(
        book,
        "alter table ledger_entry disable trigger all",
        "delete from ledger_entry where request = 'lost'",
        "delete from ledger_posting where id = 'lost'",
        f"update ledger_line set seq = 2, uses = 1, drawn_quantity = {kg(1).number}, head = "
        f"(select hash from ledger_entry e where e.line = id and e.seq = 2) where id = '{LINE}'",
    )
    elsewhere(book, write_off("there", 10))


def test_a_book_restored_from_a_copy_is_decided_on_as_it_is(book: PostgresBook) -> None:
    restored(book)
    assert accepted(book, write_off("a", 60))
    assert drawn(book) == [71, 1] and verdict(book).holds


def test_without_the_head_a_draw_goes_on_from_what_was_lost(book: PostgresBook) -> None:
    restored(book)
    as_left(book, write_off("a", 30), NoHead)
    assert drawn(book) == [91, 1] and not verdict(book).holds


def test_usable_is_tested_in_the_one_statement_too(book: PostgresBook) -> None:
    by_hand(book, "update ledger_line set usable = 0")  # by somebody who leaves the sequence as it is
    assert reason(answered(book, write_off("a", 60))[0]) == "not_usable"


def test_without_that_test_goods_leave_on_a_line_that_is_not_usable(book: PostgresBook) -> None:
    by_hand(book, "update ledger_line set usable = 0")
    as_left(book, write_off("a", 60), NotUsable)
    assert drawn(book) == [61, 1]


def test_of_several_lines_none_is_drawn_from_when_one_has_changed(book: PostgresBook) -> None:
    elsewhere(book, write_off("there", 95, line=OTHER))
    with pytest.raises(Exception, match='null value in column "seq"'):
        as_left(book, both("a", 10))
    assert drawn(book) == [1, 96]
    assert reason(answered(book, both("b", 10))[0]) == "quantity"


def test_without_that_count_the_one_is_drawn_from_without_the_other(book: PostgresBook) -> None:
    elsewhere(book, write_off("there", 95, line=OTHER))
    by_hand(book, "alter table ledger_entry drop constraint ledger_entry_pkey")
    as_left(book, both("a", 10), WhateverWasDrawn)
    assert drawn(book) == [11, 96] and not verdict(book).holds


def test_an_id_that_was_used_before_gets_its_first_answer_or_an_error(book: PostgresBook) -> None:
    (first,) = elsewhere(book, write_off("a", 60, line=OTHER))
    new, again = answered(book, write_off("b", 1), write_off("a", 60, line=OTHER))
    assert again == first and again.repeated and not new.repeated
    (other,) = book.answer([write_off("a", 60)])
    assert isinstance(other, OtherContent) and drawn(book) == [2, 61]


def test_what_this_program_was_asked_before_is_looked_up_at_once(book: PostgresBook) -> None:
    (first,) = answered(book, write_off("a", 60))
    again: list[Answer] = []
    sent = statements_of(book, lambda: again.extend(answered(book, write_off("b", 1), write_off("a", 60))))
    assert sent[0] == "begin" and again[1] == first and [one.repeated for one in again] == [False, True]


def test_where_others_write_the_line_too_its_rows_are_held_first_ever_more_often(book: PostgresBook) -> None:
    first_words = []
    for number in range(9):
        elsewhere(book, write_off(f"there-{number}", 1))
        here = write_off(f"here-{number}", 1)
        first_words.append(statements_of(book, partial(answered, book, here))[0])
    assert first_words == ["with", "begin", "with", "begin", "begin", "with", *["begin"] * 3]
    assert drawn(book) == [19, 1] and verdict(book).holds


@contextmanager
def waiting_for(
    book: PostgresBook, held: str, request: Request
) -> Iterator[tuple["psycopg.Connection[Any]", "Future[list[Result]]"]]:
    """While the one statement waits for a line that somebody else holds: a connection to try others with, and what
    becomes of the statement afterwards."""
    with (
        ThreadPoolExecutor(1) as pool,
        psycopg.connect(book.address) as holder,
        psycopg.connect(book.address, autocommit=True) as trying,
    ):
        holder.execute("select from ledger_line where id = %s for update", (held,))
        statement = pool.submit(as_left, book, request, book.store_as_left)
        until = time.monotonic() + 10
        blocked = "select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'cocket ledger'"
        while not trying.execute(blocked).fetchall() and time.monotonic() < until:
            time.sleep(0.01)
        trying.execute("set lock_timeout = '200ms'")
        yield trying, statement


def posted(connection: "psycopg.Connection[Any]", request: Request) -> Result:
    with connection.transaction():
        return post(PostgresStore(connection), [request], NOW)[0]


HOLD = "select from ledger_line where id = %s for update nowait"


def test_the_lines_are_taken_in_the_order_of_their_ids(book: PostgresBook) -> None:
    with waiting_for(book, LINE, both("a", 1)) as (trying, _):
        assert trying.execute(HOLD, (OTHER,)).fetchall()
    with waiting_for(book, OTHER, both("b", 1)) as (trying, _), pytest.raises(psycopg.errors.LockNotAvailable):
        trying.execute(HOLD, (LINE,))


def test_who_waits_for_a_line_holds_no_id_that_others_wait_for(book: PostgresBook) -> None:
    with waiting_for(book, LINE, write_off("a", 5)) as (trying, statement):
        first = posted(trying, write_off("a", 5, line=OTHER))
    assert isinstance(first, Answer) and first.accepted
    with pytest.raises(Conflict):
        statement.result()
    assert drawn(book) == [1, 6]


def test_ids_written_before_the_lines_would_hold_others_up(book: PostgresBook) -> None:
    book.store_as_left = WhateverWasDrawn
    with (
        waiting_for(book, LINE, write_off("a", 5)) as (trying, _),
        pytest.raises(psycopg.errors.LockNotAvailable),
    ):
        posted(trying, write_off("a", 5, line=OTHER))


class LosesTheAnswer(PostgresBook):
    """The server commits the one statement, and the connection breaks before it says so."""

    loses = False

    def _as_left(self, requests: Any, lines: dict[str, LineState]) -> list[Result]:  # noqa: ANN401
        results = super()._as_left(requests, lines)
        if self.loses:
            self.loses = False
            self.connection.close()
            raise LedgerUnavailable("lost", "again", in_doubt=True) from psycopg.OperationalError("lost")
        return results


def test_a_connection_lost_between_the_statement_and_its_answer_is_asked_again(postgres: str) -> None:
    book = LosesTheAnswer(postgres, clock)
    book.create()
    with Ledger(book) as ledger:
        opened(ledger)
        book.loses = True
        answer = ledger.post(write_off("w", 60))
        assert not book.loses and answer.accepted and answer.repeated
        assert drawn(book) == [60]


def test_a_connection_that_the_server_ends_meanwhile_is_opened_again(postgres: str) -> None:
    with open_ledger(postgres, clock=clock) as ledger:
        opened(ledger)
        with psycopg.connect(postgres, autocommit=True) as other:
            other.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cocket ledger'"
            )
        answer = ledger.post(write_off("w", 60))
        assert answer.accepted and not answer.repeated


def test_so_many_lines_and_ids_are_remembered_and_lines_with_periods_are_not(book: PostgresBook) -> None:
    left, line = LinesLeft(), book._left.take([write_off("a", 1)])
    assert line is not None
    blank = line[LINE]
    for number in range(LEFT_MAX + 2):
        left.keep({f"L{number}": blank})
    assert left.take([write_off("a", 1, line="L0")]) is None
    assert left.take([write_off("a", 1, line="L1")]) is None
    assert left.take([write_off("a", 1, line="L2")]) == {"L2": blank}
    assert left.take([write_off("a", 1, line="L2")]) is None  # kept again when it was written
    left.note_ids([write_off(f"w{number}", 1) for number in range(IDS_MAX + 1)])
    left.keep({"L3": blank})
    assert left.take([write_off("w1", 1, line="L3")]) is None
    assert left.take([write_off("w0", 1, line="L3")]) is not None
    blank.periods = 1
    left.keep({"L3": blank})
    assert left.take([write_off("a", 1, line="L3")]) is None
