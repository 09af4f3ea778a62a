"""Requests as a busy and careless port would send them: mostly sensible, often at a limit, sometimes wrong."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random

from cocket.ledger import Kind, Part, Period, Request, Terms, closing, movement, opening, usability
from cocket.quantity import Amount, Money, find_unit
from tests.ledger.trade import DAY, KG, LINE, OTHER, THIRD, YEAR_END

CHANGE = DAY + timedelta(days=1)
PERIODS = (Period(DAY, DAY, 19, 19), Period(CHANGE, YEAR_END, 28, None))
LIMITS = {
    LINE: Terms(KG, DAY, YEAR_END, quantity=30, tolerance_quantity=2, value=40, currency="CNY", uses=5),
    OTHER: Terms(KG, DAY, YEAR_END, quantity=45, value=45, currency="CNY", periods=PERIODS),
    THIRD: Terms(KG, DAY - timedelta(days=3), DAY, quantity=32),
}
"""In milligrams and fen: small numbers meet their limits soon."""
RECENT = 300
KINDS = {
    Kind.WRITE_OFF: 30, Kind.RESERVE: 20, Kind.RELEASE: 12, Kind.CORRECT: 15, Kind.EXCESS: 4, Kind.USABLE: 6,
    Kind.UNUSABLE: 2, Kind.CLOSE: 1,
}  # fmt: skip
DAYS = (DAY,) * 12 + (CHANGE,) * 6 + (DAY - timedelta(days=2), DAY + timedelta(days=2))


def many_lines(count: int) -> dict[str, Terms]:
    """The same three kinds of terms, again and again."""
    kinds = list(LIMITS.values())
    return {f"{number}/{one}": kinds[one] for number in range(1, count // 3 + 1) for one in range(3)}


def openings(limits: Mapping[str, Terms] = LIMITS) -> list[Request]:
    return [opening(f"open-{line}", line, terms, DAY) for line, terms in limits.items()]


def random_request(random: Random, id: str, asked: Sequence[Request], limits: Mapping[str, Terms] = LIMITS) -> Request:
    """``asked``: what was asked before and may be repeated, released or corrected."""
    if asked and random.random() < 0.05:
        return random.choice(asked)
    kind = random.choices(list(KINDS), list(KINDS.values()))[0]
    lines = random.sample(list(limits), 1 if random.random() < 0.8 else 2)
    if kind in (Kind.USABLE, Kind.UNUSABLE):
        return usability(id, lines, kind is Kind.USABLE, DAY)
    if kind is Kind.CLOSE:
        return closing(id, lines[:1], DAY) if random.random() < 0.3 else usability(id, lines, True, DAY)
    if asked and random.random() < 0.02:
        id = random.choice(asked).id
    return movement(id, kind, random.choice(DAYS), [_part(random, kind, line, asked) for line in lines])


def _part(random: Random, kind: Kind, line: str, asked: Sequence[Request]) -> Part:
    target = ""
    if kind in (Kind.RELEASE, Kind.CORRECT) or (kind is Kind.WRITE_OFF and random.random() < 0.5):
        wanted = Kind.WRITE_OFF if kind is Kind.CORRECT else Kind.RESERVE
        target = _target(random, line, asked[-RECENT:], wanted)
    whole = kind in (Kind.RELEASE, Kind.CORRECT) and random.random() < 0.3
    unit = find_unit("pcs") if random.random() < 0.02 else KG
    quantity = None if whole else Amount(random.randint(1, 12), unit)
    value = None if whole or random.random() < 0.02 else Money(random.randint(1, 12), "CNY")
    return Part(line, quantity, value, target)


def _target(random: Random, line: str, asked: Sequence[Request], wanted: Kind) -> str:
    named = [one for one in asked if any(part.line == line for part in one.parts)]
    fitting = [one.id for one in named if one.kind is wanted][-6:]
    if fitting and random.random() < 0.95:
        return random.choice(fitting)
    return random.choice([one.id for one in named] or ["nothing"])
