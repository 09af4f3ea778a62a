"""Finds the header row in the first rows of a sheet, below a title block if there is one."""

from collections.abc import Sequence

from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header import count_names

# A title block longer than this is a form, not a list.
ROWS_SEARCHED = 50

# A title block may say "Order" and "Date" too; the header must say clearly more.
TIMES_MORE_NAMES = 3
NAMES_MIN_BELOW_A_TITLE = 2


def find_header_row(head: Sequence[Sequence[str]], *, file: str) -> int | None:
    """The index of the header row in ``head``, the first rows of the sheet as text; None where all are empty.

    Raises TableError where more than one row could be the header.
    """
    filled = [index for index, cells in enumerate(head) if any(cell.strip() for cell in cells)]
    if not filled:
        return None
    names = {index: count_names(head[index]) for index in filled}
    best = max(filled, key=lambda index: names[index])  # the first of the best
    if best == filled[0] or names[best] < NAMES_MIN_BELOW_A_TITLE:
        return filled[0]
    rivals = [i for i in filled if i < best and names[i] and names[i] * TIMES_MORE_NAMES > names[best]]
    if rivals:
        rows = tuple(index + 1 for index in (*rivals, best))
        raise TableError(*wrong("several_headers", rows=rows), where=file)
    return best
