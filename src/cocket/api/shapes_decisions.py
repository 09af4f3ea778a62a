"""The shapes of answers about decisions, as the description of the interface shows them."""

from typing import Any, Literal

from ninja import Schema
from pydantic import Field


class DecisionHeadOut(Schema):
    number: str
    case: str
    outcome: Literal["grant", "partial", "refuse", "ruling"]
    day: str


class DecisionPageOut(Schema):
    items: list[DecisionHeadOut]
    next: str | None = Field(description="give it as after to get the next page; null on the last")


class DecisionOut(DecisionHeadOut):
    granted: str = Field(description="of a grant in part which part, in lines; of a ruling the control code")
    criterion: str
    citation: str
    licences: list[str]
    digest: str = Field(description="SHA-256 of the evidence as it was kept")
    evidence: dict[str, Any] = Field(
        description="what it rests on: each answer with its proof, the law by its digest, lists and papers by their "
        "hashes, every hit"
    )


class NearOut(Schema):
    decision: str
    outcome: str
    criterion: str
    same: list[str]
    differs: dict[str, str] = Field(description="what is otherwise, as it was in the earlier one")


class NearDealOut(Schema):
    request: int
    item: int
    near: list[NearOut]


class NearestOut(Schema):
    items: list[NearDealOut]


class DifferenceOut(Schema):
    where: str
    kept: str
    now: str


class ReplayOut(Schema):
    decision: str
    identical: bool
    altered: bool = Field(description="whether the evidence is not what it was when it was kept")
    differences: list[DifferenceOut]
    faults: list[str] = Field(description="what the independent checker finds in the proofs as kept")
