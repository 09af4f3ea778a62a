"""One run of ``cocket screen``: parties as they come, what was found of each, and how it is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.ownership import Ownership, held_lines, record_of
from cocket.cli.party_screen import no_name, told_hit
from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.cli.screened_before import AnyScreener, KeptHit
    from cocket.screening.asked import Asked
    from cocket.screening.decisions import Cleared
    from cocket.screening.hits import Hit

CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Stated:
    """A party of a file: its row, the column that names it, and why it cannot be screened ("" if it can)."""

    row: int
    column: str
    asked: "Asked"
    problem: str = ""


def checked(stated: Stated, words: Words) -> Stated:
    """With the reason why the name is none, where it is none; what is wrong with the row goes before."""
    from cocket.screening.nameable import why_no_name

    why = None if stated.problem else why_no_name(stated.asked.name)
    return replace(stated, problem=no_name(why, words)) if why else stated


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a stated party wherever it stands: its records without a row, and what they count."""

    records: tuple[dict[str, object], ...]
    hits: int = 0
    cleared: int = 0
    held: int = 0
    is_fault: bool = False


def _fault(one: Stated, about: dict[str, object]) -> Told:
    return Told((about | {"problem": one.problem},), is_fault=True)


class Run:
    """Screens parties as they come and counts: names, hits, cleared ones, and what could not be screened."""

    def __init__(self, screener: "AnyScreener", decisions: Mapping[str, "Cleared"], words: Words) -> None:
        self.screener, self.decisions, self.words = screener, decisions, words
        self.asked: dict[Asked, tuple[Hit, ...]] = {}
        self.rows = self.parties = self.hits = self.cleared = self.faults = self.held = 0
        self.ownership: Ownership | None = None

    def over(self, stated: Iterator[Stated]) -> Iterator[dict[str, object]]:
        """A record for each hit and each party that cannot be screened; one without a hit where there is none."""
        last = None
        while part := list(islice(stated, CHUNK)):
            for one, told in zip(part, self.tell(part), strict=True):
                self.rows += one.row != last
                last = one.row
                self.count(told, 1)
                yield from ({"row": one.row or None} | record for record in told.records)

    def tell(self, stated: Sequence[Stated]) -> Iterator[Told]:
        """What is told of each; all are screened together."""
        good = [one for one in stated if not one.problem]
        hits_of = dict(zip(map(id, good), self.screener.screen([one.asked for one in good]), strict=True))
        for one in stated:
            about: dict[str, object] = {"column": one.column or None, "name": one.asked.name}
            yield self._told(one, about, hits_of[id(one)]) if not one.problem else _fault(one, about)

    def _told(self, one: Stated, about: dict[str, object], hits: "tuple[Hit, ...]") -> Told:
        from cocket.check.row_hits import hit_data

        self.asked[one.asked] = hits
        decided = [self.decisions.get(hit.id) for hit in hits]
        held = self.ownership.of(one.asked.name) if self.ownership else ()
        records = [about | hit_data(hit, decision) for hit, decision in zip(hits, decided, strict=True)]
        records += (about | record_of(firm, self.words) for firm in held)
        cleared = sum(decision is not None for decision in decided)
        return Told(tuple(records or [about]), len(hits), cleared, sum(firm.stops for firm in held))

    def count(self, told: Told, times: int) -> None:
        """Counts what so many rows state."""
        self.faults += times * told.is_fault
        self.parties += times * (not told.is_fault)
        self.hits += times * told.hits
        self.cleared += times * told.cleared
        self.held += times * told.held

    def ended(self) -> Iterator[dict[str, object]]:
        """After all parties: a record for each hit of before that is there no more."""
        from cocket.cli.screened_before import ChangedScreener

        assert isinstance(self.screener, ChangedScreener)
        for hit, why in self.screener.ended(self.asked.keys(), list(chain.from_iterable(self.asked.values()))):
            yield {
                "name": hit.asked.name, "list": hit.list, "entry": hit.entry, "listed_name": hit.listed_name,
                "hit": hit.hit, "ended": why,
            }  # fmt: skip

    def keep(self, file: Path, level: str, day: date) -> None:
        """Keeps what this run saw, for the next ``--changed``."""
        from cocket.cli.screened_before import ChangedScreener, keep
        from cocket.law.lawbook import load_lawbook

        hits: Iterator[Hit | KeptHit] = chain.from_iterable(self.asked.values())
        if isinstance(self.screener, ChangedScreener):
            hits = chain(hits, self.screener.lasting(self.asked.keys()))
        keep(file, level, load_lawbook(), day, self.asked, hits)

    def told(self, records: Iterator[dict[str, object]]) -> Iterator[None]:
        """Prints each record as text."""
        for record in records:
            for line in self._lines(record):
                click.echo(line)
            yield

    def _lines(self, record: Mapping[str, object]) -> Iterator[str]:
        place = f"{record['row']}, {record['column']}: " if record.get("row") else ""
        if "problem" in record:
            problem = self.words.tell(record["problem"])
            yield f"{place}{record['name'] or '-'!s:.60}: {problem}"
            return
        if "ended" in record:
            key = "screen.ended_row" if record["ended"] == "row" else "screen.ended_list"
            yield self.words.say(
                key, name=record["name"], listed=record["listed_name"], list=record["list"], id=record["entry"]
            )
            return
        if "held_by" in record:
            head, *rest = held_lines(record, self.words)
            yield place + head
            yield from rest
            return
        if "hit" not in record:
            if not place:
                yield self.words.say("screen.none", name=record["name"])
            return
        head, *rest = told_hit(record["name"], record, self.words)
        yield place + head
        yield from rest

    def print_end(self, *, from_file: bool) -> None:
        if from_file:
            counts = {"rows": self.rows, "parties": self.parties, "hits": self.hits, "cleared": self.cleared}
            click.echo(self.words.say("screen.counted", **counts, faults=self.faults), err=True)
