"""Lists of any length, one for each row: as lists of Python would be."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cocket.determination.kernel.lists import Lists, one_after_another, set_bits

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=4), min_size=1, max_size=6)


def lists_of(rows: list[list[int]]) -> Lists:
    return Lists(np.cumsum([len(row) for row in rows]), np.array([item for row in rows for item in row], np.int64))


def as_rows(lists: Lists) -> list[list[int]]:
    return [list(lists.of(row)) for row in range(len(lists.ends))]


@given(ROWS, ROWS, st.data())
def test_lists_one_after_another_are_those_of_both_for_rows_that_are_wanted(
    first: list[list[int]], second: list[list[int]], data: st.DataObject
) -> None:
    picks = st.tuples(st.integers(0, len(first) - 1), st.integers(0, len(second) - 1), st.booleans())
    drawn = data.draw(st.lists(picks, max_size=8))
    one, other, wanted = (np.array([pick[side] for pick in drawn], kind) for side, kind in enumerate((int, int, bool)))
    found = one_after_another([(lists_of(first), one), (lists_of(second), other)], wanted)
    assert as_rows(found) == [first[a] + second[b] if w else [] for a, b, w in drawn]


@given(ROWS)
def test_some_items_of_lists_stay_in_their_rows(rows: list[list[int]]) -> None:
    lists = lists_of(rows)
    assert as_rows(lists.only(lists.items % 2 == 0)) == [[item for item in row if item % 2 == 0] for row in rows]
    assert lists.rows().tolist() == [number for number, row in enumerate(rows) for _ in row]


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), max_size=6))
def test_bits_that_are_set_are_listed_row_by_row(rows: list[list[bool]]) -> None:
    bits = np.array(rows, np.bool_).reshape(-1, 3)
    assert as_rows(set_bits(bits)) == [[place for place, bit in enumerate(row) if bit] for row in rows]
