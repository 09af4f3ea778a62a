"""What an exporter attaches is kept whole or not at all, is its own, and is filed with the application."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError

from cocket.accounts.errors import NotAllowed
from cocket.licensing.cases.filing import file_application
from cocket.licensing.cases.papers import documents_for, read_document
from cocket.licensing.filings.attaching import attach, take_off
from cocket.licensing.filings.drafting import save
from cocket.licensing.filings.errors import Filed, UnknownApplication
from cocket.licensing.filings.finding import find_filing
from cocket.licensing.filings.models import DocumentRecord
from cocket.licensing.filings.receiving import SIZE_MAX, Upload
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.records import clock
from tests.cases.desk import office
from tests.cases.filed import take
from tests.casework.people import ADVISER, CHECKER, EXPORTER, OFFICER, STRANGER
from tests.decisions.samples import application
from tests.filings.papers import AUDITOR, KINDS, SIGNATORY, attached, drafted, pdf, upload

pytestmark = pytest.mark.usefixtures("folder")


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_attached_is_told_and_read_back_by_its_own_firm() -> None:
    reference = drafted()
    made = attached(reference)
    assert (made.number, made.kind, made.name, made.media_type) == (1, "contract", "contract.pdf", "application/pdf")
    assert documents_for(EXPORTER, reference) == (made,)
    assert read_document(EXPORTER, reference, 1, clock.now())[1] == pdf("contract")
    with pytest.raises(UnknownApplication):
        documents_for(STRANGER, reference)
    with pytest.raises(UnknownApplication):
        attached(reference, by=STRANGER)
    with pytest.raises(UnknownApplication):
        read_document(STRANGER, reference, 1, clock.now())
    with pytest.raises(NotAllowed):
        documents_for(SIGNATORY, reference)


def test_sent_twice_it_is_attached_once_and_the_same_content_lies_there_once(folder: Path) -> None:
    reference = drafted()
    assert attached(reference) == attached(reference)
    assert attached(reference, "technical-description").number == 2
    assert len(kept(folder)) == 1


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (replace(upload(), length=99), "bytes arrived of 99"),
        (replace(upload(), length=SIZE_MAX + 1), "larger than 20 MiB"),
        (Upload("a.pdf", io.BytesIO(b"%PDF-1.7\n" + bytes(SIZE_MAX))), "larger than 20 MiB"),
        (replace(upload(), sha256="0" * 64), "Something changed"),
        (replace(upload(), name="contract.png"), "contract.png is PDF and claims to be PNG"),
        (replace(upload(), media_type="image/png"), "is PDF and claims to be PNG"),
        (replace(upload(), name="../contract.pdf"), "no name of a file"),
        (replace(upload(), name="con\ntract.pdf"), "no name of a file"),
        (Upload("a.pdf", io.BytesIO(b"%PDF-1.7\nhalf")), "cut off"),
        (Upload("a.pdf", io.BytesIO(b"")), "is empty"),
        (Upload("a.exe", io.BytesIO(b"MZ\0")), "no kind that is taken"),
    ],
)
def test_an_upload_that_lies_or_is_cut_off_leaves_nothing(folder: Path, sent: Upload, says: str) -> None:
    reference = drafted()
    sent.stream.seek(0)
    with pytest.raises(LicenceError, match=says):
        attach(EXPORTER, reference, "contract", sent, clock.now(), kinds=KINDS)
    assert kept(folder) == []
    assert documents_for(EXPORTER, reference) == ()


def test_what_the_sender_states_rightly_is_taken() -> None:
    import hashlib

    stated = upload(media_type="application/pdf", sha256=hashlib.sha256(pdf("contract")).hexdigest().upper())
    assert attach(EXPORTER, drafted(), "contract", stated, clock.now(), kinds=KINDS).number == 1


@pytest.mark.parametrize(
    ("kind", "request_number", "says"),
    [
        ("contracts", 0, "no paper that the law knows"),
        ("end-user-certificate", 0, "There is no request 0"),
        ("end-user-certificate", 3, "There is no request 3"),
        ("contract", 3, "There is no request 3"),
    ],
)
def test_a_paper_that_nobody_would_find_is_refused(kind: str, request_number: int, says: str) -> None:
    with pytest.raises(LicenceError, match=says):
        attached(drafted(), kind, request=request_number)


def test_the_case_has_the_papers_that_are_attached_and_those_that_are_named() -> None:
    reference = drafted(application(papers=("identity", "contract")))
    attached(reference)
    attached(reference, "technical-description", "drawing")
    case = file_application(EXPORTER, reference, clock.now(), office())
    assert case.state.missing == {"application-form"}
    assert case.events[0].said["attached"].splitlines() == [
        "contract (document 1)",
        "technical-description (document 2)",
    ]
    documents = find_filing(reference).documents
    assert [(one["number"], one["kind"], one["request"], one["sealed"]) for one in documents] == [
        (1, "contract", 0, False),
        (2, "technical-description", 0, False),
    ]


def test_the_authority_sees_what_was_filed_and_not_before() -> None:
    reference = drafted()
    attached(reference)
    for by in (CHECKER, OFFICER):
        with pytest.raises(UnknownApplication):
            documents_for(by, reference)
    case = file_application(EXPORTER, reference, clock.now(), office())
    for by in (CHECKER, OFFICER, ADVISER):
        assert [one.name for one in documents_for(by, reference)] == ["contract.pdf"]
        assert read_document(by, case.number, 1, clock.now())[1] == pdf("contract")
    take(case, CHECKER, "send_back", missing="identity")
    attached(reference, "identity", "passport")
    assert [one.number for one in documents_for(OFFICER, reference)] == [1]
    with pytest.raises(LicenceError, match="has no document 2"):
        read_document(OFFICER, reference, 2, clock.now())
    assert [one.number for one in documents_for(AUDITOR, reference)] == [1, 2]
    file_application(EXPORTER, reference, clock.now(), office())
    assert [one.number for one in documents_for(OFFICER, case.number)] == [1, 2]


def test_nothing_is_attached_or_taken_off_once_it_is_filed() -> None:
    reference = drafted()
    attached(reference)
    file_application(EXPORTER, reference, clock.now(), office())
    with pytest.raises(Filed):
        attached(reference, "identity", "passport")
    with pytest.raises(Filed):
        take_off(EXPORTER, reference, 1, clock.now())


def test_what_is_taken_off_is_not_filed_and_what_was_filed_before_stays() -> None:
    reference = drafted()
    attached(reference)
    case = file_application(EXPORTER, reference, clock.now(), office())
    take(case, CHECKER, "send_back", missing="identity")
    take_off(EXPORTER, reference, 1, clock.now())
    with pytest.raises(LicenceError, match="has no document 1"):
        take_off(EXPORTER, reference, 1, clock.now())
    assert attached(reference, text="newer").number == 2
    file_application(EXPORTER, reference, clock.now(), office())
    assert [[one["number"] for one in find_filing(reference, each).documents] for each in (1, 2)] == [[1], [2]]
    assert read_document(OFFICER, reference, 1, clock.now())[1] == pdf("contract")


def test_a_certificate_for_what_is_no_longer_asked_is_not_filed() -> None:
    asked = application(papers=("application-form", "identity", "contract", "technical-description"))
    asked = replace(asked, requests=tuple(replace(one, certificate=False) for one in asked.requests))
    reference = drafted(asked)
    for number in (1, 2):
        attached(reference, "end-user-certificate", f"for {number}", request=number)
    assert [one.covers for one in documents_for(EXPORTER, reference)] == [True, True]
    other = replace(asked, requests=(asked.requests[0], replace(asked.requests[1], end_use="rockets")))
    save(EXPORTER, reference, other, clock.now())
    assert [one.covers for one in documents_for(EXPORTER, reference)] == [True, False]
    assert file_application(EXPORTER, reference, clock.now(), office()).state.missing == {"end-user-certificate"}
    assert [one["number"] for one in find_filing(reference).documents] == [1]


def test_content_that_was_changed_on_the_disk_is_told(folder: Path) -> None:
    reference = drafted()
    attached(reference)
    (path,) = kept(folder)
    path.write_bytes(pdf("forged"))
    with pytest.raises(LicenceError, match="is not what was kept"):
        read_document(EXPORTER, reference, 1, clock.now())


def test_the_database_keeps_what_is_attached() -> None:
    attached(drafted())
    with pytest.raises(DatabaseError, match="are kept"):
        DocumentRecord.objects.all().delete()


@pytest.mark.parametrize("change", [{"sha256": "0" * 64}, {"sealed": True}, {"kind": "identity"}, {"size": 1}])
def test_the_database_lets_nobody_rewrite_it(change: dict[str, object]) -> None:
    attached(drafted())
    with pytest.raises(DatabaseError, match="are kept"):
        DocumentRecord.objects.update(taken_off=clock.now(), **change)
