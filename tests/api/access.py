"""Every operation of the interface asked by every role, for what is its own and for what is another's.

The cast is that of ``cocket account example``; what is "own" is Ningyuan's, which files with Zhejiang and whose case is
referred to the ministry of industry, and "another's" is Paper Lantern's, which files with Jiangxi.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from tests.api.licences import content
from tests.api.server import Answer, Server
from tests.api.test_declarations import TODAY, declared
from tests.cli.command import cocket

OWN, OTHER = "ningyuan", "paper-lantern"
NUMBERS = {OWN: "91330200MA2EXAMPLE", OTHER: "91330200MA2EXAMPL2"}
HOLDERS = {OWN: "Ningyuan Magnetics", OTHER: "Paper Lantern Magnets Co., Ltd."}
LICENCES = {OWN: "26-OWN-1", OTHER: "26-OTHER-1"}
FILED = "application-form\nidentity\ncontract\ntechnical-description\nend-user-certificate"
NOBODY = "no token"
PEOPLE = ("hu", "kessel", "zhao", "wang", "sun", "chen", "gao", "ren", "lin")
"""One of each role; who they are, the command tells."""
STEP_OF = {"applicant": "answer", "checker": "forward", "adviser": "advise", "approver": "hand_back"}
_fresh = count()


@dataclass(frozen=True, slots=True)
class Cast:
    """``tokens`` and ``roles`` by person; ``cases`` by the exporter that filed."""

    server: Server
    tokens: dict[str, str]
    roles: dict[str, str]
    cases: dict[str, str]

    def ask(self, person: str, method: str, path: str, body: object = None, **headers: str) -> Answer:
        if person != NOBODY:
            headers = {"Authorization": f"Bearer {self.tokens[person]}", **headers}
        if method == "GET":
            return self.server.get(path, **headers)
        return self.server.post(path, body, "", **headers)


def made_up(home: Path, url: str) -> list[dict[str, str]]:
    done = cocket("account", "example", "--json", XDG_DATA_HOME=str(home), DATABASE_URL=url)
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


def cast_on(server: Server) -> Cast:
    """The people, and for each of the two exporters a licence, a declaration under it, and a case under review."""
    people = made_up(server.folder, server.url)
    tokens, roles = ({one["person"]: one[key] for one in people} for key in ("token", "role"))
    cast = Cast(server, tokens, roles, {})
    for exporter, applicant, checker in ((OWN, "hu", "zhao"), (OTHER, "li", "qian")):
        licence = content(LICENCES[exporter], holder=holder(exporter))
        must(cast.ask("chen", "POST", "/licences", {"why": "granted", "licence": licence}), 201)
        must(cast.ask("gao", "POST", "/declarations", declaration(exporter, f"D-{exporter}")))
        opened = must(cast.ask(applicant, "POST", "/cases", {"kind": "licence", "said": {"papers": FILED}}), 201)
        cast.cases[exporter] = opened.data["number"]
        take(cast, exporter, checker, "forward")
        for step, said in (("accept", {}), ("screen", SCREENED), ("review", {})):
            take(cast, exporter, "wang", step, **said)
    take(cast, OWN, "wang", "refer", organisation="miit", about="are the rotors for traction motors?")
    return cast


SCREENED = {"evidence": "the lists of today", "open_hits": "0", "watch_list": "no"}


def take(cast: Cast, exporter: str, person: str, step: str, **said: str) -> None:
    must(cast.ask(person, "POST", f"/cases/{cast.cases[exporter]}/steps", {"step": step, "said": said}))


def must(answer: Answer, status: int = 200) -> Answer:
    assert answer.status == status, answer
    return answer


def holder(exporter: str) -> dict[str, str]:
    return {"name": HOLDERS[exporter], "country": "CN", "number": NUMBERS[exporter]}


def declaration(exporter: str, number: str) -> dict[str, Any]:
    return {**declared(LICENCES[exporter], number), "exporter": HOLDERS[exporter]}


def request_of(cast: Cast, person: str, method: str, path: str, exporter: str) -> tuple[str, object]:
    """The path and a body that is in order, for the thing of that exporter. KeyError for an operation that is new."""
    licence, case = LICENCES[exporter], cast.cases[exporter]
    filled = path.replace("/api/v1", "").replace("{number}", _number(path, exporter, licence, case))
    if method == "GET":
        return filled, None
    issued = {"why": "a test", "licence": content(f"26-NEW-{next(_fresh)}", holder=holder(exporter))}
    step = STEP_OF.get(cast.roles.get(person, ""), "ask")
    taken = {"step": step, "said": {"question": "why?", "answer": "so", "position": "approve", "reason": "a test"}}
    ordered = ("suspend", "resume", "revoke", "amend", "keep", "surrender")
    bodies: dict[str, object] = {
        "/licences": issued,
        "/licences/{number}/replace": issued,
        **{f"/licences/{{number}}/{one}": {"why": "a test"} for one in ordered},
        "/licences/{number}/reports": {"export": "D-1", "event": "arrival", "day": str(TODAY), "why": "a test"},
        "/declarations": declaration(exporter, f"D-{next(_fresh)}"),
        "/declarations/{number}/events": {
            "kind": "remarks", "line": "1", "by": "X", "on": str(TODAY), "text": "not controlled",
        },
        "/cases": {"kind": "ruling", "said": {"question": "is it controlled?"}},
        "/cases/{number}/steps": taken,
        "/cases/{number}/whynot": taken,
    }  # fmt: skip
    return filled, bodies[path.replace("/api/v1", "")]


def _number(path: str, exporter: str, licence: str, case: str) -> str:
    if "/declarations/" in path:
        return f"D-{exporter}"
    return case if "/cases/" in path else licence


def operations(cast: Cast) -> Iterator[tuple[str, str]]:
    """Method and path of each operation, as the description has them; those that end a licence come last."""
    described = cast.server.get("/openapi.json").data["paths"]
    found = [(method.upper(), path) for path, methods in described.items() for method in methods]
    yield from sorted(found, key=lambda one: (one[1].endswith(("revoke", "surrender")), one[1], one[0]))


def told(answer: Answer) -> str:
    """A refusal by what the interface says, anything else as "yes": what then stands against it is another matter."""
    return {401: "401", 403: "403", 404: "404"}.get(answer.status, "yes")


def table(cast: Cast) -> list[str]:
    """The rows of docs/access.md. "yes / 404": for its own, and for another's."""
    who = (NOBODY, *PEOPLE)
    roles = [cast.roles.get(one, one) for one in who]
    rows = [f"| operation | {' | '.join(roles)} |", f"| --- {'| --- ' * len(roles)}|"]
    for method, path in operations(cast):
        cells = []
        for person in who:
            both = [told(asked(cast, person, method, path, exporter)) for exporter in (OWN, OTHER)]
            cells.append(both[0] if both[0] == both[1] or "{number}" not in path else " / ".join(both))
        rows.append(f"| `{method} {path.removeprefix('/api/v1')}` | {' | '.join(cells)} |")
    return rows


def asked(cast: Cast, person: str, method: str, path: str, exporter: str) -> Answer:
    filled, body = request_of(cast, person, method, path, exporter)
    answer = cast.ask(person, method, filled, body)
    assert answer.status < 500, answer
    return answer
