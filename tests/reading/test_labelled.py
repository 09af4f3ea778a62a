"""The labelled descriptions: how well they are read, and that no reading frees what the words do not free."""

from collections.abc import Iterator

import pytest

from bench.measure import ROOT
from bench.reading import FACTS, HALVES, SETS, Label, faults, labels, scores, table
from tests.reading.answers import DAYS, DESTINATIONS, described, is_free, truth

# Floors of precision and recall on the half kept apart; docs/reading.md has the figures themselves.
PRECISION = {"kind": 0.95, "family": 0.98, "contains": 0.94, "share": 0.98, "purity": 0.9, "substance": 0.95}
RECALL = {"kind": 0.85, "family": 0.9, "contains": 0.92, "share": 0.92, "purity": 0.9, "substance": 0.9}


def wrongly_free(label: Label) -> Iterator[str]:
    for destination in DESTINATIONS:
        line, true = described(label.text, destination=destination), truth(label, destination=destination)
        for day in DAYS:
            if is_free(line, day) and not is_free(true, day):
                yield f"{label.text!r} to {destination} on {day}"


@pytest.mark.parametrize("half", HALVES)
def test_not_one_description_is_freed_that_its_words_do_not_free(half: str) -> None:
    assert [found for label in labels(half) for found in wrongly_free(label)] == []


def test_a_wrong_reading_that_frees_would_be_found() -> None:
    (label,) = (one for one in labels("tune") if one.text == "电机")
    assert list(wrongly_free(Label(label.text, {"kind": frozenset({"magnet"})})))


@pytest.mark.parametrize("half", HALVES)
def test_some_descriptions_are_freed_and_some_are_caught(half: str) -> None:
    lines = [described(label.text) for label in labels(half)]
    freed = sum(is_free(line, DAYS[2]) for line in lines)
    assert 20 < freed < len(lines) // 4


def test_there_are_enough_descriptions_and_none_stands_in_both_halves() -> None:
    tune, held_out = (labels(half) for half in HALVES)
    assert len(tune) >= 200 and len(held_out) >= 200
    assert not {label.text for label in tune} & {label.text for label in held_out}


@pytest.mark.parametrize("half", HALVES)
def test_precision_and_recall_stay_above_their_floors(half: str) -> None:
    table = scores(labels(half))
    assert {fact for fact in PRECISION if table[fact].precision < PRECISION[fact]} == set()
    assert {fact for fact in RECALL if table[fact].recall < RECALL[fact]} == set()


@pytest.mark.parametrize("half", HALVES)
def test_the_page_on_reading_tells_the_figures_as_they_are(half: str) -> None:
    assert table(labels(half)) in (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def test_a_score_counts_what_is_right_wider_wrong_and_missed() -> None:
    said = {"kind": frozenset({"magnet"}), "family": frozenset({"NdFeB"})}
    right = scores([Label("NdFeB magnet", said)])
    assert (right["kind"].right, right["family"].right) == (1, 1)
    wider = scores([Label("motors and magnets", {"kind": frozenset({"motor"})})])["kind"]
    assert (wider.wider, wider.right, wider.precision, wider.recall) == (1, 0, 1.0, 0.0)
    wrong = scores([Label("magnet", {"kind": frozenset({"motor"})})])["kind"]
    assert (wrong.precision, wrong.recall) == (0.0, 0.0)
    missed = scores([Label("goods", {"kind": frozenset({"motor"})})])["kind"]
    assert (missed.read, missed.precision, missed.recall) == (0, 1.0, 0.0)


def test_every_labelled_fact_is_scored_and_a_fault_names_its_description() -> None:
    assert {fact for half in HALVES for label in labels(half) for fact in label.said} <= {*SETS, *FACTS}
    (fault,) = faults([Label("magnet", {"kind": frozenset({"motor"})})])
    assert fault.startswith("'magnet': kind {motor}, read {magnet}")
