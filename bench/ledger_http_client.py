"""python -m bench.ledger_http_client PORT CONNECTIONS SECONDS NAME LICENCE...: declares, and prints what came of it

Each connection is kept open and waits for its answer before it sends the next declaration. Bodies are made by putting a
number and a licence into one text, so that the client costs little beside the server; its own processor time is told.
"""

import http.client
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any, Final

NUMBER, LICENCE = "@number@", "@licence@"
DECLARED: Final[dict[str, Any]] = {
    "declaration": NUMBER,
    "exporter": "Ningde Magnet Works",
    "destination": "DE",
    "port": "CNSHA",
    "end_user": "Kettle Works GmbH",
    "end_user_type": "civil",
    "end_use": "sensors for household appliances",
    "lines": [
        {
            "description": "samarium-cobalt magnets",
            "hs": "85051190",
            "kind": "magnet",
            "family": "SmCo",
            "composition": {"Sm": 25.5, "Co": 50, "Fe": 16, "Cu": 6, "Zr": 2.5},
            "composition_complete": True,
            "quantity": 1,
            "unit": "g",
            "value": 5,
            "currency": "CNY",
            "licence_number": LICENCE,
            "declaration_remarks": "dual-use 1C902.a.4",
        }
    ],
}
TEXT: Final = json.dumps(DECLARED)


def declare(connection: http.client.HTTPConnection, number: str, licence: str) -> bytes:
    """Its number is a declaration's own key: sent again it gets the first answer. The header is what other operations
    take for that, and costs its reading."""
    body = TEXT.replace(NUMBER, number).replace(LICENCE, licence).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": number}
    connection.request("POST", "/api/v1/declarations", body, headers)
    return connection.getresponse().read()


def client(port: int, seconds: float, name: str, licences: list[str]) -> list[float]:
    """Seconds that each declaration waited. Raises AssertionError for one that was not released."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    waits, until = [], time.perf_counter() + seconds
    for number in count():
        start = time.perf_counter()
        if start > until:
            break
        told = declare(connection, f"{name}-{number:08}", licences[number % len(licences)])
        waits.append(time.perf_counter() - start)
        assert b'"answer": "release"' in told, told
    connection.close()
    return waits


def main(port: int, connections: int, seconds: float, name: str, licences: list[str]) -> dict[str, Any]:
    start = time.perf_counter()

    def one(at: int) -> list[float]:
        turned = licences[at % len(licences) :] + licences[: at % len(licences)]
        return client(port, seconds, f"{name}-{at}", turned)

    with ThreadPoolExecutor(connections) as pool:
        waits = [wait for some in pool.map(one, range(connections)) for wait in some]
    return {"waits_s": waits, "clock_s": time.perf_counter() - start, "cpu_s": time.process_time()}


if __name__ == "__main__":
    found = main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4], sys.argv[5:])
    print(json.dumps(found))
