"""What is written at the same time is written together, and what fails of it fails alone."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from cocket.gate.together import Run, Together
from cocket.ledger import LedgerUnavailable
from cocket.ledger.book import Conflict
from cocket.ledger.open import find_book

MANY = 8
TURN = 0, ""


@pytest.fixture
def together(where: str) -> Iterator[Together]:
    made = Together(find_book(where))
    made.write(lambda run: run("create table note (word varchar(20) primary key)"), TURN)
    yield made
    made.close()


def note(word: str) -> Callable[[Run], str]:
    def add(run: Run) -> str:
        run("insert into note values (?)", word)
        return word

    return add


def words(together: Together) -> list[str]:
    return [row[0] for row in together.look("select word from note order by word")]


def while_one_writes(together: Together, works: list[Callable[[Run], str]]) -> list["Future[str]"]:
    """All of them come while the transaction of another one is open."""
    go, inside = Event(), Event()

    def slow(run: Run) -> str:
        inside.set()
        assert go.wait(30)
        return note("slow")(run)

    with ThreadPoolExecutor(len(works) + 1) as pool:
        first = pool.submit(together.write, slow, TURN)
        assert inside.wait(30)
        made = [pool.submit(together.write, work, (0, str(at))) for at, work in enumerate(works)]
        while len(together._waiting) < len(works):
            sleep(0.001)
        go.set()
    assert first.result() == "slow"
    return made


def count_transactions(together: Together, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    whole, begun = together._book.transaction, [0]

    def counted() -> object:
        begun[0] += 1
        return whole()

    monkeypatch.setattr(together._book, "transaction", counted)
    return begun


def test_all_who_came_meanwhile_share_one_transaction(together: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = count_transactions(together, monkeypatch)
    made = while_one_writes(together, [note(f"w{number}") for number in range(MANY)])
    assert [one.result() for one in made] == [f"w{number}" for number in range(MANY)]
    assert begun == [2]
    assert len(words(together)) == MANY + 1


def test_one_that_fails_harms_no_other(together: Together) -> None:
    together.write(note("w3"), TURN)
    made = while_one_writes(together, [note(f"w{number}") for number in range(MANY)])
    assert isinstance(made[3].exception(), Conflict)
    assert [one.result() for one in made if one is not made[3]] == [
        f"w{number}" for number in range(MANY) if number != 3
    ]
    assert words(together) == ["slow", *(f"w{number}" for number in range(MANY))]


def test_what_fails_leaves_nothing_of_itself(together: Together) -> None:
    def half(run: Run) -> str:
        note("half")(run)
        raise ZeroDivisionError

    made = while_one_writes(together, [note("w0"), half, note("w2")])
    assert isinstance(made[1].exception(), ZeroDivisionError)
    assert words(together) == ["slow", "w0", "w2"]


def test_whoever_is_interrupted_leaves_the_others_to_the_next(together: Together) -> None:
    class Interrupted(BaseException):
        pass

    interrupts = [Interrupted()]

    def interrupted(run: Run) -> str:
        if interrupts:
            raise interrupts.pop()
        return note("w0")(run)

    # whoever of the two writes for both is the one that is interrupted
    made = while_one_writes(together, [interrupted, note("w1")])
    left = [f"w{at}" for at, one in enumerate(made) if not isinstance(one.exception(), Interrupted)]
    assert len(left) == 1
    assert words(together) == ["slow", *left]


def test_a_look_waits_for_nobody_who_writes(together: Together) -> None:
    def look(run: Run) -> list[str]:
        run("insert into note values ('open')")
        return words(together)

    assert together.write(look, TURN) == []
    assert words(together) == ["open"]


def test_without_its_lock_two_threads_meet_in_one_transaction(tmp_path: Path) -> None:
    together = Together(find_book(tmp_path / "note.db"))
    together._lock = nullcontext()  # type: ignore[assignment]

    def other_meanwhile(run: Run) -> None:
        run("create table note (word text primary key)")
        with ThreadPoolExecutor(1) as pool:
            pool.submit(together.write, note("w"), TURN).result()

    with pytest.raises(LedgerUnavailable, match="within a transaction"):
        together.write(other_meanwhile, TURN)
    assert sqlite3.connect(tmp_path / "note.db").execute("select count(*) from sqlite_master").fetchone() == (0,)
    together.close()
