"""All listed parties with their history: counted, and compared name by name with a fact sheet where one is at hand."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from cocket.law.fold import Fold, Standing
from cocket.law.lawbook import Lawbook

SHEET = Path(__file__).parents[3] / "shared" / "facts" / "law-cn" / "cn-parties.yaml"
KNOWN = date(2026, 11, 22)
STANDING = {"suspended": Standing.SUSPENDED, "stopped": Standing.LAPSED}


def standings(lawbook: Lawbook, notice: str, on: str) -> Counter[Standing]:
    one, fold = lawbook.by_id[notice], Fold(lawbook)
    return Counter(fold.listing_status(one, party, date.fromisoformat(on), KNOWN).standing for party in one.listings)


def test_every_list_has_its_parties(lawbook: Lawbook) -> None:
    counted = Counter(one.list_name for one, _ in lawbook.listings.values())
    doubtful = [party.id for _, party in lawbook.listings.values() if not party.certain]
    assert counted == {"control_list": 153, "watch_list": 40, "unreliable_entity_list": 68}
    assert len(doubtful) == 3  # two cut names of notice 1 and the branches of notice 10


@pytest.mark.parametrize(
    ("notice", "on", "standing", "count"),
    [
        ("cn/parties/2025-21", "2025-05-13", Standing.IN_FORCE, 16),
        ("cn/parties/2025-21", "2025-05-14", Standing.SUSPENDED, 16),
        ("cn/parties/2025-21", "2026-11-10", Standing.SUSPENDED, 16),
        ("cn/parties/2025-21", "2026-11-11", Standing.UNRESOLVED, 16),
        ("cn/parties/2025-21", "2027-01-11", Standing.IN_FORCE, 16),
        ("cn/parties/2025-22", "2025-04-09", Standing.NOT_YET, 12),
        ("cn/parties/2025-22", "2025-08-12", Standing.LAPSED, 12),
        ("cn/parties/2025-13", "2025-11-09", Standing.IN_FORCE, 15),
        ("cn/parties/2025-13", "2025-11-10", Standing.LAPSED, 15),
        ("cn/parties/2026-23", "2026-06-22", Standing.IN_FORCE, 10),
        ("cn/parties/2026-28", "2026-06-29", Standing.IN_FORCE, 20),
        ("cn/parties/uel-2025-7", "2025-08-13", Standing.UNRESOLVED, 11),
        ("cn/parties/uel-2025-8", "2025-08-12", Standing.LAPSED, 6),
    ],
)
def test_the_history_of_a_notice(notice: str, on: str, standing: Standing, count: int, lawbook: Lawbook) -> None:
    assert standings(lawbook, notice, on) == {standing: count}


def test_notices_of_the_control_list_bind_persons_abroad_from_2026_on(lawbook: Lawbook) -> None:
    notices = [one for one in lawbook.instruments if one.list_name == "control_list"]
    assert {one.id for one in notices if one.binds_abroad} == {one.id for one in notices if one.issued.year == 2026}


def test_names_countries_days_and_history_are_those_of_the_fact_sheet(lawbook: Lawbook) -> None:
    if not SHEET.is_file():
        pytest.skip("the fact sheet of parties is not on this machine")
    fold = Fold(lawbook)
    parties = yaml.load(SHEET.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["parties"]
    assert len(parties) == 258
    for party in parties:
        notice, listing = lawbook.listings[party["id"]]
        assert (listing.name.en, listing.name.zh) == (party["name_en"], party["name_zh"])
        assert notice.list_name == party["list"]
        assert listing.country == (None if party["country"] == "null" else party["country"])
        assert listing.in_force.since.isoformat() == party["effective_from"]
        assert notice.issued.isoformat() == party["listed"]
        for step in party["status_history"]:
            since = date.fromisoformat(step.get("from") or step["date"])
            days = {since, *([date.fromisoformat(step["until"]) - timedelta(days=1)] if step.get("until") else [])}
            found = {fold.listing_status(notice, listing, day, KNOWN).standing for day in days}
            assert found == {STANDING[step["state"]]}, party["id"]
