"""What is wrong with what somebody wants to do with an application that is kept."""

from collections.abc import Sequence
from typing import Final

from cocket.licensing.licences.errors import LicenceError

Change = tuple[str, str, str]
SHOWN: Final = 5


class UnknownApplication(LicenceError):  # noqa: N818  # says what it is
    """No application under that reference, or none that the asker may see."""


class Filed(LicenceError):  # noqa: N818
    """It lies with the authority and is not edited until it comes back."""


class StaleDraft(LicenceError):  # noqa: N818
    """Somebody saved it meanwhile: ``version`` is what it is now, ``changed`` (key, before, after) what differs from
    the version that the asker has seen."""

    def __init__(self, reference: str, seen: int, version: int, changed: Sequence[Change]) -> None:
        shown = changed[:SHOWN]
        told = "; ".join(f"{key}: {before or 'not there'} -> {after or 'gone'}" for key, before, after in shown)
        more = f" and {len(changed) - SHOWN} more" if len(changed) > SHOWN else ""
        what = f"{reference} is in version {version}, and you have seen {seen}: {told or 'nothing differs'}{more}"
        super().__init__(what, "Look at it again, then save", "version")
        self.version, self.changed = version, tuple(changed)
