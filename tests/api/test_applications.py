"""Applications over HTTP: kept in versions, looked at as they would be filed, filed once. On both databases."""

from typing import Any

from tests.api.access import FACTS, OWN, PDF, Cast, application, must


def draft(cast: Cast, **changes: Any) -> str:  # noqa: ANN401  # any content
    made = must(cast.ask("hu", "POST", "/applications", {**application(OWN), **changes}), 201)
    assert made.data["version"] == 1
    reference: str = made.data["reference"]
    return reference


def test_a_draft_is_kept_as_it_was_sent(cast: Cast) -> None:
    path = f"/applications/{draft(cast)}"
    shown = must(cast.ask("hu", "GET", path))
    assert shown.data["content"] == application(OWN)
    assert (shown.data["is_open"], shown.data["filings"], shown.data["case"]) == (True, 0, None)
    assert shown.headers["etag"] == '"1"'


def test_who_saves_over_a_version_that_he_has_not_seen_is_told_what_changed(cast: Cast) -> None:
    path = f"/applications/{draft(cast)}"
    seen = must(cast.ask("hu", "GET", path)).headers["etag"]
    assert (
        must(cast.ask("hu", "PUT", path, {**application(OWN), "months": 6}, **{"If-Match": seen})).data["version"] == 2
    )
    stale = cast.ask("hu", "PUT", path, application(OWN), **{"If-Match": seen})
    assert (stale.status, stale.problem, stale.data["version"]) == (409, "stale", 2)
    assert stale.data["changed"] == [{"key": "months", "before": "12", "after": "6"}]
    assert cast.ask("hu", "POST", f"{path}/file", **{"If-Match": seen}).problem == "stale"
    assert cast.ask("hu", "PUT", path, application(OWN), **{"If-Match": "W/x"}).problem == "bad-version"
    assert must(cast.ask("hu", "GET", path)).data["content"]["months"] == 6


def test_what_cannot_be_meant_is_refused_with_its_place(cast: Cast) -> None:
    bad = {
        "body.colour": {"colour": "red"},
        "months": {"months": 0},
        "items": {"items": []},
        "requests[0].wanted[0].quantity": {
            "requests": [{**application(OWN)["requests"][0], "wanted": [{"item": 1, "quantity": "1,000 kg"}]}]
        },
    }
    for key, change in bad.items():
        refused = cast.ask("hu", "POST", "/applications", {**application(OWN), **change})
        assert refused.status == 422, (key, refused)
        assert any(key in one["key"] for one in refused.data["errors"]), refused
    another = {**application(OWN), "exporter": {"name": "Another", "country": "CN", "number": "91330200MA2EXAMPL9"}}
    assert "An organisation applies for itself" in cast.ask("hu", "POST", "/applications", another).data["detail"]


def test_the_check_counts_what_is_attached_and_predicts_a_return(cast: Cast) -> None:
    reference = draft(cast, papers=["application-form", "identity", "technical-description"])
    path = f"/applications/{reference}"
    before = must(cast.ask("hu", "GET", f"{path}/check")).data
    assert before["foreseen"] == "will_come_back"
    assert [(one["problem"], one["about"]) for one in before["findings"] if one["severity"] == "will_come_back"] == [
        ("paper", "contract")
    ]
    must(cast.ask("hu", "POST", f"{path}/documents?kind=contract&name=c.pdf", PDF), 201)
    after = must(cast.ask("hu", "GET", f"{path}/check")).data
    assert after["foreseen"] != "will_come_back", after
    assert "contract" not in [one["about"] for one in after["findings"]]


def test_an_application_is_filed_once_and_its_case_is_told(cast: Cast) -> None:
    reference = draft(cast)
    path = f"/applications/{reference}"
    key = {"Idempotency-Key": f"file-{reference}"}
    first, again = (cast.ask("hu", "POST", f"{path}/file", **key) for _ in range(2))
    assert first.status == 201 and first.body == again.body and again.headers["idempotent-replayed"] == "true"
    case = first.data["number"]
    shown = must(cast.ask("hu", "GET", path)).data
    assert (shown["case"], shown["is_open"], shown["filings"]) == (case, False, 1)
    for method, sent in (("PUT", application(OWN)), ("POST", None)):
        refused = cast.ask("hu", method, path if sent else f"{path}/file", sent)
        assert (refused.status, refused.problem) == (409, "filed")
    read = must(cast.ask("wang", "GET", f"/cases/{case}/application")).data
    assert (read["reference"], read["content"]) == (reference, application(OWN))
    opened = must(cast.ask("hu", "POST", "/cases", {"kind": "ruling", "said": {"question": "?"}}), 201).data["number"]
    assert cast.ask("wang", "GET", f"/cases/{opened}/application").problem == "unknown-application"


def test_facts_that_cannot_be_read_are_told_and_nothing_is_filed(cast: Cast) -> None:
    item = {"goods": "magnets", "facts": {**FACTS, "composition": "Sm a lot"}}
    reference = draft(cast, items=[item])
    refused = cast.ask("hu", "POST", f"/applications/{reference}/file")
    assert (refused.status, refused.problem) == (422, "bad-facts"), refused
    assert refused.data["errors"][0]["key"] == "composition"
    assert must(cast.ask("hu", "GET", f"/applications/{reference}")).data["is_open"]


def test_applications_come_page_by_page(cast: Cast) -> None:
    seen: list[str] = []
    after = ""
    while after is not None:
        page = must(cast.ask("hu", "GET", f"/applications?limit=2&after={after}")).data
        seen += [one["reference"] for one in page["items"]]
        after = page["next"]
    assert cast.drafts[OWN] in seen and seen == sorted(set(seen))
    assert cast.ask("hu", "GET", "/applications?after=%00").status == 422
