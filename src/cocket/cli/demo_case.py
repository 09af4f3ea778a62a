"""The scene of ``cocket demo`` before the border: the made-up maker applies, and its licences come of the decision.

Applications, cases, clock and ledger are the real ones; people, firms and days are made up. Each step is taken as of
its day.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cocket.cli.typed import typed
from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.accounts.actor import Actor
    from cocket.licensing.cases.finding import Case
    from cocket.licensing.cases.office import Office

ROTORS, MAGNETS = "motor-rotors.yaml", "three-destinations.yaml"
MAKER, PROVINCE, OFFICER, ADVISER, APPROVER = (
    ("li", "Li Na", "paper-lantern", "exporter", "applicant"),
    ("zhao", "Zhao Min", "zhejiang", "province", "checker"),
    ("wang", "Wang Lei", "mofcom", "authority", "officer"),
    ("sun", "Sun Yu", "miit", "ministry", "adviser"),
    ("chen", "Chen Jie", "mofcom", "authority", "approver"),
)
STEPS: Final[tuple[tuple[int, int, tuple[str, ...], str, Mapping[str, str]], ...]] = (
    (3, 4, PROVINCE, "forward", {}),
    (3, 9, OFFICER, "accept", {}),
    (3, 9, OFFICER, "screen", {"watch_list": "no"}),
    (3, 9, OFFICER, "review", {}),
    (3, 10, OFFICER, "refer", {"organisation": "miit", "about": "are the motors civil?"}),
    (3, 10, OFFICER, "stop", {"ground": "stop-consultation"}),
    (4, 13, ADVISER, "advise", {"position": "approve", "reason": "cars and scooters"}),
    (4, 13, OFFICER, "resume", {"ground": "stop-consultation"}),
    (
        *(4, 14, OFFICER, "propose_condition"),
        {"name": "arrival", "condition": "{report: arrival, within_days: 30}", "on": "3"},
    ),
    (5, 25, OFFICER, "propose", {"outcome": "grant", "reason": "civil end use, certificates in order"}),
    (5, 29, APPROVER, "grant", {}),
    (6, 1, OFFICER, "issue", {}),
)
"""Month and day of 2026, who, which step, and what is said."""
YEAR: Final = 2026
COLUMNS: Final = ("day", "case", "who", "step")


def print_case(applications: Path, words: Words) -> None:
    """``applications`` holds the applications of the examples. The licences are issued when it ends."""
    from cocket.cli import screen
    from cocket.cli.check_summary import print_wrapped

    office = open_office()
    returned = send_back(applications / ROTORS, office)
    case = through(applications / MAGNETS, office)
    print_wrapped(words.say("demo.case", magnets=typed(applications / MAGNETS), rotors=typed(applications / ROTORS)))
    click.echo()
    headers = [words.say(f"demo.case.{name}") for name in COLUMNS]
    rows = [*rows_of(returned, words), *rows_of(case, words)]
    for line in screen.plain_table(headers, rows, min(screen.width(), screen.PLAIN_WIDTH_MAX)):
        click.echo(line)
    click.echo()
    print_wrapped(clock_told(case, words))
    print_wrapped(words.say("demo.case.issued", numbers=", ".join(case.events[-1].said["licences"].splitlines())))


def open_office() -> "Office":
    """With the lawbook's own listings: whatever lists this machine has, the story is the same."""
    from cocket.check.party_hits import Lists
    from cocket.cli.desk import STRONG
    from cocket.cli.list_folder import lawbook_list
    from cocket.cli.party_screen import against
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.cases.office import Office
    from cocket.screening.catalogue import build_catalogue

    def get_lists(day: date, _digests: Mapping[str, str] | None) -> Lists:
        return against(build_catalogue([lawbook_list(office.lawbook, day)]), office.checker, STRONG)

    office = Office(load_lawbook(), get_lists)
    return office


def actor(who: tuple[str, ...]) -> "Actor":
    from cocket.accounts.actor import Actor
    from cocket.accounts.role import OrganisationKind, Role

    short, name, organisation, kind, role = who
    return Actor(
        short, name, organisation, organisation, OrganisationKind(kind), Role(role), "the demonstration", stated=True
    )


def at(month: int, day: int) -> datetime:
    return datetime(YEAR, month, day, 2, tzinfo=UTC)


def filed(file: Path, office: "Office") -> "Case":
    from cocket.licensing.applications.reading import read_application_file
    from cocket.licensing.cases.filing import file_application
    from cocket.licensing.filings.drafting import save_new

    draft = save_new(actor(MAKER), read_application_file(file), at(3, 2))
    return file_application(actor(MAKER), draft.reference, at(3, 2), office)


def send_back(file: Path, office: "Office") -> "Case":
    from cocket.licensing.cases.taking import take_step

    case = filed(file, office)
    missing = ", ".join(sorted(case.state.missing))
    return take_step(actor(PROVINCE), case.number, "send_back", {"missing": missing}, at(3, 3), office)


def through(file: Path, office: "Office") -> "Case":
    from cocket.licensing.cases.taking import take_step

    case = filed(file, office)
    for month, day, who, step, said in STEPS:
        case = take_step(actor(who), case.number, step, said, at(month, day), office)
    return case


def rows_of(case: "Case", words: Words) -> list[list[str]]:
    from cocket.cli.case import of
    from cocket.licensing.casework.read_table import casework_table
    from cocket.licensing.records.clock import authority_day

    steps = casework_table().steps
    shown = ("missing", "organisation", "about", "ground", "position", "condition", "outcome")
    rows = []
    for one in case.events:
        said = ", ".join(one.said[key] for key in shown if key in one.said)
        step = of(steps[one.step].text, words)
        row = [str(authority_day(one.at)), case.number, one.by.organisation]
        rows.append([*row, f"{step}: {said}" if said else step])
    return rows


def clock_told(case: "Case", words: Words) -> str:
    """By the law's clock, on the day of the decision."""
    from cocket.cli.case import authority_zone
    from cocket.law.lawbook import load_lawbook
    from cocket.licensing.casework.clocks import clock_of_case
    from cocket.licensing.casework.read_table import casework_table
    from cocket.licensing.clock import load_calendar, reading

    clock = clock_of_case(casework_table(), case.state, case.events, load_lawbook(), authority_zone())
    assert clock is not None
    used = reading(clock, load_calendar("cn"), date(YEAR, 6, 1)).used
    return words.say("demo.case.clock", used=used, limit=clock.limit.days)
