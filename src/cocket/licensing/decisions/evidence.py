"""What a decision rests on, as data that can be made again: the law's answer on each item in each deal with its proof,
the lists that the parties were held against, the application and its documents by their hashes."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cocket.check.checker import Checker
from cocket.determination.outcome import Open, Outcome
from cocket.licensing.applications.application import Application, Request
from cocket.licensing.decisions.faults import pieces, wrong
from cocket.licensing.decisions.screened import Screened
from cocket.licensing.decisions.subject import Subject
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.licence import BY_USE, Kind
from cocket.wording.shapes import all_of

FORMAT: Final = "cocket-evidence/1"
KEY: Final = "granted"
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer of the subject's own regime on one item in one deal. ``banned``: the regimes that prohibit it."""

    request: int
    item: int
    outcome: str
    codes: tuple[str, ...]
    banned: tuple[str, ...]
    proof: Plain


@dataclass(frozen=True, slots=True)
class Evidence:
    """``filing`` names the subject (`subject`) with its digest; ``documents`` their kinds and hashes."""

    day: date
    law_digest: str
    filing: Plain
    documents: tuple[Plain, ...]
    judged: tuple[Judged, ...]
    screened: Plain

    def data(self) -> Plain:
        """Proofs that are equal are held once: the same goods go to many buyers."""
        proofs = {_text(one.proof): one.proof for one in self.judged}
        places = {text: place for place, text in enumerate(proofs)}
        judged = [
            {
                "request": one.request, "item": one.item, "outcome": one.outcome, "codes": list(one.codes),
                "banned": list(one.banned), "proof": places[_text(one.proof)],
            }
            for one in self.judged
        ]  # fmt: skip
        return {
            "format": FORMAT,
            "day": self.day.isoformat(),
            "law_digest": self.law_digest,
            "filing": self.filing,
            "documents": list(self.documents),
            "judged": judged,
            "proofs": list(proofs.values()),
            "screened": self.screened,
        }

    def text(self) -> str:
        """The same for the same evidence."""
        return _text(self.data())


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def gather(subject: Subject, checker: Checker, screened: Screened, day: date) -> Evidence:
    """By the law as published on ``day``, which is taken as the day of export too. Raises FactError or ReadingError for
    an item whose facts cannot be read."""
    judged = tuple(judge(subject, checker, day))
    return Evidence(day, checker.lawbook.digest, subject.named, subject.documents, judged, screened.data)


def judge(subject: Subject, checker: Checker, day: date) -> Iterator[Judged]:
    for one in subject.questions:
        verdict = checker.check(one.on(day), day)
        own = verdict.of(subject.regime)
        outcome = own.outcome.value if isinstance(own.outcome, Open) else own.outcome.name
        banned = tuple(each.regime for each in verdict.determinations if each.outcome is Outcome.PROHIBITED)
        yield Judged(one.request, one.item, outcome, own.codes, banned, checker.explained(verdict))


def codes_granted(
    application: Application, granted: Sequence[Request], judged: Sequence[Judged]
) -> Mapping[tuple[int, int], str]:
    """Of each (request, item) granted the control code that its licence names. Raises LicenceError where the law does
    not let it be licensed: it is banned, needs no licence or not this kind, or its code is not settled."""
    found = {(one.request, one.item): one for one in judged}
    places = [(request.number, one.item) for request in granted for one in request.wanted]
    return {place: _code(application, found[place]) for place in places}


def _code(application: Application, one: Judged) -> str:
    place = {"item": one.item, "request": one.request}
    if one.banned:
        raise LicenceError(*wrong("prohibited", **place, regimes=all_of(one.banned)), KEY)
    if one.outcome in _NEEDS_NONE:
        raise LicenceError(*wrong("needs_none", **place, regime=application.regime, outcome=one.outcome), KEY)
    if one.outcome == Outcome.LICENCE_REQUIRED_SINGLE_ONLY.name and application.kind is Kind.GENERAL:
        raise LicenceError(*wrong("single_only", **place), KEY)
    own = application.items[one.item - 1].control_code
    if own:
        return own
    if not one.codes and one.outcome == Outcome.CATCH_ALL_LICENCE.name:
        return BY_USE
    if len(one.codes) != 1:
        raise LicenceError(*wrong("no_code", **place, codes=one.codes or pieces("none")), KEY)
    return one.codes[0]


_NEEDS_NONE: Final = tuple(one.name for one in Outcome if one < Outcome.CATCH_ALL_LICENCE)


def _text(data: Plain) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
