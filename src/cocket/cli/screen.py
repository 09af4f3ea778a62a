"""What the command knows of the screen it writes to, and text measured as a terminal shows it."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

PLAIN_WIDTH_MAX = 100
MEASURED_ROWS = 500  # plain tables stream: their widths are set by the first rows
CELL_MAX = 32
GAP = 2
UNLIMITED = 10_000
OPENING, CLOSING = "（《“", "，。、；：）》”？！"


def width() -> int:
    """Columns of the terminal; COLUMNS goes first, 80 where nothing tells."""
    return shutil.get_terminal_size((80, 24)).columns


def plain_width() -> int:
    """Columns for plain text: never more than 100, fewer if COLUMNS says so."""
    return min(int(os.environ["COLUMNS"]), PLAIN_WIDTH_MAX) if _columns_set() else PLAIN_WIDTH_MAX


def wide_width() -> int:
    """For tables that are made to be searched: the terminal's width, and no limit in a file or pipe."""
    return width() if sys.stdout.isatty() else UNLIMITED


def _columns_set() -> bool:
    return os.environ.get("COLUMNS", "").isdigit() and int(os.environ["COLUMNS"]) > 0


def shown_width(text: str) -> int:
    """Columns that a terminal gives the text: two to a Chinese character, none to a combining mark."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """The text on one line and within so many columns; what is cut off shows as an ellipsis."""
    return within(" ".join(text.split()), columns)


def within(line: str, columns: int) -> str:
    """The line within so many columns, its inner blanks kept."""
    if shown_width(line) <= columns:
        return line
    kept, used = "", 1
    for character in line:
        used += _character_width(character)
        if used > columns:
            break
        kept += character
    return kept.rstrip() + "…"


def padded(text: str, columns: int) -> str:
    return text + " " * max(columns - shown_width(text), 0)


def wrapped(text: str, columns: int) -> list[str]:
    """Lines within so many columns, broken at blanks and, in Chinese, between any two characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and shown_width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """Words with their blank, Chinese characters one by one."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    """No line begins with a blank or a closing mark, and none ends with an opening one."""
    if after == " " or after in CLOSING or before in OPENING:
        return False
    return before == " " or _character_width(before) == 2 or _character_width(after) == 2


def plain_table(headers: Sequence[str], rows: Iterable[Sequence[str]], columns: int) -> Iterator[str]:
    """Aligned lines without boxes, each cut to so many columns; streams after the first rows."""
    stream = iter(rows)
    first = list(islice(stream, MEASURED_ROWS))
    widths = [max(shown_width(row[index]) for row in (headers, *first)) for index in range(len(headers))]
    widths = [*(min(one, CELL_MAX) for one in widths[:-1]), columns]
    for row in chain((headers,), first, stream):
        cells = (padded(cut(cell, wide), wide + GAP) for cell, wide in zip(row, widths, strict=True))
        yield within("".join(cells).rstrip(), columns)
