"""The whole trip on the made-up order book: check, ask, the filled forms of the example, answer, check again."""

import json
from pathlib import Path

from cocket.check.questionnaire.read import read_filled
from tests.check.questionnaire.forms import VOCABULARY
from tests.cli.command import ORDERS, ROOT, cocket

ANSWERS = ORDERS.parent / "answers"
TIN_TEAPOT, WORKS_1 = ANSWERS / "tin-teapot.xlsx", ANSWERS / "works-1.json"
PAPER = ANSWERS / "PLM-210-certificate.txt"
ASKER = ("--asker", "Paper Lantern Magnets")


def outcomes(*arguments: object, code: int) -> dict[str, str]:
    lines = cocket("check", ORDERS, "--json", *arguments, code=code).stdout.splitlines()
    return {one["line"]: one["answer"] for one in map(json.loads, lines)}


def test_the_filled_forms_of_the_example_answer_what_is_asked_today(tmp_path: Path) -> None:
    """Fails where the law comes to ask for something else: then the forms of the example have to be filled anew."""
    cocket("ask", ORDERS, *ASKER, "--out", tmp_path)
    asked = {path.stem[-len("CQ-0123456789ab") :] for path in tmp_path.iterdir()}
    assert {read_filled(path, VOCABULARY).form.id for path in (TIN_TEAPOT, WORKS_1)} == asked


def test_from_the_question_to_the_settled_line(tmp_path: Path) -> None:
    kept = ("--passports", tmp_path / "passports.jsonl")
    before = outcomes(code=3)
    told = cocket("answer", TIN_TEAPOT, WORKS_1, "--certificate", PAPER, *kept)
    assert told.stderr == ""
    after = outcomes(*kept, code=3)
    assert {line for line in before if before[line] == "NEEDS_FACTS"} == {"2", "4", "5", "8"}
    assert {line: after[line] for line in after if after[line] != before[line]} == {
        "4": "LICENCE_REQUIRED", "5": "LICENCE_REQUIRED", "8": "NOT_CONTROLLED",
    }  # fmt: skip
    assert after["2"] == "NEEDS_FACTS", "the end use is not for a supplier to say"
    left = cocket("ask", ORDERS, *ASKER, "--out", tmp_path / "forms", *kept).stdout
    assert left.startswith("There is nothing to ask a supplier.\n")
    assert "the end use (line 2)" in left


def block_of(document: str, command: str) -> str:
    """What the document shows below a command."""
    after = document.partition(f"$ cocket {command}\n")[2]
    return after.partition("\n$ ")[0].partition("\n```")[0]


def test_the_document_shows_what_the_commands_print(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
    book = ORDERS.relative_to(ROOT)
    kept = tmp_path / "passports.jsonl"
    cocket("answer", TIN_TEAPOT, WORKS_1, "--certificate", PAPER, "--passports", kept)
    why = cocket("why", book, "--line", 4, "--passports", kept, "--known", "2026-11-20", code=1).stdout
    shown = block_of(document, f"why {book} --line 4 --passports passports.jsonl --known 2026-11-20")
    assert shown
    assert why.startswith(shown.removesuffix("\n…"))
    asked = cocket("ask", book, *ASKER, "--out", tmp_path / "forms").stdout.replace(str(tmp_path / "forms"), "forms")
    assert block_of(document, f'ask {book} --asker "Paper Lantern Magnets" --out forms') == asked.rstrip("\n")
    again = cocket("answer", TIN_TEAPOT, WORKS_1, "--certificate", PAPER, "--passports", tmp_path / "p.jsonl").stdout
    folder = ANSWERS.relative_to(ROOT)
    command = (
        f"answer {folder}/tin-teapot.xlsx {folder}/works-1.json \\\n"
        f"    --certificate {folder}/PLM-210-certificate.txt --passports passports.jsonl"
    )
    assert block_of(document, command) == again.replace(str(tmp_path / "p.jsonl"), "passports.jsonl").rstrip("\n")
