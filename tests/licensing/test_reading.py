"""A licence read from a file: what stands there, and what is refused with file, line and key."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.law.errors import LawError
from cocket.ledger import Period, Terms
from cocket.licensing.licences import AmountMax, DeclaredUntil, Field, Kind, OneOf, ReportDue, ReportedEvent, ValueMax
from cocket.licensing.licences.licence import BY_USE, Licence
from cocket.licensing.licences.reading import read_licence_file, read_licence_json
from cocket.licensing.licences.writing import licence_data, licence_text
from cocket.quantity import Money, find_unit
from tests.licensing.samples import BUYER, DAY, HOLDER, KG, YEAR_END, kg, licence, line

SINGLE = """\
number: 26-AA-100001
kind: single
regime: dual_use
holder: {name: Ningde Magnet Works, country: "CN", number: "91350900MA00000001"}
issued_on: "2026-11-27"
valid_until: "2027-11-27"
lines:
  - control_code: "1C902.a.4"
    goods: samarium-cobalt magnets
    destinations: ["DE"]
    end_users: [{name: Kettle Works GmbH, country: "DE", also: [凯特尔]}]
    quantity: 100 kg
"""
CONDITIONS = """\
    conditions:
      - {only: port, in: [CNSHA, CNNGB]}
      - {declared_until: "2027-03-01"}
      - {value_max: 20000 USD}
      - {quantity_max: 10 kg}
      - {report: arrival, within_days: 30}
"""


def read(folder: Path, text: str, name: str = "licence.yaml") -> Licence:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_licence_file(path)


def test_a_single_licence(tmp_path: Path) -> None:
    assert read(tmp_path, SINGLE) == licence()


def test_conditions_are_data(tmp_path: Path) -> None:
    assert read(tmp_path, SINGLE + CONDITIONS).lines[0].conditions == (
        OneOf(Field.PORT, ("CNSHA", "CNNGB")),
        DeclaredUntil(date(2027, 3, 1)),
        ValueMax(Money(2_000_000, "USD")),
        AmountMax(kg(10)),
        ReportDue(ReportedEvent.ARRIVAL, 30),
    )


def test_a_licence_in_pounds_with_its_tolerance_in_kilograms_is_read_again_as_it_was_kept(tmp_path: Path) -> None:
    pounds = read(tmp_path, SINGLE.replace("quantity: 100 kg", "quantity: 100 lb\n    quantity_tolerance: 1 kg"))
    assert pounds.lines[0].terms.tolerance_quantity == 1_000_000
    kept = read_licence_json(licence_text(pounds), "kept")
    assert (kept.lines[0].terms.quantity, kept.lines[0].terms.tolerance_quantity) == (45_359_237, 1_000_000)


def test_a_licence_for_a_use_says_that_it_has_no_code(tmp_path: Path) -> None:
    found = read(tmp_path, SINGLE.replace('"1C902.a.4"', "none"))
    assert found.lines[0].control_code == BY_USE
    assert licence_data(found)["lines"][0]["control_code"] == "none"
    assert read(tmp_path, json.dumps(licence_data(found)), "licence.json") == found


def test_json_is_the_same_form(tmp_path: Path) -> None:
    text = json.dumps(licence_data(licence()))
    assert "\\u" in text
    assert read(tmp_path, text, "licence.json") == licence()


REFUSED = [
    ("quantity: 100 kg", "quantity: 100", 12, "lines[0].quantity", "without what it counts"),
    ("quantity: 100 kg", "quantity: 100 stone", 12, "lines[0].quantity", 'The unit "stone" is not known'),
    ("quantity: 100 kg", "quantity: 0 kg", 8, "lines[0]", "A limit of 0 cannot be drawn from"),
    ("quantity: 100 kg", "quantity: -5 kg", 12, "lines[0].quantity", "below zero"),
    ("quantity: 100 kg", "quantity: 0.0000001 kg", 12, "lines[0].quantity", "finer than the smallest unit"),
    ("quantity: 100 kg", "value: 1.234 CNY", 8, "lines[0]", "neither quantity nor unit"),
    ("quantity: 100 kg", "quantity: 100 kg\n    value: 1.234 CNY", 13, "lines[0].value", "smallest coin"),
    ("quantity: 100 kg", "quantity: 100 kg\n    uses: 2", 1, "lines[0].uses", "for one export, not 2"),
    ("quantity: 100 kg", "quantity: 100 kg\n    quantity_tolerance: 1 pcs", 13, "lines[0].quantity_tolerance", "1 pcs"),
    ("quantity: 100 kg", "quantity: 100 kg\n    colour: red", 13, "lines[0].colour", "unknown key"),
    ("quantity: 100 kg", "quantity: 100 kg\n    quantity: 200 kg", 13, "lines[0].quantity", "stands twice"),
    ("quantity: 100 kg", "quantity: 100 kg\n    conditions: [be careful]", 13, "lines[0].conditions[0]", "mapping"),
    (
        "quantity: 100 kg", "quantity: 100 kg\n    conditions: [{only: ship, in: [A]}]", 13,
        "lines[0].conditions[0].only", "nothing that a condition restricts",
    ),
    ("quantity: 100 kg", "quantity: 100 kg\n    conditions: [{at: sea}]", 13, "lines[0].conditions[0]", "none of the"),
    ('destinations: ["DE"]', 'destinations: ["UK"]', 10, "lines[0].destinations[0]", "'UK' is no ISO code"),
    ('destinations: ["DE"]', "destinations: [NO]", 10, "lines[0].destinations[0]", "NO is not quoted"),
    ('"1C902.a.4"', '"SmCo"', 8, "lines[0].control_code", "no control code"),
    ("kind: single", "kind: bulk", 2, "kind", "no kind of licence"),
    ("26-AA-100001", "26-AА-100001", 1, "number", "Sign 5 of the number '26-A\\u0410-100001' is CYRILLIC"),
    ('"2027-11-27"', '"2027-02-29"', 6, "valid_until", "is no day"),
    ('"2027-11-27"', '"2026-11-26"', 8, "lines[0]", "before it begins"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "row", "key", "said"), REFUSED)
def test_refused_with_its_place(tmp_path: Path, old: str, new: str, row: int, key: str, said: str) -> None:
    assert old in SINGLE
    with pytest.raises(LawError) as refused:
        read(tmp_path, SINGLE.replace(old, new))
    error = refused.value
    assert (error.file, error.line, error.key) == ("licence.yaml", row, key), error
    assert said in error.problem, error.problem
    assert error.remedy


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '"x"', '{"number": 1, "number": 2}', "[" * 100_000, '{"number": null}', "\x00", '{"a":"\\ud800"}'],
)
def test_what_is_no_licence_at_all_is_told(text: str) -> None:
    with pytest.raises(LawError):
        read_licence_json(text, "request")


WORDS = st.text("ab 中é:#{}[],'\"\\/&*!|>%@`-?~", min_size=1, max_size=12).filter(lambda text: text.strip() == text)
LIMIT = st.none() | st.integers(1, 10**15)
UNITS = st.sampled_from(["kg", "g", "t", "pcs", "mg", "LBR"])


@st.composite
def terms_of_a_line(draw: st.DrawFn) -> Terms:
    quantity, value = draw(LIMIT), draw(LIMIT)
    if quantity is None and value is None:
        quantity = 5
    unit = find_unit(draw(UNITS))
    if not all(unit.shows(number) for number in (quantity or 0, 1000)):
        unit = KG
    periods = (Period(DAY, YEAR_END, 1000, None),) if draw(st.booleans()) else ()
    return Terms(
        unit, DAY, YEAR_END, quantity, value, "JPY" if value else "", draw(st.none() | st.integers(1, 10**9)),
        tolerance_quantity=draw(st.integers(0, 1)) * 1000 if quantity else 0, periods=periods,
    )  # fmt: skip


@given(terms_of_a_line(), WORDS, WORDS)
def test_what_is_written_is_read_as_the_same_licence(terms: Terms, goods: str, name: str) -> None:
    user = replace(BUYER, name=name)
    made = licence(kind=Kind.GENERAL, lines=(line(terms=terms, goods=goods, end_users=(user,), end_uses=(goods,)),))
    assert read_licence_json(json.dumps(licence_data(made)), "x") == made
    assert made.holder == HOLDER
