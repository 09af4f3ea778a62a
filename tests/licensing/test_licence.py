"""What no licence of its kind can be (Decree 792 Art. 15), and how a number is written."""

from collections.abc import Callable
from datetime import date

import pytest

from cocket.ledger import Period
from cocket.licensing.licences import Kind, Licence, LicenceError, OneOf, Party, Status
from cocket.licensing.licences.condition import Field
from cocket.licensing.licences.number import difference, refuse_number, skeleton
from tests.licensing.samples import BUYER, DAY, NUMBER, YEAR_END, general, licence, line, on_terms

TWO_USERS = (BUYER, Party("Toy Works", "DE"))


@pytest.mark.parametrize(
    ("make", "key", "said"),
    [
        (lambda: licence(lines=(line(uses=None),)), "lines[0].uses", "one export, not any number of"),
        (lambda: licence(lines=(line(uses=2),)), "lines[0].uses", "one export, not 2"),
        (lambda: licence(lines=(line(end_users=TWO_USERS),)), "lines", "one end user, not 2: Kettle Works GmbH, Toy"),
        (
            lambda: licence(lines=(line(), line(place=2, destinations=("US",)))),
            "lines",
            "one destination, not 2: DE, US",
        ),
        (
            lambda: licence(lines=(on_terms(line(), periods=(Period(DAY, YEAR_END, 1),)),)),
            "lines[0].periods",
            "no periods",
        ),
        (lambda: licence(lines=(line(place=2),)), "lines[0]", "is called '26-AA-100001/2'"),
        (lambda: licence(lines=(on_terms(line(), quantity=None),)), "lines[0].quantity", "neither quantity nor value"),
        (
            lambda: licence(lines=(on_terms(line(), valid_until=date(2027, 11, 28)),)),
            "lines[0].valid_until",
            "outside the licence",
        ),
        (lambda: licence(valid_until=date(2026, 11, 26)), "valid_until", "not in this order"),
        (lambda: licence(number="26-АА-100001"), "number", "Sign 4 of the number"),
    ],
)
def test_refused(make: Callable[[], Licence], key: str, said: str) -> None:
    with pytest.raises(LicenceError) as refused:
        make()
    assert refused.value.key == key
    assert said in refused.value.what


def test_a_general_licence_has_several_end_users_and_destinations() -> None:
    lines = (line(uses=None, end_users=TWO_USERS, destinations=("DE", "US")), line(place=2, uses=None))
    made = licence(kind=Kind.GENERAL, lines=lines)
    assert made.line(2) == lines[1]
    assert made.line(0) is made.line(3) is None


def test_a_line_names_someone_and_somewhere() -> None:
    for missing in ({"end_users": ()}, {"destinations": ()}, {"goods": " "}):
        with pytest.raises(LicenceError):
            line(**missing)
    with pytest.raises(LicenceError):
        OneOf(Field.PORT, ())


def test_a_validity_that_ended_needs_nobody_to_come_by() -> None:
    made = general()
    assert made.status_on(YEAR_END) is Status.VALID
    assert made.status_on(date(2027, 11, 28)) is Status.EXPIRED
    assert general(status=Status.REVOKED).status_on(date(2027, 11, 28)) is Status.REVOKED


@pytest.mark.parametrize(
    ("number", "letter"),
    [
        ("26-АА-100001", "CYRILLIC CAPITAL LETTER A"),
        ("26-AA-10000О", "CYRILLIC CAPITAL LETTER O"),
        ("２6-AA-100001", "FULLWIDTH DIGIT TWO, which is not 2"),
        ("26-aa-100001", "LATIN SMALL LETTER A"),
        ("26–AA–100001", "EN DASH"),
        ("26-AA-100001 ", "SPACE"),
        ("26-AA/1", "SOLIDUS"),
    ],
)
def test_a_letter_that_is_none_of_ours_is_named(number: str, letter: str) -> None:
    with pytest.raises(LicenceError, match=letter):
        refuse_number(number)


@pytest.mark.parametrize("number", ["", "-26", "26-", "26--A", "A" * 41])
def test_no_number(number: str) -> None:
    with pytest.raises(LicenceError, match="no number of a licence"):
        refuse_number(number)


def test_numbers_that_a_reader_confuses_have_one_skeleton() -> None:
    assert skeleton("26-OI-1000O1") == skeleton("26-01-100001") != skeleton(NUMBER)
    assert difference("26-AA-10000O", "26-AA-100000") == "the letter O for the digit 0 in place 12"
