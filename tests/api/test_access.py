"""Who may do what over HTTP: each operation, each role, its own thing and another's, on both databases."""

import re
import sys
import tempfile
from pathlib import Path

from tests.api.access import LICENCES, NOBODY, OTHER, OWN, Cast, cast_on, declaration, must, table
from tests.api.licences import content
from tests.api.server import Server
from tests.cli.command import ROOT, cocket

PAGE = ROOT / "docs" / "access.md"
TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end -->)", re.DOTALL)


def test_absent_and_invisible_are_told_in_the_same_words(cast: Cast) -> None:
    pairs = {
        f"/cases/{cast.cases[OTHER]}": "/cases/C-2026-999999",
        f"/declarations/D-{OTHER}": "/declarations/D-nobody",
        f"/licences/{LICENCES[OTHER]}": "/licences/26-NOBODY-1",
        f"/applications/{cast.drafts[OTHER]}": "/applications/A-2026-999999",
    }
    for path, absent in pairs.items():
        hidden, missing = (cast.ask("hu", "GET", one) for one in (path, absent))
        assert hidden.status == missing.status == 404
        same = hidden.body.replace(path.rpartition("/")[2], absent.rpartition("/")[2])
        assert same == missing.body


def test_a_number_that_reads_alike_does_not_tell_of_anothers_licence(cast: Cast) -> None:
    alike = LICENCES[OTHER].replace("O", "0")
    assert LICENCES[OTHER] in cast.ask("chen", "GET", f"/licences/{alike}").data["detail"]
    assert LICENCES[OTHER] not in cast.ask("hu", "GET", f"/licences/{alike}").body


def test_whose_a_declaration_is_no_stated_name_tells(cast: Cast) -> None:
    """Another exporter under one's licence, and one's own name without a licence: neither is one's own."""
    under_mine = {**declaration(OWN, "D-strange-1"), "exporter": "Nobody Magnets"}
    without = declaration(OWN, "D-strange-2")
    del without["lines"][0]["licence_number"]
    for one in (under_mine, without):
        must(cast.ask("gao", "POST", "/declarations", one))
        assert cast.ask("hu", "GET", f"/declarations/{one['declaration']}").problem == "unknown-declaration"
        shown = must(cast.ask("ren", "GET", f"/declarations/{one['declaration']}")).data["receipts"]
        assert shown[0]["entered_by"] == "gao@customs:customs_officer"


def test_lists_hold_what_is_ones_own(cast: Cast) -> None:
    def numbers(person: str, path: str) -> set[str]:
        return {one["number"] for one in must(cast.ask(person, "GET", path)).data["items"]}

    assert numbers("hu", "/licences") == {LICENCES[OWN]}
    assert numbers("li", "/licences") == {LICENCES[OTHER]}
    assert numbers("chen", "/licences") == set(LICENCES.values())
    assert numbers("hu", "/cases") == numbers("zhao", "/cases") == {cast.cases[OWN], cast.decided[0]}
    assert numbers("sun", "/cases") == {cast.cases[OWN]}
    assert numbers("li", "/cases") == numbers("qian", "/cases") == {cast.cases[OTHER]}
    assert numbers("wang", "/cases") == {*cast.cases.values(), cast.decided[0]}


def test_the_answer_says_which_role_may(cast: Cast) -> None:
    refused = cast.ask("hu", "POST", f"/licences/{LICENCES[OWN]}/revoke", {"why": "x"})
    assert (refused.status, refused.problem) == (403, "not-allowed")
    assert "Who may: approver" in refused.data["detail"]


def test_a_token_that_does_not_hold_is_refused(cast: Cast) -> None:
    for header in ("Bearer cocket_nobody", "Bearer", "Basic x", "", "cocket_x"):
        refused = cast.ask(NOBODY, "GET", "/licences", Authorization=header)
        assert (refused.status, refused.problem) == (401, "no-entry"), header
        assert refused.headers["www-authenticate"] == 'Bearer realm="cocket"'


def test_a_step_is_signed_by_the_token_and_by_nobody_else(cast: Cast) -> None:
    number = "26-SIGNED-1"
    body = {"why": "granted", "licence": content(number)}
    lie = cast.ask("chen", "POST", "/licences", {**body, "by": "Minister Wu"})
    assert (lie.status, lie.problem) == (422, "bad-licence")
    must(cast.ask("chen", "POST", "/licences", {**body, "by": "chen@mofcom:approver"}), 201)
    must(cast.ask("wang", "POST", f"/licences/{number}/suspend", {"why": "in doubt"}))
    steps = cast.ask("ren", "GET", f"/licences/{number}").data["steps"]
    assert [one["by"] for one in steps] == ["chen@mofcom:approver", "wang@mofcom:officer"]
    server = cast.server
    here = {"XDG_DATA_HOME": str(server.folder), "DATABASE_URL": server.url}
    told = cocket("audit", "show", f"licence/{number}", **here).stdout
    assert "suspend  Wang Lei, mofcom, officer (127.0.0.1, token wang-example)" in told
    assert "The audit holds" in cocket("audit", "verify", **here).stdout


def test_a_key_of_another_organisation_or_role_gives_no_answer(cast: Cast) -> None:
    key = {"Idempotency-Key": "the-same-key-1"}
    body = {"kind": "ruling", "said": {"question": "is it controlled?"}}
    first, again, other = (cast.ask(one, "POST", "/cases", body, **key) for one in ("hu", "hu", "li"))
    assert first.body == again.body and again.headers["idempotent-replayed"] == "true"
    assert other.status == 201 and other.data["number"] != first.data["number"]
    suspended = cast.ask("wang", "POST", f"/licences/{LICENCES[OTHER]}/suspend", {"why": "x"}, **key)
    assert suspended.status == 200
    assert cast.ask("chen", "POST", f"/licences/{LICENCES[OTHER]}/suspend", {"why": "x"}, **key).problem == "key-reused"
    must(cast.ask("chen", "POST", f"/licences/{LICENCES[OTHER]}/resume", {"why": "x"}))


def test_what_is_said_among_the_authorities_is_not_for_the_applicant(cast: Cast) -> None:
    path = f"/cases/{cast.cases[OWN]}"
    whole, own = (must(cast.ask(one, "GET", path)).data for one in ("wang", "hu"))
    assert [one["step"] for one in whole["events"]] == [one["step"] for one in own["events"]]
    withheld = {one["step"]: one for one in own["events"] if one["withheld"]}
    assert set(withheld) == {"screen", "refer"}
    assert all(one["said"] == {} and one["by"] == "" for one in withheld.values())
    assert (own["referred"], own["conditions"], own["withheld"]) == (
        None,
        None,
        ["referred", "positions", "conditions"],
    )
    assert whole["referred"] == {"miit": ""} and whole["withheld"] == []
    why = cast.ask("hu", "POST", f"{path}/whynot", {"step": "propose"}).data["reasons"]
    assert [one["name"] for one in why] == ["role"]
    stale = cast.ask("hu", "POST", f"{path}/steps", {"step": "answer", "said": {"answer": "x"}}, **{"If-Match": '"1"'})
    assert (stale.status, stale.problem) == (409, "stale")
    assert "traction" not in stale.body and "Wang Lei" not in stale.body


def test_two_who_saw_the_same_version_and_the_second_is_told_what_changed(cast: Cast) -> None:
    path = f"/cases/{cast.cases[OTHER]}"
    seen = cast.ask("wang", "GET", path).headers["etag"]
    ask = {"step": "ask", "said": {"question": "which motors?"}}
    assert cast.ask("wang", "POST", f"{path}/steps", ask, **{"If-Match": seen}).status == 200
    stale = cast.ask("wang", "POST", f"{path}/steps", ask, **{"If-Match": seen})
    assert (stale.status, stale.problem) == (409, "stale")
    assert [one["said"] for one in stale.data["since"]] == [{"question": "which motors?"}]
    differing = cast.ask("wang", "POST", f"{path}/steps", {**ask, "seen": 3}, **{"If-Match": seen})
    assert (differing.status, differing.problem) == (422, "bad-version")


def test_the_clock_of_a_case_that_was_accepted_and_of_one_that_was_not(cast: Cast) -> None:
    clock = must(cast.ask("hu", "GET", f"/cases/{cast.cases[OWN]}/clock")).data["clock"]
    assert (clock["limit"], clock["used"], clock["running"]) == (45, 0, True)
    opened = cast.ask("hu", "POST", "/cases", {"kind": "ruling", "said": {"question": "?"}}).data["number"]
    assert must(cast.ask("hu", "GET", f"/cases/{opened}/clock")).data["clock"] is None
    assert cast.ask("hu", "GET", f"/cases/{cast.cases[OWN]}/clock?on=2999-01-01").problem == "clock-unread"
    for day in ("0", "20260601", "2026-6-1"):
        assert cast.ask("hu", "GET", f"/cases/{cast.cases[OWN]}/clock?on={day}").problem == "bad-content", day


def test_cases_come_page_by_page(cast: Cast) -> None:
    seen, after = [], ""
    while after is not None:
        page = must(cast.ask("wang", "GET", f"/cases?limit=1&after={after}")).data
        seen += [one["number"] for one in page["items"]]
        after = page["next"]
    assert len(seen) >= 2 and seen == sorted(set(seen))
    assert cast.ask("wang", "GET", "/cases?status=fine").problem == "bad-case"


def test_the_page_has_what_every_operation_answers_to_every_role(cast: Cast) -> None:
    """The last test of the module: it asks for everything, the end of licences too."""
    found = TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0].splitlines() == table(cast), "look at the difference; python -m tests.api.test_access writes it"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder), f"sqlite:///{folder}/cocket.db") as server:
        rows = "\n".join(table(cast_on(server))) + "\n"
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda _: rows, page), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
