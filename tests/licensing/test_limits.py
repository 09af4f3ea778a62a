"""How long a licence may run stands in the lawbook: Decree 792 Art. 15, one year and three."""

from datetime import date, timedelta

import pytest

from cocket.law.lawbook import Lawbook
from cocket.licensing.licences import Kind, LicenceError
from cocket.licensing.licences.limits import refuse_beyond_law, years_after
from tests.licensing.samples import licence, line, on_terms


@pytest.mark.parametrize(("kind", "last"), [(Kind.SINGLE, date(2027, 11, 27)), (Kind.GENERAL, date(2029, 11, 27))])
def test_the_last_day_the_law_allows_and_the_one_after(lawbook: Lawbook, kind: Kind, last: date) -> None:
    uses = 1 if kind is Kind.SINGLE else None
    refuse_beyond_law(licence(kind=kind, valid_until=last, lines=(line(uses=uses),)), lawbook)
    beyond = licence(kind=kind, valid_until=last + timedelta(days=1), lines=(line(uses=uses),))
    with pytest.raises(LicenceError) as refused:
        refuse_beyond_law(beyond, lawbook)
    assert str(last) in refused.value.what
    assert "792" in refused.value.what and "Art. 15" in refused.value.what


def test_time_runs_from_the_day_of_issue(lawbook: Lawbook) -> None:
    """A licence that begins later does not end later."""
    start, end = date(2027, 6, 1), date(2027, 11, 28)
    lines = (on_terms(line(), valid_from=start, valid_until=end),)
    with pytest.raises(LicenceError, match="2027-11-27 at the latest"):
        refuse_beyond_law(licence(valid_from=start, valid_until=end, lines=lines), lawbook)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"regime": "ordinary_export_licence"}, "names no validity"),
        ({"regime": "dual-use"}, "no regime of the lawbook"),
        ({"issued_on": date(2020, 1, 1)}, "names no validity"),
    ],
)
def test_what_the_lawbook_does_not_know_is_not_issued(lawbook: Lawbook, changes: dict[str, object], said: str) -> None:
    with pytest.raises(LicenceError, match=said):
        refuse_beyond_law(licence(**changes), lawbook)


def test_a_year_from_the_29th_of_february() -> None:
    assert years_after(date(2028, 2, 29), 1) == date(2029, 2, 28)
    assert years_after(date(2028, 2, 29), 4) == date(2032, 2, 29)
