"""A law and lines of any size, made up on the model of the lawbook, for the benchmarks of the kernel.

Modelled on ours: some six entries to a kind of goods; conditions on kinds, elements from the practised floor up with a
doubt below it, families, measured properties and codes taken at the exporter's word; 55 % of entries without a customs
number, and numbers that decide nothing; rules on places, uses, users and a list of parties; acts that suspend, one of
them with an unresolved end. Everything is drawn from a seed.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.columns import Choices, Columns, Numbers
from cocket.law.condition import All, AnyOf, Compare, Condition, Doubt, In, Not
from cocket.law.instrument import Act, Announcement, Entry, Instrument, Listing, Rule, Target, Window, Words
from cocket.law.lawbook import Lawbook, Regime, load_lawbook
from cocket.quantity.interval import PPB

ENTRIES_TO_A_KIND: Final = 6
WITHOUT_A_NUMBER: Final = 0.55
INSTRUMENTS: Final = 10
FLOOR: Final = 100_000
TRACE_MEANT = Words(zh="是否指痕量？", en="is a trace meant?")
FIRST, DAYS = date(2025, 1, 1), 730
ELEMENTS: Final = ("Sm", "Gd", "Tb", "Dy", "Lu", "Sc", "Y", "Ga", "Ge", "Sb", "W", "Te", "Bi", "Mo", "In")
FAMILIES: Final = ("NdFeB", "SmCo", "ferrite", "AlNiCo")
PARAMETERS: Final = tuple(f"param.property_{number}" for number in range(20))
COUNTRIES: Final = tuple(f"{first}{second}" for first in "ABCDEFGHIJKLMNO" for second in "PQRSTUVWXYZ")
USES: Final = ("civil", "military", "wmd", "semiconductors")
USERS: Final = ("civil", "military")
PARTIES: Final = 200
REGIME: Final = "dual_use"
SAYS: Final = Words("甲", "made up")
KNOWN: Final = FIRST + timedelta(days=DAYS)


def made_up_law(entries: int, seed: int = 1, to_a_kind: int = ENTRIES_TO_A_KIND) -> Lawbook:
    """A lawbook of so many entries in ten instruments, and about so many of them to a kind of goods."""
    chance = random.Random(seed)
    kinds = max(1, entries // to_a_kind)
    each = [_instrument(number, chance, kinds, entries) for number in range(INSTRUMENTS)]
    parties = tuple(
        Listing(f"p{number}", Words(f"甲{number}", f"Party {number}"), _from(0)) for number in range(PARTIES)
    )
    listing = _bare("cn/list/2025/1", kind="listing", list_name="control_list", listings=parties)
    paused = (
        Act("a", "1", "suspend", (each[0].id,), Window(_day(200), _day(400))),
        Act("b", "2", "suspend", (each[1].id,), Window(_day(100), _day(300))),
    )
    longer = Announcement("longer", "b", _day(500), _day(250), "an office", "nowhere")
    acts = _bare("cn/acts/2025/1", acts=paused, announced=(longer,))
    real = load_lawbook()
    regimes = {REGIME: Regime(REGIME, SAYS, FIRST, ())}
    return Lawbook(KNOWN, KNOWN, regimes, {}, real.vocabulary, (), (*each, listing, acts), f"made up {entries} {seed}")


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


def _from(number: int) -> Window:
    return Window(_day(number))


def _bare(name: str, **more: object) -> Instrument:
    common: dict[str, object] = {
        "id": name, "file": name, "regime": REGIME, "kind": "announcement", "number": SAYS, "title": SAYS,
        "authority": (), "made_under": (), "issued": FIRST, "in_force": _from(0), "checked_until": KNOWN,
        "sources": (), "known_from": FIRST,
    }  # fmt: skip
    return Instrument(**(common | more))  # type: ignore[arg-type]


def _instrument(number: int, chance: random.Random, kinds: int, entries: int) -> Instrument:
    since = _from(chance.choice((0, 0, 30, 60, 90, 150)))
    share = range(number, entries, INSTRUMENTS)
    own = tuple(_entry(one, chance, kinds) for one in share)
    return _bare(f"cn/office/2025/{number + 1}", in_force=since, entries=own, rules=_rules(number, chance, since))


def _entry(number: int, chance: random.Random, kinds: int) -> Entry:
    hints = () if chance.random() < WITHOUT_A_NUMBER else (f"{chance.randrange(10**9, 10**10)}",)
    return Entry(f"E{number:05}", str(number), SAYS, _controls(number, chance, kinds), is_code=True, hs_hints=hints)


def _controls(number: int, chance: random.Random, kinds: int) -> Condition:
    some = {f"k{number % kinds}"} | ({f"k{chance.randrange(kinds)}"} if chance.random() < 0.2 else set())
    parts: list[Condition] = [In("kind", frozenset(some))]
    shape = chance.random()
    if shape < 0.6:
        parts += [_contains(element) for element in chance.sample(ELEMENTS, chance.choice((1, 1, 2)))]
    if shape < 0.1:
        parts.append(In("family", frozenset(chance.sample(FAMILIES, 1))))
    if 0.5 < shape < 0.9:
        parts += [_measured(fact, chance) for fact in chance.sample(PARAMETERS, chance.choice((1, 2)))]
    if shape > 0.9:
        parts.append(In("control_code", frozenset({f"E{number:05}"})))
    return All(tuple(parts))


def _contains(element: str) -> Condition:
    fact = f"content.{element}"
    trace = All((Compare(fact, "above", 0), Compare(fact, "below", FLOOR), Doubt(TRACE_MEANT)))
    return AnyOf((Compare(fact, "at_least", FLOOR), trace))


def _measured(fact: str, chance: random.Random) -> Condition:
    return Compare(fact, chance.choice(("at_least", "above", "at_most", "below")), chance.randrange(1, 9) * 1_000_000)


def _rules(number: int, chance: random.Random, since: Window) -> tuple[Rule, ...]:
    own = Target("own_entries")
    sent = In("movement", frozenset({"export"}))
    licence = Rule("licence", "1", SAYS, own, sent, "licence", since)
    ban = All((sent, In("destination", frozenset(chance.sample(COUNTRIES, 3)))))
    military = AnyOf((In("end_use", frozenset({"military", "wmd"})), In("end_user_type", frozenset({"military"}))))
    listed = AnyOf(tuple(In(f"{role}@control_list", _tokens(chance)) for role in ("importer", "end_user")))
    by_case = All((In("end_use", frozenset({"semiconductors"})), Not(In("destination", frozenset(COUNTRIES[:4])))))
    return (
        licence,
        Rule("ban", "2", SAYS, own, ban, "prohibit", since),
        Rule("military", "3", SAYS, own, All((sent, military)), "prohibit", since),
        Rule("listed", "4", SAYS, own, All((sent, listed)), "deny", since),
        Rule("by_case", "5", SAYS, own, by_case, "case_by_case", since),
        *((Rule("catch", "6", SAYS, Target("trade"), _wmd(), "catch_all", since),) if number == 0 else ()),
    )


def _wmd() -> Condition:
    return In("end_use", frozenset({"wmd"}))


def _tokens(chance: random.Random) -> frozenset[str]:
    return frozenset(f"p{number}" for number in chance.sample(range(PARTIES), 20))


@dataclass(frozen=True, slots=True)
class Lines:
    """Made-up lines: their facts by column and the day of each, as days since 1970-01-01."""

    columns: Columns
    days: npt.NDArray[np.int64]


def made_up_lines(
    law: Lawbook, rows: int, missing: float = 0.08, seed: int = 1, to_a_kind: int = ENTRIES_TO_A_KIND
) -> Lines:
    """Lines of which about one in sixteen is of a controlled kind with what its entry wants; facts are left out."""
    chance = np.random.default_rng(seed)
    entries = [entry for one in law.instruments for entry in one.entries]
    kinds = max(1, len(entries) // to_a_kind)
    # three in four lines are of kinds that no entry names
    kind = np.where(chance.random(rows) < 0.25, chance.integers(0, kinds, rows), kinds + chance.integers(0, 50, rows))
    choices = {
        "kind": _choice(chance, kind, [f"k{number}" for number in range(kinds + 50)], missing),
        "family": _choice(chance, chance.integers(0, 4, rows), FAMILIES, missing),
        "control_code": _choice(chance, chance.integers(0, len(entries), rows), [one.id for one in entries], 0.9),
        "destination": _choice(chance, chance.integers(0, len(COUNTRIES), rows), COUNTRIES, missing),
        "end_use": _choice(chance, _mostly_first(chance, 4, rows), USES, missing),
        "end_user_type": _choice(chance, _mostly_first(chance, 2, rows), USERS, missing),
        "end_user@control_list": _choice(
            chance, _mostly_first(chance, PARTIES + 1, rows), ["none", *(f"p{one}" for one in range(PARTIES))], missing
        ),
    }
    shares = np.array([0, 0, 0, 50_000, 200_000, 30_000_000])
    numbers = {f"content.{one}": _figure(chance, shares[chance.integers(0, 6, rows)], missing) for one in ELEMENTS}
    for fact in PARAMETERS:
        numbers[fact] = _figure(chance, chance.integers(0, 10_000_000, rows), missing)
    rest = np.full(rows, PPB, np.int64)
    first = (FIRST - date(1970, 1, 1)).days
    return Lines(Columns(rows, choices, numbers, rest), first + chance.integers(0, DAYS, rows))


def _mostly_first(chance: np.random.Generator, count: int, rows: int) -> npt.NDArray[np.int64]:
    return np.where(chance.random(rows) < 0.9, 0, chance.integers(0, count, rows))


def _choice(chance: np.random.Generator, codes: npt.NDArray[np.int64], names: object, missing: float) -> Choices:
    values = (*(frozenset({name}) for name in names), None)  # type: ignore[attr-defined]
    left_out = chance.random(len(codes)) < missing
    return Choices(np.where(left_out, len(values) - 1, codes).astype(np.int32), values)


def _figure(chance: np.random.Generator, figures: npt.NDArray[np.int64], missing: float) -> Numbers:
    return Numbers(figures, figures, chance.random(len(figures)) < missing)
