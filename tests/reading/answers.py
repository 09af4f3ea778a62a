"""Puts a description, and what its words truly say, to the checker as lines of an order book."""

from datetime import date
from functools import cache

from bench.reading import Label
from cocket.check.checker import Checker
from cocket.check.described import named_substances
from cocket.determination.determine import regime_law
from cocket.determination.interpreter import possible
from cocket.determination.outcome import FREE, settle
from cocket.determination.read_facts import Line
from cocket.determination.weighing import weigh
from cocket.law.lawbook import load_lawbook
from cocket.quantity.fraction import show_share
from cocket.quantity.interval import Interval

# Two stretches of announcement 10 before announcement 18, 18 alone, the four weeks of 61, and the suspensions.
DAYS = (
    date(2024, 12, 10),
    date(2025, 2, 10),
    date(2025, 6, 20),
    date(2025, 10, 20),
    date(2026, 6, 1),
    date(2027, 2, 1),
)
DESTINATIONS = ("DE", "US")
# What else an exporter would state: nothing but the goods is left open.
CIVIL = {"end_user_listed": False, "end_user_type": "civil", "end_use": "civil"}


@cache
def checker() -> Checker:
    return Checker(load_lawbook())


def described(text: str, **stated: object) -> Line:
    return checker().read({**CIVIL, "destination": "DE", "description": text, **stated})


def truth(label: Label, **stated: object) -> Line:
    """The labelled facts stated in columns; what the words deny stays out, for a denial alone frees nothing."""
    facts: dict[str, object] = {fact: label.said[fact] for fact in ("kind", "family") if fact in label.said}
    shares = label.said.get("share", frozenset())
    assert isinstance(shares, frozenset)
    composition: dict[str, object] = {name: show_share(share) for name, share in shares}
    present = label.said.get("contains", frozenset())
    assert isinstance(present, frozenset)
    named = {symbol for name, _ in shares for symbol in present if symbol in name}
    composition |= dict.fromkeys(present - named, ">=0.01 %")
    if composition:
        facts["composition"] = composition
    if isinstance(purity := label.said.get("purity"), Interval):
        facts["param.purity_pct"] = f">={purity.lo / 10_000_000:.7f}"
    if name := str(label.said.get("substance", "")):
        known = named_substances(checker().lawbook)
        facts["substance"] = next((one for one in (name, name.replace("_", " ")) if one in known), name)
    return checker().read({**CIVIL, "destination": "DE", **facts, **stated})


def is_free(line: Line, day: date) -> bool:
    """Whether the line may go on that day under every regime, whatever is still open."""
    view = checker().time.view(day, checker().lawbook.as_of)
    laws = [regime_law(view, regime) for regime in checker().lawbook.regimes if regime in view.covered]
    return all(settle(possible(law, weigh(law, line.facts))) <= FREE for law in laws)
