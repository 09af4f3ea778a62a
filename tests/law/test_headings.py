from hypothesis import given
from hypothesis import strategies as st

from cocket.law.check_lawbook import headings, reaches

NAMES = st.lists(st.sampled_from(("1C905", "1C90", "a", "4", "annex1")), min_size=1, max_size=4).map(".".join)


@given(NAMES, NAMES)
def test_headings_are_all_that_reach_an_entry(name: str, target: str) -> None:
    assert (target in headings(name)) == reaches(target, name)
