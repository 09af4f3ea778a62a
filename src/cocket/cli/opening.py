"""Opens the lawbook that the package brings along."""

import gc

from cocket.check.checker import Checker
from cocket.law.lawbook import load_lawbook


def open_checker() -> Checker:
    """The checker on the lawbook, from its cache if that is fresh; raises LawError.

    The law stays while the process lives. It is not looked through for garbage, again and again as it grows and after.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return Checker(load_lawbook())
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
