"""How long until cases are granted, refused or withdrawn, with those still open counted as what they are.

Leaving open cases out makes the authority look faster than it is; counting each outcome for itself and the others as
still open (Kaplan-Meier) makes each look likelier than it is. Aalen and Johansen's estimator does neither.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cocket.metrics.errors import MetricsError

OPEN = 0
"""The outcome of a case that is not decided yet."""


@dataclass(frozen=True, slots=True)
class Curve:
    """``days`` (d,): each day on which something was decided. ``at_risk`` (d,): cases still open just before it.
    ``reached`` (outcomes, d): the share of all cases that had the outcome 1, 2, ... by then; ``still_open`` (d,): the
    rest. Before the first day nothing is reached; after the last, nothing is known beyond it.
    """

    days: npt.NDArray[np.int64]
    at_risk: npt.NDArray[np.int64]
    reached: npt.NDArray[np.float64]
    still_open: npt.NDArray[np.float64]

    def by(self, day: int, outcome: int) -> float:
        """The share with the outcome by that day."""
        place = int(np.searchsorted(self.days, day, side="right"))
        return float(self.reached[outcome - 1, place - 1]) if place else 0.0

    def quantile(self, share: float, outcome: int | None = None) -> int | None:
        """The first day by which the share of all cases was decided, or had one outcome; None where it was not reached.

        Not reached is an answer: of cases half of which are refused, a ninth tenth is never granted.
        """
        if not 0 < share <= 1:
            raise MetricsError(f"A share of {share} is not above 0 and at most 1")
        done = 1 - self.still_open if outcome is None else self.reached[outcome - 1]
        # sums of fractions: a half that comes out as 0.49999999999999994 is a half
        places = np.flatnonzero(done >= share - 1e-12)
        return int(self.days[places[0]]) if len(places) else None


def incidence(durations: npt.ArrayLike, outcomes: npt.ArrayLike, kinds: int) -> Curve:
    """Cumulative incidence by Aalen and Johansen (Scand. J. Stat. 5, 1978, 141-150), censored at the report.

    ``durations`` (n,): whole days, 0 or more, until the outcome or until the report. ``outcomes`` (n,): OPEN or 1 to
    ``kinds``. A case that is still open on a day is at risk for what was decided on that day.
    Raises MetricsError for columns that do not fit.
    """
    days, outcome = _whole(durations, "durations"), _whole(outcomes, "outcomes")
    if days.shape != outcome.shape or days.ndim != 1:
        raise MetricsError(f"{len(days)} durations and {len(outcome)} outcomes")
    if len(days) and (days.min() < 0 or outcome.min() < 0 or outcome.max() > kinds):
        raise MetricsError(f"A duration below 0, or an outcome that is not 0 to {kinds}")
    when, place = np.unique(days, return_inverse=True)
    table = np.bincount(place * (kinds + 1) + outcome, minlength=len(when) * (kinds + 1)).reshape(-1, kinds + 1)
    at_risk = len(days) - np.concatenate([[0], np.cumsum(table.sum(axis=1))[:-1]])[: len(when)]
    decided = table[:, 1:]
    some = decided.any(axis=1)
    when, at_risk, decided = when[some], at_risk[some], decided[some]
    still_open = np.cumprod(1 - decided.sum(axis=1) / at_risk)
    before = np.concatenate([[1.0], still_open[:-1]])[: len(when)]
    reached = np.cumsum(decided.T / at_risk * before, axis=1)
    return Curve(when, at_risk.astype(np.int64), reached, still_open)


def _whole(column: npt.ArrayLike, name: str) -> npt.NDArray[np.int64]:
    found = np.asarray(column)
    if found.size and not np.issubdtype(found.dtype, np.integer):
        raise MetricsError(f"The {name} are no whole numbers")
    return found.astype(np.int64)
