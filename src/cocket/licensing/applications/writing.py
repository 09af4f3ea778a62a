"""An application as plain data in the form that `reading` reads: what is kept, hashed and shown."""

import json
from collections.abc import Iterator
from typing import Any

from cocket.licensing.applications.application import Application, Item, Request, Wanted
from cocket.licensing.licences.writing import party_data


def application_data(application: Application) -> dict[str, Any]:
    return _stated(
        {
            "exporter": party_data(application.exporter),
            "kind": application.kind.value,
            "regime": application.regime,
            "months": application.months,
            "no_military_business": application.no_military_business,
            "remark": application.remark,
            "papers": list(application.papers),
            "items": [_item(one) for one in application.items],
            "requests": [request_data(one) for one in application.requests],
        }
    )


def application_text(application: Application) -> str:
    """As it is kept: the same text for the same application."""
    return json.dumps(application_data(application), ensure_ascii=False, separators=(",", ":"))


def changes(old: str, new: str) -> tuple[tuple[str, str, str], ...]:
    """What differs between two texts of applications: (key, before, after), "" where it does not stand."""
    before, after = dict(_leaves(json.loads(old), "")), dict(_leaves(json.loads(new), ""))
    keys = dict.fromkeys((*before, *after))
    return tuple((key, before.get(key, ""), after.get(key, "")) for key in keys if before.get(key) != after.get(key))


def _leaves(data: Any, key: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # any JSON
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, f"{key}.{name}" if key else name)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _leaves(value, f"{key}[{place}]")
    else:
        yield key, str(data)


def _item(item: Item) -> dict[str, Any]:
    stated = {"goods": item.goods, "control_code": item.control_code, "hs_code": item.hs_code}
    return _stated({**stated, "facts": dict(item.facts)})


def request_data(request: Request) -> dict[str, Any]:
    return _stated(
        {
            "destination": request.destination,
            "end_user": party_data(request.end_user),
            "importer": party_data(request.importer) if request.importer else None,
            "end_use": _stated({"en": request.end_use, "zh": request.end_use_zh}),
            "end_use_code": request.end_use_code,
            "certificate": request.certificate or None,
            "wanted": [wanted_data(one) for one in request.wanted],
        }
    )


def wanted_data(wanted: Wanted) -> dict[str, Any]:
    limit = {"quantity": str(wanted.amount)} if wanted.amount else {"value": str(wanted.value)}
    return {"item": wanted.item, **limit}


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}
