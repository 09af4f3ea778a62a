"""An amendment stops the licence, ends with the old one or a new one, and never touches a key element."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from cocket.law.lawbook import Lawbook
from cocket.ledger import Answer, LedgerError, LedgerUnavailable, Part, movement
from cocket.ledger import Kind as Movement
from cocket.licensing.licences import Licence, LicenceError, Move, MoveRefused, Party, Status
from cocket.licensing.licences.amendment import KEY_ELEMENTS, KeyChange, refuse_key_change
from cocket.licensing.licences.errors import NumberTaken, UnknownLicence
from cocket.licensing.licences.number import skeleton
from cocket.licensing.licences.writing import licence_text
from cocket.licensing.records import clock, moving, orders
from cocket.licensing.records.book import ledger
from cocket.licensing.records.finding import find_licence, steps_of
from cocket.licensing.records.models import LicenceRecord
from cocket.licensing.records.moving import Ordered
from tests.ledger.trade import Ticking
from tests.licensing.samples import ANYONE, DAY, HOLDER, NUMBER, YEAR_END, general, kg, licence, line
from tests.licensing.test_at_once import Crossing, without_lock
from tests.together import at_once

NEW = "26-AA-100002"
OTHER: dict[str, object] = {
    "control_code": "1C902.a.3",
    "goods": "magnets of another kind",
    "destinations": ("DE", "FR"),
    "end_users": (Party("Another Works GmbH", "DE"),),
    "end_uses": ("kettles",),
}


def ordered(why: str = "a test") -> Ordered:
    return Ordered("Officer Li", why, clock.now())


def move(name: str, quantity: int, kind: Movement = Movement.WRITE_OFF, target: str = "", of: str = NUMBER) -> Answer:
    return ledger().post(movement(name, kind, DAY, [Part(f"{of}/1", kg(quantity), None, target)]), timeout_s=20)


def reason(answer: Answer) -> str:
    return "" if answer.refusal is None else str(answer.refusal.reason)


def changed(**changes: object) -> Licence:
    return licence(NEW, general().kind, (line(NEW, uses=None, **changes),))  # type: ignore[arg-type]


def test_limits_days_and_conditions_are_no_key_elements() -> None:
    refuse_key_change(general(), general(NEW, quantity=999))
    refuse_key_change(general(), changed(end_users=line().end_users[::-1]))


@pytest.mark.parametrize("key", KEY_ELEMENTS)
def test_a_changed_key_element_means_to_apply_anew(key: str) -> None:
    with pytest.raises(KeyChange, match=f"^lines\\[0\\]: {key} of line {NEW}/1 .*Apply anew"):
        refuse_key_change(general(), changed(**{key: OTHER[key]}))


def test_a_line_mixed_from_two_others_is_a_change() -> None:
    """The first line's goods for the second line's end user were granted to nobody."""
    second = line(place=2, uses=None, goods="rotors", end_users=OTHER["end_users"])
    old = licence(NUMBER, general().kind, (line(uses=None), second))
    refuse_key_change(old, changed(goods="rotors", end_users=OTHER["end_users"]))
    with pytest.raises(KeyChange):
        refuse_key_change(old, changed(end_users=OTHER["end_users"]))


def test_a_licence_is_not_passed_on_but_its_holder_may_be_renamed() -> None:
    refuse_key_change(general(), general(NEW, holder=replace(HOLDER, name="Ningde New Magnet Works")))
    for other in (Party(HOLDER.name, "CN", "91350900MA00000002"), Party("Somebody Else", "CN")):
        with pytest.raises(KeyChange, match="not passed on"):
            refuse_key_change(general(), general(NEW, holder=other))


@pytest.fixture
def amending(database: str, lawbook: Lawbook) -> Licence:
    moving.issue(general(), ordered(), lawbook)
    assert reason(move("before", 40)) == ""
    return moving.move(NUMBER, Move.AMEND, ordered("port changes"))


def test_in_amendment_nothing_is_drawn_and_kept_it_goes_on(amending: Licence) -> None:
    assert amending.status is Status.IN_AMENDMENT
    assert reason(move("d1", 1)) == "not_usable"
    assert moving.move(NUMBER, Move.KEEP, ordered("refused")).status is Status.VALID
    assert reason(move("d2", 61)) == "quantity", "what was drawn stays drawn"
    assert reason(move("d3", 60)) == ""


def test_a_new_licence_takes_the_place_of_the_old(amending: Licence, lawbook: Lawbook) -> None:
    moving.replace_by(NUMBER, general(NEW, quantity=60), ordered("granted"), lawbook)
    assert (find_licence(NUMBER).status, find_licence(NEW).status) == (Status.REPLACED, Status.VALID)
    assert reason(move("d1", 1)) == "not_usable"
    assert reason(move("d2", 61, of=NEW)) == "quantity"
    assert reason(move("d3", 60, of=NEW)) == ""
    assert [(one.move, one.other) for one in steps_of(NUMBER)][-1] == ("replace", NEW)
    assert [(one.move, one.other) for one in steps_of(NEW)] == [("issue", NUMBER)]
    old = ledger().line(f"{NUMBER}/1")
    assert old is not None
    assert old.drawn_quantity == kg(40).number
    assert move("c1", 10, kind=Movement.CORRECT, target="before").accepted, "a mistake is still corrected"
    for wanted in Move:
        if wanted not in (Move.ISSUE, Move.REPLACE):
            with pytest.raises(MoveRefused):
                moving.move(NUMBER, wanted, ordered())


def test_a_refused_replacement_leaves_nothing_behind(
    amending: Licence, lawbook: Lawbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving.issue(general("26-AA-100009"), ordered(), lawbook)
    with pytest.raises(KeyChange):
        moving.replace_by(NUMBER, changed(destinations=("FR",)), ordered(), lawbook)
    with pytest.raises(NumberTaken):
        moving.replace_by(NUMBER, general("26-AA-100009"), ordered(), lawbook)

    def fails(*_: object, **__: object) -> None:
        raise OperationalError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(moving, "_issue", fails)
        with pytest.raises(LedgerUnavailable, match="the disk is full"):
            moving.replace_by(NUMBER, general(NEW), ordered(), lawbook)
    assert find_licence(NUMBER).status is Status.IN_AMENDMENT
    assert len(steps_of(NUMBER)) == 2
    assert ledger().line(f"{NEW}/1") is None
    with pytest.raises(UnknownLicence):
        find_licence(NEW)


def test_only_a_licence_in_amendment_is_replaced(database: str, lawbook: Lawbook) -> None:
    moving.issue(general(), ordered(), lawbook)
    with pytest.raises(MoveRefused, match="is valid already"):
        moving.replace_by(NUMBER, general(NEW), ordered(), lawbook)
    with pytest.raises(LicenceError, match="no licence"):
        moving.replace_by("26-AA-999999", general(NEW), ordered(), lawbook)
    assert ledger().line(f"{NEW}/1") is None


def test_reserved_goods_are_settled_before_a_replacement(database: str, lawbook: Lawbook) -> None:
    moving.issue(general(), ordered(), lawbook)
    assert move("r1", 5, kind=Movement.RESERVE).accepted
    moving.move(NUMBER, Move.AMEND, ordered())
    with pytest.raises(MoveRefused, match="still reserved"):
        moving.replace_by(NUMBER, general(NEW), ordered(), lawbook)
    assert move("f1", 5, kind=Movement.RELEASE, target="r1").accepted
    moving.replace_by(NUMBER, general(NEW), ordered(), lawbook)


def test_an_amendment_gives_no_second_export(database: str, lawbook: Lawbook) -> None:
    """A single licence whose export was made, but not yet booked as completed."""
    moving.issue(licence(), ordered(), lawbook)
    assert reason(move("d1", 40)) == ""
    moving.move(NUMBER, Move.AMEND, ordered())
    with pytest.raises(MoveRefused, match="one export"):
        moving.replace_by(NUMBER, licence(NEW, lines=(line(NEW),)), ordered(), lawbook)
    moving.move(NUMBER, Move.KEEP, ordered())
    settled = moving.settle(NUMBER, ordered())
    assert settled is not None
    assert settled.status is Status.COMPLETED


def test_the_end_of_an_amendment_lifts_no_suspension(amending: Licence, lawbook: Lawbook) -> None:
    moving.move(NUMBER, Move.SUSPEND, ordered("end use in doubt"))
    for attempt in (
        lambda: moving.move(NUMBER, Move.KEEP, ordered()),
        lambda: moving.replace_by(NUMBER, general(NEW), ordered(), lawbook),
        lambda: moving.move(NUMBER, Move.SURRENDER, ordered()),
    ):
        with pytest.raises(MoveRefused, match="suspended"):
            attempt()
    assert reason(move("d1", 1)) == "not_usable"


def test_a_licence_in_amendment_expires_like_any_other(amending: Licence, ticking: Ticking) -> None:
    ticking.now = datetime(2027, 12, 1, tzinfo=UTC)
    assert find_licence(NUMBER).status_on(clock.authority_day(clock.now())) is Status.EXPIRED
    with pytest.raises(MoveRefused, match="validity"):
        moving.move(NUMBER, Move.KEEP, ordered())
    (expired,) = orders.expire_due(ANYONE, ordered())
    assert (expired.status, expired.valid_until) == (Status.EXPIRED, YEAR_END)


@pytest.mark.parametrize("first", [(), (Move.AMEND,)])
def test_a_licence_handed_back_is_over(database: str, lawbook: Lawbook, first: tuple[Move, ...]) -> None:
    moving.issue(general(), ordered(), lawbook)
    for wanted in (*first, Move.SURRENDER):
        moving.move(NUMBER, wanted, ordered())
    assert find_licence(NUMBER).status is Status.SURRENDERED
    assert reason(move("d1", 1)) == "not_usable"
    with pytest.raises(MoveRefused, match="handed the licence back"):
        moving.move(NUMBER, Move.RESUME, ordered())


def both_replace(lawbook: Lawbook) -> list[object]:
    return at_once(
        lambda: moving.replace_by(NUMBER, general(NEW), ordered(), lawbook),
        lambda: moving.replace_by(NUMBER, general("26-AA-100003"), ordered(), lawbook),
        faults=(LicenceError, LedgerError, IntegrityError),
    )


def test_of_two_amendments_decided_at_once_one_replaces_the_licence(amending: Licence, lawbook: Lawbook) -> None:
    done = both_replace(lawbook)
    issued = [one for one in done if isinstance(one, Licence)]
    (refused,) = [one for one in done if not isinstance(one, Licence)]
    assert isinstance(refused, MoveRefused)
    assert len(issued) == 1
    assert [one.other for one in steps_of(NUMBER) if one.other] == [issued[0].number]
    lines = [ledger().line(f"{number}/1") for number in (NEW, "26-AA-100003")]
    assert sum(one is not None for one in lines) == 1, "one licence's worth of goods, not two"


@pytest.mark.parametrize("locked", [True, False])
def test_the_lock_keeps_two_replacements_apart(
    amending: Licence, lawbook: Lawbook, monkeypatch: pytest.MonkeyPatch, locked: bool
) -> None:
    """Without it both go by a licence in amendment; then only keys are between them, and one meets a fault."""
    connection.close()
    crossing = Crossing()
    monkeypatch.setattr(moving, "step", crossing.step)
    if not locked:
        without_lock(monkeypatch)
    done = both_replace(lawbook)
    assert crossing.met != locked
    assert sum(isinstance(one, LedgerError | IntegrityError) for one in done) == (0 if locked else 1), done
    assert sum(isinstance(one, Licence) for one in done) == 1
    assert [one.move for one in steps_of(NUMBER)].count("replace") == 1


def test_licences_of_an_older_installation_are_taken_over(database: str) -> None:
    """SQLite copies a table that it alters: no row is lost, and the guards stand again."""
    executor = MigrationExecutor(connection)
    executor.migrate([("licensing", None)])
    executor.loader.build_graph()
    executor.migrate([("licensing", "0001_licences")])
    old = executor.loader.project_state([("licensing", "0001_licences")]).apps
    kept = old.get_model("licensing", "LicenceRecord").objects.create(
        number=NUMBER, skeleton=skeleton(NUMBER), kind="general", regime="dual_use", holder=HOLDER.name,
        valid_until=YEAR_END, status="suspended", steps=1, content=licence_text(general()),
    )  # fmt: skip
    old.get_model("licensing", "StepRecord").objects.create(
        licence=kept, sequence=1, move="suspend", before="valid", after="suspended", day=DAY, recorded=clock.now(),
        by="Officer Li", why="a test",
    )  # fmt: skip
    executor.loader.build_graph()
    executor.migrate(executor.loader.graph.leaf_nodes("licensing"))
    assert find_licence(NUMBER) == replace(general(), status=Status.SUSPENDED)
    assert [(one.move, one.other) for one in steps_of(NUMBER)] == [("suspend", "")]
    assert LicenceRecord.objects.get().holder_number == HOLDER.number
    for statement in (
        "delete from licence_step", "update licence_step set other = 'X'", "delete from licence",
        "update licence set holder_number = 'X'",
    ):  # fmt: skip
        with pytest.raises(DatabaseError, match="are kept"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
