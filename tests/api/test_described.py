"""The interface answers as its description says, whatever is sent: schemathesis, all its checks, on a started server.

No answer is a fault of the server, none has a status, a form or a header that is not described; what is not described
is refused, what lacks a token is not let in. Small here, and the same each time; HYPOTHESIS_PROFILE=explore tries every
person on everything, with many examples and others each time.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.access import LICENCES, OWN, Cast, cast_on
from tests.api.server import Server
from tests.cli.command import environment

EXPLORE = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
AREAS = {
    "chen": "/licences|/decisions", "gao": "/declarations|/webhooks", "wang": "/cases|/statistics", "hu": "/cases",
    "hu applies": "/applications", "kessel": "/certificate",
}  # fmt: skip
"""Who works where: so that requests are let in."""
CONFIG = """
# A description in JSON Schema cannot say all that a licence must be: what it allows may be refused, with 422 and why.
[checks.positive_data_acceptance]
expected-statuses = ["2xx", 401, 403, 404, 409, 422]
[[operations]]
include-path-regex = "/licences/"
parameters = {{ "path.number" = "{licence}" }}
[[operations]]
include-path-regex = "/cases/"
parameters = {{ "path.number" = "{case}" }}
[[operations]]
include-path-regex = "/declarations/"
parameters = {{ "path.number" = "D-{own}" }}
[[operations]]
include-path-regex = "/decisions/"
parameters = {{ "path.number" = "{decision}" }}
[[operations]]
include-path-regex = "/applications/"
parameters = {{ "path.reference" = "{draft}" }}
"""


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    folder: Path = tmp_path_factory.mktemp("data")
    with Server(folder, f"sqlite:///{folder}/cocket.db") as server:
        yield cast_on(server)


@pytest.mark.parametrize("person", AREAS)
def test_every_answer_is_one_that_is_described(cast: Cast, person: str, tmp_path: Path) -> None:
    config = tmp_path / "schemathesis.toml"
    things = {
        "licence": LICENCES[OWN], "case": cast.cases[OWN], "own": OWN, "decision": cast.decided[1],
        "draft": cast.drafts[OWN],
    }  # fmt: skip
    config.write_text(CONFIG.format(**things), encoding="utf-8")
    url = f"http://{cast.server.host}:{cast.server.port}"
    scope = ["--max-examples", "300"] if EXPLORE else ["--max-examples", "5", "--seed", "1"]
    scope += [] if EXPLORE else ["--include-path-regex", AREAS[person], "--phases", "examples,coverage,fuzzing"]
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "run",
            f"{url}/api/v1/openapi.json", "--url", url, "--checks", "all", "--workers", "1",
            "--header", f"Authorization: Bearer {cast.tokens[person.split()[0]]}", *scope,
        ],
        capture_output=True, text=True, encoding="utf-8", env=environment(), cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "Test cases:" in done.stdout and " passed" in done.stdout
    assert cast.server.process.poll() is None
