"""How a norm stands over time: the days between two changes told as one stretch."""

from dataclasses import dataclass
from datetime import date, timedelta

from cocket.law.fold import Fold, Standing, Status, elementary_days
from cocket.law.instrument import Instrument, Window
from cocket.law.lawbook import Lawbook

BEFORE = (Standing.NOT_YET, Standing.UNKNOWN_YET)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with one standing for one reason; ``because`` names acts and announcements as ``instrument#act``."""

    during: Window
    standing: Standing
    because: tuple[str, ...]


class Standings:
    """A lawbook's changes in order, ready to be asked about a norm."""

    def __init__(self, lawbook: Lawbook, fold: Fold) -> None:
        self.fold = fold
        self.days = elementary_days(lawbook)

    def of(self, instrument: Instrument, window: Window, part: str | None, known: date) -> tuple[Stretch, ...]:
        """Stretches from the first day on which it holds (or may), as known on ``known``; none where it never does."""
        found: list[tuple[date, Status]] = []
        for day in self.days:
            status = self.fold.status(instrument, window, part, day, known)
            if not found or _alike(found[-1][1]) != _alike(status):
                found.append((day, status))
        last_days = [day - timedelta(days=1) for day, _ in found[1:]]
        return tuple(
            Stretch(Window(since, until), status.standing, status.because)
            for (since, status), until in zip(found, [*last_days, None], strict=True)
            if status.standing not in BEFORE
        )


def _alike(status: Status) -> tuple[Standing, tuple[str, ...]]:
    return status.standing, status.because
