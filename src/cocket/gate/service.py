"""The gate as other rooms use it: declare, show what was asked for, look up. The same question gets the first answer.

1. The declaration is judged. 2. It is stored with the judgement and with what will be asked of the ledger. 3. The
ledger is asked. 4. The receipt is stored. Whoever comes back after a crash between two of these finishes from what is
stored.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final

from cocket.check.checker import Checker
from cocket.gate.answer import Answer, Judgement, strictest
from cocket.gate.booking import (
    Plain,
    Reserved,
    as_plain,
    from_plain,
    giving_back,
    plan,
    refused,
    reserved_by,
    why_refused,
)
from cocket.gate.challenge import refuse_event
from cocket.gate.declaration import Declaration, canonical, differences
from cocket.gate.errors import Changed, EventRefused, UnknownDeclaration
from cocket.gate.event import Event, event_from
from cocket.gate.faults import pieces, wrong
from cocket.gate.judge import Held, judge, refuse_bad_ruling
from cocket.gate.licences import Licences
from cocket.gate.receipt import Receipt, digest_of, made
from cocket.gate.store import GateStore, Step
from cocket.gate.stored import answers_from, declaration_from
from cocket.ledger import Kind, Ledger, Request, UnknownLine
from cocket.ledger import Reason as Refusal
from cocket.ledger.errors import LedgerUnavailable
from cocket.ledger.exports import exports_under
from cocket.ledger.ledger import utc_now
from cocket.licensing.licences.errors import UnknownLicence
from cocket.licensing.licences.licence import Licence
from cocket.licensing.licences.reports import DueReport, due_reports, reporting

TRIES_MAX: Final = 8
ANSWERED: Final = {Answer.RELEASE: pieces("release"), Answer.REFUSE: pieces("refuse")}
"""What nothing more can be shown for."""
LIMITS: Final = (Refusal.QUANTITY, Refusal.VALUE, Refusal.USES)


class Gate:
    """Many threads may use one. ``checker`` gives the checker on the law as it stands."""

    def __init__(
        self, ledger: Ledger, licences: Licences, checker: Callable[[], Checker],
        clock: Callable[[], datetime] = utc_now,
    ) -> None:  # fmt: skip
        self.ledger, self.licences, self.checker, self.clock = ledger, licences, checker, clock
        self.store = GateStore(ledger.book.another())
        self.store.create()

    def declare(self, declaration: Declaration, today: date, by: str = "") -> Receipt:
        """Raises Changed for other content under a number used before, BadDeclaration for facts that cannot be used,
        and LedgerError where the database does not take it; repeating it is safe and tells. ``by``: who enters it, as
        the receipt tells, "" where nobody was asked."""
        content = declaration.content()
        digest = digest_of(content)
        for _ in range(TRIES_MAX):
            steps = self._finished(declaration.number)
            if steps:
                return self._again(steps[0], digest, content)
            held = self._held(declaration, today)
            judgement = judge(self.checker(), declaration, held, today, today)
            stored = self._step(declaration.number, 0, "declaration", digest, content, judgement, None, by)
            if self.store.add_step(stored, judgement.single):
                return self._finish(stored)
        raise _busy(declaration.number)

    def event(self, number: str, event: Event, today: date, by: str = "") -> Receipt:
        """What was shown for a line that is held, and the judgement made again. Raises EventRefused for what is not
        asked for; the same event once more gets its first receipt."""
        content = event.content()
        digest = digest_of(content)
        for _ in range(TRIES_MAX):
            steps = self.history(number)
            before = next((one for one in steps if one.digest == digest), None)
            if before is not None and before.receipt is not None:
                return _repeated(before.receipt)
            stored, judgement = self._judged_again(steps, event, digest, today, by)
            if self.store.add_step(stored, judgement.single):
                return self._finish(stored)
        raise _busy(number)

    def history(self, number: str) -> list[Step]:
        """The declaration and its events, all with receipts; what a crash left unfinished is finished first."""
        steps = self._finished(number)
        if not steps:
            raise unknown(number)
        return steps

    def close(self) -> None:
        self.store.close()

    def _finished(self, number: str) -> list[Step]:
        steps = self.store.history(number)
        unfinished = [one for one in steps if one.receipt is None]
        for one in unfinished:
            self._finish(one)
        return self.store.history(number) if unfinished else steps

    def _again(self, first: Step, digest: bytes, content: Plain) -> Receipt:
        assert first.receipt is not None
        if first.digest != digest:
            raise Changed(first.declaration, tuple(differences(json.loads(first.content), content)))
        self._settle(first.receipt, json.loads(first.judgement)["single"])
        return _repeated(first.receipt)

    def _judged_again(
        self, steps: list[Step], event: Event, digest: bytes, today: date, by: str
    ) -> tuple[Step, Judgement]:
        number, last = steps[0].declaration, steps[-1]
        declaration = declaration_from(json.loads(steps[0].content))
        assert last.receipt is not None
        whole = last.receipt.plain()
        if whole["answer"] != Answer.HOLD:
            raise EventRefused(
                *wrong("not_waiting", answer=ANSWERED[Answer(whole["answer"])]),
                where=pieces("declaration", number=number),
            )
        refuse_event(event, declaration, answers_from(whole["lines"]), today)
        before = [event_from(json.loads(one.content)) for one in steps[1:]]
        law = json.loads(steps[0].judgement)["law"]
        declared = date.fromisoformat(law["declared"])
        refuse_bad_ruling(self.checker(), declaration, event, date.fromisoformat(law["day"]), today, before)
        # The day of the declaration decides which law and which licence; what is known of them is known today.
        judgement = judge(
            self.checker(), declaration, self._held(declaration, today), declared, today, [*before, event]
        )
        stored = self._step(
            number, len(steps), event.kind.value, digest, event.content(), judgement, _reserved(steps), by
        )
        return stored, judgement

    def _held(self, declaration: Declaration, today: date) -> Held:
        numbers = dict.fromkeys(line.licence for line in declaration.lines if line.licence)
        licences, unknown = {}, {}
        for number in numbers:
            try:
                licences[number] = self.licences.load(number)
            except UnknownLicence as error:
                unknown[number] = error.near
        overdue = [one for licence in licences.values() for one in self._overdue(licence, today)]
        return Held(licences, unknown, tuple(overdue), self.store.taken(numbers))

    def _overdue(self, licence: Licence, today: date) -> Iterator[DueReport]:
        """Of what was written off, that is: what is only reserved, perhaps by the declaration itself, has not left."""
        lines = [line.id for line in reporting(licence)]
        exports = exports_under(self.ledger, lines)
        due = due_reports(licence, exports, self.licences.reported(licence.number)) if exports else ()
        return (one for one in due if one.overdue_on(today))

    def _step(
        self, number: str, step: int, kind: str, digest: bytes, content: Plain, judgement: Judgement,
        reserved: Reserved | None, by: str,
    ) -> Step:  # fmt: skip
        day = date.fromisoformat(judgement.law["day"])
        decided = {
            "answer": judgement.answer.value,
            "lines": [line.plain() for line in judgement.lines],
            "law": judgement.law,
            "single": list(judgement.single),
            "ledger": [as_plain(one) for one in plan(number, step, judgement, reserved, day)],
            "if_refused": [as_plain(giving_back(number, step, reserved, day))] if reserved else [],
            **({"entered_by": by} if by else {}),
        }
        return Step(number, step, kind, digest, canonical(content), canonical(decided), self._now())

    def _now(self) -> str:
        return self.clock().isoformat(timespec="microseconds")

    def _finish(self, step: Step) -> Receipt:
        """Asks the ledger what the step says and stores the receipt; as often as it is done, it comes out the same."""
        decided = json.loads(step.judgement)
        lines, booked = decided["lines"], []
        for request in map(from_plain, decided["ledger"]):
            lines, told = self._booked(request, lines)
            booked.append(told)
        answer = strictest([Answer(line["answer"]) for line in lines])
        given_back = decided["if_refused"] if answer.value != decided["answer"] else ()
        booked += [self._booked(from_plain(one), lines)[1] for one in given_back]
        parts: Plain = {
            "declaration" if step.step == 0 else "event": json.loads(step.content),
            "received": step.received,
            "answer": answer.value,
            "lines": lines,
            "law": decided["law"],
            "ledger": booked,
            "answered": self._now(),
            **({"entered_by": decided["entered_by"]} if "entered_by" in decided else {}),
        }
        receipt = self.store.add_receipt(
            step,
            lambda sequence, head: made(step.declaration, step.step, parts, sequence, head),
            frees=answer is Answer.REFUSE,
        )
        self._settle(receipt, decided["single"])
        return receipt

    def _settle(self, receipt: Receipt, single: list[str]) -> None:
        """After the answer is kept: nothing that fails here can take it back."""
        told = receipt.plain()
        due = single if told["answer"] == Answer.RELEASE else used_up(told)
        for licence in due:
            self.licences.settle(licence, receipt.declaration)

    def _booked(self, request: Request, lines: list[Plain]) -> tuple[list[Plain], Plain]:
        """The lines as they stand after the ledger's word, and that word as the receipt keeps it."""
        told: Plain = {"request": request.id, "kind": request.kind.value, "accepted": False, "entries": []}
        try:
            answer = self.ledger.post(request)
        except UnknownLine as error:
            reasons = {part.line: why_refused(part, request.day, Refusal.CLOSED, 0, "") for part in request.parts}
            return refused(lines, reasons), told | {"error": error.what}
        told["accepted"] = answer.accepted
        told["entries"] = [
            {
                "line": one.line,
                "sequence": one.sequence,
                "hash": one.hash.hex(),
                "reason": one.reason or "",
                "room": one.room,
            }
            for one in answer.receipts
        ]
        if answer.accepted or request.kind is Kind.RELEASE:
            return lines, told
        parts = {part.line: part for part in request.parts}
        reasons = {
            one.line: why_refused(parts[one.line], request.day, one.reason, one.room, self._currency(one.line))
            for one in answer.receipts
            if one.reason is not None and one.reason is not Refusal.OTHER_LINE
        }
        return refused(lines, reasons), told

    def _currency(self, line: str) -> str:
        state = self.ledger.line(line)
        return state.currency if state else ""


def _reserved(steps: list[Step]) -> Reserved | None:
    booked: list[tuple[Request, bool]] = []
    for one in steps:
        assert one.receipt is not None
        accepted: dict[str, Any] = {told["request"]: told["accepted"] for told in one.receipt.plain()["ledger"]}
        plans = map(from_plain, json.loads(one.judgement)["ledger"])
        booked += [(request, bool(accepted.get(request.id))) for request in plans]
    return reserved_by(booked)


def used_up(told: Plain) -> list[str]:
    """Licences of which the ledger had nothing left."""
    entries = (entry for booked in told["ledger"] for entry in booked["entries"])
    empty = (entry["line"] for entry in entries if entry["reason"] in LIMITS and not entry["room"])
    return list(dict.fromkeys(line.rpartition("/")[0] for line in empty))


def unknown(number: str) -> UnknownDeclaration:
    return UnknownDeclaration(*wrong("unknown"), where=pieces("declaration", number=number))


def _repeated(receipt: Receipt) -> Receipt:
    return Receipt(receipt.sequence, receipt.declaration, receipt.step, receipt.body, receipt.hash, repeated=True)


def _busy(number: str) -> LedgerUnavailable:
    return LedgerUnavailable(f"Declaration {number} met others at each try", "Repeat it; it tells what was stored")
