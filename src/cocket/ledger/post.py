"""Answers requests inside one transaction: locks the lines in key order, decides in the order given, writes once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from cocket.ledger.answer import Answer, Reason, Receipt
from cocket.ledger.decide import Movement, Scene, decide, last_day_at
from cocket.ledger.direct import Direct
from cocket.ledger.entry import GENESIS, Entry, chained
from cocket.ledger.errors import LedgerError, OtherContent, UnknownLine
from cocket.ledger.move import move
from cocket.ledger.request import MOVING, TAKING, Kind, Request, day_text
from cocket.ledger.state import LineState, PostingState
from cocket.ledger.store import Changes, LineChange, NewEntry, Store, Stored
from cocket.ledger.terms import Terms

Result = Answer | LedgerError


def post(store: Store, requests: Sequence[Request], now: datetime) -> list[Result]:
    """One result for each request, in their order: an answer, or the error that this request alone deserves.

    A setting of a line is written before what follows it is decided, so that the statement that draws meets it.
    """
    results: list[Result] = []
    answered: dict[str, tuple[bytes, Answer]] = {}
    for _, run in groupby(requests, key=lambda request: request.kind in MOVING):
        results.extend(_post_run(store, list(run), now.astimezone(UTC), answered))
    return results


def _post_run(
    store: Store, requests: list[Request], now: datetime, answered: dict[str, tuple[bytes, Answer]]
) -> Iterator[Result]:
    scene = _scene(store, requests, now)
    known = store.stored([request.id for request in requests])
    answered.update((one, (stored.digest, stored.answer)) for one, stored in known.items())
    writer = Writer(scene, now.isoformat(timespec="microseconds"))
    results: list[Result] = []
    for request in requests:
        if request.id in answered:
            results.append(repeat(request, request.digest(), *answered[request.id]))
            continue
        if direct := writer.direct.book(request):
            answered[request.id] = direct
            results.append(direct[1])
            continue
        if request.terms is not None:
            scene.lines.setdefault(request.parts[0].line, _blank(request.parts[0].line, request.terms))
        missing = [part.line for part in request.parts if part.line not in scene.lines]
        if missing:
            results.append(
                UnknownLine(f"The book has no line {missing[0]}", "Check the number of the licence and line")
            )
            continue
        digest = request.digest()
        answer = writer.book(request, digest)
        answered[request.id] = digest, answer
        results.append(answer)
    store.write(writer.changes)
    return iter(results)


def repeat(request: Request, digest: bytes, first_digest: bytes, first: Answer) -> Result:
    """The first answer, for the same request; an error for another one."""
    if digest == first_digest:
        return Answer(first.request, first.accepted, first.receipts, first.flagged, repeated=True)
    what = f"The id {request.id} was used before for another request"
    return OtherContent(what, "Its first answer stands; give a new request a new id")


def _scene(store: Store, requests: list[Request], now: datetime) -> Scene:
    wanted = {part.line for request in requests for part in request.parts}
    lines = {line.id: line for line in store.lock_lines(sorted(wanted))}
    targets = {part.target for request in requests for part in request.parts if part.target}
    scene = Scene(last_day_at(now), lines, targets=targets)
    if targets:
        scene.postings = _by_key(store.postings(targets))
        behind = {posting.target for posting in scene.postings.values() if posting.target} - targets
        scene.postings |= _by_key(store.postings(behind)) if behind else {}
    if any(line.periods for line in lines.values()):
        periods = store.periods({line.id for line in lines.values() if line.periods})
        scene.periods = {line: list(some) for line, some in groupby(periods, key=lambda period: period.line)}
    pairs = {
        (part.value.currency, lines[part.line].currency)
        for request in requests
        for part in request.parts
        if part.value is not None and part.line in lines and lines[part.line].currency not in ("", part.value.currency)
    }
    if pairs:
        scene.rates = store.rates(pairs)
    return scene


def _by_key(postings: Iterable[PostingState]) -> dict[tuple[str, str], PostingState]:
    return {(posting.id, posting.line): posting for posting in postings}


def _blank(line: str, terms: Terms) -> LineState:
    """A line before its first entry."""
    return LineState(
        id=line,
        unit=terms.unit.smallest,
        currency=terms.currency,
        limit_quantity=terms.quantity,
        tolerance_quantity=terms.tolerance_quantity,
        limit_value=terms.value,
        tolerance_value=terms.tolerance_value,
        limit_uses=terms.uses,
        periods=len(terms.periods),
        valid_from=terms.valid_from.isoformat(),
        valid_until=terms.valid_until.isoformat(),
        usable=1,
        closed=0,
        reserved_quantity=0,
        drawn_quantity=0,
        reserved_value=0,
        drawn_value=0,
        uses=0,
        excess_quantity=0,
        excess_value=0,
        seq=0,
        head=GENESIS,
    )


class Writer:
    """Decides one request after the other on the rows of a scene and gathers what is to be written."""

    def __init__(self, scene: Scene, recorded: str) -> None:
        self.scene, self.recorded = scene, recorded
        self.changes = Changes()
        self.fetched = set(scene.postings)
        self.direct = Direct(scene, self.changes, recorded, scene.targets)

    def book(self, request: Request, digest: bytes) -> Answer:
        movements = decide(request, self.scene)
        kind = request.kind
        accepted = kind is Kind.EXCESS or movements[0].outcome is None  # for one refused, all are
        day = day_text(request.day)
        receipts = []
        for number, movement in enumerate(movements):
            change = self.changes.change(movement.line)
            if accepted:
                move(kind, movement)
                self._note_rows(kind, movement, change, day)
            receipts.append(self._enter(request, number, movement, digest, day))
        if accepted and request.terms is not None:
            self.changes.opened[movements[0].line.id] = movements[0].line, request.terms
        return Answer(request.id, accepted, tuple(receipts), flagged=kind is Kind.EXCESS)

    def _note_rows(self, kind: Kind, movement: Movement, change: LineChange, day: str) -> None:
        if kind in TAKING:
            change.drawn_on(day)
        if movement.period is not None:
            self.changes.periods[movement.period.line, movement.period.number] = movement.period
        for posting in (movement.target, movement.behind):
            if posting is not None and (posting.id, posting.line) in self.fetched:
                self.changes.postings[posting.id, posting.line] = posting

    def _enter(self, request: Request, number: int, movement: Movement, digest: bytes, day: str) -> Receipt:
        line, part, kind = movement.line, request.parts[number], request.kind
        line.seq += 1
        period = movement.period.number if movement.period else 0
        stated = part.stated() if kind in MOVING else request.terms.text() if request.terms else ""
        entry = Entry(
            line.id, line.seq, str(kind), request.id, number, str(movement.outcome or ""), part.target,
            movement.quantity, movement.value, movement.freed_value, movement.uses, period, movement.room,
            day, self.recorded, digest, stated, movement.rate, request.note,
        )  # fmt: skip
        line.head = chained(line.head, entry)
        posting = posting_of(entry)
        self.changes.entries.append(NewEntry(entry, line.head, posting))
        self.scene.postings[request.id, line.id] = posting
        return Receipt(line.id, line.seq, line.head, movement.outcome, movement.room)


def posting_of(entry: Entry) -> PostingState:
    """What a later request can act on: nothing, unless this one reserved, wrote off or booked apart."""
    kind = entry.kind
    if kind == Kind.EXCESS or (kind in TAKING and not entry.outcome):
        opens = kind, entry.period, entry.target, entry.quantity, entry.value
    else:
        opens = "", entry.period, "", 0, 0
    return PostingState(entry.request, entry.part, entry.line, entry.seq, *opens)


def stored_answers(rows: Iterable[tuple[str, str, bytes, str, int, bytes, str, int]]) -> dict[str, Stored]:
    """From entries (request, kind, digest, line, seq, hash, outcome, room) in the order of requests and parts."""
    answers = {}
    for request, some in groupby(rows, key=lambda row: row[0]):
        parts = list(some)
        receipts = tuple(
            Receipt(line, seq, bytes(own), Reason(outcome) if outcome else None, room)
            for _, _, _, line, seq, own, outcome, room in parts
        )
        flagged = parts[0][1] == Kind.EXCESS
        accepted = flagged or not any(one.reason for one in receipts)
        answers[request] = Stored(bytes(parts[0][2]), Answer(request, accepted, receipts, flagged))
    return answers
