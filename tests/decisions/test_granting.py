"""What is granted is never more than what was asked for, and every line of it is read or refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.licensing.decisions.granting import granted_requests, read_parts
from cocket.licensing.licences.errors import LicenceError
from cocket.quantity.amount import Money
from tests.decisions.samples import application, kg, two_items


def test_a_request_is_granted_whole_by_its_number() -> None:
    asked = application()
    assert granted_requests(asked, "2") == (asked.requests[1],)
    assert granted_requests(asked, "2\n1\n") == asked.requests


def test_an_item_is_granted_alone_and_with_less() -> None:
    (one,) = granted_requests(two_items(), "1/1: 40 kg")
    assert [(wanted.item, wanted.amount) for wanted in one.wanted] == [(1, kg(40))]
    (one,) = granted_requests(two_items(), "1/2: 4999.99 CNY\n1/1")
    assert [(wanted.amount, wanted.value) for wanted in one.wanted] == [(kg(100), None), (None, Money(499_999, "CNY"))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "does not say what is granted"),
        ("all", "no line of what is granted"),
        ("1: 40 kg", "no line of what is granted"),
        ("3", "no request 3"),
        ("1/3", "does not ask for item 3"),
        ("1\n1/1", "twice over"),
        ("1/1\n1/1: 3 kg", "twice over"),
        ("1/1: 101 kg", "101 kg of 100 kg"),
        ("1/1: 0 kg", "0 kg of 100 kg"),
        ("1/1: 40 pcs", "pcs"),
        ("1/1: 40 m", "not of the kind"),
        ("1/2: 40 USD", "not of the kind"),
        ("1/1: many kg", "many"),
    ],
)
def test_what_cannot_be_granted_is_refused(text: str, said: str) -> None:
    with pytest.raises(LicenceError, match=said):
        granted_requests(two_items() if text != "3" else application(), text)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_less_is_granted_and_more_is_not(asked: int, given_: int) -> None:
    whole = two_items()
    first = whole.requests[0]
    wanted = (type(first.wanted[0])(1, kg(asked), None),)
    one = application(type(first)(1, "US", first.end_user, None, "", "", wanted))
    if given_ > asked:
        with pytest.raises(LicenceError):
            granted_requests(one, f"1/1: {given_} kg")
    else:
        assert granted_requests(one, f"1/1: {given_} kg")[0].wanted[0].amount == kg(given_)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(LicenceError):
        assert read_parts(text)
