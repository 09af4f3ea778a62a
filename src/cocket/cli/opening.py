"""Opens the lawbook that the package brings along."""

from cocket.check.checker import Checker
from cocket.law.lawbook import load_lawbook


def open_checker() -> Checker:
    """The checker on the lawbook, from its cache if that is fresh; raises LawError."""
    return Checker(load_lawbook())
