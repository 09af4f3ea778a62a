"""The whole trip on the made-up order book: check, ask, the filled forms of the example, answer, check again."""

import json
from pathlib import Path

from cocket.check.questionnaire.read import read_filled
from tests.check.questionnaire.forms import VOCABULARY
from tests.cli.command import ORDERS, cocket

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
