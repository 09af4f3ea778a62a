"""How long a licence of a kind may run, by the law in force on the day of issue. The figures stand in the lawbook."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from cocket.law.fold import Fold, Standing
from cocket.law.instrument import Instrument, Provision
from cocket.law.lawbook import Lawbook
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.faults import wrong
from cocket.licensing.licences.licence import Kind, Licence

BINDING = (Standing.IN_FORCE, Standing.UNRESOLVED)
"""What may have been suspended is kept to until that is certain."""


def refuse_beyond_law(licence: Licence, lawbook: Lawbook) -> None:
    """Raises LicenceError for a licence that ends later than the law allows, or of a kind it does not know."""
    if licence.regime not in lawbook.regimes:
        raise LicenceError(*wrong("regime", regime=licence.regime, known=tuple(lawbook.regimes)), "regime")
    found = list(_validity(lawbook, licence.regime, licence.kind, licence.issued_on))
    if not found:
        of = {"kind": licence.kind, "regime": licence.regime, "day": licence.issued_on}
        raise LicenceError(*wrong("no_validity", **of), "kind")
    # of two that say the same the newer is cited
    one, part, last = min(reversed(found), key=lambda each: each[2])
    if licence.valid_until > last:
        of = {"kind": licence.kind, "day": licence.issued_on, "last": last}
        raise LicenceError(*wrong("too_long", number=one.number.en, at=part.at, **of), "valid_until")


def _validity(lawbook: Lawbook, regime: str, kind: Kind, day: date) -> Iterator[tuple[Instrument, Provision, date]]:
    """Each provision that limits the validity, and the last day by it."""
    fold = Fold(lawbook)
    for one in lawbook.instruments:
        for part in one.provisions if one.regime == regime else ():
            if part.kind != "validity" or kind not in part.licences or part.limit is None:
                continue
            assert part.limit.unit == "years" and part.limit.starts == "issue"  # the only form the lawbook has so far
            if fold.status(one, part.in_force, part.id, day, day).standing in BINDING:
                yield one, part, years_after(day, part.limit.amount)


def years_after(day: date, years: int) -> date:
    """The same day of a later year, which still belongs to the time (the day of issue does not count)."""
    return months_after(day, years * 12)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
