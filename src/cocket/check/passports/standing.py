"""What still stands of a passport, now that others were given: nobody is held to a word that was taken back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cocket.check.composition_text import CONTENT
from cocket.check.passports.makeup import holding
from cocket.check.passports.passport import COMPLETE, WHOLE, Passport


@dataclass(frozen=True, slots=True)
class Revision:
    """What an answer that was given in view of an earlier one says otherwise."""

    fact: str
    before: str
    said_on: date


def standing(passport: Passport, others: Iterable[Passport]) -> dict[str, str]:
    """The facts of a passport that nobody took back: by an answer given in view of it, or by a later "unknown"."""
    every = list(others)
    facts = dict(passport.facts)
    for other in every:
        if passport.id in other.replaces:
            facts = _without(facts, (*other.facts, *other.unknown))
        elif other is not passport and other.said_on >= passport.said_on and other.id not in passport.replaces:
            taken_back = [fact for fact in other.unknown if not _answered_since(other, fact, every)]
            facts = _without(facts, taken_back)
    return facts


def revisions(passport: Passport, others: Iterable[Passport]) -> Iterator[Revision]:
    """What the passports that it replaces stated otherwise; nobody is to learn of that by chance only."""
    for other in others:
        for fact, before in other.facts.items() if other.id in passport.replaces else ():
            left_out = "0" if fact.startswith(CONTENT) and COMPLETE in passport.facts else before
            if passport.facts.get(fact, left_out) != before:
                yield Revision(fact, before, other.said_on)


def _answered_since(doubter: Passport, fact: str, others: Iterable[Passport]) -> bool:
    """Whether an answer in view of an "unknown" has replaced it."""
    return any(
        doubter.id in one.replaces and fact in (*one.facts, *one.unknown, *([WHOLE] if COMPLETE in one.facts else []))
        for one in others
    )


def _without(facts: Mapping[str, str], spoken: Iterable[str]) -> dict[str, str]:
    """The facts without those spoken of; a composition that loses a part is no longer known to be complete."""
    left = dict(facts)
    for fact in spoken:
        if fact in (WHOLE, COMPLETE):
            gone = {key for key in left if key.startswith(CONTENT)} | {COMPLETE}
        elif fact.startswith(CONTENT):
            symbol = fact.removeprefix(CONTENT)
            names = [key.removeprefix(CONTENT) for key in left if key.startswith(CONTENT)]
            gone = {CONTENT + name for name in holding(names, symbol)} | {fact, COMPLETE}
        else:
            gone = {fact}
        left = {key: value for key, value in left.items() if key not in gone}
    return left
