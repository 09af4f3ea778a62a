"""Documents and certificates over HTTP: what is attached is what it says and whole, or nothing is kept."""

import base64
import hashlib
import socket
from pathlib import Path

import pytest

from tests.api.access import OWN, PDF, Cast, application, must
from tests.api.server import Answer, fresh_key


def draft(cast: Cast, **changes: object) -> str:
    made = must(cast.ask("hu", "POST", "/applications", {**application(OWN), **changes}), 201)
    return f"/applications/{made.data['reference']}"


def names(cast: Cast, path: str, person: str = "hu") -> list[str]:
    return [one.get("name", "not told") for one in must(cast.ask(person, "GET", f"{path}/documents")).data["items"]]


def kept(cast: Cast) -> set[Path]:
    return {one for one in (cast.server.folder / "cocket" / "documents").rglob("*") if one.is_file()}


def test_a_file_comes_back_as_it_was_sent(cast: Cast) -> None:
    path = draft(cast)
    digest = base64.b64encode(hashlib.sha256(PDF).digest()).decode()
    query = f"{path}/documents?kind=contract&name=%E5%90%88%E5%90%8C.pdf"
    sent = must(cast.ask("hu", "POST", query, PDF, **{"Content-Digest": f"sha-256=:{digest}:"}), 201).data
    assert (sent["number"], sent["name"], sent["size"]) == (1, "合同.pdf", len(PDF))
    again = must(cast.ask("hu", "POST", query, PDF), 201).data
    assert again == sent, "attached twice it is attached once"
    file = must(cast.ask("hu", "GET", f"{path}/documents/1"))
    assert file.body.encode() == PDF and file.headers["content-type"] == "application/pdf"
    assert file.headers["content-digest"] == f"sha-256=:{digest}:"
    assert file.headers["content-disposition"] == "attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf"
    assert file.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("query", "body", "headers", "status", "problem"),
    [
        ("kind=contract&name=c.png", PDF, {}, 422, "bad-document"),
        ("kind=contract&name=c.pdf", PDF, {"Content-Type": "image/png"}, 422, "bad-document"),
        ("kind=contract&name=c.pdf", PDF[:20], {}, 422, "bad-document"),
        ("kind=contract&name=c.pdf", b"", {}, 422, "bad-document"),
        ("kind=contract&name=..%2Fc.pdf", PDF, {}, 422, "bad-document"),
        ("kind=recipe&name=c.pdf", PDF, {}, 422, "bad-document"),
        ("kind=contract&name=c.pdf&of=2", PDF, {}, 422, "bad-licence"),
        ("name=c.pdf", PDF, {}, 422, "bad-content"),
        ("kind=contract&name=c.pdf", PDF, {"Content-Type": "video/mp4"}, 415, "not-a-document"),
        ("kind=contract&name=c.pdf", PDF, {"Content-Type": "multipart/form-data"}, 415, "not-a-document"),
        ("kind=contract&name=c.pdf", PDF, {"Content-Digest": f"sha-256=:{'A' * 43}=:"}, 422, "bad-document"),
        ("kind=contract&name=c.pdf", PDF, {"Content-Digest": "md5=:AAAA:"}, 422, "bad-digest"),
        ("kind=contract&name=c.pdf", b"%PDF-1.7" + b" " * 21_000_000, {}, 413, "too-large"),
    ],
)
def test_what_is_not_what_it_says_is_refused_and_not_kept(
    cast: Cast, query: str, body: bytes, headers: dict[str, str], status: int, problem: str
) -> None:
    path, before = draft(cast), kept(cast)
    refused = cast.ask("hu", "POST", f"{path}/documents?{query}", body, **headers)
    assert (refused.status, refused.problem) == (status, problem), refused
    assert names(cast, path) == [] and kept(cast) == before


@pytest.mark.parametrize("form", ["Content-Length: 4000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nfa0\r\n"])
def test_an_upload_that_is_cut_off_leaves_nothing(cast: Cast, form: str) -> None:
    path, before = draft(cast), kept(cast)
    head = (
        f"POST /api/v1{path}/documents?kind=contract&name=c.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {cast.tokens['hu']}\r\nContent-Type: application/pdf\r\n"
        f"Idempotency-Key: {fresh_key()}\r\n{form}"
    )
    with socket.create_connection((cast.server.host, cast.server.port), timeout=30) as connection:
        connection.sendall(head.encode() + PDF)
        connection.shutdown(socket.SHUT_WR)
        connection.recv(65536)  # until the server has seen the end
    assert names(cast, path) == [] and kept(cast) == before


def test_what_is_sealed_is_opened_by_the_authority_alone(cast: Cast) -> None:
    path = draft(cast)
    must(cast.ask("hu", "POST", f"{path}/documents?kind=identity&name=i.pdf&sealed=true", PDF), 201)
    must(cast.ask("hu", "POST", f"{path}/documents?kind=contract&name=c.pdf", PDF), 201)
    assert names(cast, path) == ["not told", "c.pdf"]
    case = f"/cases/{must(cast.ask('hu', 'POST', f'{path}/file'), 201).data['number']}"
    for person, status in {"hu": 403, "zhao": 403, "ren": 403, "wang": 200, "chen": 200}.items():
        assert cast.ask(person, "GET", f"{case}/documents/1").status == status, person
    assert cast.ask("zhao", "GET", f"{case}/documents/2").status == 200
    assert names(cast, case, "zhao") == ["not told", "c.pdf"]
    assert names(cast, case, "wang") == ["i.pdf", "c.pdf"]


def test_a_document_is_taken_off_a_draft_and_not_of_what_is_filed(cast: Cast) -> None:
    path = draft(cast)
    for kind in ("contract", "identity"):
        must(cast.ask("hu", "POST", f"{path}/documents?kind={kind}&name={kind}.pdf", PDF), 201)
    must(cast.ask("hu", "DELETE", f"{path}/documents/1"))
    assert cast.ask("hu", "DELETE", f"{path}/documents/1").problem == "unknown-document"
    assert names(cast, path) == ["identity.pdf"]
    must(cast.ask("hu", "POST", f"{path}/file"), 201)
    assert cast.ask("hu", "DELETE", f"{path}/documents/2").problem == "filed"


def test_an_upload_without_a_key_is_refused_before_it_is_read(cast: Cast) -> None:
    path, before = draft(cast), kept(cast)
    answer = cast.ask("hu", "POST", f"{path}/documents?kind=contract&name=c.pdf", PDF, **{"Idempotency-Key": ""})
    assert (answer.status, answer.problem) == (400, "no-key")
    assert names(cast, path) == [] and kept(cast) == before


def test_an_upload_sent_again_with_its_key_gets_the_first_answer_whatever_came_between(cast: Cast) -> None:
    path, key = draft(cast), {"Idempotency-Key": fresh_key()}
    query = f"{path}/documents?kind=contract&name=c.pdf"
    first = must(cast.ask("hu", "POST", query, PDF, **key), 201)
    must(cast.ask("hu", "DELETE", f"{path}/documents/1"))
    again = must(cast.ask("hu", "POST", query, PDF, **key), 201)
    assert (again.body, again.headers["idempotent-replayed"]) == (first.body, "true")
    assert names(cast, path) == [], "what was taken off comes back by no late retry"
    must(cast.ask("hu", "POST", f"{path}/file"), 201)
    assert must(cast.ask("hu", "POST", query, PDF, **key), 201).body == first.body
    assert cast.ask("hu", "POST", query, PDF).problem == "filed"


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("kind=contract&name=c.pdf", PDF.replace(b"17", b"18")),
        ("kind=contract&name=d.pdf", PDF),
        ("kind=identity&name=c.pdf", PDF),
        ("kind=contract&name=c.pdf&sealed=true", PDF),
    ],
)
def test_another_upload_under_the_same_key_is_refused_and_not_kept(cast: Cast, query: str, body: bytes) -> None:
    path, key = draft(cast), {"Idempotency-Key": fresh_key()}
    must(cast.ask("hu", "POST", f"{path}/documents?kind=contract&name=c.pdf", PDF, **key), 201)
    before = kept(cast)
    refused = cast.ask("hu", "POST", f"{path}/documents?{query}", body, **key)
    assert (refused.status, refused.problem) == (422, "key-reused")
    assert names(cast, path) == ["c.pdf"] and kept(cast) == before


def test_a_refused_upload_leaves_its_key_free_for_the_right_file(cast: Cast) -> None:
    path, key = draft(cast), {"Idempotency-Key": fresh_key()}
    query = f"{path}/documents?kind=contract&name=c.pdf"
    assert cast.ask("hu", "POST", query, PDF[:20], **key).problem == "bad-document"
    must(cast.ask("hu", "POST", query, PDF, **key), 201)


def test_a_certificate_sent_again_with_its_key_gets_the_first_answer_by_the_same_code_alone(cast: Cast) -> None:
    path = draft(cast)
    sign = f"{path}/requests/1/certificate"
    code, other = invited(cast, path), invited(cast, path)
    digest = must(cast.server.get(sign, **{"Invitation-Code": code})).data["digest"]
    target, key = f"{sign}?name=c.pdf&signer=Anna&declare={digest}", fresh_key()

    def send(by: str) -> Answer:
        headers = {"Content-Type": "application/pdf", "Invitation-Code": by, "Idempotency-Key": key}
        return cast.server.ask("POST", target, PDF, headers)

    first = must(send(code), 201)
    assert must(send(code), 201).body == first.body
    assert send("x").status == 401, "a key tells nothing to who does not have the code"
    by_another = must(send(other), 201)
    assert "idempotent-replayed" not in by_another.headers, "keys are an invitation's own"
    (only,) = must(cast.ask("hu", "GET", f"{path}/documents")).data["items"]
    assert only["complete"] is True


def invited(cast: Cast, path: str, **said: object) -> str:
    made = must(cast.ask("hu", "POST", f"{path}/requests/1/invitations", said), 201).data
    return str(made["code"])


def test_an_end_user_without_an_account_signs_by_a_code_that_is_good_once(cast: Cast) -> None:
    path = draft(cast)
    sign = f"{path}/requests/1/certificate"
    code = {"Invitation-Code": invited(cast, path)}
    asked = must(cast.server.get(sign, **code)).data
    assert asked["asked"]["goods"][0]["quantity"] == "100 kg"
    here = {"Content-Type": "application/pdf", **code}

    def send(declared: str, **headers: str) -> tuple[int, str]:
        target = f"{sign}?name=c.pdf&signer=Anna%20Kessel&declare={declared}"
        answer = cast.server.ask("POST", target, PDF, {"Idempotency-Key": fresh_key(), **here, **headers})
        return answer.status, "" if answer.status == 201 else answer.problem

    assert send("0" * 64) == (422, "bad-licence")
    assert send(asked["digest"], **{"Invitation-Code": "x"}) == (401, "no-entry")
    assert send(asked["digest"]) == (201, "")
    assert send(asked["digest"]) == (401, "no-entry")
    (only,) = must(cast.ask("hu", "GET", f"{path}/documents")).data["items"]
    assert (only["kind"], only["complete"], only.get("name")) == ("end-user-certificate", True, None)
    refused = cast.ask("hu", "DELETE", f"{path}/documents/1")
    assert "signed by the end user" in refused.data["detail"]


def test_a_signatory_signs_by_its_token_and_only_where_it_was_invited(cast: Cast) -> None:
    path = draft(cast)
    sign = f"{path}/requests/1/certificate"
    assert cast.ask("kessel", "GET", sign).problem == "unknown-invitation"
    assert invited(cast, path, organisation="kettle-works") == "None"
    digest = must(cast.ask("kessel", "GET", sign)).data["digest"]
    signed = must(cast.ask("kessel", "POST", f"{sign}?name=c.pdf&signer=Anna&declare={digest}", PDF), 201).data
    assert (signed["signer"], signed["complete"]) == ("Anna", True)
    assert cast.server.get(sign).problem == "no-entry"
