"""Passports complete a line: what the list leaves open is settled, what it contradicts stays open and is told."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.check.checker import Checker
from cocket.check.files import RowResult, check_row, record
from cocket.check.passports.book import Completed, PassportBook
from cocket.check.passports.passport import Certificate, Passport
from cocket.check.passports.standing import revisions
from cocket.check.tables import Row
from cocket.law.lawbook import load_lawbook
from tests.check.passports.statements import JULY, JUNE, LATER, MAY, VOCABULARY, passport

CHECKER = Checker(load_lawbook())
MAGNET = {
    "product": "P-1", "supplier": "Teapot", "kind": "magnet", "family": "NdFeB", "destination": "DE",
    "end_user": "Kettle Works", "end_user_type": "civil", "end_use": "pumps", "date": date(2025, 8, 1),
}  # fmt: skip
DY, TB = "composition.Dy", "composition.Tb"


def line(**changed: object) -> dict[str, object]:
    return {key: value for key, value in {**MAGNET, **changed}.items() if value is not None}


def completed(*passports: Passport, known: date = LATER, **changed: object) -> Completed:
    return PassportBook(passports).complete(line(**changed), known, VOCABULARY)


def answered(*passports: Passport, known: date = LATER, **changed: object) -> RowResult:
    return check_row(CHECKER, Row(2, line(**changed), {}), known, PassportBook(passports))


def shares(found: Completed) -> object:
    return found.stated.get("composition")


def test_a_statement_settles_what_the_list_leaves_open() -> None:
    assert answered().answer == "NEEDS_FACTS"
    assert answered(passport({DY: "1.1", TB: "0"})).answer == "LICENCE_REQUIRED"
    assert answered(passport({DY: "0", TB: "0"})).answer == "NOT_CONTROLLED"
    assert answered(passport({DY: "0", TB: "0"}), composition={"Dy": "<0.05"}).answer == "NOT_CONTROLLED"


def test_what_the_list_contradicts_stays_open_and_is_told() -> None:
    found = answered(passport({DY: "0", TB: "0"}), composition={"Dy": "1.2"})
    assert found.answer == "NEEDS_FACTS"
    assert found.verdict is not None
    assert "statement_differs_from_list" in found.verdict.warnings
    assert found.completed.differing == (DY,)


def test_what_the_list_says_beyond_what_the_supplier_vouches_for_is_told() -> None:
    found = answered(passport({DY: "<0.1", TB: "0"}), composition={"Dy": "0"})
    assert found.answer == "NEEDS_FACTS"
    assert found.completed.differing == (DY,)


def test_a_kind_that_list_and_supplier_name_differently_may_be_either() -> None:
    found = completed(passport({"kind": "rotor_assembly"}))
    assert found.stated["kind"] == ["magnet", "rotor_assembly"]
    assert completed(passport({"kind": "magnet"}), kind="ring magnet").warnings == ()
    assert completed(passport({"kind": "magnet"}), kind=None).stated["kind"] == "magnet"


def test_a_loose_kind_is_narrowed() -> None:
    assert completed(passport({"kind": "oxide"}), kind="powder", family=None).stated["kind"] == "oxide"


@pytest.mark.parametrize(("fact", "listed", "stated"), [("origin", "CN", "JP"), ("substance", "gypsum", "chalk")])
def test_words_that_differ_leave_the_fact_open(fact: str, listed: str, stated: str) -> None:
    found = completed(passport({fact: stated}), **{fact: listed})
    assert fact not in found.stated
    assert found.differing == (fact,)


def test_measured_properties_are_joined_like_shares() -> None:
    narrower = completed(passport({"param.purity_pct": "99.95"}), **{"param.purity_pct": ">=99.9"})
    assert (narrower.stated["param.purity_pct"], narrower.differing) == ("99.95", ())
    apart = completed(passport({"param.purity_pct": "99"}), **{"param.purity_pct": "99.9"})
    assert (apart.stated["param.purity_pct"], apart.differing) == ("99-99.9", ("param.purity_pct",))


def test_two_statements_that_cannot_both_be_true_are_both_kept_possible() -> None:
    found = answered(passport({DY: "1.2", TB: "0"}, MAY), passport({DY: "0", TB: "0"}, JUNE))
    assert found.answer == "NEEDS_FACTS"
    assert found.verdict is not None
    assert "statements_differ" in found.verdict.warnings
    assert [source.passport.said_on for source in found.completed.sources] == [MAY, JUNE]


def test_an_answer_in_view_of_the_earlier_one_replaces_it_and_says_so() -> None:
    first = passport({DY: "1.2", TB: "0"}, MAY)
    second = passport({DY: "0", TB: "0"}, JUNE, replaces=(first,))
    found = answered(first, second)
    assert found.answer == "NOT_CONTROLLED"
    assert found.verdict is not None
    assert found.verdict.warnings == ("statement_revised",)
    (source,) = found.completed.sources
    assert [(one.fact, one.before, one.said_on) for one in source.revisions] == [(DY, "1.2", MAY)]


def test_what_a_new_composition_leaves_out_is_a_revision_too() -> None:
    first = passport({DY: "1.2"})
    second = passport({"composition.Fe": "100", "composition_complete": "yes"}, JUNE, replaces=(first,))
    assert [one.fact for one in revisions(second, [first, second])] == [DY]


def test_only_what_was_answered_anew_is_replaced() -> None:
    first = passport({DY: "1.2", TB: "0.3"}, MAY)
    second = passport({DY: "0.8"}, JUNE, replaces=(first,))
    assert shares(completed(first, second)) == {"Dy": "0.8", "Tb": "0.3"}


def test_a_composition_that_loses_a_part_is_no_longer_complete() -> None:
    first = passport({"composition.Dy2O3": "3", "composition.Fe": "97", "composition_complete": "yes"}, MAY)
    second = passport({DY: "0"}, JUNE, replaces=(first,))
    found = completed(first, second)
    assert shares(found) == {"Fe": "97", "Dy": "0"}
    assert "composition_complete" not in found.stated


def test_unknown_takes_an_earlier_word_back_until_it_is_answered() -> None:
    first = passport({DY: "0", TB: "0"}, MAY)
    doubt = passport({}, JUNE, unknown=(DY,))
    assert shares(completed(first, doubt)) == {"Tb": "0"}
    again = passport({DY: "0"}, JULY, replaces=(first, doubt))
    assert shares(completed(first, doubt, again)) == {"Tb": "0", "Dy": "0"}
    same_day = passport({DY: "0"}, JUNE, replaces=(doubt,))
    assert shares(completed(doubt, same_day)) == {"Dy": "0"}


def test_a_part_answered_in_view_of_an_unknown_whole_counts_on_the_same_day() -> None:
    doubt = passport({}, JUNE, unknown=("composition",))
    assert shares(completed(doubt, passport({DY: "0"}, JUNE, replaces=(doubt,)))) == {"Dy": "0"}
    assert shares(completed(doubt, passport({DY: "0"}, JUNE))) is None


def test_an_answer_that_was_not_given_yet_replaces_nothing() -> None:
    first = passport({DY: "1.2", TB: "0"}, MAY)
    later = passport({DY: "0"}, LATER, replaces=(first,))
    assert answered(first, later, known=JULY).answer == "LICENCE_REQUIRED"


def test_an_expired_statement_is_not_used_and_that_is_said() -> None:
    until = passport({DY: "0", TB: "0"}, until=date(2025, 7, 31))
    assert answered(until).answer == "NEEDS_FACTS"
    assert [one.why for one in answered(until).completed.unused] == ["expired"]
    assert answered(until, date=date(2025, 7, 31)).answer == "NOT_CONTROLLED"


def test_a_statement_that_replaced_another_and_expired_does_not_bring_it_back() -> None:
    first = passport({DY: "0", TB: "0"}, MAY)
    second = passport({DY: "1.2", TB: "0"}, JUNE, replaces=(first,), until=JULY)
    assert answered(first, second).answer == "NEEDS_FACTS"


def test_what_was_said_after_the_day_of_knowledge_is_not_used() -> None:
    found = answered(passport({DY: "0", TB: "0"}, LATER), known=date(2025, 9, 1))
    assert found.answer == "NEEDS_FACTS"
    assert [one.why for one in found.completed.unused] == ["not_yet_said"]


@pytest.mark.parametrize(
    ("changed", "used"),
    [
        ({"supplier": "TEAPOT  "}, True),
        ({"supplier": "Ｔeapot"}, True),
        ({"supplier": "Teapot Two"}, False),
        ({"product": " P-1"}, True),
        ({"product": "p-1"}, False),
        ({"product": None, "description": "P-1"}, False),
    ],
)
def test_a_statement_is_used_for_its_product_and_supplier_only(changed: Mapping[str, object], used: bool) -> None:
    found = completed(passport({DY: "0"}), **changed)
    assert bool(found.sources) is used
    assert found.unused == ()


def test_a_row_without_supplier_is_told_of_statements_it_cannot_use() -> None:
    found = completed(passport({DY: "0"}), supplier=None)
    assert found.sources == ()
    assert [one.why for one in found.unused] == ["supplier_not_stated"]
    assert completed(passport({DY: "0"}, supplier=None), supplier=None).sources


def test_a_statement_that_no_goods_of_the_list_can_have_makes_the_row_bad() -> None:
    found = answered(passport({"composition.Pr": "50"}), composition={"Nd": "98"})
    assert found.answer == "BAD_INPUT"
    assert found.problem is not None
    assert "Teapot on 2025-05-01" in str(found.problem)
    assert "--no-passports" in found.problem.remedy


@pytest.mark.parametrize(
    "changed", [{"composition": {"Nd": "many"}}, {"destination": "Atlantis"}, {"kind": "blancmange"}, {"hs": "12345"}]
)
def test_a_fault_of_the_list_is_told_as_that(changed: Mapping[str, object]) -> None:
    found = answered(passport({DY: "0"}), **changed)
    assert found.problem is not None
    assert "Teapot" not in str(found.problem)


def test_no_that_stands_in_the_list_keeps_a_lone_substance_from_being_the_whole() -> None:
    stated = {"composition": {"C": "100"}, "substance": "diamond", "composition_complete": "no"}
    found = completed(passport({"kind": "magnet"}), **stated)
    assert found.stated["composition_complete"] == "no"


def test_the_file_of_answers_names_who_said_what_when_and_on_what_paper() -> None:
    paper = Certificate("a.pdf", "ab12")
    shown = record(answered(passport({DY: "1.1", TB: "0"}, certificate=paper)), CHECKER.lawbook)
    (told,) = shown["stated_by"]  # type: ignore[misc]  # a list of texts
    assert told.startswith(
        f"{DY} 1.1, {TB} 0: Mei Lan (quality manager), Teapot, 2025-05-01, certificate a.pdf sha256:ab12"
    )


def test_the_same_statement_counts_once_with_the_certificate_that_came_later() -> None:
    bare, named, seen = (
        passport({DY: "0"}, certificate=one) for one in (None, Certificate("a", None), Certificate("a", "1"))
    )
    (source,) = completed(bare, named, seen).sources
    assert source.passport == seen


FIGURE = st.sampled_from(["0", "<0.05", "0.005", "0.5", "1.2", ">=0"])
STATED = st.dictionaries(st.sampled_from([DY, TB]), FIGURE, min_size=1)
LISTED = st.dictionaries(st.sampled_from(["Dy", "Tb", "Nd"]), FIGURE)


@given(LISTED, st.lists(STATED, min_size=1, max_size=3))
def test_a_statement_never_frees_what_the_list_alone_proves_caught(
    listed: dict[str, str], stated: list[dict[str, str]]
) -> None:
    """Both sets of possible outcomes must have something in common: the answer may narrow or stay open, never flip."""
    passports = [passport(facts, date(2025, 5, day)) for day, facts in enumerate(stated, start=1)]
    changed = {"composition": listed} if listed else {}
    alone, helped = answered(**changed), answered(*passports, **changed)
    assert alone.verdict is not None
    assert helped.verdict is not None
    before, after = (set(one.verdict.of("dual_use").possible) for one in (alone, helped) if one.verdict)
    assert before & after
