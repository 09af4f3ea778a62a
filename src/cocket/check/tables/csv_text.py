"""Finds out how the bytes of a text table are to be read, and refuses those that would have to be guessed."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from cocket.check.tables.errors import TableError
from cocket.check.tables.faults import wrong
from cocket.check.tables.header_names import read_header

CHUNK_BYTES = 1 << 20

# Enough for any header row.
HEAD_BYTES = 1 << 16

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "archive"),
    (b"PAR1", "parquet"),
    (b"\xd0\xcf\x11\xe0", "old_workbook"),
    (b"%PDF", "pdf"),
)


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
        raise TableError(*wrong("empty"), where=path.name)
    refuse_other_files(path, head)
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if head.startswith(mark)), None)
    try:
        return Text(marked or "utf-8", _count_lines(path, marked or "utf-8"))
    except _UndecodableError as fault:
        if marked is None and _has_chinese_header(head):
            try:
                return Text("gb18030", _count_lines(path, "gb18030"))
            except _UndecodableError:
                pass
        raise TableError(*wrong("not_utf8", at=fault.at + 1, byte=fault.byte, row=fault.row), where=path.name) from None


def refuse_other_files(path: Path, head: bytes) -> None:
    """Raises TableError for a file that begins like one of another kind."""
    for start, kind in _OTHER_FILES:
        if head.startswith(start):
            raise TableError(*wrong(kind), where=path.name)


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
        raise TableError(*wrong("nul", row=counter.ended + 1), where=path.name)
