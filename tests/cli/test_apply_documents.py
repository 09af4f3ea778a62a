"""``cocket apply attach`` and ``certificate`` as processes: from the exporter and the end user to the officer."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.command import ROOT, cocket

DRAFT = ROOT / "examples" / "applications" / "three-destinations.yaml"
EXPORTER, SIGNATORY, OFFICER = "li@paper-lantern:applicant", "kessel@hedgehog:signatory", "wang@mofcom:officer"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def reference(tmp_path: Path, home: dict[str, str]) -> str:
    """A draft of which no certificate is at hand."""
    draft = tmp_path / "draft.yaml"
    draft.write_text(DRAFT.read_text(encoding="utf-8").replace("certificate: true", "certificate: false"), "utf-8")
    told = cocket("apply", "new", draft, "--as", EXPORTER, "--json", **home).stdout
    return str(json.loads(told)["reference"])


def pdf(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_bytes(f"%PDF-1.7\n{text}\n%%EOF\n".encode())
    return path


def test_a_lie_is_refused_with_what_it_is_and_what_it_claims(
    tmp_path: Path, home: dict[str, str], reference: str
) -> None:
    lie = pdf(tmp_path, "drawing", "drawing.png")
    told = cocket("apply", "attach", reference, lie, "--kind", "contract", "--as", EXPORTER, code=2, **home).stderr
    assert "drawing.png is PDF and claims to be PNG" in told
    told = cocket("apply", "documents", reference, "--as", EXPORTER, "--lang", "zh", **home).stdout
    assert told == "没有文件。\n"


def test_a_file_with_another_hash_than_stated_is_refused(tmp_path: Path, home: dict[str, str], reference: str) -> None:
    contract = pdf(tmp_path, "contract", "contract.pdf")
    asked = ("apply", "attach", reference, contract, "--kind", "contract", "--as", EXPORTER, "--hash")
    assert "was said to have 0000" in cocket(*asked, "0" * 64, code=2, **home).stderr


def test_the_end_user_signs_by_account_or_by_code_and_the_officer_reads(
    tmp_path: Path, home: dict[str, str], reference: str
) -> None:
    certificate = pdf(tmp_path, "certificate", "certificate.pdf")
    invite = ("apply", "invite", reference, "--as", EXPORTER, "--request")
    sign = ("apply", "certificate", reference, "--request")
    assert "cocket seal new" in cocket(
        "apply", "attach", reference, certificate, "--kind", "contract", "--sealed", "--as", EXPORTER, code=2, **home
    ).stderr  # fmt: skip
    assert "Copy this file now" in cocket("seal", "new", **home).stdout
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "data" / "cocket" / "seal-key").stat().st_mode) == 0o600

    cocket(*invite, 1, "--organisation", "hedgehog", **home)
    asked = json.loads(cocket(*sign, 1, "--as", SIGNATORY, "--json", **home).stdout)
    told = cocket(*sign, 1, certificate, "--as", SIGNATORY, code=2, **home).stderr
    assert "nothing is declared" in told
    cocket(*sign, 1, certificate, "--declare", asked["digest"][:12], "--as", SIGNATORY, **home)

    code = {"COCKET_CODE": cocket(*invite, 2, **home).stdout.strip(), **home}
    digest = json.loads(cocket(*sign, 2, "--json", **code).stdout)["digest"]
    assert "nobody is said to sign" in cocket(*sign, 2, certificate, "--declare", digest, code=2, **code).stderr
    cocket(*sign, 2, certificate, "--declare", digest, "--signer", "Max Giraffe", **code)
    assert "There is no invitation" in cocket(*sign, 2, code=2, **code).stderr

    (first, second) = json.loads(cocket("apply", "documents", reference, "--as", EXPORTER, "--json", **home).stdout)
    keys = {"number", "kind", "request", "sealed", "covers", "complete"}
    assert (first.keys(), second["complete"]) == (keys, True)
    copy = tmp_path / "copy.pdf"
    read = ("apply", "open", reference, 1, "--out", copy, "--as")
    assert "may not open this document" in cocket(*read, EXPORTER, code=2, **home).stderr
    assert "There is no application" in cocket(*read, OFFICER, code=2, **home).stderr
    cocket("apply", "file", reference, "--as", EXPORTER, **home)
    assert "Max Giraffe, who came by a code" in cocket("apply", "documents", reference, "--as", OFFICER, **home).stdout
    cocket(*read, OFFICER, **home)
    assert copy.read_bytes() == certificate.read_bytes()
    assert "is there already" in cocket(*read, OFFICER, code=2, **home).stderr
