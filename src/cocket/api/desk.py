"""The authority's desk of this process: whoever starts the server knows where lists of parties are kept, and lays it
out.

A server without lists would screen against fewer than there are and find nobody: it refuses instead.
"""

from collections.abc import Callable
from functools import cache
from threading import Lock

from cocket.law.lawbook import Lawbook, load_lawbook
from cocket.licensing.cases.office import Office

_lock = Lock()
_made: list[Callable[[], Office]] = []


def lay_out(make: Callable[[], Office]) -> None:
    """Once, before the first request."""
    _made[:] = [make]
    _office.cache_clear()


def office() -> Office:
    """Made for the first who asks, one for all threads."""
    with _lock:
        return _office()


@cache
def _office() -> Office:
    assert _made, "whoever starts the server lays the desk out"
    return _made[0]()


@cache
def lawbook() -> Lawbook:
    return load_lawbook()
