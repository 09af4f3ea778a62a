"""What changed between two views of the law, norm by norm.

A view is a lawbook looked at for a day in force and a day of knowledge. Every norm that is published by then has one
state in it; a change is a norm whose states differ. So nothing changes between a view and itself, and changes from a
first view to a second and on to a third add up to those from the first to the third.
"""

from typing import Literal, TypeAlias

import msgspec

from cocket.law.check_lawbook import reaches
from cocket.law.fold import Standing
from cocket.law.instrument import Act, Entry, Gap, Rule, Target
from cocket.law.lawbook import Lawbook
from cocket.law.norms import Key, Norm, Norms

What: TypeAlias = Literal[
    "published",  # known now, in force later
    "in_force",
    "takes_over",  # in force here, where it stood elsewhere before
    "suspended",
    "resumed",
    "unresolved",
    "repealed",
    "taken_over",
    "lapsed",
    "read",  # an entry: official readings of its words came or went
    "announced",  # said by an authority, not law
    "altered",  # the same standing by another act or until another day, or other words
    "not_yet",  # only where one looks backwards
    "not_known",
]


class Change(msgspec.Struct, frozen=True):
    """One norm that differs; None on a side where it is not published (or its lawbook does not hold it)."""

    before: Norm | None
    after: Norm | None

    @property
    def norm(self) -> Norm:
        """The norm as it stands after, or as it stood where it is no longer known."""
        norm = self.after or self.before
        assert norm is not None
        return norm

    @property
    def key(self) -> Key:
        return self.norm.key

    @property
    def what(self) -> What:
        return _what(self.before, self.after)

    @property
    def readings_added(self) -> tuple[str, ...]:
        return _without(self.after, self.before)

    @property
    def readings_gone(self) -> tuple[str, ...]:
        return _without(self.before, self.after)


def _without(one: Norm | None, other: Norm | None) -> tuple[str, ...]:
    kept = other.readings if other else ()
    return tuple(name for name in (one.readings if one else ()) if name not in kept)


def changes(before: Norms, after: Norms) -> tuple[Change, ...]:
    """The norms whose states differ, those of the later view first, in its order."""
    keys = dict.fromkeys((*after, *before))
    pairs = (Change(before.get(key), after.get(key)) for key in keys)
    return tuple(one for one in pairs if _state(one.before) != _state(one.after))


def _state(norm: Norm | None) -> tuple[object, ...] | None:
    return norm.state() if norm else None


def _what(before: Norm | None, after: Norm | None) -> What:
    if after is None:
        return "not_known"
    old, new = (before.status.standing if before else None), after.status.standing
    if after.kind == "announced":
        return "announced"
    if old is new:
        return "read" if before and before.readings != after.readings else "altered"
    match new:
        case Standing.IN_FORCE if old in (Standing.SUSPENDED, Standing.UNRESOLVED):
            return "resumed"
        case Standing.IN_FORCE:
            return "takes_over" if after.elsewhere else "in_force"
        case Standing.SUSPENDED:
            return "suspended"
        case Standing.UNRESOLVED:
            return "unresolved"
        case Standing.LAPSED if after.elsewhere:
            return "taken_over"
        case Standing.LAPSED:
            return "repealed" if after.status.because and after.kind != "listing" else "lapsed"
    return "published" if before is None else "not_yet"


def bears_on_code(change: Change, prefix: str, lawbook: Lawbook) -> bool:
    """Whether the norm speaks of control codes that begin with ``prefix``: by name, or of everything listed.

    Parties and the procedure for licences held speak of no code.
    """
    norm = change.norm
    codes = [name for name in lawbook.entries if name.startswith(prefix)]
    match norm.content:
        case Entry(id=name):
            return name.startswith(prefix)
        case Gap(at=at):
            return prefix in at
        case Act(target=targets):
            return any(_names(target, code, lawbook) for target in targets for code in codes)
        case Rule(on=on):
            return any(_acts_on(norm, on, code, lawbook) for code in codes)
    return False


def _names(target: str, code: str, lawbook: Lawbook) -> bool:
    """Whether an act's target is the code, a heading above it, or the instrument that it stands in."""
    return reaches(target, code) or target == lawbook.entries[code][0].id


def _acts_on(norm: Norm, on: Target, code: str, lawbook: Lawbook) -> bool:
    """Whether a rule of this target reaches the code: by itself, or through the licences that it modifies."""
    assert norm.instrument is not None
    if on.kind == "entries":
        return any(reaches(name, code) for name in on.names)
    if on.kind == "own_entries":
        written, _ = lawbook.entries[code]
        carried = {target for act in norm.instrument.acts if act.do == "carry" for target in act.target}
        return written.id == norm.instrument.id or written.id in carried
    named = [rule.on for rule in norm.instrument.rules if rule.id in on.names]
    return not on.names or any(_acts_on(norm, one, code, lawbook) for one in named)
