"""Files of worked cases: plain words stay what they are, and what is no case is refused with its place."""

from pathlib import Path

import pytest

from cocket.check.case_file import read_cases
from cocket.check.cases import translate
from cocket.check.tables import TableError


def cases_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "cases.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_an_unquoted_no_a_date_and_a_figure_stay_text(tmp_path: Path) -> None:
    content = (
        "- {id: a, expected: CONSULT, facts: {destination: NO, date: 2025-04-04, composition: {No: 0.10, Y: 1e1}}}"
    )
    (case,) = read_cases(cases_file(tmp_path, content))
    assert case["facts"] == {"destination": "NO", "date": "2025-04-04", "composition": {"No": "0.10", "Y": "1e1"}}


@pytest.mark.parametrize(
    ("content", "where", "words"),
    [
        ("cases: [{id: a, facts: {kind: magnet}}]", "case a", "the case has no 'expected'"),
        ("cases: [{id: a, expected: CONSULT, facts: magnet}]", "case a", "'facts' is no mapping"),
        (
            "cases: [{id: a, expected: CONSULT, known: 2025-02-30, facts: {a: b}}]",
            "case a",
            "'known' is no day",
        ),
        (
            "- {id: a, expected: CONSULT, facts: {kind: magnet, kind: oxide}}",
            "line 1, column 52",
            "'kind' stands twice",
        ),
        ("cases: [a, b]", "case 1", "a case is a mapping"),
        ("cases: []", "cases.yaml", "no list of cases"),
        ("", "cases.yaml", "no list of cases"),
        ("cases: [\n", "line 2", "this is no YAML"),
        ("a: \x07", "cases.yaml", "this is no YAML"),
        (b"cases: [Fl\xfcgel]", "cases.yaml", "byte 11 is not UTF-8"),
        ("? [a, b]\n: c", "cases.yaml", "this is no YAML"),
    ],
)
def test_what_is_no_case_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, where: str, words: str
) -> None:
    with pytest.raises(TableError) as refused:
        read_cases(cases_file(tmp_path, content))
    assert where in refused.value.where
    assert words in refused.value.what
    assert refused.value.remedy


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="No such file"):
        read_cases(tmp_path / "cases.yaml")


def test_parameters_are_known_by_the_names_of_the_fact_sheets() -> None:
    stated = translate({"form": "alloy", "params": {"UTS_MPa": 1271, "density_g_cm3": 17.6}})
    assert stated == {"kind": "alloy", "param.tensile_strength_MPa": 1271, "param.density_g_cm3": 17.6}
