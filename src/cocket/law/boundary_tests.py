"""The first tests of a new instrument: each first and last day from both sides, and goods around each limit.

Every expectation follows from the answers alone, on the day of issue and in a world without later law: on the day the
goods of this instrument need what it says, on the day before they do not. The interpreter must come to the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice

from cocket.law.answers import Ban, Change, Goods, NewInstrument, Party, Reach, ReadingAnswer
from cocket.law.boundary_goods import Meets, NoSuchGoodsError, cases
from cocket.law.check_lawbook import reaches
from cocket.law.condition import leaves
from cocket.law.house_yaml import Plain
from cocket.law.instrument import Effect, LawTest
from cocket.law.lawbook import Lawbook
from cocket.law.new_instrument import USUAL, Example
from cocket.law.shapes import CONTROL_CODE

DAY = timedelta(days=1)
# Yttrium oxide: controlled for every destination since 4 April 2025 (18 of 2025), and not in the annex of 61 of 2025.
LISTED_GOODS: Mapping[str, Plain] = {"kind": "oxide", "composition": {"Y2O3": "100"}, "composition_complete": True}
FILLERS = ("Sn", "Pb", "Ca", "Na", "K", "Cl", "S", "Zn", "Ar")  # the first that no law names stands for the rest
OUTCOME: Mapping[Effect, str] = {
    "licence": "LICENCE_REQUIRED",
    "prohibit": "PROHIBITED",
    "deny": "PRESUMPTIVE_DENIAL",
    "case_by_case": "CASE_BY_CASE",
    "single_only": "LICENCE_REQUIRED_SINGLE_ONLY",
}
LISTED_OUTCOME = {
    "control_list": "PROHIBITED",
    "watch_list": "LICENCE_REQUIRED_SINGLE_ONLY",
    "unreliable_entity_list": "PROHIBITED",
}
FREE: Mapping[str, Plain] = {"outcome": "NOT_CONTROLLED", "codes": []}
MOVED: Mapping[Reach, Mapping[str, Plain]] = {
    "from_china": {},
    "both": {},
    "abroad": {"movement": "reexport_abroad", "origin": "CN"},
}


@dataclass(frozen=True, slots=True)
class Examples:
    """Makes the tests of one instrument; ``lawbook`` gives goods of the instruments that it acts on."""

    new: NewInstrument
    lawbook: Lawbook

    def all(self) -> tuple[Example, ...]:
        """Raises NoSuchGoodsError where answers about one line of goods contradict each other."""
        return tuple(
            example
            for part in (self.goods(), self.changes(), self.readings(), self.bans(), self.parties())
            for example in part
        )

    def untested(self, examples: tuple[Example, ...]) -> tuple[str, ...]:
        """Answers that no test could be made from; of parties the first and the last stand for all."""
        groups = (("goods", self.new.goods), ("changes", self.new.changes), ("readings", self.new.readings))
        tested = {example.about for example in examples}
        every = (f"{name}[{number}]" for name, items in groups for number in range(len(items)))
        return tuple(name for name in every if name not in tested)

    def example(
        self, name: str, about: str, on: date, given: Mapping[str, Plain], expect: Mapping[str, Plain]
    ) -> Example:
        """As known on the day of issue, so that later law does not change what is expected."""
        return Example(name, about, on, self.new.issued, {**USUAL, **given}, expect)

    def goods(self) -> Iterator[Example]:
        follows = self.new.follows
        if follows is None or not self.new.goods:
            return
        moved = {**MOVED[follows.reach], **({"destination": follows.destinations[0]} if follows.destinations else {})}
        for number, one in enumerate(self.new.goods):
            try:
                yield from self._around_limits(one, f"goods[{number}]", moved)
            except NoSuchGoodsError as error:
                error.number = number
                raise
        yield from self._days(moved)

    def _around_limits(self, one: Goods, about: str, moved: Mapping[str, Plain]) -> Iterator[Example]:
        for case in cases(one, self.filler()):
            name = f"{_upper(one.text_en)}, {case.tried}" if case.tried else _upper(one.text_en)
            yield self.example(name, about, self.new.since, {**case.given, **moved}, self.expected(one, case.meets))

    def _days(self, moved: Mapping[str, Plain]) -> Iterator[Example]:
        """The first and last day of the whole instrument, told of its first goods that are certain."""
        certain = [(number, one) for number, one in enumerate(self.new.goods) if not one.remaining]
        for number, one in certain[:1]:
            about, given = f"goods[{number}]", {**next(iter(cases(one, self.filler()))).given, **moved}
            inside = self.expected(one, "inside")
            yield self.example(f"{_upper(one.text_en)} the day before", about, self.new.since - DAY, given, FREE)
            if self.new.until is not None:
                yield self.example(f"{_upper(one.text_en)} on the last day", about, self.new.until, given, inside)
                after = self.new.until + DAY
                yield self.example(f"{_upper(one.text_en)} the day after the last", about, after, given, FREE)

    def expected(self, one: Goods, meets: Meets) -> Mapping[str, Plain]:
        assert self.new.follows is not None
        if meets == "outside":
            return FREE
        if meets == "open":
            return {"outcome": "CONSULT"}
        codes: list[Plain] = [one.code] if CONTROL_CODE.fullmatch(one.code) else []
        return {"outcome": OUTCOME[self.new.follows.effect], "codes": codes}

    def filler(self) -> str:
        """An element that neither the lawbook nor an answer names."""
        named = {
            name
            for one in self.new.goods
            for name in (
                *one.contains,
                *one.contains_any,
                *one.main,
                *one.oxide_of,
                *(limit.of for limit in one.limits),
            )
        }
        for instrument in self.lawbook.instruments:
            conditions = [*(entry.controls for entry in instrument.entries), *(gap.when for gap in instrument.gaps)]
            named |= {str(getattr(x, "fact", "")).partition(".")[2] for c in conditions for x in leaves(c)}
        return next((element for element in FILLERS if element not in named), FILLERS[-1])

    def changes(self) -> Iterator[Example]:
        for number, change in enumerate(self.new.changes):
            for target in change.targets:
                goods = goods_of(self.lawbook, target)
                if goods is not None:
                    yield from self._change(change, f"changes[{number}]", target, goods)

    def _change(self, change: Change, about: str, target: str, goods: LawTest) -> Iterator[Example]:
        """The day before and the first day; of a suspension also the last day and the day after."""
        begins = self.lawbook.by_id[target.partition("#")[0]].in_force.since
        codes = goods.expect["codes"]
        assert isinstance(codes, list)
        needed: dict[str, Plain] = {"outcome": "LICENCE_REQUIRED", "codes": codes}
        halted: dict[str, Plain] = {"outcome": "NOT_REQUIRED_SUSPENDED", "codes": codes}
        free: dict[str, Plain] = {"outcome": "NOT_CONTROLLED"}
        before, after = {
            "suspend": (needed, halted),
            "resume": (halted, needed),
            "repeal": (needed, free),
            "take_over": (needed, needed),
        }[change.do]
        given = plain_goods(goods)
        told = f"Goods of {target}"
        days = [("the day before", change.since - DAY, before), ("from the day on", change.since, after)]
        if change.do == "suspend" and change.last is not None:
            days += [("on the last day", change.last, after), ("the day after the last", change.last + DAY, before)]
        for words, day, expect in days:
            in_force = day >= begins
            yield self.example(f"{told}, {words}", about, day, given, expect if in_force else free)
        if change.do == "suspend" and change.since < begins and (change.last is None or begins <= change.last):
            yield self.example(f"{told}, on the day they were due", about, begins, given, halted)

    def readings(self) -> Iterator[Example]:
        """One entry for each target: readings of a heading say the same of all its entries."""
        for number, reading in enumerate(self.new.readings):
            for target in reading.targets:
                reached = (name for name in self.lawbook.entries if reaches(target, name))
                found = ((name, test) for name in reached for test in tests_naming(self.lawbook, name))
                for name, goods in islice(found, 1):
                    yield from self._reading(reading, f"readings[{number}]", name, goods)

    def _reading(self, reading: ReadingAnswer, about: str, code: str, goods: LawTest) -> Iterator[Example]:
        given = {**plain_goods(goods), "kind": reading.kinds[0]}
        told = f"{_upper(reading.kinds[0].replace('_', ' '))} by the words of {code}"
        inside: dict[str, Plain] = {"outcome": "LICENCE_REQUIRED", "codes": [code]}
        read = inside if reading.reading == "inside" else FREE
        yield self.example(f"{told}, as read", about, self.new.issued, given, read)
        if reading.kinds[0] in self.lawbook.entries[code][1].open_kinds:
            first = self.example(f"{told}, before it was read", about, self.new.issued, given, {"outcome": "CONSULT"})
            yield Example(first.name, about, first.on, self.new.issued - DAY, first.given, first.expect)

    def bans(self) -> Iterator[Example]:
        for number, ban in enumerate(self.new.bans):
            yield from self._ban(ban, f"bans[{number}]")

    def _ban(self, ban: Ban, about: str) -> Iterator[Example]:
        own = next((one for one in self.new.goods if not one.remaining), None)
        goods = LISTED_GOODS if ban.goods == "listed" or own is None else next(iter(cases(own, self.filler()))).given
        met = {
            fact: values[0]
            for fact, values in (
                ("destination", ban.destinations),
                ("end_user_type", ban.end_user_types),
                ("end_use", ban.end_uses),
            )
            if values
        }
        moved = {**goods, **MOVED[ban.reach]}
        banned: dict[str, Plain] = {"outcome": OUTCOME[ban.effect]}
        not_banned = self._without_ban(ban, own)
        yield self.example("What the ban names, on its first day", about, self.new.since, {**moved, **met}, banned)
        yield self.example("The same the day before", about, self.new.since - DAY, {**moved, **met}, self._before(ban))
        for fact in met:
            given = {**moved, **{key: value for key, value in met.items() if key != fact}}
            name = f"What the ban names but for the {fact.replace('_', ' ')}"
            yield self.example(name, about, self.new.since, given, not_banned)

    def _without_ban(self, ban: Ban, own: Goods | None) -> Mapping[str, Plain]:
        if ban.reach == "abroad":
            return {"outcome": "NOT_CONTROLLED"}
        if ban.goods == "own" and own is not None and self.new.follows is not None:
            return {"outcome": OUTCOME[self.new.follows.effect]}
        return {"outcome": "LICENCE_REQUIRED"}

    def _before(self, ban: Ban) -> Mapping[str, Plain]:
        free = ban.goods == "own" or ban.reach == "abroad"
        return {"outcome": "NOT_CONTROLLED" if free else "LICENCE_REQUIRED"}

    def parties(self) -> Iterator[Example]:
        """The first and the last party of the notice, as end users."""
        parties = self.new.parties
        for number in sorted({0, len(parties) - 1} if parties else ()):
            yield from self._party(parties[number], f"parties[{number}]")

    def _party(self, party: Party, about: str) -> Iterator[Example]:
        """A name that could not be read in full leaves it to a person whether the party is meant."""
        given = {key: value for key, value in USUAL.items() if key != "end_user_listed"}
        given |= {**LISTED_GOODS, "end_user": party.name_en}
        all_trade = self.new.list_name == "unreliable_entity_list"
        before: dict[str, Plain] = {"outcome": "NOT_CONTROLLED" if all_trade else "LICENCE_REQUIRED"}
        listed: dict[str, Plain] = {"outcome": LISTED_OUTCOME[self.new.list_name] if party.name_certain else "CONSULT"}
        for words, day, expect in (
            ("the day before it is listed", self.new.since - DAY, before),
            ("on the day it is listed", self.new.since, listed),
        ):
            yield Example(f"{party.name_en} {words}", about, day, self.new.issued, given, expect)


def goods_of(lawbook: Lawbook, target: str) -> LawTest | None:
    """Goods that need a licence by an entry of the instrument named, from the examples beside it.

    None for a single rule of it: what that rule adds cannot be told from the goods alone.
    """
    one = lawbook.by_id.get(target)
    own = {entry.id for entry in one.entries} if one else set()
    for test in one.tests if one else ():
        codes = test.expect.get("codes")
        is_own = isinstance(codes, list) and bool(codes) and set(codes) <= own
        if is_own and test.expect.get("outcome") == "LICENCE_REQUIRED" and "movement" not in test.given:
            return test
    return None


def tests_naming(lawbook: Lawbook, code: str) -> Iterator[LawTest]:
    for one in lawbook.instruments:
        for test in one.tests:
            if test.expect.get("codes") == [code] and test.expect.get("outcome") == "LICENCE_REQUIRED":
                yield test


def plain_goods(test: LawTest) -> dict[str, Plain]:
    """What an example says of its line; the days are told anew, and figures of 99 % are taken as all there is."""
    given = {key: _plain(value) for key, value in test.given.items() if key not in ("date", "known")}
    composition = given.get("composition")
    if isinstance(composition, Mapping) and "composition_complete" not in given:
        shares = [str(share) for share in composition.values()]
        if all(re.fullmatch(r"[0-9]+(\.[0-9]+)?", share) for share in shares):
            given["composition_complete"] = sum(map(Fraction, shares)) >= Fraction(99)
    return given


def _plain(value: object) -> Plain:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return (
        [_plain(inner) for inner in value]
        if isinstance(value, list)
        else value
        if isinstance(value, bool)
        else str(value)
    )


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
