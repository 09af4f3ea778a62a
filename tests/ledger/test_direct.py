"""The short way for the commonest request books, answers and writes exactly what the long way does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.ledger import Kind, LedgerError, Part, Request, Terms, movement
from cocket.ledger.direct import Direct
from cocket.ledger.post import Result
from cocket.ledger.sqlite_book import SqliteBook
from cocket.quantity import Amount, Money
from tests.ledger.random_requests import LIMITS, openings, random_request
from tests.ledger.trade import DAY, KG, NOW, YEAR_END, clock

WIDE = LIMITS | {
    "wide": Terms(KG, DAY, YEAR_END, quantity=150),
    "worth": Terms(KG, DAY, YEAR_END, quantity=900, value=150, currency="CNY", uses=20),
}
TABLES = ("ledger_line", "ledger_entry", "ledger_posting", "ledger_period")


def booked(path: Path, batches: Sequence[Sequence[Request]], monkeypatch: pytest.MonkeyPatch, *, short: bool) -> object:
    """All answers, and all rows as they stand at the end."""
    book = SqliteBook(path, clock)
    book.create()
    book.connection.execute("pragma synchronous = off")
    with monkeypatch.context() as patch:
        if not short:
            patch.setattr(Direct, "book", lambda *_: None)
        answers = [told(one) for batch in batches for one in book.answer(batch)]
    rows = [book.connection.execute(f"select * from {table} order by 1, 2").fetchall() for table in TABLES]
    book.close()
    return answers, rows


def told(result: Result) -> object:
    return str(result) if isinstance(result, LedgerError) else (result, result.repeated)


def write_off(random: Random, id: str) -> Request:
    value = random.choice([None, Money(3, "CNY"), Money(30, "CNY"), Money(3, "USD")])
    part = Part(random.choice(list(WIDE)), Amount(random.randint(1, 9), KG), value)
    return movement(id, Kind.WRITE_OFF, DAY, [part], random.choice(["", "a note"]))


def batches_of(random: Random) -> list[list[Request]]:
    asked: list[Request] = []
    found: list[list[Request]] = [openings(WIDE)]
    for batch in range(12):
        some: list[Request] = []
        for number in range(random.randint(1, 12)):
            kind_of = random.random()
            one = random_request(random, f"m{batch}-{number}", [*asked, *some], WIDE)
            if kind_of < 0.5:  # more of what goes the short way, and of what just does not
                one = write_off(random, one.id)
            elif kind_of < 0.6:
                one = replace(one, day=random.choice([DAY - timedelta(days=400), DAY, NOW.date() + timedelta(days=2)]))
            some.append(random.choice([one, one, one, random.choice([*asked, *some, one])]))
        asked += some
        found.append(some)
    return found


@settings(max_examples=30)
@given(seed=st.integers(0, 2**32 - 1))
def test_both_ways_answer_and_write_the_same(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, batches = tmp_path_factory.mktemp("both"), batches_of(Random(seed))
    with pytest.MonkeyPatch.context() as patch:
        short = booked(folder / "short.db", batches, patch, short=True)
        assert short == booked(folder / "long.db", batches, patch, short=False)


def test_the_short_way_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    whole = Direct.book
    monkeypatch.setattr(Direct, "book", lambda self, one: taken.append(found := whole(self, one)) or found)
    booked(tmp_path / "l.db", batches_of(Random(1)), monkeypatch, short=True)
    assert sum(one is not None for one in taken) > 10
    assert sum(one is None for one in taken) > 10


def test_a_repetition_of_what_went_the_short_way_is_known(tmp_path: Path) -> None:
    """Its digest is made apart there: it must be the one that the request itself gives."""
    book = SqliteBook(tmp_path / "l.db", clock)
    book.create()
    book.answer(openings(WIDE))
    one = movement("once", Kind.WRITE_OFF, DAY, [Part("worth", Amount(1, KG), Money(5, "CNY"))], "a note")
    (first,), (again,) = book.answer([one]), book.answer([one])
    book.close()
    assert not isinstance(first, LedgerError) and not isinstance(again, LedgerError)
    assert again.repeated and again == first
