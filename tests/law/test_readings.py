"""What an official reading does to the kinds of goods that the text leaves open, and from which day it counts."""

from datetime import date

import pytest

from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, OPEN, TRUE, Truth, evaluate
from cocket.law.lawbook import Lawbook
from cocket.law.readings import effective_condition, readings_of
from cocket.law.view import LawInTime
from cocket.quantity.interval import exactly
from tests.law.small_lawbook import SmallLawbook

DYSPROSIUM = {"family": frozenset({"NdFeB"}), "content.Dy": exactly(30_000_000)}


def reading(name: str, side: str, when: str, more: str = "") -> str:
    says = "says: {zh: 甲, en: so}"
    return f'acts: [{{id: {name}, do: interpret, target: ["1C905"], reading: {side}, when: {when}, {says}{more}}}]\n'


def truth(lawbook: Lawbook, kind: str, known: str = "2025-12-31") -> Truth:
    _, entry = lawbook.entries["1C905.a.4"]
    condition = effective_condition(entry, readings_of(lawbook, entry, date.fromisoformat(known)))
    return evaluate(condition, Facts({**DYSPROSIUM, "kind": frozenset({kind})}))


def test_the_text_decides_what_it_names_and_leaves_open_what_it_might_reach(small: SmallLawbook) -> None:
    lawbook = small.read()
    assert truth(lawbook, "magnet") == TRUE
    assert truth(lawbook, "motor") == OPEN
    assert truth(lawbook, "oxide") == FALSE


@pytest.mark.parametrize(("side", "wanted"), [("inside", TRUE), ("outside", FALSE)])
def test_a_reading_settles_an_open_kind(side: str, wanted: Truth, small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, reading("motors", side, "{kind: motor}")).read()
    assert truth(lawbook, "motor") == wanted
    assert truth(lawbook, "magnet") == TRUE


def test_a_reading_counts_from_the_day_it_was_published(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, reading("motors", "outside", "{kind: motor}"), issued="2025-06-15").read()
    assert truth(lawbook, "motor", known="2025-06-14") == OPEN
    assert truth(lawbook, "motor", known="2025-06-15") == FALSE


def test_a_reading_explains_the_text_from_its_first_day(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, reading("motors", "outside", "{kind: motor}"), issued="2025-06-15").read()
    (norm,) = LawInTime(lawbook).view(date(2025, 4, 4), date(2025, 12, 31)).entries
    assert [one.name for one in norm.readings] == ["cn/office/2025/2#motors"]
    assert evaluate(norm.condition, Facts({**DYSPROSIUM, "kind": frozenset({"motor"})})) == FALSE


def test_a_reading_of_other_goods_leaves_the_kind_open(small: SmallLawbook) -> None:
    lawbook = small.add_instrument(2, reading("motors", "outside", "{kind: motor, family: SmCo}")).read()
    assert truth(lawbook, "motor") == OPEN


def test_the_reading_that_prevails_is_the_one_that_overrides(small: SmallLawbook) -> None:
    small.add_instrument(2, reading("motors", "outside", "{kind: motor}"), issued="2025-06-01")
    later = reading("again", "inside", "{kind: motor}", ", overrides: ['cn/office/2025/2#motors']")
    lawbook = small.add_instrument(3, later, issued="2025-07-01").read()
    assert truth(lawbook, "motor", known="2025-06-30") == FALSE
    assert truth(lawbook, "motor", known="2025-07-01") == TRUE


def test_goods_stated_under_the_code_are_taken_at_that_word(small: SmallLawbook) -> None:
    """Nobody claims a control by mistake; the other facts may be what is wrong."""
    lawbook = small.read()
    _, entry = lawbook.entries["1C905.a.4"]
    stated = Facts({"kind": frozenset({"oxide"}), "control_code": frozenset({"1C905.a.4"})})
    assert evaluate(effective_condition(entry, ()), stated) == TRUE
    other = Facts({"kind": frozenset({"oxide"}), "control_code": frozenset({"1C904.a.4"})})
    assert evaluate(effective_condition(entry, ()), other) == FALSE


def test_every_reading_of_the_lawbook_speaks_of_words_that_are_there(lawbook: Lawbook) -> None:
    """An act that reaches no entry, or an entry that its words do not fit, would be a silent drop."""
    for one in lawbook.instruments:
        for act in one.acts:
            if act.do != "interpret":
                continue
            reached = [
                entry
                for _, entry in lawbook.entries.values()
                if any(r.act is act for r in readings_of(lawbook, entry, lawbook.as_of))
            ]
            overridden = any(
                f"{one.id}#{act.id}" in other.overrides for two in lawbook.instruments for other in two.acts
            )
            assert reached or overridden, f"{one.id}#{act.id}"
