"""What a workbook says about its cells besides their values: faults, formulas, and how numbers are shown.

The reader of values gives an empty cell for #N/A and for a formula that was never calculated, 0.03 for a cell
that shows 3 %, and 8051000 for one that shows 08051000. People mean what they see.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, fromstring
from xml.parsers import expat
from zipfile import ZipFile

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATED = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_BUILT_IN_PERCENT = frozenset({9, 10})
_QUOTED_IN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Faulty:
    """A cell that shows an error such as #N/A, or holds a formula whose result is unknown (``shows`` None)."""

    shows: str | None


@dataclass(frozen=True, slots=True)
class ShownAsPercent:
    """A number that is shown a hundred times as large, with a per cent sign."""


@dataclass(frozen=True, slots=True)
class ShownWithZeros:
    """A number that is shown with at least this many digits."""

    digits: int


Oddity = Faulty | ShownAsPercent | ShownWithZeros
Oddities = dict[tuple[int, int], Oddity]


def read_oddities(archive: ZipFile, sheet: str) -> Oddities:
    """The odd cells of a sheet by (row, column), both counted from 0.

    Raises KeyError, StopIteration, ParseError or ExpatError for a workbook whose parts are missing or broken.
    """
    workbook = fromstring(archive.read("xl/workbook.xml"))  # noqa: S314  expat limits what entities may grow to
    styles = _styles(archive)
    content = archive.read(_sheet_part(archive, workbook, sheet))
    if not styles and not re.search(rb"\bt=[\"']e[\"']", content) and not re.search(rb"<(?:\w+:)?f[\s>/]", content):
        return {}
    scan = _Scan(styles, results_are_stale=_to_be_calculated(workbook))
    scan.read(content)
    return scan.found


def _to_be_calculated(workbook: Element) -> bool:
    """True where the workbook asks for all formulas to be calculated when it is opened.

    Programs that write formulas without calculating them say so; what they give as results is empty or 0.
    """
    return any(one.get("fullCalcOnLoad") in ("1", "true") for one in _children(workbook, "calcPr"))


def _sheet_part(archive: ZipFile, workbook: Element, sheet: str) -> str:
    wanted = next(one for one in _children(workbook, "sheet") if one.get("name") == sheet)
    relation = next(value for name in _RELATED if (value := wanted.get(name)))
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    target = next(one.get("Target", "") for one in relations if one.get("Id") == relation)
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _styles(archive: ZipFile) -> dict[int, Oddity]:
    """Style number -> how its numbers are shown, where that changes what a person reads."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    root = fromstring(archive.read("xl/styles.xml"))  # noqa: S314
    formats = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in _children(root, "numFmt")}
    cell_styles = next(_children(root, "cellXfs"), None)
    found = {}
    for number, style in enumerate(cell_styles if cell_styles is not None else ()):
        shown = _shown(int(style.get("numFmtId", 0)), formats)
        if shown:
            found[number] = shown
    return found


def _children(root: Element, name: str) -> Iterator[Element]:
    for space in (_MAIN, _STRICT):
        yield from root.iter(space + name)


def _shown(number: int, formats: dict[int, str]) -> Oddity | None:
    pattern = _QUOTED_IN_FORMAT.sub("", formats.get(number, "")).partition(";")[0].strip()
    if number in _BUILT_IN_PERCENT or "%" in pattern:
        return ShownAsPercent()
    return ShownWithZeros(len(pattern)) if re.fullmatch("0{2,}", pattern) else None


class _Scan:
    """Walks through the cells of a sheet once."""

    def __init__(self, styles: dict[int, Oddity], *, results_are_stale: bool) -> None:
        self.found: Oddities = {}
        self._results_are_stale = results_are_stale
        self._styles = {str(number): oddity for number, oddity in styles.items()}
        self._row, self._column = -1, -1
        self._kind, self._style = "n", "0"
        self._has_formula = False
        self._value: list[str] | None = None

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=None)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            self._row, self._column = self._place(attributes.get("r"))
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._has_formula, self._value = False, []
        elif local == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif local == "f":
            self._has_formula = True

    def _text(self, text: str) -> None:
        if self._value is not None and text.strip():
            self._value.append(text)

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "f" and self._value is not None:
            self._value = []  # the formula's own text is not its result
        elif local == "c":
            self._judge("".join(self._value or []))
            self._value = None

    def _judge(self, value: str) -> None:
        place = (self._row, self._column)
        if self._kind == "e":
            self.found[place] = Faulty(value or None)
        elif self._has_formula and (self._results_are_stale or (not value and self._kind != "str")):
            self.found[place] = Faulty(None)
        elif self._kind == "n" and value and self._style in self._styles:
            self.found[place] = self._styles[self._style]

    def _place(self, name: str | None) -> tuple[int, int]:
        """Cells may leave out their name; they then follow the one before."""
        found = _CELL_NAME.fullmatch(name or "")
        if found is None:
            return self._row, self._column + 1
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(found[2]) - 1, column - 1
