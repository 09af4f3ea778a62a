"""What a decision rests on can be made again and is the same; what the law prohibits nobody grants."""

import json
from dataclasses import replace
from datetime import date

import pytest

from cocket.law.lawbook import Lawbook
from cocket.licensing.applications.application import Application, Request
from cocket.licensing.decisions.evidence import Evidence, codes_granted, gather
from cocket.licensing.decisions.replaying import differences, proofs_hold
from cocket.licensing.decisions.screened import screened
from cocket.licensing.decisions.subject import of_application
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.licence import BY_USE, Kind, Party
from tests.decisions.samples import DAY, LISTED, MAGNETS, STEEL, application, checker, cleared, lists, request

FILING = {"reference": "A-2026-000001", "sequence": 1, "digest": "f" * 64}
PAPER = {"kind": "contract", "sha256": "c" * 64}


def evidence(asked: Application, lawbook: Lawbook, day: date = DAY, **changes: object) -> Evidence:
    one = checker(lawbook)
    subject = of_application(asked, FILING, (PAPER,))
    return gather(subject, one, screened(subject.parties, one, lists(**changes), day), day)


def parties(asked: Application) -> tuple[tuple[str, Party], ...]:
    return of_application(asked, FILING, ()).parties


def granted(asked: Application, lawbook: Lawbook, day: date = DAY) -> dict[tuple[int, int], str]:
    return dict(codes_granted(asked, asked.requests, evidence(asked, lawbook, day).judged))


def test_each_item_in_each_deal_is_judged_with_a_proof_that_holds(lawbook: Lawbook) -> None:
    found = evidence(application(), lawbook)
    assert [(one.request, one.item, one.outcome) for one in found.judged] == [
        (1, 1, "LICENCE_REQUIRED"), (2, 1, "LICENCE_REQUIRED"),
    ]  # fmt: skip
    kept = json.loads(found.text())
    assert len(kept["proofs"]) == 2
    assert list(proofs_hold(kept, lawbook)) == []
    assert (kept["law_digest"], kept["filing"], kept["documents"]) == (lawbook.digest, FILING, [PAPER])


def test_an_altered_proof_does_not_hold(lawbook: Lawbook) -> None:
    text = evidence(application(), lawbook).text()
    assert text.count('"SmCo"') > 0
    assert list(proofs_hold(json.loads(text.replace('"SmCo"', '"NdFeB"')), lawbook))


def test_made_again_from_the_same_it_is_the_same_to_the_letter(lawbook: Lawbook) -> None:
    kept = evidence(application(), lawbook)
    again = evidence(application(), lawbook)
    assert kept.text() == again.text()
    assert differences(json.loads(kept.text()), again) == ()


def test_what_differs_is_named(lawbook: Lawbook) -> None:
    kept = json.loads(evidence(application(), lawbook).text())
    other = replace(STEEL, number=1)
    found = differences(kept, evidence(application(items=(other,)), lawbook))
    assert {one.where for one in found} >= {"request 1, item 1: outcome", "request 1, item 1: codes"}
    newer = json.loads(json.dumps(kept).replace("d" * 64, "e" * 64))
    assert [one.where for one in differences(newer, evidence(application(), lawbook))] == ["list own"]
    fewer = differences(kept, evidence(application(request(1, "US", "Velvet Hedgehog Drives")), lawbook))
    assert ("request 2, item 1", "not there") in {(one.where, one.now) for one in fewer}


def test_a_decision_under_another_law_is_compared_by_its_answers(lawbook: Lawbook) -> None:
    kept = json.loads(evidence(application(), lawbook).text())
    kept["law_digest"] = "0" * 64
    assert [one.where for one in differences(kept, evidence(application(), lawbook))] == ["law_digest"]


def test_the_code_is_the_one_stated_or_the_only_one_of_the_law(lawbook: Lawbook) -> None:
    assert granted(application(), lawbook) == {(1, 1): "1C902.a.4", (2, 1): "1C902.a.4"}
    assert granted(application(items=(replace(MAGNETS, control_code=""),)), lawbook)[1, 1] == "1C902.a.4"


def test_what_needs_no_licence_is_not_granted(lawbook: Lawbook) -> None:
    with pytest.raises(LicenceError, match="needs no licence"):
        granted(application(items=(replace(STEEL, number=1),)), lawbook)


def test_what_is_prohibited_is_not_granted_by_anybody(lawbook: Lawbook) -> None:
    """A party of the control list: no exporter may deal with it."""
    listing = next(one for notice, one in lawbook.listings.values() if notice.list_name == "control_list")
    asked = application(request(1, "US", listing.name.en))
    with pytest.raises(LicenceError, match="prohibited"):
        granted(asked, lawbook)


def test_whose_code_is_not_settled_gets_no_licence(lawbook: Lawbook) -> None:
    open_goods = replace(MAGNETS, goods="magnets", control_code="", facts=(("kind", "magnet"),))
    with pytest.raises(LicenceError, match="states no control code"):
        granted(application(items=(open_goods,)), lawbook)


def test_goods_that_no_entry_has_get_a_licence_for_their_use(lawbook: Lawbook) -> None:
    told = replace(STEEL, number=1, facts=(*STEEL.facts, ("exporter_told_of_use", "missile parts")))
    assert granted(application(items=(told,)), lawbook) == {(1, 1): BY_USE, (2, 1): BY_USE}


def test_a_general_licence_is_not_granted_where_the_law_wants_single_ones(lawbook: Lawbook) -> None:
    judged = tuple(
        replace(one, outcome="LICENCE_REQUIRED_SINGLE_ONLY") for one in evidence(application(), lawbook).judged
    )
    single, general = application(), application(kind=Kind.GENERAL)
    assert codes_granted(single, single.requests, judged)
    with pytest.raises(LicenceError, match="single licence only"):
        codes_granted(general, general.requests, judged)


def dealing_with(name: str, *also: str) -> Request:
    return replace(request(1, "DE", name), end_user=Party(name, "DE", also=also))


def test_a_party_is_screened_under_each_of_its_names(lawbook: Lawbook) -> None:
    asked = application(dealing_with("Kettle Works", LISTED.names[0]))
    found = screened(parties(asked), checker(lawbook), lists(), DAY)
    assert found.open_hits == 1
    hits = [hit for party in found.data["parties"] for hit in party["hits"]]  # type: ignore[attr-defined]
    assert [hit["entry"] for hit in hits] == ["1"]
    settled = screened(parties(asked), checker(lawbook), lists(cleared=cleared(hits[0]["hit"])), DAY)
    assert settled.open_hits == 0
    assert "own of 2026-11-27" in settled.told


def test_a_name_that_cannot_be_screened_is_open(lawbook: Lawbook) -> None:
    assert screened(parties(application(dealing_with("?!"))), checker(lawbook), lists(), DAY).open_hits == 1


def test_the_watch_list_is_certain_or_asked(lawbook: Lawbook) -> None:
    listing = next((one for notice, one in lawbook.listings.values() if notice.list_name == "watch_list"), None)
    assert listing is not None, "the lawbook lists parties to watch"
    one = checker(lawbook)
    assert screened(parties(application(dealing_with(listing.name.en))), one, lists(), DAY).watch_list == "yes"
    assert screened(parties(application(dealing_with("Kettle Works"))), one, lists(), DAY).watch_list == "no"
