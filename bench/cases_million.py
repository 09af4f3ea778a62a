"""A million cases on PostgreSQL: how long the queue, a case and the statistics of a month take, and how many queries.

The database itself writes the cases: forty-five months of them, with histories that the table of steps allows. A tenth
each is under review, refused, withdrawn or returned; a third had its clock stopped. One queue asked for is empty.
"""

import os
import random
import time
from collections.abc import Callable
from datetime import date
from typing import Final

from bench.cluster import Cluster, NoServerError
from bench.measure import CannotRunError, Report, Timing

CASES: Final = int(os.environ.get("CASES", "1000000"))
ROUNDS: Final = 100
PARTS: Final = (("median", 0.5), ("p95", 0.95))
TARGET_S, QUERIES_MOST = 0.150, 12
SPAN_DAYS: Final = 45 * 30
LAST: Final = date(2026, 11, 27)
# step, its place in the history, days after the filing, who takes it, what is said, and for which cases: n is random
# from 0 to 9 for each case, s whether its clock was stopped, l for how many days (5 to 30), d after how many it was
# decided (40 to 90, so that the clock ran again before)
DONE: Final = "n < 7 or n = 8"
REFUSAL: Final = '{"outcome": "refuse", "reason": "a", "criterion": "b", "citation": "c"}'
STEPS: Final = (
    ("file", 1, "0", "applicant", '{"papers": "contract"}', "true"),
    ("send_back", 2, "1", "checker", '{"missing": "contract"}', "n = 9"),
    ("forward", 2, "2", "checker", "{}", "n <> 9"),
    ("withdraw", 3, "3", "applicant", '{"reason": "not needed"}', "n = 7"),
    ("accept", 3, "5", "officer", "{}", DONE),
    ("screen", 4, "5", "officer", '{"evidence": "lists", "open_hits": "0", "watch_list": "no"}', DONE),
    ("review", 5, "6", "officer", "{}", DONE),
    ("stop", 6, "8", "officer", '{"ground": "stop-expert"}', "n < 7 and s"),
    ("resume", 7, "8 + l", "officer", '{"ground": "stop-expert"}', "n < 7 and s"),
    ("propose", 8, "d - 1", "officer", '{"outcome": "grant", "reason": "civil"}', "n < 6"),
    ("propose", 8, "d - 1", "officer", REFUSAL, "n = 6"),
    ("grant", 9, "d", "approver", "{}", "n < 6"),
    ("refuse", 9, "d", "approver", "{}", "n = 6"),
    ("issue", 10, "d + 2", "officer", '{"licences": "26-AA-1"}', "n < 6"),
)
STATUS: Final = (
    "case when n < 6 then 'issued' when n = 6 then 'refused' when n = 7 then 'withdrawn' when n = 8 then 'review'"
    " else 'returned' end"
)
KINDS: Final = {"applicant": "exporter", "checker": "province", "officer": "authority", "approver": "authority"}


def run() -> Report:
    try:
        cluster = Cluster()
    except NoServerError as error:
        raise CannotRunError(str(error)) from None
    try:
        return _measured(cluster.address())
    finally:
        cluster.remove()


def _measured(url: str) -> Report:
    os.environ["DATABASE_URL"] = url
    from cocket.config.serving import load
    from cocket.config.start import start

    start()
    from tests.licensing.conftest import lead_to

    lead_to(url)
    start()
    begun = time.perf_counter()
    fill()
    built = time.perf_counter() - begun
    load()
    asked = {name: _asked(ask) for name, ask in questions().items()}
    timings = [Timing("made by the database", (built,))]
    for name, (times, _) in asked.items():
        timings += [Timing(f"{name}, {told}", (times[int(len(times) * part)],)) for told, part in PARTS]
    queries = ", ".join(f"{name} {most}" for name, (_, most) in asked.items())
    met = all(times[int(len(times) * 0.95)] < TARGET_S and most <= QUERIES_MOST for times, most in asked.values())
    said = f"{CASES:,} cases; queries at most: {queries}"
    return Report(tuple(timings), said, f"each under {TARGET_S * 1000:.0f} ms and {QUERIES_MOST} queries", met=met)


def fill() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "create temporary table made as select i, 'C-' || lpad(i::text, 9, '0') as number,"
            " 'firm-' || i % 5000 as organisation, floor(random() * 10)::int as n, random() < 0.33 as s,"
            " 5 + floor(random() * 26)::int as l, 40 + floor(random() * 51)::int as d,"
            f" timestamptz '{LAST}' - ({SPAN_DAYS} * (1 - i::float / {CASES}) + 100) * interval '1 day' as at"
            f" from generate_series(1, {CASES}) as i"
        )
        cursor.execute(
            "insert into case_file (number, kind, organisation, status, version, wanted, changed, filing, licence,"
            " filed, returned, accepted, ended, stops)"
            f" select number, 'licence', organisation, {STATUS}, 2, '', at, '', '', at,"
            f" case when n = 9 then at + interval '1 day' end, case when {DONE} then at + interval '5 days' end,"
            " case when n < 7 then at + d * interval '1 day' when n = 7 then at + interval '3 days' end,"
            " case when n < 7 and s then 'stop-expert ' || (at + interval '8 days')::date || '/'"
            " || (at + (8 + l) * interval '1 day')::date || chr(10) else '' end from made"
        )
        for step, place, days, role, said, of_which in STEPS:
            person = "li" if role == "applicant" else role
            organisation = "organisation" if role == "applicant" else f"'{KINDS[role]}'"
            cursor.execute(
                "insert into case_event (case_id, sequence, step, at, person, name, organisation, organisation_name,"
                f" organisation_kind, role, via, said) select number, {place}, '{step}',"
                f" at + ({days}) * interval '1 day', '{person}', '{person}', {organisation}, {organisation},"
                f" '{KINDS[role]}', '{role}', 'bench', '{said}' from made where {of_which}"
            )
        cursor.execute(
            "insert into case_decision (number, case_id, sequence, outcome, day, granted, criterion, citation,"
            " evidence, digest) select 'D-' || number, number, 9, case when n < 6 then 'grant' else 'refuse' end,"
            " (at + d * interval '1 day')::date, '', '', '', '{}', '' from made where n < 7"
        )
        cursor.execute(
            "insert into case_decision_deal (decision_id, request, item, outcome, day, control_code, destination,"
            " end_user, end_use, exporter, end_user_type) select 'D-' || number, 1, 1,"
            " case when n < 6 then 'grant' else 'refuse' end, (at + d * interval '1 day')::date,"
            " '1C90' || i % 9, (array['US','DE','VN','JP'])[1 + i % 4],"
            " 'user ' || i % 9000, 'pumps', organisation, 'civil' from made where n < 7"
        )
        # the versions count the events
        cursor.execute(
            "update case_file set version = found.count from (select case_id, count(*) from case_event"
            " group by case_id) as found where found.case_id = case_file.number"
        )
        cursor.execute("vacuum analyze")


def questions() -> dict[str, Callable[[random.Random], object]]:
    from cocket.accounts.actor import Actor
    from cocket.accounts.role import OrganisationKind, Role
    from cocket.licensing.cases.seen import case_for, cases_for
    from cocket.licensing.statistics.gathering import statistics

    officer = Actor("wang", "Wang", "authority", "authority", OrganisationKind.AUTHORITY, Role.OFFICER, "bench")

    def queue(chance: random.Random) -> object:
        after = f"C-{chance.randrange(CASES):09d}" if chance.random() < 0.5 else ""
        return cases_for(officer, chance.choice(("review", "proposed", "withdrawn")), after=after)

    def case(chance: random.Random) -> object:
        return case_for(officer, f"C-{chance.randrange(1, CASES):09d}")

    def month(chance: random.Random) -> object:
        back = chance.randrange(3, 42)
        year, number = divmod(LAST.year * 12 + LAST.month - 1 - back, 12)
        return statistics(officer, date(year, number + 1, 1), LAST, "cn")

    return {"queue": queue, "case": case, "month": month}


def _asked(ask: Callable[[random.Random], object]) -> tuple[list[float], int]:
    """The times in order, and the most queries that one asking took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    chance, times, most = random.Random(1), [], 0
    ask(chance)
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        ask(chance)
        times.append(time.perf_counter() - begun)
    with CaptureQueriesContext(connection) as captured:
        ask(chance)
    most = len(captured)
    return sorted(times), most
