"""Reads declarations from a table (one row a line of goods) or a JSON document; every fault names row and column."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from cocket.check.composition_text import gather_composition
from cocket.check.files import rows_of
from cocket.check.tables import BadRow, Row, TableError, read_table
from cocket.check.tables.header import by_name, understand
from cocket.check.tables.json_text import JsonError, flatten, read_json
from cocket.check.tables.jsonl_file import NESTED
from cocket.check.tables.read import unusable
from cocket.check.tables.rows import RowMaker
from cocket.check.tables.values import as_text
from cocket.determination.read_facts import FactError, read_customs_number
from cocket.gate.declaration import HEADER, Declaration, DeclaredLine, Stated
from cocket.gate.errors import BadDeclaration
from cocket.gate.faults import wrong
from cocket.ledger.errors import BadRequest
from cocket.ledger.request import refuse_id
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.number import refuse_number
from cocket.quantity.amount import Amount, Money, parse_amount, parse_money
from cocket.quantity.errors import QuantityError
from cocket.wording import shapes

NUMBER_LENGTH_MAX: Final = 44
"""Leaves room in the ledger's ids for what stands around it."""
LINES_MAX: Final = 200
OWN_KEYS: Final = frozenset(
    {"declaration", "line", "description", "hs", "quantity", "unit", "value", "currency", "licence_number",
     "declaration_remarks", "date", *HEADER}
)  # fmt: skip
REQUIRED: Final = (
    "declaration", "exporter", "destination", "description", "hs", "quantity", "unit", "value", "currency"
)  # fmt: skip
# What the gate finds out by itself; a declarant's word on it would free goods.
NOT_FOR_DECLARANTS: Final = (
    "known", "end_user_listed", "goods_listed", "exported_without_licence", "licence.", "change."
)  # fmt: skip


def read_declarations(path: Path, sheet: str | None = None) -> tuple[list[Declaration], tuple[str, ...]]:
    """The declarations of a file (.csv, .xlsx, .parquet, .jsonl, .json) and notes on its columns.

    Raises TableError for a file that cannot be used and BadDeclaration for what a row states.
    """
    if path.suffix.lower() == ".json":
        return [read_document(_text(path), path.name)], ()
    table = read_table(path, sheet=sheet)
    return group(rows_of(table), path.name), table.notes


def read_document(text: str, where: str) -> Declaration:
    """One declaration as a JSON object with ``lines``; what stands beside them holds for lines silent on it.

    The text and not its values, for figures have to be taken as they are written.
    """
    try:
        document = read_json(text)
    except JsonError as error:
        raise BadDeclaration(error.what, error.remedy, where=where) from None
    if not isinstance(document, Mapping) or not isinstance(document.get("lines"), list) or not document["lines"]:
        raise BadDeclaration(*wrong("no_declaration"), where=where)
    shared = {key: value for key, value in document.items() if key != "lines"}
    records = [{**shared, **one} if isinstance(one, Mapping) else None for one in document["lines"]]
    found = group(_rows(records, where), where)
    if len(found) > 1:
        raise BadDeclaration(*wrong("several_numbers", count=len(found)), where=where)
    return found[0]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unusable(path, error) from None
    except UnicodeDecodeError as error:
        raise TableError(*wrong("not_utf8", place=error.start + 1), where=path.name) from None


def _rows(records: list[dict[str, object] | None], where: str) -> Iterable[Row | BadRow]:
    """Records as rows numbered from 1, read as those of a table are."""
    flat: list[dict[str, object]] = []
    for number, record in enumerate(records, start=1):
        if record is None:
            raise BadDeclaration(*wrong("line_no_object", line=number), where=where)
        try:
            flat.append(flatten(record, NESTED))
        except JsonError as error:
            at = shapes.within(where, shapes.row(number))
            raise BadDeclaration(error.what, error.remedy, where=at) from None
    keys = list(dict.fromkeys(key for record in flat for key in record))
    columns = understand(keys, where=where, place=by_name).columns
    unknown = [column.header for column in columns if column.key is None]
    if unknown:
        # whoever sends a document by program has no eye on notes: a slip of the key must not lose a fact
        raise BadDeclaration(*wrong("unknown_key", key=unknown[0]), where=where)
    maker = RowMaker(columns)
    made = (maker.make(number, [record.get(key) for key in keys]) for number, record in enumerate(flat, start=1))
    return [row for row in made if row is not None]


def group(rows: Iterable[Row | BadRow], where: str) -> list[Declaration]:
    """Rows under one number are one declaration, in the order of the file."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if isinstance(row, BadRow):
            at = shapes.within(where, shapes.row(row.number))
            raise BadDeclaration(row.message, row.remedy, where=at, column=" ".join((row.column or "").split()))
        _refuse_missing(row, where)
        found.setdefault(str(row.stated["declaration"]).strip(), []).append(row)
    if not found:
        raise BadDeclaration(*wrong("declares_nothing"), where=where)
    return [_declaration(number, some, where) for number, some in found.items()]


def _fault(row: Row, key: str, what: str, remedy: str, where: str) -> BadDeclaration:
    column = " ".join(row.columns.get(key, key).split())
    return BadDeclaration(what, remedy, where=shapes.within(where, shapes.row(row.number)), column=column)


def _refuse_missing(row: Row, where: str) -> None:
    for key in REQUIRED:
        if not str(row.stated.get(key, "")).strip():
            raise _fault(row, key, *wrong("missing"), where)
    for key in row.stated:
        if any(key == one or (one.endswith(".") and key.startswith(one)) for one in NOT_FOR_DECLARANTS):
            raise _fault(row, key, *wrong("not_for_declarants"), where)


def _declaration(number: str, rows: list[Row], where: str) -> Declaration:
    first = rows[0]
    try:
        refuse_id(number, "declaration")
    except BadRequest as error:
        raise _fault(first, "declaration", error.what, error.remedy, where) from None
    most = {"most_signs": NUMBER_LENGTH_MAX, "most_lines": LINES_MAX}
    if len(number) > NUMBER_LENGTH_MAX:
        raise _fault(first, "declaration", *wrong("long_number", count=len(number), **most), where)
    if len(rows) > LINES_MAX:
        raise _fault(first, "declaration", *wrong("many_lines", count=len(rows), **most), where)
    for key in (*HEADER, "date"):
        for row in rows[1:]:
            if row.stated.get(key) != first.stated.get(key):
                both = {"one": _told(row, key), "other": _told(first, key), "row": first.number}
                raise _fault(row, key, *wrong("differs", **both), where)
    lines = [_line(row, place, where) for place, row in enumerate(rows, start=1)]
    for place, (row, line) in enumerate(zip(rows, lines, strict=True)):
        if any(other.label == line.label for other in lines[:place]):
            raise _fault(row, "line", *wrong("line_twice", line=line.label), where)
    day = first.stated.get("date")
    parties = {key: str(first.stated[key]).strip() for key in HEADER if str(first.stated.get(key, "")).strip()}
    return Declaration(number, day if isinstance(day, date) else None, parties, tuple(lines))


def _told(row: Row, key: str) -> str:
    return as_text(row.stated.get(key))


def _line(row: Row, place: int, where: str) -> DeclaredLine:
    try:
        stated = gather_composition(row.stated)
        customs_number = read_customs_number(str(stated["hs"]))
    except FactError as error:
        raise _fault(row, error.key, error.problem, shapes.without_stop(error.remedy), where) from None
    licence = str(stated.get("licence_number", "")).strip()
    try:
        if licence:
            refuse_number(licence)
    except LicenceError as error:
        raise _fault(row, "licence_number", error.what, error.remedy, where) from None
    return DeclaredLine(
        label=str(stated.get("line", place)).strip(),
        description=str(stated["description"]).strip(),
        customs_number=customs_number,
        quantity=_quantity(row, where),
        value=_value(row, where),
        licence=licence,
        remarks=str(stated.get("declaration_remarks", "")).strip(),
        facts={key: as_stated(value) for key, value in stated.items() if key not in OWN_KEYS},
    )


def _quantity(row: Row, where: str) -> Amount:
    unit = str(row.stated["unit"])
    try:
        amount = parse_amount(_figure(row, "quantity"), unit)
    except QuantityError as error:
        at = "unit" if error.what.startswith("The unit") else "quantity"
        raise _fault(row, at, error.what, error.remedy, where) from None
    if not amount.number:
        raise _fault(row, "quantity", *wrong("no_quantity", amount=amount), where)
    return amount


def _value(row: Row, where: str) -> Money:
    currency = str(row.stated["currency"])
    try:
        money = parse_money(_figure(row, "value"), currency)
    except QuantityError as error:
        at = "currency" if "currency code" in error.what else "value"
        raise _fault(row, at, error.what, error.remedy, where) from None
    if not money.number:
        raise _fault(row, "value", *wrong("no_value", money=money), where)
    return money


def _figure(row: Row, key: str) -> str:
    return as_text(row.stated[key])


def as_stated(value: object) -> Stated:
    """A fact in text, so that it is the same in a table, in a document and in the store."""
    if isinstance(value, Mapping):
        return {str(key): as_text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(one) for one in value]
    return as_text(value)
