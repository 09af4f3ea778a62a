"""Where requests go, and the description of the interface. No page of it is fetched from anywhere else."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from ninja.errors import HttpError, ValidationError

from cocket import __version__
from cocket.api.applications import router as applications
from cocket.api.bearer import Bearer
from cocket.api.cases import router as cases
from cocket.api.certificates import router as certificates
from cocket.api.decisions import router as decisions
from cocket.api.declarations import router as declarations
from cocket.api.described import Described
from cocket.api.documents import router as documents
from cocket.api.faults import FAULTS, problem_of
from cocket.api.licences import router as licences
from cocket.api.problems import Problem
from cocket.api.reports import router as reports
from cocket.api.statistics import router as statistics
from cocket.api.usage import router as usage
from cocket.api.webhooks import router as webhooks

# no page of documentation: it would load its scripts from elsewhere or carry megabytes of them
api = Described(
    title="Cocket",
    version=__version__,
    description="Export licences and cases. Every refusal is application/problem+json. Send Authorization: Bearer and "
    "your token; only where no accounts are kept this machine is served without one.",
    auth=Bearer(),
    docs_url=None,
    openapi_url="/openapi.json",
)
for router in (
    applications, documents, certificates, cases, decisions, declarations, licences, reports, statistics, usage,
    webhooks,
):  # fmt: skip
    api.add_router("", router)


def _told(_request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401  # ninja's handlers take any exception
    problem = problem_of(error)
    assert problem is not None
    return problem.response()


for kind in FAULTS:
    api.add_exception_handler(kind, _told)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What ninja found in body or query before anything of ours saw it."""
    errors = [
        {"key": ".".join(str(part) for part in one["loc"][1:]), "problem": one["msg"], "in": one["loc"][0]}
        for one in error.errors
    ]
    said = "; ".join(f"{one['key']}: {one['problem']}" if one["key"] else str(one["problem"]) for one in errors)
    return Problem(422, "bad-content", said, {"errors": errors}).response()


@api.exception_handler(HttpError)
def _http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return Problem(error.status_code, "bad-request", str(error)).response()


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    return Problem(404, "no-such-address", f"There is nothing at {request.path}").response()


urlpatterns = [path("api/v1/", api.urls)]
