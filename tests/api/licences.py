"""Licences as a client sends them; their days follow the machine's clock, as the server does."""

from datetime import UTC, datetime, timedelta
from typing import Any

TODAY = datetime.now(UTC).date()
NUMBER = "26-AA-100001"
STEP = {"by": "Officer Li", "why": "a test"}


def content(number: str = NUMBER, **changes: object) -> dict[str, Any]:
    line = {
        "control_code": "1C902.a.4",
        "goods": "钐钴永磁体 samarium-cobalt magnets",
        "destinations": ["DE"],
        "end_users": [{"name": "Kettle Works GmbH", "also": ["凯特尔 🧲"]}],
        "quantity": "100 kg",
        "conditions": [{"only": "port", "in": ["CNSHA"]}],
    }
    return {
        "number": number,
        "kind": "general",
        "regime": "dual_use",
        "holder": {"name": "Ningde Magnet Works", "country": "CN"},
        "issued_on": str(TODAY - timedelta(days=1)),
        "valid_until": str(TODAY + timedelta(days=300)),
        "lines": [line],
    } | changes


def issue(number: str = NUMBER, **changes: object) -> dict[str, Any]:
    return {**STEP, "licence": content(number, **changes)}
