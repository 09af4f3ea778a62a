"""Events around the law: refused where they are not whole, and none of them changes what the law says."""

from datetime import date
from pathlib import Path

import pytest

from cocket.law.errors import LawError
from cocket.law.lawbook import Lawbook
from cocket.law.timeline import ToldEvent, load_timeline
from tests.law.small_lawbook import SmallLawbook

EVENT = '- {day: "2025-05-12", kind: framework, source: an address, says: {zh: 会谈, en: talks}}\n'
LATER = EVENT.replace("2025-05-12", "2025-06-10")


def read(folder: Path, text: str) -> tuple[ToldEvent, ...]:
    (folder / "timeline.yaml").write_text(text, encoding="utf-8")
    return load_timeline(folder)


def test_an_event_has_its_day_kind_words_and_source(tmp_path: Path) -> None:
    (event,) = read(tmp_path, EVENT)
    assert (event.day, event.when, event.kind) == (date(2025, 5, 12), "2025-05-12", "framework")
    assert (event.says.en, event.source, event.about) == ("talks", "an address", ())


def test_a_month_is_told_as_a_month(tmp_path: Path) -> None:
    (event,) = read(tmp_path, EVENT.replace("2025-05-12", "2025-05"))
    assert (event.day, event.when) == (date(2025, 5, 1), "2025-05")


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        (EVENT.replace('"2025-05-12"', "2025-05-12"), "not quoted", 1),
        (EVENT.replace("2025-05-12", "2025-13"), "is no day", 1),
        (EVENT.replace("framework", "rumour"), "'rumour' is no kind of event", 1),
        (EVENT.replace("source: an address, ", ""), "'source' is missing", 1),
        (EVENT.replace("zh: 会谈, ", ""), "'zh' is missing", 1),
        (EVENT.replace("says:", "until: never, says:"), "unknown key 'until'", 1),
        (LATER + EVENT, "2025-05-12 stands after 2025-06-10", 2),
    ],
)
def test_what_is_not_whole_is_refused_with_its_line(text: str, problem: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(LawError) as refused:
        read(tmp_path, text)
    assert problem in refused.value.problem and refused.value.line == line


def test_events_are_no_part_of_the_law(small: SmallLawbook) -> None:
    without = small.read().digest
    assert small.add(EVENT, "timeline.yaml").read().digest == without


def test_the_events_of_the_lawbook_are_told_of_instruments_by_their_own_days(lawbook: Lawbook) -> None:
    """A told event stands for a step of the instruments it names, so it must lie on one of their days."""
    events = load_timeline()
    assert len(events) >= 65
    for event in events:
        for one in (lawbook.by_id[name] for name in event.about if name in lawbook.by_id):
            spans = [one.in_force, *(listing.in_force for listing in one.listings)]
            spans += [state.during for listing in one.listings for state in listing.states]
            days = {one.issued, *(act.during.since for act in one.acts), *(span.since for span in spans)}
            days |= {said.said_on for said in one.announced}
            days |= {date.fromordinal(act.during.until.toordinal() + 1) for act in one.acts if act.during.until}
            assert event.day in days, f"{event.when} is no day of {one.id}"
