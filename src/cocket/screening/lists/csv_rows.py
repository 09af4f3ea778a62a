"""CSV from publishers: rows as mappings, a changed or missing column and a cut-off end refused."""

import csv
import io
from collections.abc import Collection, Iterator

from cocket.screening.lists.errors import ListError


def decode(content: bytes, where: str) -> str:
    """UTF-8, or the Latin-1 that some publishers still write; OFAC closes its files with a control character."""
    text = decode_utf8(content, where)
    return _ended(content.decode("cp1252", errors="replace")) if text is None else text


def decode_utf8(content: bytes, where: str) -> str | None:
    """None where it is other text than UTF-8."""
    if b"\0" in content:
        raise ListError("no_text", where=where)
    try:
        return _ended(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def _ended(text: str) -> str:
    return text.rstrip("\x1a \r\n") + "\n"


def rows_with_header(
    text: str, where: str, needed: Collection[str], *, delimiter: str = ",", skip: int = 0
) -> Iterator[tuple[int, dict[str, str]]]:
    """``(row as a person counts, cells by header)``; raises ListError."""
    rows = _rows(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True), where)
    for _ in range(skip):
        next(rows, None)
    _, first = next(rows, (0, []))
    header = [cell.strip().lstrip("\ufeff") for cell in first]
    if missing := [name for name in needed if name not in header]:
        raise ListError("no_column", where=where, name=missing[0], columns=", ".join(header[:8]))
    for number, cells in rows:
        if not any(cells):
            continue
        _same_width(cells, len(header), number, where)
        yield number, dict(zip(header, (cell.strip() for cell in cells), strict=False))


def rows_of_ones_own(
    content: bytes, where: str, needed: Collection[str], known: Collection[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The same of a table that people write by hand: UTF-8, any usual delimiter, headers in any case, none but
    ``known`` ones: a column that nobody reads may be the one that matters."""
    text = decode_utf8(content, where)
    if text is None:  # a publisher's other encoding is known, that of one's own table is not
        raise ListError("not_utf8", where=where)
    if not text.strip():
        raise ListError("empty", where=where)
    first, _, rest = text.partition("\n")
    for number, row in rows_with_header(
        f"{first.lower()}\n{rest}", where, needed, delimiter=max(",;\t", key=first.count)
    ):
        if unknown := [name for name in row if name not in known]:
            raise ListError("unknown_column", where=where, name=unknown[0], known=", ".join(known))
        yield number, row


def rows_without_header(text: str, where: str, columns: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a file without a header, whose columns are known by their order."""
    for number, cells in _rows(csv.reader(io.StringIO(text), strict=True), where):
        if any(cells):
            _same_width(cells, len(columns), number, where)
            yield number, dict(zip(columns, (cell.strip() for cell in cells), strict=False))


def _rows(lines: Iterator[list[str]], where: str) -> Iterator[tuple[int, list[str]]]:
    try:
        for cells in lines:
            yield lines.line_num, cells  # type: ignore[attr-defined]  # a csv reader counts its lines
    except csv.Error as error:
        row: int = lines.line_num  # type: ignore[attr-defined]  # as above
        raise ListError("unreadable", where=where, row=row, error=error) from None


def _same_width(cells: list[str], width: int, number: int, where: str) -> None:
    if len(cells) != width:
        raise ListError("width", where=where, number=number, found=len(cells), wanted=width)
