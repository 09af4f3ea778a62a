"""Decisions as plain data, for every face."""

from collections.abc import Mapping, Sequence
from typing import Any

from cocket.licensing.cases.decided import Decision, Replay
from cocket.licensing.cases.decisions import DecisionHead
from cocket.licensing.decisions.nearest import Near


def decision_head_view(one: DecisionHead | Decision) -> dict[str, Any]:
    """What a list shows of it."""
    return {"number": one.number, "case": one.case, "outcome": one.outcome, "day": one.day.isoformat()}


def decision_view(decision: Decision) -> dict[str, Any]:
    """``evidence`` holds the answers with their proofs, the law by its digest, lists and papers by their hashes."""
    return {
        **decision_head_view(decision),
        "granted": decision.granted,
        "criterion": decision.criterion,
        "citation": decision.citation,
        "licences": list(decision.licences),
        "digest": decision.digest,
        "evidence": decision.evidence,
    }


def near_view(found: Mapping[tuple[int, int], Sequence[Near]]) -> list[dict[str, Any]]:
    return [
        {"request": request, "item": item, "near": list(map(_near, near))} for (request, item), near in found.items()
    ]


def _near(one: Near) -> dict[str, Any]:
    return {
        "decision": one.earlier.decision,
        "outcome": one.earlier.outcome,
        "criterion": one.earlier.criterion,
        "same": list(one.same),
        "differs": {key: getattr(one.earlier.deal, key) for key in one.differs},
    }


def replay_view(found: Replay) -> dict[str, Any]:
    return {
        "decision": found.decision.number,
        "identical": found.identical,
        "altered": found.altered,
        "differences": [{"where": one.where, "kept": one.kept, "now": one.now} for one in found.differences],
        "faults": list(found.faults),
    }
