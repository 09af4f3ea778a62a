"""A listing of a party has one standing on each day, as known on each day."""

from datetime import date

import pytest

from cocket.law.fold import Fold, Standing
from cocket.law.lawbook import Lawbook
from tests.law.small_lawbook import SmallLawbook

NOTICE = """\
list: control_list
listings:
  - id: acme
    name: {zh: 甲, en: Acme}
    in_force: {from: "2025-06-10"}
    states:
      - {state: suspended, from: "2025-07-01", until: "2025-07-31", known_from: "2025-06-25"}
      - {state: unresolved, from: "2025-08-01", until: "2025-08-31", known_from: "2025-07-20"}
      - {state: active, from: "2025-09-01", until: "2025-09-30"}
      - {state: stopped, from: "2025-10-01"}
"""


def standing(lawbook: Lawbook, on: str, known: str = "2025-12-31") -> Standing:
    notice, listing = lawbook.listings["acme"]
    status = Fold(lawbook).listing_status(notice, listing, date.fromisoformat(on), date.fromisoformat(known))
    return status.standing


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        ("2025-06-09", Standing.NOT_YET),
        ("2025-06-10", Standing.IN_FORCE),
        ("2025-06-30", Standing.IN_FORCE),
        ("2025-07-01", Standing.SUSPENDED),
        ("2025-07-31", Standing.SUSPENDED),
        ("2025-08-01", Standing.UNRESOLVED),
        ("2025-08-31", Standing.UNRESOLVED),
        ("2025-09-01", Standing.IN_FORCE),
        ("2025-09-30", Standing.IN_FORCE),
        ("2025-10-01", Standing.LAPSED),
        ("2026-12-31", Standing.LAPSED),
    ],
)
def test_each_state_lasts_from_its_first_through_its_last_day(on: str, wanted: Standing, small: SmallLawbook) -> None:
    assert standing(small.add_instrument(2, NOTICE).read(), on) is wanted


@pytest.mark.parametrize(
    ("on", "known", "wanted"),
    [
        ("2025-07-15", "2025-05-31", Standing.UNKNOWN_YET),
        ("2025-07-15", "2025-06-24", Standing.IN_FORCE),
        ("2025-07-15", "2025-06-25", Standing.SUSPENDED),
        ("2025-08-15", "2025-07-19", Standing.IN_FORCE),
        ("2025-08-15", "2025-07-20", Standing.UNRESOLVED),
        ("2025-11-01", "2025-09-30", Standing.IN_FORCE),
        ("2025-11-01", "2025-10-01", Standing.LAPSED),
    ],
)
def test_a_state_counts_from_the_day_it_was_known(on: str, known: str, wanted: Standing, small: SmallLawbook) -> None:
    assert standing(small.add_instrument(2, NOTICE).read(), on, known) is wanted


def test_the_end_of_a_notice_ends_its_listings(small: SmallLawbook) -> None:
    repeal = 'acts: [{id: end, do: repeal, target: [cn/office/2025/2], during: {from: "2025-06-20"}}]\n'
    lawbook = small.add_instrument(2, NOTICE).add_instrument(3, repeal, issued="2025-06-15").read()
    assert standing(lawbook, "2025-06-19") is Standing.IN_FORCE
    assert standing(lawbook, "2025-06-20") is Standing.LAPSED
    assert standing(lawbook, "2025-06-20", known="2025-06-14") is Standing.IN_FORCE
