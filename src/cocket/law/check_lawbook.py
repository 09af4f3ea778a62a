"""Checks that only the whole lawbook can fail: names that must exist once, targets, conflicts without an order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from cocket.law.condition import Condition, In, leaves
from cocket.law.errors import LawError
from cocket.law.instrument import Act, Instrument


def check_lawbook(instruments: tuple[Instrument, ...]) -> None:
    """Raises LawError for the first inconsistency between instruments (its line is found by the caller)."""
    _check_names(instruments)
    for instrument in instruments:
        _check_acts(instrument, instruments)
        _check_rules(instrument, instruments)
        _check_entries(instrument, instruments)
        _check_provisions(instrument, instruments)
    _check_suspensions(instruments)
    _check_readings(instruments)


def _refuse(instrument: Instrument, key: str, problem: str, remedy: str) -> LawError:
    return LawError(file=instrument.file, line=0, key=key, problem=problem, remedy=remedy)


def _check_names(instruments: tuple[Instrument, ...]) -> None:
    seen: dict[str, str] = {}
    for instrument in instruments:
        entries = [entry.id for entry in instrument.entries]
        listings = [listing.id for listing in instrument.listings]
        for name in (instrument.id, *entries, *listings):
            if name in seen:
                raise _refuse(instrument, name, f"'{name}' stands in {seen[name]} as well", "Keep it in one place")
            seen[name] = instrument.file
        parts = Counter(part_names(instrument))
        for name, count in parts.items():
            if count > 1:
                raise _refuse(instrument, name, f"'{name}' names {count} parts", "Give each its own id")
        if instrument.listings and instrument.list_name is None:
            raise _refuse(instrument, "listings", "listings of which list?", "Add 'list: control_list' or another")


def part_names(instrument: Instrument) -> Iterator[str]:
    """The ids by which other instruments may name a part of this one."""
    yield from (rule.id for rule in instrument.rules)
    yield from (act.id for act in instrument.acts)
    yield from (gap.id for gap in instrument.gaps)
    yield from (provision.id for provision in instrument.provisions)


def _check_acts(instrument: Instrument, instruments: tuple[Instrument, ...]) -> None:
    parts = {one.id: {*part_names(one), *(entry.id for entry in one.entries)} for one in instruments}
    for act in instrument.acts:
        if act.do == "interpret":
            _check_reading(instrument, act, instruments)
            continue
        for target in act.target:
            name, _, part = target.partition("#")
            if name not in parts or (part and part not in parts[name]):
                remedy = "Name an instrument of the lawbook, or instrument#part"
                raise _refuse(instrument, act.id, f"there is no '{target}'", remedy)
    for act in instrument.acts:
        if act.do == "carry":
            _check_carry(instrument, act)
    announced = {act.id for act in instrument.acts} | {"listings"}
    for said in instrument.announced:
        if said.about not in announced:
            raise _refuse(instrument, said.id, f"'{said.about}' is no act here", f"Name one of: {', '.join(announced)}")


def _check_carry(instrument: Instrument, act: Act) -> None:
    """Entries taken over must end where they stood, and lead to something where they now stand."""
    ended = {
        t for one in instrument.acts if one.do == "repeal" and one.during.since == act.during.since for t in one.target
    }
    if not set(act.target) <= ended:
        remedy = "Repeal the same instruments from the same day"
        raise _refuse(instrument, act.id, "entries taken over would stand in two places", remedy)
    if not any(rule.on.kind == "own_entries" for rule in instrument.rules):
        remedy = "Add a rule on {entries: own}"
        raise _refuse(instrument, act.id, "nothing would follow from the entries taken over", remedy)


def _check_reading(instrument: Instrument, act: Act, instruments: Iterable[Instrument]) -> None:
    """A reading of words that no targeted entry has would never speak."""
    entries = [entry for one in instruments for entry in one.entries]
    for target in act.target:
        if not any(reaches(target, entry.id) for entry in entries):
            raise _refuse(instrument, act.id, f"there is no entry '{target}'", "Name an entry or a heading above some")
    reached = [entry for entry in entries if any(reaches(target, entry.id) for target in act.target)]
    left_open = frozenset[str]().union(*(entry.open_kinds | _named_kinds(entry.might_reach) for entry in reached))
    named = _kinds(act) - frozenset[str]().union(*(_named_kinds(entry.controls) for entry in reached))
    if not named <= left_open:
        problem = f"no targeted entry leaves {', '.join(sorted(named - left_open))} open"
        raise _refuse(instrument, act.id, problem, "Add the kind to the entry's open_kinds, or drop it here")


def _check_rules(instrument: Instrument, instruments: tuple[Instrument, ...]) -> None:
    own = {rule.id for rule in instrument.rules}
    for rule in instrument.rules:
        if rule.on.kind == "licence" and not set(rule.on.names) <= own:
            remedy = "Name rules of this instrument, or any"
            raise _refuse(instrument, rule.id, f"no licence rule {', '.join(rule.on.names)} here", remedy)
        for name in rule.on.names if rule.on.kind == "entries" else ():
            if not _is_written(name, instruments):
                remedy = "Name an entry, or a code that a gap stands for"
                raise _refuse(instrument, rule.id, f"no entry and no gap is '{name}'", remedy)


def _is_written(name: str, instruments: Iterable[Instrument]) -> bool:
    """Whether the name is an entry, a heading, or a code whose particulars a gap says are missing."""
    return any(
        any(reaches(name, entry.id) for entry in one.entries) or any(name in gap.at for gap in one.gaps)
        for one in instruments
    )


def _check_entries(instrument: Instrument, instruments: tuple[Instrument, ...]) -> None:
    ids = {entry.id for one in instruments for entry in one.entries}
    groups = Counter(entry.one_of for one in instruments for entry in one.entries if entry.one_of)
    for entry in instrument.entries:
        missing = [name for name in entry.yields_to if name not in ids]
        if missing:
            raise _refuse(
                instrument, entry.id, f"yields to {', '.join(missing)}, which stands nowhere", "Name an entry"
            )
        if entry.one_of and groups[entry.one_of] < 2:
            remedy = "Leave one_of out, or give its siblings the same"
            raise _refuse(instrument, entry.id, f"is alone in the group {entry.one_of}", remedy)


def _check_provisions(instrument: Instrument, instruments: tuple[Instrument, ...]) -> None:
    """Time that does not count must not count towards something."""
    clocks = {f"{one.id}#{clock.id}" for one in instruments for clock in one.provisions if clock.kind == "clock"}
    for provision in instrument.provisions:
        for name in provision.stops:
            whole = name if "#" in name else f"{instrument.id}#{name}"
            if whole not in clocks:
                raise _refuse(instrument, provision.id, f"there is no clock '{name}'", "Name a provision of kind clock")


def reaches(prefix: str, name: str) -> bool:
    """Whether a target such as ``1C904`` or ``annex1.part2`` names the entry or a heading above it."""
    return name == prefix or name.startswith(prefix + ".")


@lru_cache(maxsize=4096)
def headings(name: str) -> frozenset[str]:
    """The entry and the headings above it: every target that ``reaches`` it."""
    parts = name.split(".")
    return frozenset(".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _check_suspensions(instruments: tuple[Instrument, ...]) -> None:
    """Two suspensions of one norm on one day would give that day two answers."""
    acts = [(one, act) for one in instruments for act in one.acts if act.do == "suspend"]
    for (first, one), (second, other) in combinations(acts, 2):
        shared = [a for a in one.target for b in other.target if _same_part(a, b)]
        apart = (one.during.until is not None and one.during.until < other.during.since) or (
            other.during.until is not None and other.during.until < one.during.since
        )
        if shared and not apart:
            problem = f"{first.id}#{one.id} and {second.id}#{other.id} both suspend {', '.join(shared)} on some days"
            raise _refuse(second, other.id, problem, "End one before the other begins")


def _same_part(one: str, other: str) -> bool:
    """The same target, or a whole instrument and a part of it."""
    (first, _, part), (second, _, other_part) = one.partition("#"), other.partition("#")
    return first == second and (not part or not other_part or part == other_part)


def _check_readings(instruments: tuple[Instrument, ...]) -> None:
    """Two readings of the same words that differ need an order."""
    acts = [(one, act) for one in instruments for act in one.acts if act.do == "interpret"]
    for (first, one), (second, other) in combinations(acts, 2):
        kinds, others = _kinds(one), _kinds(other)
        if one.reading == other.reading or (kinds and others and not kinds & others):
            continue
        if not any(reaches(a, b) or reaches(b, a) for a in one.target for b in other.target):
            continue
        ordered = f"{first.id}#{one.id}" in other.overrides or f"{second.id}#{other.id}" in one.overrides
        if not ordered:
            problem = f"{first.id}#{one.id} and {second.id}#{other.id} read the same words differently"
            raise _refuse(second, other.id, problem, "Add 'overrides: [instrument#act]' to the one that prevails")


def _kinds(act: Act) -> frozenset[str]:
    """The kinds of goods that a reading speaks of; none named means any."""
    return _named_kinds(act.when) if act.when is not None else frozenset()


def _named_kinds(condition: Condition) -> frozenset[str]:
    kinds = [leaf.values for leaf in leaves(condition) if isinstance(leaf, In) and leaf.fact == "kind"]
    return frozenset[str]().union(*kinds)
