"""Pages about entries: where they stood over time, what follows from which instrument, what is told once."""

from datetime import date

from cocket.cli.speech import PageSpeech
from cocket.cli.words import Words
from cocket.law.lawbook import Lawbook
from cocket.law.page import Page, as_plain
from cocket.law.pages import Pages
from cocket.law.view import LawInTime
from tests.law.small_lawbook import ENTRIES, RULES, SmallLawbook
from tests.law.test_carry import CARRY, REPEAL

LATE = date(2030, 1, 1)
BY_NAME = RULES.replace("on: {entries: own}", 'on: {entries: ["1C905"]}').replace("id: licence", "id: stricter")
TEST = """\
tests:
  - {name: A magnet with dysprosium, date: "2025-05-01", given: {kind: magnet},
     expect: {outcome: LICENCE_REQUIRED, codes: ["1C905.a.4"]}}
  - {name: A ceramic, given: {kind: ceramic}, expect: {outcome: NOT_CONTROLLED}}
"""


def pages(lawbook: Lawbook) -> Pages:
    return Pages(LawInTime(lawbook), PageSpeech(Words("en"), lawbook.vocabulary), LATE)


def told(page: Page) -> str:
    return "\n".join(as_plain(page))


def test_an_entry_taken_over_is_told_under_both_instruments_with_the_rules_of_both(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, RULES + "acts:\n" + REPEAL + CARRY).read()
    shown = told(pages(lawbook).entry(*lawbook.entries["1C905.a.4"]))
    assert (
        "  cn/office/2025/1\n      2025-04-04 to 2025-06-30: in force\n      from 2025-07-01: no longer in force"
        in shown
    )
    assert "  cn/office/2025/2\n      from 2025-07-01: in force" in shown
    assert "  licence  closing words: licence needed" in shown
    assert "  cn/office/2025/2#licence  closing words: licence needed" in shown


def test_a_rule_of_another_instrument_that_names_the_heading_is_told(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, BY_NAME).read()
    assert "cn/office/2025/2#stricter" in told(pages(lawbook).entry(*lawbook.entries["1C905.a.4"]))


def test_what_all_codes_of_a_heading_share_is_told_once_and_codes_stand_in_order(small: SmallLawbook) -> None:
    more = ENTRIES.replace("entries:\n", "").replace("1C905.a.4", "1C905.a.10").replace("item 4", "item 10")
    small.replace(ENTRIES, ENTRIES + more)
    page = pages(small.read()).heading("1C905")
    assert [inner.name for inner in page.inner] == ["1C905.a.4", "1C905.a.10"]
    assert told(page).count("a licence is needed") == 1
    assert [part.heading for part in page.parts] == ["Standing over time", "What follows for these goods"]


def test_examples_stand_with_the_code_they_name_and_the_others_with_their_instrument(small: SmallLawbook) -> None:
    lawbook = small.add(TEST).read()
    entry = told(pages(lawbook).entry(*lawbook.entries["1C905.a.4"]))
    instrument = told(pages(lawbook).instrument(lawbook.by_id["cn/office/2025/1"]))
    assert "2025-05-01: A magnet with dysprosium → LICENCE_REQUIRED (licence needed)" in entry
    assert "A ceramic → NOT_CONTROLLED (free)" in instrument
    assert ("A ceramic" in entry, "A magnet with" in instrument) == (False, False)
