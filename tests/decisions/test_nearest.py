"""The most alike decisions come first, and each says in what it is alike and in what not."""

from dataclasses import replace

from cocket.licensing.decisions.nearest import Deal, Earlier, deals, nearest
from tests.decisions.samples import application

DEAL = Deal("1C902.a.4", "DE", "giraffe antriebe", "pumps", "ningyuan magnetics", "civil")


def earlier(number: int, **changes: str) -> Earlier:
    return Earlier(replace(DEAL, **changes), f"D-2026-{number:06d}", "grant")


def test_the_most_alike_comes_first_and_says_what_differs() -> None:
    same, other_user, other_goods = (
        earlier(1), earlier(2, end_user="kettle works"), earlier(3, control_code="1C903.a"),
    )  # fmt: skip
    found = nearest(DEAL, [other_goods, other_user, same])
    assert [one.earlier for one in found] == [same, other_user, other_goods]
    assert [one.differs for one in found] == [(), ("end_user",), ("control_code",)]


def test_what_is_not_stated_is_neither_alike_nor_different() -> None:
    (found,) = nearest(replace(DEAL, end_use=""), [earlier(1, end_user_type="")])
    assert "end_use" not in (*found.same, *found.differs)
    assert "end_user_type" not in (*found.same, *found.differs)


def test_of_two_that_are_equally_alike_the_newer_comes_first_and_no_more_than_asked() -> None:
    found = nearest(DEAL, [earlier(1), earlier(3), earlier(2)], count=2)
    assert [one.earlier.decision for one in found] == ["D-2026-000003", "D-2026-000002"]


def test_the_deals_of_an_application_are_told_by_request_and_item() -> None:
    found = deals(application())
    assert found[2, 1] == Deal("1C902.a.4", "DE", "giraffe antriebe", "civil_industry", "ningyuan magnetics", "civil")
