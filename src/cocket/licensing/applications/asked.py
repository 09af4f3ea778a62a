"""What is asked for one end user, as its certificate is about: another end use or amount needs another certificate."""

import hashlib
import json
from typing import Any

from cocket.licensing.applications.application import Application
from cocket.licensing.applications.faults import wrong
from cocket.licensing.applications.writing import request_data, wanted_data
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.writing import party_data


def asked_data(application: Application, number: int) -> dict[str, Any]:
    """Plain data: exporter, end user, destination, importer, end use, and the goods with their amounts. What the
    exporter asks for others is not in it. Raises LicenceError where there is no request of that ``number``."""
    if not 1 <= number <= len(application.requests):
        raise LicenceError(*wrong("no_request", number=number, last=len(application.requests)), "request")
    request = application.requests[number - 1]
    stated = {key: value for key, value in request_data(request).items() if key not in ("certificate", "wanted")}
    goods = []
    for one in request.wanted:
        item, limit = application.items[one.item - 1], wanted_data(one)
        del limit["item"]  # its place in the application may change without changing what it is
        goods.append({"goods": item.goods, "control_code": item.control_code, **limit})
    return {"exporter": party_data(application.exporter), **stated, "goods": goods}


def asked_digest(application: Application, number: int) -> str:
    """SHA-256 of it; raises as `asked_data`."""
    text = json.dumps(asked_data(application, number), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
