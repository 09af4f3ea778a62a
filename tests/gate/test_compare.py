"""The comparison against a reference that says each rule once, in the plainest way, over random goods and licences."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.gate.compare import Goods, compare, same_party
from cocket.ledger import Terms
from cocket.licensing.licences import Kind, Licence, LicenceLine, Party, Status
from cocket.licensing.licences.condition import AmountMax, Condition, DeclaredUntil, Field, OneOf, ValueMax
from cocket.quantity import Amount, Money, find_unit

FIRST = date(2026, 6, 1)
HOLDER = Party("Paper Lantern Magnets Co., Ltd.", "CN")
KG, PIECES = find_unit("kg"), find_unit("pcs")
NAMES = ["Kettle Works GmbH", "KETTLE-WORKS GmbH", "Kettle Works AG", "Kettle Works", "Teapot Works GmbH", ""]
CODES = ["1C905.a.4", "1C904.a.4", "1C902.a.4"]

days = st.integers(-1, 11).map(lambda shift: FIRST + timedelta(days=shift))
conditions: st.SearchStrategy[Condition] = st.one_of(
    st.builds(OneOf, st.just(Field.PORT), st.sampled_from([("Ningbo",), ("ningbo", "Shanghai")])),
    st.builds(DeclaredUntil, days),
    st.builds(ValueMax, st.builds(Money, st.integers(1, 4), st.sampled_from(["CNY", "USD"]))),
    st.builds(AmountMax, st.builds(Amount, st.integers(1, 4), st.sampled_from([KG, PIECES]))),
)
terms = st.builds(
    lambda unit, quantity, value, first, last: Terms(
        unit, min(first, last), max(first, last), quantity=quantity, value=value, currency="CNY"
    ),
    st.sampled_from([KG, PIECES]), st.integers(1, 4), st.none() | st.integers(1, 4),
    st.integers(0, 9).map(lambda shift: FIRST + timedelta(days=shift)),
    st.integers(0, 9).map(lambda shift: FIRST + timedelta(days=shift)),
)  # fmt: skip


@st.composite
def licences(draw: st.DrawFn) -> Licence:
    """General ones, one line for each of some codes."""
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True))
    lines = tuple(
        LicenceLine(
            f"26-AG-1/{place}", code, "magnets", draw(st.sampled_from([("DE",), ("DE", "US")])),
            (Party(draw(st.sampled_from(NAMES[:3])), draw(st.sampled_from(["", "DE"]))),), draw(terms),
            draw(st.sampled_from([(), ("pumps",)])), tuple(draw(st.lists(conditions, max_size=2))),
        )
        for place, code in enumerate(codes, start=1)
    )  # fmt: skip
    status = draw(st.sampled_from([Status.VALID, Status.VALID, Status.SUSPENDED, Status.REVOKED]))
    end = FIRST + timedelta(days=9)
    return Licence("26-AG-1", Kind.GENERAL, HOLDER, "dual_use", FIRST, FIRST, end, lines, status)


goods = st.builds(
    Goods,
    st.sampled_from([(), (CODES[0],), (CODES[0], CODES[1])]),
    st.builds(Amount, st.integers(1, 5), st.sampled_from([KG, PIECES])),
    st.builds(Money, st.integers(1, 5), st.sampled_from(["CNY", "USD"])),
    days,
    st.fixed_dictionaries(
        {
            "exporter": st.sampled_from([HOLDER.name, "Paper Lantern Magnets", "Tin Teapot Ltd.", ""]),
            "destination": st.sampled_from(["DE", "US", "VN"]),
            "end_user": st.sampled_from(NAMES),
            "end_user_country": st.sampled_from(["", "DE", "FR"]),
            "end_use": st.sampled_from(["pumps", " Pumps", "missiles", ""]),
            "port": st.sampled_from(["NINGBO", "Xiamen", ""]),
        }
    ),
)


def reference(goods: Goods, licence: Licence) -> set[tuple[str, bool]]:
    """The fields that differ, and whether the declaration tells them."""
    found = set()
    expired = licence.status in (Status.VALID, Status.SUSPENDED) and goods.day > licence.valid_until
    if licence.status is not Status.VALID or expired:
        found.add(("licence", True))
    found |= party("exporter", goods, {licence.holder.name})
    by_code = {line.control_code: line for line in licence.lines}
    if not goods.codes or not set(goods.codes) <= by_code.keys():
        return found | {("control_code", True)}
    return found.union(*(of_line(goods, by_code[code]) for code in goods.codes))


def of_line(goods: Goods, line: LicenceLine) -> set[tuple[str, bool]]:
    found = party("end_user", goods, {user.name for user in line.end_users})
    if goods.stated["destination"] not in line.destinations:
        found.add(("destination", True))
    country = goods.stated["end_user_country"]
    if country and line.end_users[0].country and country != line.end_users[0].country:
        found.add(("end_user_country", True))
    if line.end_uses and goods.stated["end_use"].strip().lower() not in line.end_uses:
        found.add(("end_use", goods.stated["end_use"] != ""))
    if goods.day < line.terms.valid_from or goods.day > line.terms.valid_until:
        found.add(("date", True))
    if goods.quantity.unit != line.terms.unit:
        found.add(("unit", True))
    elif goods.quantity.number > (line.terms.quantity or 0):
        found.add(("quantity", True))
    if goods.value.currency == "CNY" and line.terms.value is not None and goods.value.number > line.terms.value:
        found.add(("value", True))
    return found.union(*(of_condition(goods, one) for one in line.conditions))


def of_condition(goods: Goods, condition: Condition) -> set[tuple[str, bool]]:
    match condition:
        case OneOf(_, values):
            port = goods.stated["port"].lower()
            return set() if port in [value.lower() for value in values] else {("port", port != "")}
        case DeclaredUntil(day):
            return {("date", True)} if goods.day > day else set()
        case ValueMax(value):
            if value.currency != goods.value.currency:
                return {("currency", True)}
            return {("value", True)} if goods.value.number > value.number else set()
        case AmountMax(amount):
            if amount.unit != goods.quantity.unit:
                return {("unit", True)}
            return {("quantity", True)} if goods.quantity.number > amount.number else set()
    raise AssertionError(condition)


def party(field: str, goods: Goods, names: set[str]) -> set[tuple[str, bool]]:
    """Kettle Works GmbH is itself however it is spelt, and no AG; without a legal form it may be either."""
    declared = plain(goods.stated[field])
    licensed = {plain(name) for name in names}
    if declared in licensed:
        return set()
    bare = {name.rsplit(" ", 1)[0].removesuffix(" co.,") for name in licensed}
    return {(field, declared != "" and declared not in bare)}


def plain(name: str) -> str:
    return name.lower().replace("-", " ").strip()


@given(goods, licences())
def test_the_comparison_names_what_the_reference_names_and_nothing_else(goods: Goods, licence: Licence) -> None:
    fit = compare(goods, licence)
    assert {(one.field, one.told) for one in fit.differences} == reference(goods, licence)
    if not fit.differences:
        assert tuple(line.control_code for line in fit.lines) == goods.codes != ()


@given(goods, licences(), st.sampled_from(["end_user", "port", "end_use", "exporter"]))
def test_a_field_left_out_never_makes_goods_fit_that_did_not(goods: Goods, licence: Licence, field: str) -> None:
    silent = replace(goods, stated={**goods.stated, field: ""})
    before, after = compare(goods, licence).differences, compare(silent, licence).differences
    assert {one.field for one in before} <= {one.field for one in after}


def test_of_two_lines_with_one_code_the_one_that_fits_is_taken() -> None:
    end = FIRST + timedelta(days=9)
    user = Party("Kettle Works GmbH", "DE")
    first = LicenceLine("26-AG-1/1", CODES[0], "magnets", ("US",), (user,), Terms(KG, FIRST, end, quantity=9))
    second = replace(first, id="26-AG-1/2", destinations=("DE",))
    licence = Licence("26-AG-1", Kind.GENERAL, HOLDER, "dual_use", FIRST, FIRST, end, (first, second))
    stated = {"exporter": HOLDER.name, "destination": "DE", "end_user": user.name}
    fit = compare(Goods((CODES[0],), Amount(9, KG), Money(1, "CNY"), FIRST, stated), licence)
    assert (fit.lines, fit.differences) == ((second,), ())


@pytest.mark.parametrize(
    ("declared", "licensed", "same"),
    [
        ("KETTLE  WORKS G.m.b.H.", "Kettle Works GmbH", True),
        ("Kettle Works AG", "Kettle Works GmbH", False),
        ("Kettle Works", "Kettle Works GmbH", None),
        ("Kettle Works GmbH", "Kettle Works", None),
        ("Kettle Work GmbH", "Kettle Works GmbH", False),
        ("Кettle Works GmbH", "Kettle Works GmbH", True),
        ("", "Kettle Works GmbH", False),
    ],
)
def test_a_party_is_the_same_by_its_name_and_legal_form(declared: str, licensed: str, same: bool | None) -> None:
    assert same_party(declared, licensed) is same
