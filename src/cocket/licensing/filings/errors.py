"""What is wrong with what somebody wants to do with an application that is kept."""

from collections.abc import Sequence
from typing import Final

from cocket.licensing.filings.faults import pieces, wrong
from cocket.licensing.licences.errors import LicenceError
from cocket.wording.shapes import each_of

Change = tuple[str, str, str]
SHOWN: Final = 5


class UnknownApplication(LicenceError):  # noqa: N818  # says what it is
    """No application under that reference, or none that the asker may see."""


class UnknownDocument(LicenceError):  # noqa: N818
    """No document under that number, or none that the asker may see."""


class UnknownInvitation(LicenceError):  # noqa: N818
    """None that lets the asker in: the same for none, for another's, and for one that is used up or over."""


class TooLarge(LicenceError):  # noqa: N818
    """A document of more bytes than are taken."""


class StoreFault(LicenceError):  # noqa: N818
    """The fault is not the sender's: the folder of documents or the seal keys, which whoever runs this must see to."""


class Filed(LicenceError):  # noqa: N818
    """It lies with the authority and is not edited until it comes back."""


class StaleDraft(LicenceError):  # noqa: N818
    """Somebody saved it meanwhile: ``version`` is what it is now, ``changed`` (key, before, after) what differs from
    the version that the asker has seen."""

    def __init__(self, reference: str, seen: int, version: int, changed: Sequence[Change]) -> None:
        found = wrong("stale", reference=reference, version=version, seen=seen, changed=_told(changed))
        super().__init__(*found, "version")
        self.version, self.changed = version, tuple(changed)


def _told(changed: Sequence[Change]) -> str:
    """The first changes, and how many more there are."""
    if not changed:
        return pieces("no_change")
    shown = [
        pieces("change", key=key, before=before or pieces("not_there"), after=after or pieces("gone"))
        for key, before, after in changed[:SHOWN]
    ]
    told = each_of(shown)
    more = len(changed) - SHOWN
    return pieces("more", changes=told, count=more) if more > 0 else told
