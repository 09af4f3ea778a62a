"""Several people at one case at once, in any order, and whether what is left is one history that the table allows."""

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

from django.db import connection

from cocket.accounts.actor import Actor
from cocket.law.lawbook import Lawbook
from cocket.licensing.cases.errors import CaseError
from cocket.licensing.cases.finding import Case, find_case
from cocket.licensing.cases.taking import open_case, take_step
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.records import clock
from tests.cases.desk import office
from tests.casework.people import ADVISER, APPROVER, CHECKER, EXPORTER, OFFICER, TABLE, event, person

SECOND_OFFICER = person("gao", "mofcom", OFFICER.kind, OFFICER.role)
SECOND_APPROVER = person("ren", "mofcom", APPROVER.kind, APPROVER.role)
FILED = "application-form\nidentity\ncontract\ntechnical-description\nend-user-certificate"
Try = tuple[Actor, str, dict[str, str]]
BEFORE: Sequence[Try] = (
    (CHECKER, "forward", {}),
    (OFFICER, "accept", {}),
    (OFFICER, "screen", {}),
    (OFFICER, "review", {}),
)
GRANTED = {"outcome": "grant"}
REFUSED = {"outcome": "refuse", "criterion": "end use", "citation": "Law Art. 13"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many tries were ``taken``; the ``case`` as it is read back, which folds its events through the table."""

    taken: int
    case: Case


def case_in(lawbook: Lawbook, upto: Sequence[Try]) -> Case:
    case = open_case(EXPORTER, "licence", {"papers": FILED}, clock.now(), office())
    for by, step, said in upto:
        case = take(case.number, by, step, said)
    return case


def take(number: str, by: Actor, step: str, said: dict[str, str], seen: int | None = None) -> Case:
    return take_step(by, number, step, {**event(step, by).said, **said}, clock.now(), office(), seen=seen)


def at_once(case: Case, people: Sequence[Sequence[Try]], *, with_version: bool = False) -> Outcome:
    """Each of the people makes his tries one after the other, all begin together."""
    start = Barrier(len(people))

    def work(tries: Sequence[Try]) -> int:
        taken = 0
        try:
            start.wait(30)
            for by, step, said in tries:
                try:
                    take(case.number, by, step, said, case.version if with_version else None)
                    taken += 1
                except (CaseworkError, CaseError):
                    pass  # the table, or somebody who was first, said no
        finally:
            connection.close()
        return taken

    with ThreadPoolExecutor(len(people)) as pool:
        taken = sum(pool.map(work, people))
    return Outcome(taken, find_case(case.number))


def random_people(chance: random.Random) -> list[list[Try]]:
    """Two officers, two approvers, an adviser and the applicant, each with some tries that contradict the others'."""
    of_officers: list[tuple[str, dict[str, str]]] = [
        ("ask", {}),
        ("stop", {}),
        ("resume", {}),
        ("refer", {}),
        ("propose", GRANTED),
        ("propose", REFUSED),
        ("propose_condition", {}),
        ("change_condition", {}),
        ("remove_condition", {}),
    ]
    of_approvers: list[tuple[str, dict[str, str]]] = [("grant", {}), ("refuse", {}), ("hand_back", {})]
    of_applicant: list[tuple[str, dict[str, str]]] = [("withdraw", {}), ("answer", {}), ("answer", {})]
    of_adviser: list[tuple[str, dict[str, str]]] = [("advise", {}), ("advise_on", {})]
    choices = (
        (OFFICER, of_officers), (SECOND_OFFICER, of_officers), (APPROVER, of_approvers),
        (SECOND_APPROVER, of_approvers), (EXPORTER, of_applicant), (ADVISER, of_adviser),
    )  # fmt: skip
    return [[(by, *chance.choice(steps)) for _ in range(chance.randint(1, 3))] for by, steps in choices]


def races(lawbook: Lawbook, rounds: int, seed: int) -> list[Outcome]:
    """Raises where a history is left that the table does not allow, or a step was answered that is not there."""
    chance, found = random.Random(seed), []
    for _ in range(rounds):
        upto = [*BEFORE, (OFFICER, "propose", GRANTED)] if chance.random() < 0.5 else BEFORE
        case = case_in(lawbook, upto)
        outcome = at_once(case, random_people(chance))
        assert len(outcome.case.events) == len(case.events) + outcome.taken
        assert outcome.case.state.status in TABLE.statuses
        found.append(outcome)
    return found
