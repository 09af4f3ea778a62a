"""Reads an application from a file, in the form of examples/applications/magnet-maker.yaml.

A key that is not known is refused, so that nothing written is passed over.
"""

from pathlib import Path

from cocket.law.errors import LawError
from cocket.law.shapes import CONTROL_CODE
from cocket.law.source import Field, read_file
from cocket.licensing.applications.application import Application, Item, Request, Wanted
from cocket.licensing.licences.licence import Kind
from cocket.licensing.licences.read_parts import amount, country, money
from cocket.licensing.licences.reading import json_field, read_party, said_at, whole

REQUIRED = ("exporter", "kind", "regime", "months", "items", "requests")
OPTIONAL = ("no_military_business", "remark", "papers")


def read_application_file(path: Path) -> Application:
    """YAML, or JSON where the name ends so. Raises LawError naming file, line and key."""
    if path.suffix.lower() != ".json":
        return read_application(read_file(path, path.name))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problem, remedy = f"cannot be read: {error}", "Name a file that is there, in UTF-8"
        raise LawError(file=path.name, line=1, key="", problem=problem, remedy=remedy) from None
    return read_application(json_field(text, path.name))


def read_application(root: Field) -> Application:
    parts = root.mapping(required=REQUIRED, optional=OPTIONAL)
    kind = parts["kind"].text()
    if kind not in tuple(Kind):
        raise parts["kind"].refuse(f"'{kind}' is no kind of licence", f"Known kinds: {', '.join(Kind)}")
    items = tuple(_item(field, number) for number, field in enumerate(parts["items"].items(), start=1))
    requests = tuple(_request(field, number) for number, field in enumerate(parts["requests"].items(), start=1))
    military = parts.get("no_military_business")
    return said_at(
        root,
        lambda: Application(
            exporter=read_party(parts["exporter"]),
            kind=Kind(kind),
            regime=parts["regime"].text(),
            items=items,
            requests=requests,
            months=whole(parts["months"]),
            no_military_business=military.boolean() if military else None,
            remark=_text(parts, "remark"),
            papers=parts["papers"].texts() if "papers" in parts else (),
        ),
    )


def _item(field: Field, number: int) -> Item:
    parts = field.mapping(required=("goods",), optional=("control_code", "hs_code", "facts"))
    code = parts.get("control_code")
    facts = parts["facts"].any_mapping() if "facts" in parts else {}
    return said_at(
        field,
        lambda: Item(
            number,
            parts["goods"].text(),
            code.shaped(CONTROL_CODE, "control_code", "1C902.a.4") if code else "",
            _text(parts, "hs_code"),
            tuple((key, value.text()) for key, value in facts.items()),
        ),
    )


def _request(field: Field, number: int) -> Request:
    parts = field.mapping(
        required=("destination", "end_user", "wanted"), optional=("importer", "end_use", "end_use_code", "certificate")
    )
    use = parts["end_use"].mapping(optional=("en", "zh")) if "end_use" in parts else {}
    return said_at(
        field,
        lambda: Request(
            number=number,
            destination=country(parts["destination"]),
            end_user=read_party(parts["end_user"]),
            importer=read_party(parts["importer"]) if "importer" in parts else None,
            end_use=_text(use, "en"),
            end_use_code=_text(parts, "end_use_code"),
            wanted=tuple(map(_wanted, parts["wanted"].items())),
            end_use_zh=_text(use, "zh"),
            certificate=parts["certificate"].boolean() if "certificate" in parts else False,
        ),
    )


def _wanted(field: Field) -> Wanted:
    parts = field.mapping(required=("item",), optional=("quantity", "value"))
    return said_at(
        field,
        lambda: Wanted(
            whole(parts["item"]),
            amount(parts["quantity"]) if "quantity" in parts else None,
            money(parts["value"]) if "value" in parts else None,
        ),
    )


def _text(parts: dict[str, Field], key: str) -> str:
    return parts[key].text() if key in parts else ""
