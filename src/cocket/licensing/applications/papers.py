"""Which papers an application needs, as the lawbook has it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

from cocket.law.condition import ALWAYS
from cocket.law.instrument import LicenceType, Provision
from cocket.law.lawbook import Lawbook
from cocket.licensing.applications.application import Application

CERTIFICATE: Final = "end-user-certificate"
DECREE: Final = "cn/state-council/2024/792"
_ASKED_FOR_BESIDES: Final = "other-documents"
"""Whatever else the authority asks for: no paper that anybody could file beforehand."""


def every_paper(lawbook: Lawbook) -> tuple[str, ...]:
    """The names of all papers that the law asks for, on whatever condition and day, and "other-documents"."""
    return tuple(dict.fromkeys(one.id for one in lawbook.by_id[DECREE].provisions if one.kind == "document"))


def wanted_papers(lawbook: Lawbook, licence: LicenceType, day: date) -> tuple[Provision, ...]:
    """Those that every application for a licence of the kind needs on the day. What is needed on a condition only, such
    as the undertaking for a party on the watch list, is not among them."""
    return tuple(
        one
        for one in lawbook.by_id[DECREE].provisions
        if one.kind == "document"
        and licence in one.licences
        and one.id != _ASKED_FOR_BESIDES
        and one.when == ALWAYS
        and one.in_force.holds(day)
    )


def with_attached(application: Application, attached: Collection[tuple[str, int]]) -> Application:
    """The application as if it named the papers that are attached to it: of each the paper and the request that it
    belongs to, 0 for all. A certificate is at hand for its own request only."""
    papers = dict.fromkeys([*application.papers, *(kind for kind, _ in attached if kind != CERTIFICATE)])
    requests = tuple(
        replace(one, certificate=one.certificate or (CERTIFICATE, one.number) in attached)
        for one in application.requests
    )
    return replace(application, papers=tuple(papers), requests=requests)
