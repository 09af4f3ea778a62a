"""What would make an application come back, found before it is filed."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from cocket.check.checker import Checker
from cocket.check.composition_text import gather_composition
from cocket.determination.facts import NOT_LISTED_TOKEN
from cocket.determination.outcome import Open, Outcome
from cocket.determination.read_facts import FactError
from cocket.licensing.applications.application import Application, Item, Request
from cocket.licensing.applications.papers import CERTIFICATE, DECREE, wanted_papers
from cocket.licensing.licences.licence import Kind
from cocket.quantity.units import find_unit
from cocket.reading.line import ReadingError

MONTHS_OF_YEAR = 12
LISTS = ("control_list", "watch_list", "unreliable_entity_list")


class Severity(StrEnum):
    WILL = "will_come_back"
    MAY = "may_come_back"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """``problem`` names what is wrong, ``key`` where in the application, ``about`` the paper, outcome, fact or name
    that it is about, ``citation`` the text it rests on, "" where it is practice."""

    severity: Severity
    problem: str
    key: str
    about: str = ""
    citation: str = ""

    def data(self) -> dict[str, object]:
        return {key: str(value) for key, value in asdict(self).items()}


def preflight(application: Application, checker: Checker, day: date) -> tuple[Finding, ...]:
    """Everything found, in the order of the application; ``day`` is taken as the day of export too.

    None found is no promise that a licence is granted, nor that nothing else is asked for.
    """
    return tuple(_findings(application, checker, day))


def _findings(application: Application, checker: Checker, day: date) -> Iterator[Finding]:
    known = checker.lawbook.regimes
    if application.regime not in known:
        yield Finding(Severity.WILL, "regime", "regime", application.regime)
        return
    if application.regime != "dual_use":
        # only the decree's papers are written down; of another regime nothing is known to be complete
        yield Finding(Severity.MAY, "papers_unknown", "regime", application.regime)
    else:
        yield from _papers(application, checker, day)
    if application.kind is Kind.GENERAL:
        yield Finding(Severity.MAY, "general_penalties", "kind", "", _cited(checker, "Art. 20"))
    for part in checker.lawbook.by_id[DECREE].provisions:
        if part.kind != "validity" or application.kind not in part.licences or part.limit is None:
            continue
        if application.months > part.limit.amount * MONTHS_OF_YEAR:
            yield Finding(Severity.WILL, "months", "months", str(application.months), _cited(checker, part.at))
    if application.no_military_business is None:
        yield Finding(Severity.NOTE, "military", "no_military_business")
    yield from _listed(application.exporter.name, "exporter", application, checker)
    for place, request in enumerate(application.requests):
        yield from _request(request, f"requests[{place}]", application, checker, day)


def _cited(checker: Checker, at: str) -> str:
    return f"{checker.lawbook.by_id[DECREE].number.en}, {at}"


def _papers(application: Application, checker: Checker, day: date) -> Iterator[Finding]:
    wanted = wanted_papers(checker.lawbook, application.kind.value, day)
    for paper in wanted:
        if paper.id != CERTIFICATE and paper.id not in application.papers:
            yield Finding(Severity.WILL, "paper", "papers", paper.id, _cited(checker, paper.at))
    if not wanted:
        yield Finding(Severity.MAY, "papers_unknown", "papers", day.isoformat())
    every = {one.id for one in checker.lawbook.by_id[DECREE].provisions if one.kind == "document"}
    for name in application.papers:
        if name not in every:
            yield Finding(Severity.MAY, "paper_not_known", "papers", name)


def _request(request: Request, key: str, application: Application, checker: Checker, day: date) -> Iterator[Finding]:
    if not request.certificate:
        yield Finding(Severity.WILL, "paper", f"{key}.certificate", CERTIFICATE, _cited(checker, "Art. 16"))
    for language, text in (("en", request.end_use), ("zh", request.end_use_zh)):
        if not text:
            yield Finding(Severity.MAY, "end_use", f"{key}.end_use.{language}", language)
    yield from _listed(request.end_user.name, f"{key}.end_user", application, checker)
    if request.importer:
        yield from _listed(request.importer.name, f"{key}.importer", application, checker)
    for place, one in enumerate(request.wanted):
        where = f"{key}.wanted[{place}]"
        if one.amount is None or one.amount.unit.smallest != find_unit("kg").smallest:
            yield Finding(Severity.MAY, "not_in_kg", where, str(one.amount or one.value))
        yield from _determined(application.items[one.item - 1], request, where, application, checker, day)


def _listed(name: str, key: str, application: Application, checker: Checker) -> Iterator[Finding]:
    """By the law's own look-up: a name that may be a listed one is told as well, never taken to be nobody.

    The look-up knows no day, and a listing may be suspended or ended: what follows on the day, the determination says.
    """
    for list_name in LISTS:
        tokens = checker.look_up(name, list_name)
        if tokens == {NOT_LISTED_TOKEN}:
            continue
        if NOT_LISTED_TOKEN in tokens:
            yield Finding(Severity.MAY, f"may_be_{list_name}", key, name)
        elif list_name == "watch_list" and application.kind is Kind.SINGLE:
            severity = Severity.NOTE if "watch-documents" in application.papers else Severity.MAY
            yield Finding(severity, "watch_papers", key, name, _cited(checker, "Art. 26"))
        else:
            yield Finding(Severity.MAY, f"on_{list_name}", key, name)


def stated(item: Item, request: Request, day: date) -> dict[str, object]:
    """The item in that deal on that day, as the determination reads a row."""
    return {**in_deal(item, request), "date": day.isoformat()}


def in_deal(item: Item, request: Request) -> dict[str, object]:
    """What is stated of the item in that deal; what the exporter did not state stays unknown."""
    said: dict[str, object] = {"description": item.goods, **dict(item.facts)}
    said |= {"destination": request.destination, "end_user": request.end_user.name}
    optional = {
        "control_code": item.control_code,
        "hs": item.hs_code,
        "end_use": request.end_use_code or request.end_use,
        "importer": request.importer.name if request.importer else "",
        "end_user_country": request.end_user.country,
    }
    return gather_composition(said | {key: value for key, value in optional.items() if value})


def _determined(
    item: Item, request: Request, key: str, application: Application, checker: Checker, day: date
) -> Iterator[Finding]:
    try:
        verdict = checker.check(stated(item, request, day), day)
    except (FactError, ReadingError) as error:
        yield Finding(Severity.WILL, "unreadable", f"items[{item.number - 1}].facts", str(error))
        return
    for found in verdict.determinations:
        own = found.regime == application.regime
        about = f"{found.regime}: {found.outcome.name}"
        if found.outcome is Outcome.PROHIBITED:
            yield Finding(Severity.WILL, "prohibited", key, about)
        elif isinstance(found.outcome, Open):
            asked = f" ({', '.join(found.ask)})" if found.ask else ""
            if found.considered:
                yield Finding(Severity.MAY, "open", key, about + asked)
        elif own and found.considered and found.outcome < Outcome.VOUCHER:
            yield Finding(Severity.WILL, "needs_none", key, about)
        elif own and found.outcome is Outcome.VOUCHER:
            yield Finding(Severity.MAY, "voucher", key, about)
        elif own and found.outcome is Outcome.LICENCE_REQUIRED_SINGLE_ONLY and application.kind is Kind.GENERAL:
            yield Finding(Severity.WILL, "single_only", key, about)
        elif own and found.outcome is Outcome.PRESUMPTIVE_DENIAL:
            yield Finding(Severity.MAY, "denied_in_principle", key, about)
        elif not own and found.outcome >= Outcome.CATCH_ALL_LICENCE:
            yield Finding(Severity.NOTE, "other_regime", key, about)
        if own and not found.considered:
            yield Finding(Severity.MAY, "not_considered", key, about)
        if own and item.control_code and item.control_code not in found.codes:
            yield Finding(Severity.MAY, "other_code", key, item.control_code)
