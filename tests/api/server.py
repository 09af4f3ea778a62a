"""The server as people start it, as a process of its own, and requests to it."""

import http.client
import json
import re
import signal
import subprocess
import threading
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from tests.cli.command import COMMAND, ROOT, environment

START_S = 60
_keys = count()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str

    @property
    def data(self) -> Any:  # noqa: ANN401  # whatever the JSON holds
        return json.loads(self.body)

    @property
    def problem(self) -> str:
        """The end of the problem's type, after all that every problem must have was found."""
        assert self.headers["content-type"] == "application/problem+json", (self.headers, self.body)
        told = self.data
        assert told["status"] == self.status >= 400
        assert told["title"] and told["detail"]
        return str(told["type"]).removeprefix("urn:cocket:problem:")


def fresh_key() -> str:
    return f"test-{next(_keys):08}"


class Server:
    """``folder`` is the data folder's parent; the server ends with the ``with`` block."""

    def __init__(self, folder: Path, url: str, *options: str) -> None:
        self.folder, self.url, self.options = folder, url, options

    def __enter__(self) -> "Server":
        self.start()
        return self

    def start(self) -> None:
        command = [*COMMAND, "serve", "--port", "0", *self.options]
        env = environment(DATABASE_URL=self.url, XDG_DATA_HOME=str(self.folder))
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, cwd=ROOT
        )
        late = threading.Timer(START_S, self.process.kill)
        late.start()
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        late.cancel()
        found = re.search(r"http://([\d.]+):(\d+)", first)
        assert found, (first, self.process.communicate())
        self.host, self.port = found[1], int(found[2])
        self.said = first + self.process.stdout.readline()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def stop(self) -> tuple[int, str]:
        """By SIGTERM: the exit code, and what it wrote to its error stream."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, data: object, key: str = "", **headers: str) -> Answer:
        return self.change("POST", path, data, key, **headers)

    def change(self, method: str, path: str, data: object, key: str = "", **headers: str) -> Answer:
        """With a key of its own unless one is given; without a body where there is no data."""
        usual = {"Content-Type": "application/json", "Idempotency-Key": key or fresh_key()}
        return self.ask(method, path, None if data is None else json.dumps(data).encode(), usual | headers)

    def ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        try:
            connection.request(method, f"/api/v1{path}", body, headers)
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read().decode(errors="replace"))
        finally:
            connection.close()
