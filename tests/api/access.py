"""Every operation of the interface asked by every role, for what is its own and for what is another's.

The cast is that of ``cocket account example``; what is "own" is Ningyuan's, which files with Zhejiang and whose case is
referred to the ministry of industry, and "another's" is Paper Lantern's, which files with Jiangxi.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tests.api.licences import content
from tests.api.server import Answer, Server, fresh_key
from tests.api.test_declarations import TODAY, declared
from tests.cli.command import cocket

OWN, OTHER = "ningyuan", "paper-lantern"
NUMBERS = {OWN: "91330200MA2EXAMPLE", OTHER: "91330200MA2EXAMPL2"}
HOLDERS = {OWN: "Ningyuan Magnetics", OTHER: "Paper Lantern Magnets Co., Ltd."}
LICENCES = {OWN: "26-OWN-1", OTHER: "26-OTHER-1"}
FILED = "application-form\nidentity\ncontract\ntechnical-description\nend-user-certificate"
FACTS = {"kind": "magnet", "family": "SmCo", "composition": "Sm 25; Co 50; Fe 16", "end_user_type": "civil"}
PDF = b"%PDF-1.7\nContract 17\n%%EOF\n"
NOBODY = "no token"
PEOPLE = ("hu", "kessel", "zhao", "wang", "sun", "chen", "gao", "ren", "lin")
"""One of each role; who they are, the command tells."""
STEP_OF = {"applicant": "answer", "checker": "forward", "adviser": "advise", "approver": "hand_back"}
_fresh = count()


@dataclass(frozen=True, slots=True)
class Cast:
    """``tokens`` and ``roles`` by person; ``cases`` and open ``drafts`` by the exporter that filed; ``declared``: the
    digest of what the end user of the draft is asked; ``decided``: Ningyuan's case that is over, with its decision."""

    server: Server
    tokens: dict[str, str]
    roles: dict[str, str]
    cases: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    decided: list[str] = field(default_factory=list)

    def ask(self, person: str, method: str, path: str, body: object = None, **headers: str) -> Answer:
        if person != NOBODY:
            headers = {"Authorization": f"Bearer {self.tokens[person]}", **headers}
        if method == "GET":
            return self.server.get(path, **headers)
        if isinstance(body, bytes):
            usual = {"Content-Type": "application/pdf", "Idempotency-Key": fresh_key()}
            return self.server.ask(method, path, body, usual | headers)
        return self.server.change(method, path, body, "", **headers)


def application(exporter: str, destination: str = "DE") -> dict[str, Any]:
    """With every paper at hand, for the end user whose signatory Kessel is."""
    return {
        "exporter": holder(exporter),
        "kind": "single",
        "regime": "dual_use",
        "months": 12,
        "no_military_business": True,
        "papers": FILED.split(),
        "items": [{"goods": "samarium-cobalt magnets", "control_code": "1C902.a.4", "facts": FACTS}],
        "requests": [
            {
                "destination": destination,
                "end_user": {"name": "Kettle Works GmbH", "country": destination},
                "end_use": {"en": "pumps", "zh": "水泵"},
                "end_use_code": "civil_industry",
                "certificate": True,
                "wanted": [{"item": 1, "quantity": "100 kg"}],
            }
        ],
    }


def made_up(home: Path, url: str) -> list[dict[str, str]]:
    done = cocket("account", "example", "--json", XDG_DATA_HOME=str(home), DATABASE_URL=url)
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


def cast_on(server: Server) -> Cast:
    """The people, and for each of the two exporters a licence, a declaration under it, and a case under review."""
    people = made_up(server.folder, server.url)
    tokens, roles = ({one["person"]: one[key] for one in people} for key in ("token", "role"))
    cast = Cast(server, tokens, roles)
    cocket("seal", "new", XDG_DATA_HOME=str(server.folder), DATABASE_URL=server.url)
    for exporter, applicant, checker in ((OWN, "hu", "zhao"), (OTHER, "li", "qian")):
        licence = content(LICENCES[exporter], holder=holder(exporter))
        must(cast.ask("chen", "POST", "/licences", {"why": "granted", "licence": licence}), 201)
        must(cast.ask("gao", "POST", "/declarations", declaration(exporter, f"D-{exporter}")))
        cast.drafts[exporter] = drafted(cast, exporter, applicant)
        cast.cases[exporter] = filed(cast, exporter, applicant)
        under_review(cast, exporter, checker)
    take(cast, OWN, "wang", "refer", organisation="miit", about="are the rotors for traction motors?")
    cast.decided.extend(refused(cast))
    for person, name in (("hu", "lin"), ("li", "li")):
        must(cast.ask(person, "POST", "/webhooks", {"name": f"hook-{name}", "url": "https://example.org/hook"}), 201)
    return cast


def drafted(cast: Cast, exporter: str, applicant: str) -> str:
    """An open draft with a document; the end user of Ningyuan's is invited."""
    draft: str = must(cast.ask(applicant, "POST", "/applications", application(exporter)), 201).data["reference"]
    must(cast.ask(applicant, "POST", f"/applications/{draft}/documents?kind=contract&name=c.pdf", PDF), 201)
    if exporter == OWN:
        invited = {"organisation": "kettle-works"}
        must(cast.ask(applicant, "POST", f"/applications/{draft}/requests/1/invitations", invited), 201)
        asked = must(cast.ask("kessel", "GET", f"/applications/{draft}/requests/1/certificate"))
        cast.declared[exporter] = asked.data["digest"]
    return draft


def filed(cast: Cast, exporter: str, applicant: str) -> str:
    """The number of the case of another application, with a document."""
    asked: str = must(cast.ask(applicant, "POST", "/applications", application(exporter)), 201).data["reference"]
    must(cast.ask(applicant, "POST", f"/applications/{asked}/documents?kind=contract&name=c.pdf", PDF), 201)
    number: str = must(cast.ask(applicant, "POST", f"/applications/{asked}/file"), 201).data["number"]
    return number


def under_review(cast: Cast, exporter: str, checker: str) -> None:
    take(cast, exporter, checker, "forward")
    for step, said in (("accept", {}), ("screen", {"watch_list": "no"}), ("review", {})):
        take(cast, exporter, "wang", step, **said)


def refused(cast: Cast) -> tuple[str, str]:
    """A case of Ningyuan's that is over, and the number of its decision."""
    kept, cast.cases[OWN] = cast.cases[OWN], filed(cast, OWN, "hu")
    under_review(cast, OWN, "zhao")
    why = {"reason": "a test", "criterion": "the end use is in doubt", "citation": "Export Control Law, Art. 13"}
    take(cast, OWN, "wang", "propose", outcome="refuse", **why)
    take(cast, OWN, "chen", "refuse", **why)
    decided, cast.cases[OWN] = cast.cases[OWN], kept
    return decided, must(cast.ask("wang", "GET", f"/decisions?case={decided}")).data["items"][0]["number"]


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
    plain = path.replace("/api/v1", "")
    filled = plain.replace("{reference}", cast.drafts[exporter])
    filled = filled.replace("{name}", f"hook-{person if exporter == OWN and person in cast.roles else 'li'}")
    for key, value in {"of": "1", "line": "1", "document": "1", "number": _number(cast, plain, exporter)}.items():
        filled = filled.replace(f"{{{key}}}", value)
    if method == "DELETE":
        return filled, None
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
        "/applications": application(exporter),
        "/applications/{reference}": application(exporter),
        "/applications/{reference}/file": None,
        "/applications/{reference}/documents": PDF,
        "/applications/{reference}/requests/{of}/invitations": {"organisation": "kettle-works"},
        "/applications/{reference}/requests/{of}/certificate": PDF,
        "/webhooks": {"name": f"hook-{person if person in cast.roles else 0}", "url": "https://example.org/hook"},
    }  # fmt: skip
    queries = {
        "/applications/{reference}/documents": "?kind=identity&name=c.pdf",
        "/applications/{reference}/requests/{of}/certificate":
            f"?name=c.pdf&signer=Anna&declare={cast.declared.get(exporter, 'x' * 12)}",
    }  # fmt: skip
    return filled + queries.get(plain, ""), bodies[plain]


def _number(cast: Cast, path: str, exporter: str) -> str:
    if "/declarations/" in path:
        return f"D-{exporter}"
    if "/decisions/" in path:
        return cast.decided[1]
    return cast.cases[exporter] if "/cases/" in path else LICENCES[exporter]


def operations(cast: Cast) -> Iterator[tuple[str, str]]:
    """Method and path of each operation, as the description has them; those that end something come last."""
    described = cast.server.get("/openapi.json").data["paths"]
    found = [(method.upper(), path) for path, methods in described.items() for method in methods]
    last = ("revoke", "surrender", "file")
    yield from sorted(found, key=lambda one: (one[0] == "DELETE", one[1].endswith(last), one[1], one[0]))


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
            cells.append(both[0] if both[0] == both[1] or "{" not in path else " / ".join(both))
        rows.append(f"| `{method} {path.removeprefix('/api/v1')}` | {' | '.join(cells)} |")
    return rows


def asked(cast: Cast, person: str, method: str, path: str, exporter: str) -> Answer:
    filled, body = request_of(cast, person, method, path, exporter)
    answer = cast.ask(person, method, filled, body)
    assert answer.status < 500, answer
    return answer
