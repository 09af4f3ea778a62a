"""What is decided upon, as what the law is asked and whom the lists are: an application, a licence to be amended, goods
to be classified."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cocket.check.composition_text import gather_composition
from cocket.licensing.applications.application import Application
from cocket.licensing.applications.preflight import in_deal
from cocket.licensing.licences.licence import Licence, LicenceLine, Party
from cocket.licensing.licences.writing import licence_text

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What the law is asked: ``stated`` as the determination reads a row, without its day."""

    request: int
    item: int
    stated: Mapping[str, object]

    def on(self, day: date) -> dict[str, object]:
        return {**self.stated, "date": day.isoformat()}


@dataclass(frozen=True, slots=True)
class Subject:
    """``named``: by which a decision names it, with a digest of its content; ``documents`` by kinds and hashes;
    ``parties``: each once in each of its roles."""

    named: Plain
    regime: str
    questions: tuple[Question, ...]
    parties: tuple[tuple[str, Party], ...]
    documents: tuple[Plain, ...] = ()


def of_application(application: Application, named: Plain, documents: Sequence[Plain]) -> Subject:
    questions = tuple(
        Question(request.number, one.item, in_deal(application.items[one.item - 1], request))
        for request in application.requests
        for one in request.wanted
    )
    parties = [("exporter", application.exporter)]
    for request in application.requests:
        parties.append(("end_user", request.end_user))
        if request.importer is not None:
            parties.append(("importer", request.importer))
    return Subject(named, application.regime, questions, tuple(dict.fromkeys(parties)), tuple(documents))


def of_licence(licence: Licence) -> Subject:
    """Of each line each pair of destination and end user is a deal; ``item`` is the number of the line. A licence has
    its control codes and no composition, so that the law is asked by those."""
    digest = hashlib.sha256(licence_text(licence).encode()).hexdigest()
    pairs = [(line, *pair) for line in licence.lines for pair in _pairs(line)]
    questions = tuple(
        Question(place, line.number, _licensed(line, destination, user))
        for place, (line, destination, user) in enumerate(pairs, start=1)
    )
    users = (("end_user", user) for line in licence.lines for user in line.end_users)
    parties = tuple(dict.fromkeys((("exporter", licence.holder), *users)))
    return Subject({"licence": licence.number, "digest": digest}, licence.regime, questions, parties)


def _pairs(line: LicenceLine) -> Iterator[tuple[str, Party]]:
    """An end user in one of the destinations gets its goods there; of another nobody knows where."""
    for user in line.end_users:
        for destination in (user.country,) if user.country in line.destinations else line.destinations:
            yield destination, user


def _licensed(line: LicenceLine, destination: str, user: Party) -> dict[str, object]:
    said: dict[str, object] = {"description": line.goods, "destination": destination, "end_user": user.name}
    optional = {
        "control_code": line.control_code,
        "end_use": line.end_uses[0] if line.end_uses else "",
        "end_user_country": user.country,
    }
    return said | {key: value for key, value in optional.items() if value}


def of_goods(facts: Mapping[str, str], regime: str, named: Plain) -> Subject:
    """Goods that somebody asks to have classified; nothing is asked of the law where no facts are stated."""
    questions = (Question(1, 1, gather_composition(facts)),) if facts else ()
    return Subject(named, regime, questions, ())
