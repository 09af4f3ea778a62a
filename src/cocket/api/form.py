"""In what form a change is asked for: tested for each operation before anything of the request is read."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from cocket.api.problems import Problem, ProblemError


def refuse_form(request: HttpRequest) -> None:
    """A page in somebody's browser cannot send JSON elsewhere without asking first: so only JSON changes anything,
    and what needs no body wants a token. Raises ProblemError."""
    if request.method == "GET" or request.META.get("CONTENT_LENGTH", "") in ("", "0"):
        return
    if request.content_type != "application/json":
        raise ProblemError(Problem(415, "not-json", "Send the body as Content-Type: application/json"))
    try:
        request.body.decode()
    except RequestDataTooBig:
        raise ProblemError(
            Problem(413, "too-large", "The body is larger than any licence; send one at a time")
        ) from None
    except UnicodeDecodeError as error:
        what = f"Byte {error.start} of the body is not UTF-8. Send it as UTF-8"
        raise ProblemError(Problem(422, "bad-content", what)) from None
