"""Licences over HTTP, on a server that was really started, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from cocket.ledger import Kind, Part, movement, open_ledger
from cocket.quantity import Amount, find_unit
from tests.api.licences import STEP, TODAY, content, issue
from tests.api.server import Server


def draw(place: str, number: str, name: str, kilograms: int) -> str:
    """The reason of the refusal, "" when drawn; by a process other than the server's, as a gate elsewhere would."""
    with open_ledger(place) as ledger:
        part = Part(f"{number}/1", Amount(kilograms * 1_000_000, find_unit("kg")))
        refusal = ledger.post(movement(f"{number}-{name}", Kind.WRITE_OFF, TODAY, [part]), timeout_s=30).refusal
    return "" if refusal is None else str(refusal.reason)


def test_from_issue_to_revocation(server: Server, place: str, number: str) -> None:
    made = server.post("/licences", issue(number))
    assert (made.status, made.data) == (201, {"number": number, "status": "valid"})
    assert draw(place, number, "d1", 40) == ""
    shown = server.get(f"/licences/{number}")
    assert shown.status == 200
    told = shown.data
    assert told["lines"][0]["end_users"] == content()["lines"][0]["end_users"]
    assert told["lines"][0]["balance"]["quantity"] == {"written_off": "40 kg", "reserved": "0 kg", "left": "60 kg"}
    assert server.post(f"/licences/{number}/suspend", STEP).data == {"number": number, "status": "suspended"}
    assert draw(place, number, "d2", 1) == "not_usable"
    assert server.post(f"/licences/{number}/resume", STEP).status == 200
    assert draw(place, number, "d3", 1) == ""
    assert server.post(f"/licences/{number}/revoke", STEP).status == 200
    assert draw(place, number, "d4", 1) == "not_usable"
    again = server.post(f"/licences/{number}/resume", STEP)
    assert (again.status, again.problem, again.data["why"]) == (409, "move-refused", "revoked")
    steps = [step["move"] for step in server.get(f"/licences/{number}").data["steps"]]
    assert steps == ["issue", "suspend", "resume", "revoke"]


def test_a_retry_gets_the_first_answer_refusals_included(server: Server, number: str) -> None:
    first = server.post("/licences", issue(number), f"{number}-issue")
    again = server.post("/licences", issue(number), f"{number}-issue")
    assert (again.status, again.body) == (first.status, first.body) == (201, first.body)
    assert again.headers["idempotent-replayed"] == "true"
    assert "idempotent-replayed" not in first.headers
    refused = server.post(f"/licences/{number}/resume", STEP, f"{number}-resume")
    assert refused.problem == "move-refused"
    server.post(f"/licences/{number}/suspend", STEP, f"{number}-suspend")
    still = server.post(f"/licences/{number}/resume", STEP, f"{number}-resume")
    assert (still.status, still.body) == (refused.status, refused.body)
    assert server.post(f"/licences/{number}/resume", STEP, f"{number}-resume-2").status == 200
    other = server.post(f"/licences/{number}/revoke", STEP, f"{number}-suspend")
    assert (other.status, other.problem) == (422, "key-reused")
    assert server.get(f"/licences/{number}").data["status"] == "valid"


def test_many_repetitions_at_once_are_done_once(server: Server, number: str) -> None:
    server.post("/licences", issue(number))
    for turn, move in enumerate(("suspend", "resume") * 2):
        ask = partial(server.post, f"/licences/{number}/{move}", STEP, f"{number}-round-{turn:04}")
        with ThreadPoolExecutor(8) as pool:
            answers = [one.result() for one in [pool.submit(ask) for _ in range(8)]]
        assert {(answer.status, answer.body) for answer in answers} == {(200, answers[0].body)}
        assert sum("idempotent-replayed" not in answer.headers for answer in answers) == 1
    assert len(server.get(f"/licences/{number}").data["steps"]) == 5


def test_lists_page_by_page(server: Server) -> None:
    numbers = [f"26-LIST-{place}" for place in (5, 2, 1, 4, 3)]
    for number in numbers:
        assert server.post("/licences", issue(number, holder={"name": "List Works"})).status == 201
    seen, after = [], ""
    for _ in range(4):
        page = server.get(f"/licences?holder=List%20Works&limit=2&after={after}").data
        seen += [one["number"] for one in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert seen == sorted(numbers)
    server.post(f"/licences/{numbers[0]}/suspend", STEP)
    suspended = server.get("/licences?holder=List%20Works&status=suspended").data
    assert [one["number"] for one in suspended["items"]] == [numbers[0]]
    assert server.get("/licences?holder=Nobody").data == {"items": [], "next": None}
    for query in ("limit=0", "limit=101", "limit=x", "status=fine"):
        assert server.get(f"/licences?{query}").problem == "bad-content"


def test_a_number_is_given_once_and_never_one_that_reads_alike(server: Server, number: str) -> None:
    server.post("/licences", issue(number))
    taken = server.post("/licences", issue(number))
    assert (taken.status, taken.problem) == (409, "number-taken")
    alike = server.post("/licences", issue(number.replace("0", "O")))
    assert alike.problem == "number-taken"
    assert "the letter O for the digit 0 in place 7" in alike.data["detail"]
    near = server.get("/licences/" + number.replace("0", "O"))
    assert (near.status, near.problem) == (404, "unknown-licence")
    assert number in near.data["detail"]
    cyrillic = server.get("/licences/26-A%D0%90-100001")
    assert (cyrillic.status, cyrillic.problem) == (422, "bad-licence")
    assert "CYRILLIC CAPITAL LETTER A" in cyrillic.data["detail"]
