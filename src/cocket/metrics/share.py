"""A share of cases with its interval: 19 of 20 and 1,900 of 2,000 are the same share and not the same knowledge."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from cocket.metrics.errors import MetricsError


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole`` cases; ``value``, ``low`` and ``high`` from 0 to 1, None where there is no case at all."""

    part: int
    whole: int
    value: float | None
    low: float | None
    high: float | None


def share(part: int, whole: int, *, confidence: float = 0.95) -> Share:
    """The share with Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209-212).

    It stays within 0 and 1 and says something where all or none were approved, which the usual one does not.
    Raises MetricsError for a part outside the whole.
    """
    if not 0 <= part <= whole:
        raise MetricsError(f"{part} of {whole} is no share")
    if not 0 < confidence < 1:
        raise MetricsError(f"A confidence of {confidence} is not between 0 and 1")
    if not whole:
        return Share(part, whole, None, None, None)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    value = part / whole
    weight = 1 + z * z / whole
    middle = (value + z * z / (2 * whole)) / weight
    half = z * sqrt(value * (1 - value) / whole + z * z / (4 * whole * whole)) / weight
    # at the ends the two are equal by the formula, and rounding must not say otherwise
    low = 0.0 if part == 0 else middle - half
    high = 1.0 if part == whole else middle + half
    return Share(part, whole, value, low, high)
