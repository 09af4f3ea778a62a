"""What law and lists say of a licence on a day, to be compared with what they said before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Plain = Mapping[str, Any]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """``answers``: (request, item) -> outcome, codes, and the regimes that prohibit it. ``hits``: of parties of the
    application that nobody has settled, by their ids, each with whom it is about."""

    answers: Mapping[Place, tuple[str, tuple[str, ...], tuple[str, ...]]]
    hits: Mapping[str, str]

    def data(self) -> dict[str, Any]:
        answers = [
            {"request": place[0], "item": place[1], "outcome": outcome, "codes": list(codes), "banned": list(banned)}
            for place, (outcome, codes, banned) in sorted(self.answers.items())
        ]
        return {"answers": answers, "hits": dict(sorted(self.hits.items()))}


def seen_in(evidence: Plain, request: int) -> Seen:
    """Out of the evidence of a decision, or of one gathered anew. ``request`` 0: all of them."""
    judged = (one for one in evidence["judged"] if request in (0, one["request"]))
    answers = {
        (one["request"], one["item"]): (one["outcome"], tuple(one["codes"]), tuple(one["banned"])) for one in judged
    }
    hits = {
        hit["hit"]: f"{party['name']} ({party['role']}): {hit['listed_name']}, {hit['list']}"
        for party in evidence["screened"]["parties"]
        for hit in party["hits"]
        if hit["stops"]
    }
    return Seen(answers, hits)


def read_seen(data: Plain) -> Seen:
    answers = {
        (one["request"], one["item"]): (one["outcome"], tuple(one["codes"]), tuple(one["banned"]))
        for one in data["answers"]
    }
    return Seen(answers, dict(data["hits"]))


def changed(before: Seen, now: Seen) -> Iterator[tuple[str, str, str]]:
    """(what, before, now), each a text; a hit that is gone is told as well."""
    for place, (outcome, codes, banned) in now.answers.items():
        old = before.answers.get(place, ("", (), ()))
        for name, was, becomes in (
            ("outcome", old[0], outcome),
            ("codes", ", ".join(old[1]), ", ".join(codes)),
            ("banned", ", ".join(old[2]), ", ".join(banned)),
        ):
            if was != becomes:
                yield f"request {place[0]}, item {place[1]}: {name}", was, becomes
    for hit, about in now.hits.items():
        if hit not in before.hits:
            yield f"hit {hit}", "", about
    for hit, about in before.hits.items():
        if hit not in now.hits:
            yield f"hit {hit}", about, ""
