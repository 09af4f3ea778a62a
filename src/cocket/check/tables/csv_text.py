"""Finds out how the bytes of a text table are to be read, and refuses those that would have to be guessed."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from cocket.check.tables.errors import TableError
from cocket.check.tables.header_names import read_header

CHUNK_BYTES = 1 << 20

# Enough for any header row.
HEAD_BYTES = 1 << 16

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_FILES = (
    (b"PK\x03\x04", "is a workbook or an archive, not text", "Give it its proper ending, such as .xlsx"),
    (b"PAR1", "is a Parquet file, not text", "Give it the ending .parquet"),
    (b"\xd0\xcf\x11\xe0", "is an old or a locked workbook, not text", "Save it as CSV UTF-8 or as .xlsx"),
    (b"%PDF", "is a PDF, not text", "Export the list itself as CSV UTF-8 or .xlsx"),
)
SAVE_AS_UTF8 = 'Save the file again as "CSV UTF-8"'


@dataclass(frozen=True, slots=True)
class Text:
    """``encoding`` as Python names it; ``line_count`` counts rows as a spreadsheet does."""

    encoding: str
    line_count: int


class _UndecodableError(Exception):
    """Byte ``at`` of the file, counted from 0, in ``row``."""

    def __init__(self, *, at: int, row: int, byte: int) -> None:
        super().__init__(at, row, byte)
        self.at, self.row, self.byte = at, row, byte


class _LineCounter:
    """Counts rows as a spreadsheet does: a line break between quotation marks is part of a cell."""

    def __init__(self) -> None:
        self._line_feeds = self._returns = 0
        self._quoted = False
        self._last = "\n"

    def feed(self, text: str) -> None:
        for place, piece in enumerate(text.split('"')):
            self._quoted ^= place > 0
            if not self._quoted:
                self._line_feeds += piece.count("\n")
                self._returns += piece.count("\r")
        self._last = text[-1:] or self._last

    @property
    def ended(self) -> int:
        return self._line_feeds or self._returns

    @property
    def rows(self) -> int:
        return self.ended + (self._last not in "\r\n")


def examine(path: Path) -> Text:
    """The encoding of the file: UTF-8, UTF-16 with its mark, or GB 18030 if that shows a Chinese header.

    Reads the whole file. Raises TableError for an empty file, another kind of file, NUL and other encodings.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip():
        raise TableError("the file is empty", where=path.name, remedy="Write a header row and one row for each line")
    for start, what, remedy in OTHER_FILES:
        if head.startswith(start):
            raise TableError(f"the file {what}", where=path.name, remedy=remedy)
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if head.startswith(mark)), None)
    try:
        return Text(marked or "utf-8", _count_lines(path, marked or "utf-8"))
    except _UndecodableError as fault:
        if marked is None and _has_chinese_header(head):
            try:
                return Text("gb18030", _count_lines(path, "gb18030"))
            except _UndecodableError:
                pass
        raise _not_utf8(path, fault) from None


def _not_utf8(path: Path, fault: _UndecodableError) -> TableError:
    return TableError(
        f"byte {fault.at + 1} of the file (0x{fault.byte:02X}, in row {fault.row}) is not UTF-8, "
        "and what other encoding it is cannot be told",
        where=path.name,
        remedy=SAVE_AS_UTF8,
    )


def _has_chinese_header(head: bytes) -> bool:
    """Almost any bytes can be read as GB 18030; only the words of a header tell that it is meant."""
    text = codecs.getincrementaldecoder("gb18030")(errors="replace").decode(head)
    cells = text.replace('"', "\n").translate(dict.fromkeys(map(ord, ",;\t|\r"), "\n")).split("\n")
    return any(not cell.isascii() and read_header(cell) for cell in cells[:200])


def _count_lines(path: Path, encoding: str) -> int:
    """Rows of the file; checks every byte on the way."""
    counter = _LineCounter()
    decoder = codecs.getincrementaldecoder(encoding)()
    read = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK_BYTES)
            read += len(chunk)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                counter.feed(error.object[: error.start].decode(encoding, errors="replace"))
                at = read - len(error.object) + error.start
                raise _UndecodableError(at=at, row=counter.ended + 1, byte=error.object[error.start]) from None
            _refuse_nul(text, counter, path)
            counter.feed(text)
            if not chunk:
                return counter.rows


def _refuse_nul(text: str, counter: _LineCounter, path: Path) -> None:
    before, found, _ = text.partition("\0")
    if found:
        counter.feed(before)
        raise TableError(f"a NUL character stands in row {counter.ended + 1}", where=path.name, remedy=SAVE_AS_UTF8)
