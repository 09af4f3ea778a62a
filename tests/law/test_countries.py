"""Country codes stay what they are: a lax reader of YAML turns Norway into "false"."""

from datetime import date

from cocket.check.checker import Checker
from cocket.determination.outcome import Outcome
from cocket.law.condition import In
from tests.law.small_lawbook import SmallLawbook


def test_no_is_norway(small: SmallLawbook) -> None:
    lawbook = small.replace("when: {movement: export}", 'when: {destination: ["NO"]}').read()
    assert lawbook.by_id["cn/office/2025/1"].rules[0].when == In("destination", frozenset({"NO"}))


def test_a_rule_for_norway_reaches_norway_and_nobody_else(small: SmallLawbook) -> None:
    checker = Checker(small.replace("when: {movement: export}", 'when: {destination: ["NO"]}').read())
    stated = {"kind": "magnet", "family": "NdFeB", "composition": {"Dy": 3}, "date": "2025-09-01"}
    answers = {
        place: checker.check({**stated, "destination": place}, date(2025, 12, 31)).of("dual_use").outcome
        for place in ("NO", "SE")
    }
    assert answers == {"NO": Outcome.LICENCE_REQUIRED, "SE": Outcome.NOT_CONTROLLED}


def test_a_party_of_norway_is_of_norway(small: SmallLawbook) -> None:
    listing = 'list: control_list\nlistings: [{id: acme, name: {zh: 甲, en: Acme}, country: "NO"}]\n'
    assert small.add_instrument(2, listing).read().listings["acme"][1].country == "NO"
