"""Two who ask to amend one licence at the same moment, while an officer may suspend it, and two who replace it."""

import json
import random
from collections.abc import Callable
from functools import partial

from cocket.law.lawbook import Lawbook
from cocket.licensing.cases.errors import CaseError
from cocket.licensing.cases.finding import Case, find_case
from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.cases.taking import open_case
from cocket.licensing.casework.errors import CaseworkError
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.status import Move, Status
from cocket.licensing.licences.writing import licence_data
from cocket.licensing.records import clock, moving
from cocket.licensing.records.finding import find_licence, steps_of
from cocket.licensing.records.models import LicenceRecord
from cocket.licensing.records.moving import Ordered
from tests.cases.desk import office
from tests.cases.filed import take
from tests.cases.race import SECOND_OFFICER
from tests.casework.people import APPROVER, CHECKER, EXPORTER, OFFICER
from tests.licensing.samples import general
from tests.together import at_once

FAULTS = (CaseError, CaseworkError, LicenceError)
TO_GRANTED = (
    (CHECKER, "forward"), (OFFICER, "accept"), (OFFICER, "screen"), (OFFICER, "review"), (OFFICER, "propose"),
    (APPROVER, "grant"),
)  # fmt: skip


def ordered() -> Ordered:
    return Ordered("Officer Li", "a test", clock.now())


def asks(number: str) -> Case:
    return open_case(EXPORTER, "amendment", {"licence": number, "change": "longer"}, clock.now(), office())


def race_amendments(lawbook: Lawbook, rounds: int, seed: int) -> int:
    """How many amendments were begun. Raises AssertionError where two were, or where what stands is not what was
    answered."""
    chance, begun = random.Random(seed), 0
    for turn in range(rounds):
        number = f"26-AA-{300_000 + turn}"
        moving.issue(general(number), ordered(), lawbook)
        tasks: list[Callable[[], object]] = [partial(asks, number)] * 2
        if chance.random() < 0.5:
            tasks.append(partial(moving.move, number, Move.SUSPEND, ordered()))
        answers = at_once(*tasks, faults=FAULTS)
        opened = [one for one in answers if isinstance(one, Case)]
        assert len(opened) <= 1
        assert CaseRecord.objects.filter(licence=number).count() == len(opened)
        moves = [one.move for one in steps_of(number)]
        assert moves in (["issue", "amend"], ["issue", "suspend"], ["issue", "amend", "suspend"])
        assert moves.count("amend") == len(opened)
        if opened and chance.random() < 0.2 and "suspend" not in moves:
            _replaced_once(opened[0], number)
        begun += len(opened)
    return begun


def _replaced_once(case: Case, number: str) -> None:
    for by, step in TO_GRANTED:
        case = take(case, by, step)
    content = json.dumps({key: value for key, value in licence_data(general(number)).items() if key != "number"})
    before = LicenceRecord.objects.count()
    tasks = [partial(take, case, by, "replace", content=content) for by in (OFFICER, SECOND_OFFICER)]
    answers = at_once(*tasks, faults=FAULTS)
    assert sum(isinstance(one, Case) for one in answers) == 1
    assert LicenceRecord.objects.count() == before + 1
    after = find_case(case.number)
    assert after.state.status == "issued"
    assert find_licence(number).status is Status.REPLACED
    assert find_licence(after.events[-1].said["licences"]).status is Status.VALID
