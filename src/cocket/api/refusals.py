"""Which refusals an operation may answer with, as its description lists them."""

from typing import Any, Final

from cocket.api.shapes import ProblemOut

ALWAYS: Final = (400, 401, 403, 503)
"""A name that is not the server's, no token that holds, a role that may not, a database that does not answer."""
CHANGING: Final = (404, 409, 413, 415, 422)
"""What stands against a change besides."""


def refusals(*statuses: int) -> dict[Any, Any]:
    return dict.fromkeys(sorted({*ALWAYS, *statuses}), ProblemOut)
