"""Which list reaches firms that its parties own: the law's word on it, with share, days and source.

It stands in ``lawbook/ownership.yaml``, decides no line, and is no part of the lawbook's digest.
"""

from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias, cast, get_args

import msgspec

from cocket.law.fold import Fold
from cocket.law.instrument import Window, Words
from cocket.law.lawbook import LAWBOOK, Lawbook
from cocket.law.read_parts import read_words
from cocket.law.source import Field, read_file
from cocket.quantity.errors import QuantityError
from cocket.quantity.fraction import parse_share

NAME = "ownership.yaml"
OwnershipStanding: TypeAlias = Literal["in_force", "suspended", "unresolved", "not_said"]
_OPTIONAL = ("lists", "forms", "programmes", "by", "days", "question", "unverified")


class OwnershipStep(msgspec.Struct, frozen=True):
    during: Window
    standing: OwnershipStanding


class OwnershipRule(msgspec.Struct, frozen=True, kw_only=True):
    """``lists`` of this lawbook, or imported files of the ``forms``, there only entries with one of ``programmes``.

    ``share_ppb`` or more, or more than it (``above``); ``together``: the shares of several listed parties add up. With
    ``by`` (``instrument#rule``) it stands and falls with that rule; a ``question`` is what the text leaves open.
    """

    id: str
    title: Words
    says: Words
    at: str
    source: str
    share_ppb: int
    above: bool
    together: bool
    lists: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    by: str | None = None
    steps: tuple[OwnershipStep, ...] = ()
    question: Words | None = None
    unverified: Words | None = None


def load_ownership_rules(root: Path = LAWBOOK) -> tuple[OwnershipRule, ...]:
    """Raises LawError for what is not whole."""
    return tuple(map(_read_rule, read_file(root / NAME, NAME).items()))


def standing_of(rule: OwnershipRule, lawbook: Lawbook, on: date, known: date) -> OwnershipStanding | None:
    """How the rule stands on a day; None where it is not there. What its text leaves open is ``not_said``."""
    if rule.by is None:
        return next((step.standing for step in rule.steps if step.during.holds(on)), None)
    name, _, part = rule.by.partition("#")
    instrument = lawbook.by_id[name]
    own = next(one for one in instrument.rules if one.id == part)
    standing = Fold(lawbook).status(instrument, own.in_force, part, on, known).standing.value
    if standing not in get_args(OwnershipStanding):
        return None
    return "not_said" if standing == "in_force" and rule.question else cast(OwnershipStanding, standing)


def _read_rule(field: Field) -> OwnershipRule:
    parts = field.mapping(required=("id", "title", "share", "together", "says", "at", "source"), optional=_OPTIONAL)
    if ("lists" in parts) == ("forms" in parts):
        raise field.refuse("lists of the lawbook or forms of imported files are wanted, one of the two", "Name one")
    if ("by" in parts) == ("days" in parts):
        raise field.refuse("a rule of the lawbook or days are wanted, one of the two", "Write 'by:' or 'days:'")
    share_ppb, above = _read_share(parts["share"])

    def several(key: str) -> tuple[str, ...]:
        return parts[key].texts() if key in parts else ()

    def in_both(key: str) -> Words | None:
        return read_words(parts[key]) if key in parts else None

    return OwnershipRule(
        id=parts["id"].text(),
        title=read_words(parts["title"]),
        says=read_words(parts["says"]),
        at=parts["at"].text(),
        source=parts["source"].text(),
        share_ppb=share_ppb,
        above=above,
        together=parts["together"].boolean(),
        steps=tuple(map(_read_step, parts["days"].items())) if "days" in parts else (),
        lists=several("lists"),
        forms=several("forms"),
        programmes=several("programmes"),
        by=parts["by"].text() if "by" in parts else None,
        question=in_both("question"),
        unverified=in_both("unverified"),
    )


def _read_share(field: Field) -> tuple[int, bool]:
    """``>=50 %`` or ``>50 %``; the interval of the second begins one part per billion above."""
    text = field.text()
    try:
        least = parse_share(text).lo
    except QuantityError as error:
        raise field.refuse(str(error), 'Write ">=50 %" or ">50 %"') from None
    if text.startswith(">="):
        return least, False
    if text.startswith(">"):
        return least - 1, True
    raise field.refuse(f"'{text}' does not say whether the share itself is inside", 'Write ">=50 %" or ">50 %"')


def _read_step(field: Field) -> OwnershipStep:
    parts = field.mapping(required=("from", "standing"), optional=("until",))
    standing = parts["standing"].text()
    if standing not in get_args(OwnershipStanding):
        known = ", ".join(get_args(OwnershipStanding))
        raise parts["standing"].refuse(f"'{standing}' is not known here", f"Write one of: {known}")
    until = parts["until"].day() if "until" in parts else None
    return OwnershipStep(Window(parts["from"].day(), until), cast(OwnershipStanding, standing))
