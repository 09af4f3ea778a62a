"""Which reports a licence makes due, and whether they are overdue. Values in, values out: no clock, no database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from cocket.ledger.exports import Export
from cocket.licensing.licences.condition import ReportDue, ReportedEvent
from cocket.licensing.licences.licence import Licence, LicenceLine

Reported: TypeAlias = Mapping[tuple[str, ReportedEvent], date]
"""(the id of an export, event) -> the day on which the event happened, as it was reported."""


@dataclass(frozen=True, slots=True)
class DueReport:
    """``export``: the id under which the ledger booked it, on ``exported_on``; ``due_on`` is the last day on which the
    report is in time; ``happened_on`` as reported, None as long as nobody did."""

    line: str
    export: str
    event: ReportedEvent
    exported_on: date
    due_on: date
    happened_on: date | None

    def overdue_on(self, day: date) -> bool:
        return self.happened_on is None and day > self.due_on

    def data(self, today: date) -> dict[str, object]:
        return {
            "line": self.line,
            "export": self.export,
            "event": self.event.value,
            "exported_on": self.exported_on.isoformat(),
            "due_on": self.due_on.isoformat(),
            "happened_on": self.happened_on and self.happened_on.isoformat(),
            "overdue": self.overdue_on(today),
        }


def reporting(licence: Licence) -> list[LicenceLine]:
    """Its lines under which something has to be reported."""
    return [line for line in licence.lines if any(isinstance(one, ReportDue) for one in line.conditions)]


def due_reports(licence: Licence, exports: Iterable[Export], reported: Reported) -> Iterator[DueReport]:
    """For each export under a line and each event that the line wants told, in their order. Days count as days of the
    calendar: Decree 792 Art. 18 leaves the time to the licence, which says a number of days."""
    conditions = {line.id: [one for one in line.conditions if isinstance(one, ReportDue)] for line in licence.lines}
    for export in exports:
        for one in conditions.get(export.line, ()):
            due_on = export.day + timedelta(days=one.within_days)
            happened_on = reported.get((export.request, one.event))
            yield DueReport(export.line, export.request, one.event, export.day, due_on, happened_on)
