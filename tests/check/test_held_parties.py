"""Firms held by listed parties, each list by its own rule as it stands on the day."""

from datetime import date

import pytest

from cocket.check.held_parties import HeldParty, OwnershipLaw, held_parties, names_in
from cocket.check.listed_parties import NAME, listed_parties
from cocket.law.lawbook import load_lawbook
from cocket.law.ownership_rules import load_ownership_rules
from cocket.quantity.interval import PPB, exactly
from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, ListInUse, ScreenedList, build_catalogue
from cocket.screening.hits import screen
from cocket.screening.lists.entry import ListEntry
from cocket.screening.ownership import Stake

LAWBOOK = load_lawbook()
DAY = date(2026, 3, 2)
VORN, KETZ = (ListEntry(id=name, names=(f"{name} Holding",), kind="firm") for name in ("Vornhardt", "Ketzlinger"))


def listed(form: str, *entries: ListEntry, name: str = "other") -> ScreenedList:
    return ScreenedList(ListInUse(name, DAY, "d", date.max, len(entries), form), entries)


def stake(owner: str, owned: str, percent: int) -> Stake:
    return Stake(owner, owned, exactly(percent * PPB // 100))


def found(lists: list[ScreenedList], *stakes: Stake, on: date = DAY) -> dict[str, list[HeldParty]]:
    catalogue: Catalogue = build_catalogue(lists)
    names = names_in(stakes)
    hits = screen(catalogue, [Asked(name) for name in names], "narrow")
    law = OwnershipLaw(LAWBOOK, load_ownership_rules(), on, date(2026, 11, 27))
    return held_parties(stakes, dict(zip(names, hits, strict=True)), law)


def test_shares_add_up_under_one_law_and_not_under_another() -> None:
    stakes = (stake("Vornhardt Holding", "Alder Pumps", 30), stake("Ketzlinger Holding", "Alder Pumps", 30))
    (held,) = found([listed("ofac-xml", VORN, KETZ)], *stakes)["Alder Pumps"]
    assert (held.rule and held.rule.id, held.standing, held.held.is_certain) == ("us-ofac", "in_force", True)
    assert found([listed("uk-xml", VORN, KETZ)], *stakes) == {}


def test_a_list_that_the_lawbook_does_not_know_goes_by_half_and_to_a_person() -> None:
    (held,) = found([listed("plain-csv", VORN)], stake("Vornhardt Holding", "Alder Pumps", 50))["Alder Pumps"]
    assert (held.rule, held.standing, held.stops, held.lists) == (None, "not_written", True, ("other",))


@pytest.mark.parametrize(
    ("programme", "rules"),
    [("Entity List (EL)", {"us-bis-affiliates"}), ("Specially Designated Nationals (SDN)", {"us-ofac-csl"})],
)
def test_a_list_of_lists_goes_by_the_list_that_the_entry_comes_from(programme: str, rules: set[str]) -> None:
    entry = ListEntry(id="1", names=("Vornhardt Holding",), kind="firm", programmes=(programme,))
    held = found([listed("csl-json", entry)], stake("Vornhardt Holding", "Alder Pumps", 50))["Alder Pumps"]
    assert {one.rule.id for one in held if one.rule} == rules


def test_a_suspended_rule_is_told_and_stops_nothing() -> None:
    entry = ListEntry(id="1", names=("Vornhardt Holding",), kind="firm", programmes=("Entity List",))
    (held,) = found([listed("csl-json", entry)], stake("Vornhardt Holding", "Alder Pumps", 50))["Alder Pumps"]
    assert (held.standing, held.stops) == ("suspended", False)


def lawbook_list() -> ScreenedList:
    entries = listed_parties(LAWBOOK, DAY)
    return ScreenedList(ListInUse(NAME, DAY, "d", date.max, len(entries)), entries)


def test_a_listing_of_the_lawbook_reaches_down_by_what_the_lawbook_says_of_its_list() -> None:
    held = found([lawbook_list()], stake("MP Materials Corp.", "Alder Pumps", 60), on=date(2026, 7, 1))["Alder Pumps"]
    assert {one.rule.id: one.standing for one in held if one.rule} == {
        "cn-61-2025": "suspended", "cn-control-list": "not_said",
    }  # fmt: skip


def test_a_listing_that_binds_nobody_yet_reaches_nobody() -> None:
    assert found([lawbook_list()], stake("MP Materials Corp.", "Alder Pumps", 60), on=date(2025, 1, 1)) == {}
