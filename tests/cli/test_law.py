"""``cocket law``: what is in the lawbook, how it stands, what happened when, and worked cases."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import cocket, written


def test_every_instrument_is_listed_with_its_standing_today() -> None:
    rows = [json.loads(line) for line in cocket("law", "list", "--json").stdout.splitlines()]
    found = {row["id"]: row for row in rows}
    assert found["cn/mofcom-gac/2025/18"]["from"] == "2025-04-04"
    assert found["cn/mofcom-gac/2025/18"]["entries"] > 50
    assert {row["standing"] for row in rows} <= {"in_force", "suspended", "unresolved", "not_yet", "lapsed"}
    text = cocket("law", "list", "--lang", "zh").stdout
    assert all(one in text for one in found)


def test_a_control_code_is_shown_with_its_words_and_readings() -> None:
    shown = cocket("law", "show", "1C905.a.4", "--on", "2025-05-02", "--known", "2025-05-01").stdout
    assert "NdFeB permanent magnet material containing dysprosium" in shown
    assert "On 2025-05-02, as known on 2025-05-01: in force" in shown
    assert "Our practice, not law" in shown
    assert "cn/mofcom/qa/4#motors, question 3: reads as outside" in shown
    assert "cn/mofcom/qa/5" not in shown  # published in September


def test_an_instrument_is_shown_under_its_number_and_by_its_standing_on_the_day() -> None:
    shown = cocket("law", "show", "57/2025", "--on", "2026-03-01").stdout
    assert shown.startswith("cn/mofcom-gac/2025/57 ")
    assert "suspended (cn/mofcom-gac/2025/70#suspend)" in shown
    assert "not published yet" in cocket("law", "show", "2025/57", "--on", "2026-03-01", "--known", "2025-10-08").stdout


def test_a_heading_shows_all_its_codes_and_once_what_holds_for_all() -> None:
    shown = cocket("law", "show", "1C905", "--on", "2025-05-02").stdout
    assert shown.startswith("1C905\n")
    assert re.findall(r"^(1C905\.\S+)  ", shown, re.MULTILINE) == sorted(
        re.findall(r"^(1C905\.\S+)  ", shown, re.MULTILINE)
    )
    assert "\n1C905.a.4  " in shown
    assert shown.count("Exporting a listed item needs a licence") == 1


def test_what_was_read_is_told_and_that_it_was_not_the_official_text() -> None:
    shown = cocket("law", "show", "57/2025").stdout
    assert "Read from: third-party capture of the ministry's notice; the official text itself was not opened" in shown


def test_how_a_norm_stood_over_time_is_shown_as_known_on_the_day() -> None:
    shown = cocket("law", "show", "57/2025", "--known", "2026-10-15").stdout
    assert "2025-11-08 to 2026-11-10: suspended (cn/mofcom-gac/2025/70#suspend)" in shown
    assert "from 2025-11-08: in force" in cocket("law", "show", "57/2025", "--known", "2025-10-15").stdout


def test_a_party_is_shown_by_a_part_of_its_name() -> None:
    shown = cocket("law", "show", "skydio", "--on", "2025-06-01").stdout
    assert "Skydio, Inc." in shown
    assert "suspended, 2025-05-14" in shown


@pytest.mark.parametrize(
    ("name", "words"),
    [("1C905.a.5", "1C905.a.4"), ("announcement of everything", "Look at cocket law list")],
)
def test_an_unknown_name_is_refused_with_the_nearest(name: str, words: str) -> None:
    assert words in cocket("law", "show", name, code=2).stderr


def test_the_timeline_tells_what_happened_in_a_span_of_days() -> None:
    shown = cocket("law", "timeline", "--from", "2025-11-07", "--to", "2025-11-08").stdout
    assert shown.splitlines()[0].startswith("2025-11-07  cn/mofcom-gac/2025/70  Announcement 70: 55 to 58, 61 and 62")
    assert "issued and in force" not in shown  # told already
    assert "cn/mofcom-gac/2025/70  suspends cn/mofcom-gac/2025/55" in shown
    assert "cn/mofcom-gac/2025/57  would come into force, but is suspended" in shown
    days = [json.loads(line)["date"] for line in cocket("law", "timeline", "--json").stdout.splitlines()]
    assert days == sorted(days)
    assert days[0] < "2025-01-01" < days[-1]


CASES = """\
cases:
  - id: Norway
    expected: NOT_CONTROLLED
    known: 2025-06-01
    facts: {date: 2025-05-02, form: magnet, magnet_family: ferrite, destination: NO, colour: red, end_user_listed: no}
  - id: samarium
    expected: NOT_CONTROLLED
    codes: []
    facts: {date: 2025-05-02, form: magnet, magnet_family: SmCo, destination: DE, end_user_listed: false}
  - id: lost
    expected: LICENCE_REQUIRED
    authority: MOFCOM/GAC 999/2025
    facts: {date: 2025-05-02, form: magnet, magnet_family: ferrite, destination: DE, end_user_listed: false}
  - id: nonsense
    expected: NOT_CONTROLLED
    facts: {date: 2025-02-30, form: magnet, destination: DE}
"""


def test_worked_cases_fail_one_line_each_and_wait_for_law_that_is_not_in(tmp_path: Path) -> None:
    lines = cocket("law", "test", written(tmp_path / "cases.yaml", [CASES]), code=1).stdout.splitlines()
    assert lines[0].startswith("samarium: expected NOT_CONTROLLED got LICENCE_REQUIRED; codes expected [] got")
    assert lines[1] == "lost: law not yet in (999/2025); got NOT_CONTROLLED"
    assert lines[2].startswith("nonsense: expected NOT_CONTROLLED got BAD_INPUT; date:")
    assert "colour (Norway)" in lines[3]
    assert lines[-1] == "1 passed, 2 failed"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("cases:\n - id: a\n  facts: {\n", "line 3, column"),
        ("just: words", "no list of cases"),
        ("a: \x07", "this is no YAML"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused(tmp_path: Path, content: str, words: str) -> None:
    complaint = cocket("law", "test", written(tmp_path / "cases.yaml", [content]), code=2).stderr
    assert "cases.yaml" in complaint
    assert words in complaint


def test_the_timeline_tells_talks_and_licences_with_their_source() -> None:
    rows = [json.loads(line) for line in cocket("law", "timeline", "--json").stdout.splitlines()]
    talks = [row for row in rows if row["kind"] == "framework"]
    assert [row["date"] for row in talks] == [
        *("2025-05-12", "2025-06-10", "2025-10-30", "2025-11-01", "2026-09-24", "2026-09-28")
    ]
    assert all(row["source"] for row in rows)
    assert any(row["date"] == "2025-05" and row["kind"] == "enforcement" for row in rows)
    told = cocket("law", "timeline", "--from", "2025-10-30", "--to", "2025-10-30", "--lang", "zh").stdout
    assert told.startswith("2025-10-30  磋商  釜山会晤")
