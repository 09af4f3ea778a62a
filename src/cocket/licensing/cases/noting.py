"""What a case's own row says of its events, so that a month of a million cases is asked in one look.

It is what the events say, said again: `note` is called with every one of them, and nothing else writes these columns.
"""

from typing import Final

from cocket.licensing.cases.models import CaseRecord
from cocket.licensing.casework.read_table import casework_table
from cocket.licensing.casework.state import Event
from cocket.licensing.casework.stops import resumed, stopped
from cocket.licensing.records.clock import authority_day

COLUMNS: Final = ("filed", "returned", "accepted", "ended", "stops")
_RETURNS: Final = ("send_back", "return")


def note(record: CaseRecord, event: Event) -> None:
    """``filed`` and ``returned``: the first time; ``accepted`` and ``ended``: when the law's time began and ended."""
    record.filed = record.filed or event.at
    if event.step in _RETURNS:
        record.returned = record.returned or event.at
    match casework_table().steps[event.step].clock:
        case "starts":
            record.accepted = event.at
        case "ends":
            record.ended = event.at
        case "stops":
            record.stops = stopped(record.stops, event.said["ground"], authority_day(event.at))
        case "resumes":
            record.stops = resumed(record.stops, event.said["ground"], authority_day(event.at))
