"""``cocket answer``: all of a form or nothing, once and for all, and no word taken for more than it is."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from cocket.cli.options import today
from tests.check.questionnaire.forms import SPEAKER, fill
from tests.cli.command import COMMAND, ROOT, cocket, environment, orders
from tests.cli.test_ask import HEADER, OPEN

DY, TB = "Q1.1", "Q1.2"


def asked(folder: Path, *rows: str, **options: object) -> Path:
    """The one form that comes of these rows."""
    forms = folder / f"forms-{len(list(folder.iterdir()))}"
    cocket("ask", orders(folder, *(rows or (OPEN,)), header=HEADER), "--out", forms, *options.get("more", ()))  # type: ignore[misc]
    (form,) = forms.iterdir()
    return form


def answered(form: Path, answers: Mapping[str, object]) -> Path:
    return fill(form, {**SPEAKER, "S4": str(today()), **answers})


def store(folder: Path) -> list[dict[str, object]]:
    file = folder / "cocket" / "passports.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def test_a_filled_form_is_kept_once_in_the_users_data_folder(tmp_path: Path) -> None:
    form = answered(asked(tmp_path), {DY: "1.1", TB: "0"})
    data = tmp_path / "data"
    first = cocket("answer", form, XDG_DATA_HOME=str(data)).stdout
    assert "kept for P-1: Dy 1.1, Tb 0; Mei Lan, Teapot" in first
    assert str(data / "cocket" / "passports.jsonl") in first
    again = cocket("answer", form, form, XDG_DATA_HOME=str(data)).stdout
    assert again.count("was kept already") == 2
    assert len(store(data)) == 1


def test_the_next_check_uses_what_is_kept_and_can_do_without(tmp_path: Path) -> None:
    cocket("answer", answered(asked(tmp_path), {DY: "0", TB: "0"}), "--passports", tmp_path / "p.jsonl")
    file = orders(tmp_path, OPEN, OPEN.replace("2025-05-02", "2025-09-02"), header=HEADER)
    cocket("check", file, code=3)
    helped = cocket("check", file, "--passports", tmp_path / "p.jsonl", "--json").stdout.splitlines()
    for line in map(json.loads, helped):
        assert line["answer"] == "NOT_CONTROLLED"
        assert "Mei Lan (quality manager), Teapot" in line["stated_by"][0]
    data = {"XDG_DATA_HOME": str(tmp_path / "data")}
    cocket("answer", answered(asked(tmp_path), {DY: "0", TB: "0"}), **data)
    cocket("check", file, **data)
    cocket("check", file, "--no-passports", code=3, **data)
    assert "keep one" in cocket("check", file, "--no-passports", "--passports", tmp_path / "p.jsonl", code=2).stderr


def test_the_explanation_names_who_said_it_when_and_on_what_paper(tmp_path: Path) -> None:
    paper = tmp_path / "Cert.pdf"
    paper.write_bytes(b"made up")
    form = answered(asked(tmp_path), {DY: "1.1", TB: "0", "Q1.3": "cert.PDF"})
    cocket("answer", form, "--certificate", paper, "--passports", tmp_path / "p.jsonl")
    file = orders(tmp_path, OPEN, header=HEADER)
    told = cocket("why", file, "--line", 1, "--passports", tmp_path / "p.jsonl", code=1).stdout
    assert f"Dy 1.1, Tb 0: stated by Mei Lan (quality manager), Teapot, on {today()}" in told
    assert f"certificate cert.PDF, sha256:{hashlib.sha256(b'made up').hexdigest()}" in told
    proof = cocket("why", file, "--line", 1, "--json", "--passports", tmp_path / "p.jsonl", code=1).stdout
    ((number, statement),) = json.loads(proof)["statements"].items()
    assert number.startswith("sha256:")
    assert statement["said_by"] == {"name": "Mei Lan", "firm": "Teapot", "role": "quality manager"}
    (tmp_path / "proof.json").write_text(proof, encoding="utf-8")
    assert cocket("proof", "check", tmp_path / "proof.json").stdout == "holds\n"


def test_a_certificate_whose_file_was_not_given_is_kept_without_a_hash_and_told(tmp_path: Path) -> None:
    form = answered(asked(tmp_path), {DY: "1.1", "Q1.3": "cert.pdf"})
    told = cocket("answer", form, XDG_DATA_HOME=str(tmp_path / "data")).stdout
    assert "certificate cert.pdf, named but not at hand: no hash" in told
    assert "not answered for P-1: composition.Tb; it stays open" in told
    (line,) = store(tmp_path / "data")
    assert line["passport"]["certificate"] == {"name": "cert.pdf", "sha256": None}  # type: ignore[index]


def test_a_certificate_that_no_form_names_goes_to_the_one_form_or_to_none(tmp_path: Path) -> None:
    paper = tmp_path / "cert.pdf"
    paper.write_bytes(b"made up")
    data = {"XDG_DATA_HOME": str(tmp_path / "data")}
    silent = answered(asked(tmp_path), {DY: "1.1"})
    other = answered(asked(tmp_path, OPEN.replace("P-1", "P-2")), {DY: "1.1"})
    refused = cocket("answer", silent, other, "--certificate", paper, code=2, **data)
    assert "cert.pdf: no form names this certificate" in refused.stderr
    assert store(tmp_path / "data") == [], "nothing half done"
    assert "certificate cert.pdf, sha256:" in cocket("answer", silent, "--certificate", paper, **data).stdout


def test_a_faulty_form_keeps_nothing_and_the_others_all(tmp_path: Path) -> None:
    rows = (OPEN, OPEN.replace("P-1", "P-2"))
    bad = answered(asked(tmp_path, *rows), {DY: "1.1", TB: "0", "Q2.1": "a bit"})
    good = answered(asked(tmp_path, OPEN.replace("P-1", "P-3")), {DY: "1.1"})
    done = cocket("answer", bad, good, code=2, XDG_DATA_HOME=str(tmp_path / "data"))
    assert 'sheet "Questions", cell C' in done.stderr
    assert f"nothing of {bad.name} was kept" in done.stderr
    assert [line["passport"]["product"] for line in store(tmp_path / "data")] == ["P-3"]  # type: ignore[index]


def test_a_later_answer_that_contradicts_is_told_and_leaves_the_line_open(tmp_path: Path) -> None:
    kept = ("--passports", tmp_path / "p.jsonl")
    cocket("answer", answered(asked(tmp_path), {DY: "1.1", TB: "0"}), *kept)
    later = cocket("answer", answered(asked(tmp_path), {DY: "0", TB: "0"}), *kept)
    assert "warning: statements on P-1 differ (composition.Dy)" in later.stderr
    file = orders(tmp_path, OPEN, header=HEADER)
    assert json.loads(cocket("check", file, *kept, "--json", code=3).stdout)["warnings"] == ["statements_differ"]

    asked_again = asked(tmp_path, more=kept)
    settled = cocket("answer", answered(asked_again, {DY: "0"}), *kept)
    assert settled.stderr == ""
    answer = json.loads(cocket("check", file, *kept, "--json").stdout)
    assert (answer["answer"], answer["warnings"]) == ("NOT_CONTROLLED", ["statement_revised"])
    assert "1.1; revised" in cocket("why", file, "--line", 1, *kept).stdout


def test_remarks_are_shown_for_they_may_take_back_what_a_cell_says(tmp_path: Path) -> None:
    kept = ("--passports", tmp_path / "p.jsonl")
    form = answered(asked(tmp_path), {DY: "0", TB: "0", "S5": "=except for heat 7"})
    assert "remarks: =except for heat 7" in cocket("answer", form, *kept).stdout
    file = orders(tmp_path, OPEN, header=HEADER)
    assert "remarks: =except for heat 7" in cocket("why", file, "--line", 1, *kept).stdout
    assert "Rows that rest on statements of suppliers: 1;" in cocket("check", file, *kept).stdout


def test_a_statement_that_ran_out_is_not_used_and_that_is_said(tmp_path: Path) -> None:
    kept = ("--passports", tmp_path / "p.jsonl")
    cocket("answer", answered(asked(tmp_path), {DY: "0", TB: "0", "Q1.4": str(today())}), *kept)
    file = orders(tmp_path, OPEN.replace("2025-05-02", f"{today().year + 1}-12-01"), header=HEADER)
    assert f"held until {today()} and was not used" in cocket("check", file, *kept, code=3).stderr


def test_a_spoilt_line_stops_every_command_with_its_number(tmp_path: Path) -> None:
    kept = tmp_path / "p.jsonl"
    form = answered(asked(tmp_path), {DY: "1.1"})
    cocket("answer", form, "--passports", kept)
    kept.write_text(kept.read_text(encoding="utf-8").replace('"1.1"', '"0"'), encoding="utf-8")
    file = orders(tmp_path, OPEN, header=HEADER)
    for command in (("check", file), ("why", file, "--line", 1), ("ask", file), ("answer", form)):
        assert "line 1: the line was changed" in cocket(*command, "--passports", kept, code=2).stderr


def test_a_file_of_statements_that_is_named_must_be_there(tmp_path: Path) -> None:
    file = orders(tmp_path, OPEN, header=HEADER)
    assert "cannot be read" in cocket("check", file, "--passports", tmp_path / "none.jsonl", code=2).stderr


def test_a_file_that_another_process_writes_to_is_left_alone(tmp_path: Path) -> None:
    form = answered(asked(tmp_path), {DY: "1.1"})
    with (tmp_path / "p.jsonl.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "another process" in cocket("answer", form, "--passports", tmp_path / "p.jsonl", code=2).stderr
    assert not (tmp_path / "p.jsonl").exists()


def test_a_data_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    form = answered(asked(tmp_path), {DY: "1.1"})
    data = tmp_path / "data"
    data.mkdir(mode=0o500)
    command = [*COMMAND, "answer", str(form)]
    if os.geteuid() == 0:  # root may write everywhere unless that right is taken away
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere, and setpriv is not there to take that right away")
        command = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override", *command]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT, timeout=60,
        env=environment(XDG_DATA_HOME=str(data)),
    )  # fmt: skip
    assert done.returncode == 2
    assert "the statements cannot be kept here: Permission denied. Choose another file with --passports" in done.stderr


def test_goods_known_by_their_words_only_are_not_kept_unless_all_such_goods_are_alike(tmp_path: Path) -> None:
    header = HEADER.replace("Product", "Description")
    file = orders(tmp_path, OPEN, header=header)
    cocket("ask", file, "--out", tmp_path / "forms")
    (form,) = (tmp_path / "forms").iterdir()
    kept = ("--passports", tmp_path / "p.jsonl")
    told = cocket("answer", answered(form, {DY: "0", TB: "0", "Q1.3": "no"}), *kept).stdout
    assert "may name other goods too" in told
    assert not (tmp_path / "p.jsonl").exists()
    cocket("answer", answered(form, {"Q1.3": "yes"}), *kept)
    cocket("check", file, *kept)


def test_the_command_speaks_chinese(tmp_path: Path) -> None:
    form = answered(asked(tmp_path), {DY: "1.1", TB: "不知道"})
    told = cocket("answer", form, "--passports", tmp_path / "p.jsonl", "--lang", "zh").stdout
    assert "已存，产品 P-1：Dy 1.1；答复人不知道：Tb 质量%" in told


def test_what_a_supplier_stated_counts_on_both_sides_of_a_comparison(tmp_path: Path) -> None:
    kept = ("--passports", tmp_path / "p.jsonl")
    cocket("answer", answered(asked(tmp_path), {DY: "1.1", TB: "0"}), *kept)
    file = orders(tmp_path, OPEN, header=HEADER)
    days = ("--from", "2025-04-03", "--to", "2025-04-04", "--known-from", "2025-04-03")  # long before it was stated
    done = cocket("impact", file, *days, "--json", *kept, code=1)
    (line,) = [json.loads(one) for one in done.stdout.splitlines()]
    assert (line["answer_before"], line["answer_after"]) == ("NOT_CONTROLLED", "LICENCE_REQUIRED")
    assert line["codes_after"] == ["1C905.a.4"]
    assert "Rows that rest on statements of suppliers: 1" in cocket("impact", file, *days, *kept, code=1).stdout
    (line,) = [json.loads(one) for one in cocket("impact", file, *days, "--json", code=3).stdout.splitlines()]
    assert line["answer_after"] == "NEEDS_FACTS"
