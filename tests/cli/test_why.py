"""``cocket why`` and ``cocket proof check``: the answer to one row explained, and proven."""

import json
from pathlib import Path

from tests.cli.command import CAUGHT, FREE, ORDERS, cocket, orders


def test_a_line_is_found_by_the_lists_own_number() -> None:
    told = cocket("why", ORDERS, "--line", 3).stdout
    assert told.startswith("Row 4 of orders.csv, line 3 there\nPLM-205, Sintered arc magnet")
    assert "1C905.a.4" in told


def test_a_row_is_found_by_its_number_in_the_file() -> None:
    assert cocket("why", ORDERS, "--row", 3, code=3).stdout.startswith("Row 3 of orders.csv, line 2 there\n")


def test_where_no_line_has_the_number_the_row_is_taken_and_named(tmp_path: Path) -> None:
    file = orders(tmp_path, FREE.replace("1,", "A-7,", 1), CAUGHT.replace("2,", "A-8,", 1))
    assert cocket("why", file, "--line", "3", code=1).stdout.startswith("Row 3 of list.csv, line A-8 there\n")
    assert cocket("why", file, "--line", "A-8", code=1).stdout.startswith("Row 3 of list.csv, line A-8 there\n")


def test_a_line_number_given_twice_is_refused(tmp_path: Path) -> None:
    complaint = cocket("why", orders(tmp_path, FREE, CAUGHT.replace("2,", "1,", 1)), "--line", 1, code=2).stderr
    assert "line 1 stands in rows 2, 3. Name the row with --row." in complaint


def test_a_line_that_is_not_there_is_refused() -> None:
    assert "there is no line 99" in cocket("why", ORDERS, "--line", 99, code=2).stderr
    assert "name the row" in cocket("why", ORDERS, code=2).stderr


def test_a_bad_row_is_explained_by_what_is_wrong_with_it(tmp_path: Path) -> None:
    file = orders(tmp_path, CAUGHT.replace("DE", "Atlantis"))
    complaint = cocket("why", file, "--line", 2, code=2).stderr
    assert complaint.startswith('cocket: list.csv, row 2, column "Destination":')


def test_the_explanation_is_told_in_chinese() -> None:
    told = cocket("why", ORDERS, "--line", 6, "--lang", "zh", code=1).stdout
    assert told.startswith("orders.csv 第 7 行，项号 6\n")
    assert "需要许可" in told


DESCRIBED = "1,Rotor magnet (no Dy); N48SH,motor,DE,2025-06-20,Kettle Works,pumps"


def test_what_was_read_from_the_description_is_told_with_its_words(tmp_path: Path) -> None:
    header = "Line,Description,Kind,Destination,Export date,End user,End use"
    file = orders(tmp_path, DESCRIBED, header=header)
    told = cocket("why", file, "--line", 1, code=3).stdout
    assert '  kind of goods: permanent magnet ← "magnet" (contradicts what is stated)' in told
    assert '  said to be without dysprosium (Dy) ← "no Dy" (decides nothing' in told
    assert "! the description names another kind of goods than stated; both are kept open" in told
    assert "words_contradict_kind" in cocket("check", file, "--format", "csv", code=3).stdout
    proof = json.loads(cocket("why", file, "--line", 1, "--json", code=3).stdout)
    assert {"kind", "family", "grade", "absent"} == {one["fact"] for one in proof["read"]}


def test_a_proof_holds_until_somebody_changes_it(tmp_path: Path) -> None:
    proof = cocket("why", ORDERS, "--line", 6, "--json", code=1).stdout
    file = tmp_path / "proof.json"
    file.write_text(proof, encoding="utf-8")
    assert cocket("proof", "check", file).stdout == "holds\n"

    forged = json.loads(proof)
    forged["regimes"][0]["outcome"] = "NOT_CONTROLLED"
    lines = [json.dumps(json.loads(proof)), json.dumps(forged)]
    file.write_text("\n".join(lines), encoding="utf-8")
    first, *findings = cocket("proof", "check", file, code=1).stdout.splitlines()
    assert first == "line 1: holds"
    assert findings
    assert all(finding.startswith("line 2: ") for finding in findings)


def test_what_is_no_proof_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    for content, words in (
        ("", "the file is empty"),
        ("[1]", "is no proof, but a list"),
        ('{"format":', "line 1: this is no JSON"),
        ("[" * 100_000, "nested too deeply"),
    ):
        file.write_text(content, encoding="utf-8")
        assert words in cocket("proof", "check", file, code=2).stderr
    assert "no-proof.json" in cocket("proof", "check", tmp_path / "no-proof.json", code=2).stderr


def test_what_goes_to_a_person_is_asked_in_chinese(tmp_path: Path) -> None:
    header = "Line,Kind,Magnet family,Dy %,Tb %,Destination,End user,End user type,End use,Export date"
    trace = orders(tmp_path, "1,magnet,NdFeB,0.004,0,DE,Kettle Works,civil,civil,2025-06-20", header=header)
    shown = cocket("check", trace, "--lang", "zh", code=3).stdout
    assert "低于0.01%的痕量是否属“含有”" in shown and "is a trace" not in shown
    proof = json.loads(cocket("why", trace, "--line", 1, "--json", code=3).stdout)
    told = [leaf["doubt"]["zh"] for leaf in leaves_of(proof) if "doubt" in leaf]
    assert "低于0.01%的痕量是否属“含有”？文本未规定下限" in told


def leaves_of(tree: object) -> list[dict[str, dict[str, str]]]:
    if isinstance(tree, list):
        return [leaf for part in tree for leaf in leaves_of(part)]
    if isinstance(tree, dict):
        return [tree, *leaves_of(list(tree.values()))]
    return []
