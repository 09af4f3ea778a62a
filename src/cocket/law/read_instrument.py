"""Reads one instrument file: head, window, and the parts that `read_parts` knows."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from cocket.law.instrument import Announcement, Instrument, LawTest
from cocket.law.read_condition import ConditionReader
from cocket.law.read_parts import (
    read_act,
    read_entry,
    read_gap,
    read_listing,
    read_procedure,
    read_question,
    read_rule,
    read_window,
    read_words,
)
from cocket.law.read_provision import read_provision
from cocket.law.source import Field, read_file

HEAD = (
    "instrument",
    "regime",
    "kind",
    "number",
    "title",
    "authority",
    "issued",
    "in_force",
    "checked_until",
    "sources",
    "record",
)
BODY = (
    "made_under",
    "doubts",
    "notes",
    "entries_are",
    "entries",
    "rules",
    "acts",
    "announced",
    "gaps",
    "procedure",
    "provisions",
    "list",
    "binds_abroad",
    "listings",
    "tests_given",
    "tests",
)
EXPECTED = ("outcome", "codes", "possible", "ask", "suspended", "pending", "warnings", "rests_on", "also")
KINDS = ("law", "regulation", "announcement", "guidance", "listing")
LISTS = ("control_list", "watch_list", "unreliable_entity_list")


def read_instrument(
    path: Path, name: str, conditions: ConditionReader, regimes: tuple[str, ...], *, in_place: bool = True
) -> Instrument:
    """Reads ``path``; ``name`` is its place in the lawbook, which the id must repeat unless it is not ``in_place``."""
    root = read_file(path, name)
    parts = root.mapping(required=HEAD, optional=BODY)
    window = read_window(parts["in_force"])
    issued = parts["issued"].day()
    record = _read_record(parts["record"])
    is_code = _choice(parts, "entries_are", ("control_list", "annex"), "control_list") == "control_list"
    return Instrument(
        id=_identity(parts["instrument"], name) if in_place else parts["instrument"].text(),
        file=name,
        regime=_one_of(parts["regime"], regimes),
        kind=_one_of(parts["kind"], KINDS),  # type: ignore[arg-type]
        number=read_words(parts["number"]),
        title=read_words(parts["title"]),
        authority=parts["authority"].texts(),
        made_under=_texts(parts, "made_under"),
        issued=issued,
        in_force=window,
        checked_until=parts["checked_until"].day(),
        sources=parts["sources"].texts(),
        known_from=min(record.known_from, issued),
        basis=record.basis,
        official_text_opened=record.official_text_opened,
        unverified=record.unverified,
        doubts=_texts(parts, "doubts"),
        notes=_texts(parts, "notes"),
        entries=tuple(read_entry(field, conditions, is_code) for field in _list(parts, "entries")),
        rules=tuple(read_rule(field, conditions, window) for field in _list(parts, "rules")),
        acts=tuple(read_act(field, conditions, window) for field in _list(parts, "acts")),
        announced=tuple(_read_announcement(field) for field in _list(parts, "announced")),
        gaps=tuple(read_gap(field, conditions, window) for field in _list(parts, "gaps")),
        procedure=tuple(read_procedure(field, conditions) for field in _list(parts, "procedure")),
        provisions=tuple(read_provision(field, conditions, window) for field in _list(parts, "provisions")),
        list_name=_choice(parts, "list", LISTS, None),
        binds_abroad="binds_abroad" in parts and parts["binds_abroad"].boolean(),
        listings=tuple(read_listing(field, window) for field in _list(parts, "listings")),
        tests=_read_tests(parts),
    )


def _identity(field: Field, name: str) -> str:
    identity = field.text()
    folder, _, stem = name.removesuffix(".yaml").rpartition("/")
    wanted = f"{folder}/{stem.lstrip('0') if stem.isdigit() else stem}"
    if identity != wanted:
        raise field.refuse(f"'{identity}' does not fit the file's place", f"Write {wanted}")
    return identity


def _one_of(field: Field, allowed: tuple[str, ...]) -> str:
    value = field.text()
    if value not in allowed:
        raise field.refuse(f"'{value}' is not known here", f"Write one of: {', '.join(allowed)}")
    return value


def _choice(parts: dict[str, Field], key: str, allowed: tuple[str, ...], default: str | None) -> str | None:
    return _one_of(parts[key], allowed) if key in parts else default


def _texts(parts: dict[str, Field], key: str) -> tuple[str, ...]:
    return tuple(item.text() for item in parts[key].one_or_more()) if key in parts else ()


def _list(parts: dict[str, Field], key: str) -> tuple[Field, ...]:
    return tuple(parts[key].items()) if key in parts else ()


class _Record(NamedTuple):
    """When we count the instrument as known, from what we read it, and what of our reading is unverified."""

    known_from: date
    basis: tuple[str, ...]
    official_text_opened: bool
    unverified: tuple[str, ...]


def _read_record(field: Field) -> _Record:
    """All records of an instrument as one; the official text is opened once somebody has opened it."""
    records = tuple(_read_one_record(item) for item in field.one_or_more())
    if not records:
        raise field.refuse("no record says when this was known", "Add a record with known_from and basis")
    return _Record(
        min(one.known_from for one in records),
        tuple(basis for one in records for basis in one.basis),
        any(one.official_text_opened for one in records),
        tuple(point for one in records for point in one.unverified),
    )


def _read_one_record(field: Field) -> _Record:
    parts = field.mapping(
        required=("known_from", "basis"),
        optional=("official_text_opened", "sha256", "unverified", "note"),
    )
    opened = "official_text_opened" in parts and parts["official_text_opened"].boolean()
    return _Record(parts["known_from"].day(), (parts["basis"].text(),), opened, _texts(parts, "unverified"))


def _read_announcement(field: Field) -> Announcement:
    parts = field.mapping(
        required=("id", "about", "would_change", "said_on", "said_by", "source"),
        optional=("question", "notice"),
    )
    change = parts["would_change"].mapping(required=("until",))
    return Announcement(
        id=parts["id"].text(),
        about=parts["about"].text(),
        until=change["until"].day(),
        said_on=parts["said_on"].day(),
        said_by=parts["said_by"].text(),
        source=parts["source"].text(),
        question=read_question(parts),
    )


def _read_tests(parts: dict[str, Field]) -> tuple[LawTest, ...]:
    base = plain(parts["tests_given"]) if "tests_given" in parts else {}
    return tuple(_read_test(field, base) for field in _list(parts, "tests"))


def _read_test(field: Field, base: object) -> LawTest:
    parts = field.mapping(required=("name", "given", "expect"), optional=("date", "known"))
    given = plain(parts["given"])
    expect = plain(parts["expect"])
    for key in expect if isinstance(expect, dict) else ():
        if key not in EXPECTED:
            raise parts["expect"].refuse(f"'{key}' is nothing to expect", f"Known: {', '.join(EXPECTED)}")
    if not isinstance(given, dict) or not isinstance(expect, dict) or not isinstance(base, dict):
        raise field.refuse("given and expect are mappings", "Write 'key: value' lines under them")
    return LawTest(
        name=parts["name"].text(),
        on=parts["date"].day() if "date" in parts else None,
        known=parts["known"].day() if "known" in parts else None,
        given={**base, **given},
        expect=expect,
    )


def plain(field: Field) -> object:
    """The plain data of a test: texts, whole or decimal figures kept as text, true and false."""
    if field.is_mapping:
        return {key: plain(value) for key, value in field.any_mapping().items()}
    if field.is_list:
        return [plain(item) for item in field.items()]
    value = field.text()
    return value == "true" if value in ("true", "false") else value
