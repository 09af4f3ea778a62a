"""The Consolidated Screening List of the US departments, JSON or CSV."""

from collections.abc import Iterable, Mapping

import msgspec

from cocket.screening.lists.csv_rows import rows_with_header
from cocket.screening.lists.days import day_of
from cocket.screening.lists.entry import FIRM, PERSON, UNKNOWN, VESSEL, Identifier, ListEntry, ListRead, cleaned
from cocket.screening.lists.errors import ListError

_KINDS = {"individual": PERSON, "entity": FIRM, "vessel": VESSEL, "aircraft": VESSEL}
_NEEDED = ("source", "name", "alt_names", "programs")
_BETWEEN = "; "


class _Number(msgspec.Struct):
    type: str | None = None
    number: str | None = None


class _Address(msgspec.Struct):
    country: str | None = None


class _Result(msgspec.Struct):
    """Raises for an answer without the two keys that every party has."""

    name: str
    source: str
    id: str | None = None
    entity_number: str | int | None = None
    type: str | None = None
    programs: list[str] | None = None
    alt_names: list[str] | None = None
    dates_of_birth: list[str] | None = None
    nationalities: list[str] | None = None
    citizenships: list[str] | None = None
    addresses: list[_Address] | None = None
    ids: list[_Number] | None = None
    start_date: str | None = None
    license_policy: str | None = None
    license_requirement: str | None = None


class _Answer(msgspec.Struct):
    results: list[_Result]
    search_performed_at: str | None = None


def read_json(content: bytes, where: str) -> ListRead:
    try:
        answer = msgspec.json.decode(content, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ListError("json", where=where, error=error) from None
    if answer.results and all(one.alt_names is None for one in answer.results):
        raise ListError("no_column", where=where, name="alt_names", columns="name, source")
    return ListRead("csl-json", day_of(answer.search_performed_at or "x"), tuple(map(_from_json, answer.results)))


def _from_json(one: _Result) -> ListEntry:
    follows = cleaned([one.license_requirement, one.license_policy])
    return ListEntry(
        id=one.id or f"{one.source}/{one.entity_number or one.name}",
        names=cleaned([one.name, *(one.alt_names or ())]),
        kind=_KINDS.get((one.type or "").lower(), UNKNOWN),
        countries=cleaned(
            [*(one.nationalities or ()), *(one.citizenships or ()), *(a.country for a in one.addresses or ())]
        ),
        born=cleaned(one.dates_of_birth or ()),
        identifiers=tuple(Identifier(number.type or "", number.number) for number in one.ids or () if number.number),
        programmes=cleaned([one.source, *(one.programs or ())]),
        listed_on=one.start_date or "",
        follows=_BETWEEN.join(follows),
    )


def read_csv(text: str, where: str) -> ListRead:
    return ListRead("csl-csv", None, tuple(_from_row(row) for _, row in rows_with_header(text, where, _NEEDED)))


def _from_row(row: Mapping[str, str]) -> ListEntry:
    def parts(key: str) -> Iterable[str]:
        return row.get(key, "").split(_BETWEEN)

    return ListEntry(
        id=row.get("_id") or f"{row['source']}/{row.get('entity_number') or row['name']}",
        names=cleaned([row["name"], *parts("alt_names")]),
        kind=_KINDS.get(row.get("type", "").lower(), UNKNOWN),
        countries=cleaned([*parts("nationalities"), *parts("citizenships")]),
        born=cleaned(parts("dates_of_birth")),
        identifiers=tuple(Identifier("", number) for number in cleaned(parts("ids"))),
        programmes=cleaned([row["source"], *parts("programs")]),
        listed_on=row.get("start_date", ""),
        follows=_BETWEEN.join(cleaned([row.get("license_requirement", ""), row.get("license_policy", "")])),
    )
