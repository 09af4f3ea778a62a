"""Declarations, events and receipts in the database of the ledger. Short transactions; keys decide who came first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cocket.gate import schema
from cocket.gate.receipt import GENESIS, Receipt
from cocket.gate.together import Found, Run, Together
from cocket.ledger.book import TRIES_MAX, Book, Conflict
from cocket.ledger.errors import LedgerUnavailable

STEPS: Final = """select s.step, s.kind, s.digest, s.content, s.judgement, s.received, r.sequence, r.body, r.hash
    from gate_step s left join gate_receipt r on r.declaration = s.declaration and r.step = s.step
    where s.declaration = ? order by s.step"""
TAKEN: Final = "select declaration from gate_export where licence = ?"
CHAIN: Final = (1, "")
"""The turn of what locks the chain, which all others wait for: after the steps, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Step:
    """A declaration (step 0) or an event, with the judgement on it; without a receipt it is not finished."""

    declaration: str
    step: int
    kind: str
    digest: bytes
    content: str
    judgement: str
    received: str
    receipt: Receipt | None = None


class GateStore:
    """Many threads may use one; it has two connections of its own."""

    def __init__(self, book: Book) -> None:
        self._together = Together(book)

    def create(self) -> None:
        """Makes the tables where there are none."""

        def make(run: "Run") -> None:
            if run(schema.SQLITE_HAS if run.is_sqlite else schema.POSTGRES_HAS)[0][0]:
                return  # the statements below would lock the tables at each start
            for statement in schema.SQLITE if run.is_sqlite else schema.POSTGRES:
                run(statement)
            run(schema.FIRST_OF_CHAIN, GENESIS)

        self._tried(make)

    def history(self, number: str) -> list[Step]:
        return [_step(number, row) for row in self._together.look(STEPS, number)]

    def taken(self, licences: Iterable[str]) -> dict[str, str]:
        """Single licence -> the declaration that has its one export."""
        found = {licence: self._together.look(TAKEN, licence) for licence in licences}
        return {licence: str(rows[0][0]) for licence, rows in found.items() if rows}

    def add_step(self, step: Step, single: Sequence[str]) -> bool:
        """False where somebody else was first, with this step or with the one export of a ``single`` licence."""
        insert = "insert into gate_step (declaration, step, kind, digest, content, judgement, received) "

        def add(run: "Run") -> None:
            run(
                insert + "values (?, ?, ?, ?, ?, ?, ?)",
                step.declaration, step.step, step.kind, step.digest, step.content, step.judgement, step.received,
            )  # fmt: skip
            for licence in sorted(single):
                if [row[0] for row in run(TAKEN, licence)] != [step.declaration]:
                    run("insert into gate_export (licence, declaration) values (?, ?)", licence, step.declaration)

        try:
            self._together.write(add, turn=(0, step.declaration))
        except Conflict:
            return False
        return True

    def add_receipt(self, step: Step, make: Callable[[int, bytes], Receipt], *, frees: bool) -> Receipt:
        """The receipt that ``make`` gives for its place in the chain, or the one that somebody else stored before.

        ``frees``: the declaration gives up the single licences that it had.
        """
        find = "select sequence, body, hash from gate_receipt where declaration = ? and step = ?"

        def add(run: "Run") -> Receipt:
            # The row of the chain is locked first: whoever comes second finds the receipt.
            run("update gate_chain set sequence = sequence + 1 where id = 1")
            for sequence, body, own in run(find, step.declaration, step.step):
                run("update gate_chain set sequence = sequence - 1 where id = 1")
                return Receipt(sequence, step.declaration, step.step, body, bytes(own), repeated=True)
            sequence, head = next(iter(run("select sequence, head from gate_chain where id = 1")))
            made = make(sequence, bytes(head))
            run(
                "insert into gate_receipt (sequence, declaration, step, body, hash) values (?, ?, ?, ?, ?)",
                made.sequence, made.declaration, made.step, made.body, made.hash,
            )  # fmt: skip
            run("update gate_chain set head = ? where id = 1", made.hash)
            if frees:
                run("delete from gate_export where declaration = ?", step.declaration)
            return made

        return self._tried(add)

    def close(self) -> None:
        self._together.close()

    def _tried(self, work: Callable[[Run], Found]) -> Found:
        for _ in range(TRIES_MAX):
            try:
                return self._together.write(work, turn=CHAIN)
            except Conflict:
                continue
        raise LedgerUnavailable("Others wrote at the same time at each try", "Repeat it; it tells what was stored")


def _step(number: str, row: tuple[Any, ...]) -> Step:
    step, kind, digest, content, judgement, received, sequence, body, own = row
    receipt = None if sequence is None else Receipt(sequence, number, step, body, bytes(own))
    return Step(number, step, kind, bytes(digest), content, judgement, received, receipt)
