"""What pages about instruments and about entries tell alike: standing, rules, readings, worked examples."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from cocket.law.condition import Condition
from cocket.law.instrument import Instrument, LawTest, Rule, Window, Words
from cocket.law.page import Line, Part
from cocket.law.standings import Standings
from cocket.law.view import LawInTime


class Speech(Protocol):
    """The words of one language; ``say`` takes keys of pages, ``name`` those of values such as an effect."""

    lang: str

    def say(self, key: str, /, **values: object) -> str: ...
    def name(self, kind: str, value: str) -> str: ...
    def window(self, window: Window) -> str: ...
    def condition(self, condition: Condition) -> str: ...
    def value(self, fact: str, value: str) -> str: ...
    def has_practice(self, condition: Condition) -> bool: ...


class PageWords:
    """``known`` is the day of knowledge; ``on``, where given, the day whose standing stands at the head of a page."""

    def __init__(self, time: LawInTime, speech: Speech, known: date, on: date | None = None) -> None:
        self.time, self.speech, self.known, self.on = time, speech, known, on
        self.lawbook = time.lawbook
        self.standings = Standings(time.lawbook, time.fold)

    def either(self, pair: Words) -> str:
        return pair.zh if self.speech.lang == "zh" else pair.en

    def both(self, pair: Words) -> str:
        """The official words, and ours before them for readers of English."""
        return pair.zh if self.speech.lang == "zh" or pair.zh == pair.en else f"{pair.en}  {pair.zh}"

    def part(self, heading: str, lines: Iterable[Line | str]) -> Iterator[Part]:
        """The division, if there is anything in it."""
        found = tuple(line if isinstance(line, Line) else Line(line) for line in lines)
        if found:
            yield Part(self.speech.say(heading), found)

    def standing(self, one: Instrument, window: Window, part: str | None) -> Iterator[Line]:
        """How it stands on the day asked about, if there is one."""
        if self.on is None:
            return
        status = self.time.fold.status(one, window, part, self.on, self.known)
        because = f" ({', '.join(status.because)})" if status.because else ""
        standing = self.speech.name("standing", status.standing.value) + because
        yield Line(self.speech.say("standing", on=self.on, known=self.known, standing=standing))

    def over_time(self, one: Instrument, window: Window, part: str | None) -> Iterator[str]:
        for stretch in self.standings.of(one, window, part, self.known):
            because = f" ({', '.join(stretch.because)})" if stretch.because else ""
            standing = self.speech.name("standing", stretch.standing.value)
            yield f"{self.speech.window(stretch.during)}: {standing}{because}"

    def rule(self, one: Instrument, rule: Rule, *, named: bool = False) -> Line:
        """A rule with its effect; ``named`` where it stands on a page of another instrument."""
        name = f"{one.id}#{rule.id}" if named else rule.id
        head = f"{name}  {rule.at}: {self.speech.name('effect', rule.effect)}"
        if self.on is not None:
            status = self.time.fold.status(one, rule.in_force, rule.id, self.on, self.known)
            head += f"; {self.speech.name('standing', status.standing.value)}"
        elif rule.in_force != one.in_force:
            head += f"; {self.speech.window(rule.in_force)}"
        when = self.speech.condition(rule.when) or self.speech.say("always")
        return Line(head, (Line(self.either(rule.says)), Line(self.speech.say("when", condition=when))))

    def examples(self, tests: Iterable[LawTest]) -> Iterator[str]:
        """Worked examples with the day they are about and the answer that the law must give."""
        for test in tests:
            days = "" if test.on is None else self.speech.say("example.on", on=test.on)
            if test.on is not None and test.known is not None:
                days = self.speech.say("example.known", on=test.on, known=test.known)
            yield f"{days}{test.name} → {self._expected(test)}"

    def _expected(self, test: LawTest) -> str:
        outcome = test.expect.get("outcome")
        if outcome is None:
            codes = test.expect.get("codes")
            named = ", ".join(map(str, codes)) if isinstance(codes, list) else ""
            return named or self.speech.say("example.no_code")
        return f"{outcome} ({self.speech.name('outcome', str(outcome))})"


def codes_expected(test: LawTest) -> frozenset[str]:
    codes = test.expect.get("codes")
    return frozenset(map(str, codes)) if isinstance(codes, list) else frozenset()
