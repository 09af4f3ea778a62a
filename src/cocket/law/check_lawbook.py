"""Checks that only the whole lawbook can fail: names that must exist once, targets, conflicts without an order."""

from collections import Counter
from itertools import combinations

from cocket.law.condition import In, leaves
from cocket.law.errors import LawError
from cocket.law.instrument import Act, Instrument


def check_lawbook(instruments: tuple[Instrument, ...]) -> None:
    """Raises LawError for the first inconsistency between instruments."""
    _check_names(instruments)
    for instrument in instruments:
        _check_targets(instrument, instruments)
    _check_suspensions(instruments)
    _check_readings(instruments)


def _refuse(instrument: Instrument, key: str, problem: str, remedy: str) -> LawError:
    return LawError(file=f"{instrument.id}.yaml", line=1, key=key, problem=problem, remedy=remedy)


def _check_names(instruments: tuple[Instrument, ...]) -> None:
    seen: dict[str, str] = {}
    for instrument in instruments:
        names = [entry.id for entry in instrument.entries] + [listing.id for listing in instrument.listings]
        for name in names:
            if name in seen:
                raise _refuse(instrument, name, f"'{name}' stands in {seen[name]} as well", "Keep it in one place")
            seen[name] = instrument.id
        parts = Counter(part.id for group in (instrument.rules, instrument.acts, instrument.gaps) for part in group)
        for name, count in parts.items():
            if count > 1:
                raise _refuse(instrument, name, f"'{name}' names {count} parts", "Give each its own id")
        if instrument.listings and instrument.list_name is None:
            raise _refuse(instrument, "listings", "listings of which list?", "Add 'list: control_list' or another")


def _check_targets(instrument: Instrument, instruments: tuple[Instrument, ...]) -> None:
    ids = {one.id for one in instruments}
    entries = [entry.id for one in instruments for entry in one.entries]
    own = {rule.id for rule in instrument.rules}
    for act in instrument.acts:
        for target in act.target:
            is_entry = any(reaches(target, entry) for entry in entries)
            if not (is_entry if act.do == "interpret" else target.partition("#")[0] in ids):
                raise _refuse(
                    instrument,
                    act.id,
                    f"there is no '{target}'",
                    "Name an entry or an instrument in the lawbook",
                )
    for rule in instrument.rules:
        if rule.on.kind == "licence" and not set(rule.on.names) <= own:
            raise _refuse(
                instrument,
                rule.id,
                f"no licence rule {rule.on.names}",
                "Name rules of this instrument, or any",
            )
    announced = {act.id for act in instrument.acts} | {"listings"}
    for said in instrument.announced:
        if said.about not in announced:
            raise _refuse(instrument, said.id, f"'{said.about}' is no act here", f"Name one of: {', '.join(announced)}")


def reaches(prefix: str, name: str) -> bool:
    """Whether a target such as ``1C904`` or ``annex1.part2`` names the entry or a heading above it."""
    return name == prefix or name.startswith(prefix + ".")


def _check_suspensions(instruments: tuple[Instrument, ...]) -> None:
    """Two suspensions of one norm on one day would give that day two answers."""
    acts = [(one, act) for one in instruments for act in one.acts if act.do == "suspend"]
    for (first, one), (second, other) in combinations(acts, 2):
        shared = set(one.target) & set(other.target)
        apart = (one.during.until is not None and one.during.until < other.during.since) or (
            other.during.until is not None and other.during.until < one.during.since
        )
        if shared and not apart:
            problem = f"{first.id}#{one.id} and {second.id}#{other.id} both suspend {', '.join(shared)} on some days"
            raise _refuse(second, other.id, problem, "End one before the other begins")


def _check_readings(instruments: tuple[Instrument, ...]) -> None:
    """Two readings of the same words that differ need an order."""
    acts = [(one, act) for one in instruments for act in one.acts if act.do == "interpret"]
    for (first, one), (second, other) in combinations(acts, 2):
        if one.reading == other.reading or not _kinds(one) & _kinds(other):
            continue
        if not any(reaches(a, b) or reaches(b, a) for a in one.target for b in other.target):
            continue
        ordered = f"{first.id}#{one.id}" in other.overrides or f"{second.id}#{other.id}" in one.overrides
        if not ordered:
            problem = f"{first.id}#{one.id} and {second.id}#{other.id} read the same words differently"
            raise _refuse(second, other.id, problem, "Add 'overrides: [instrument#act]' to the one that prevails")


def _kinds(act: Act) -> frozenset[str]:
    if act.when is None:
        return frozenset()
    kinds = [leaf.values for leaf in leaves(act.when) if isinstance(leaf, In) and leaf.fact == "kind"]
    return frozenset().union(*kinds)
