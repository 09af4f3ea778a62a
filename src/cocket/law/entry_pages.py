"""Pages about entries of control lists and annexes: one entry, or all codes of a heading such as 1C905."""

from collections.abc import Iterator, Sequence

from cocket.law.check_lawbook import reaches
from cocket.law.condition import NEVER
from cocket.law.instrument import Entry, Instrument, Rule
from cocket.law.page import Line, Page, Part
from cocket.law.page_words import PageWords, codes_expected
from cocket.law.readings import readings_of

Held = tuple[Instrument, Entry]


def heading_of(code: str) -> str:
    return code.partition(".")[0]


class EntryPages(PageWords):
    """Tells entries; what holds for all entries of a page is told once, below them."""

    def entry(self, one: Instrument, entry: Entry) -> Page:
        page = self._alone(one, entry)
        return Page(page.name, page.title, page.head, (*page.parts, *self.listed(one, entry)))

    def heading(self, heading: str) -> Page:
        """All codes of a heading, in the order of their numbers."""
        held = self.under(heading)
        pages = [self._alone(*pair) for pair in held]
        shared = _shared(pages)
        inner = tuple(Page(p.name, p.title, p.head, tuple(x for x in p.parts if x not in shared)) for p in pages)
        head = tuple(Line(f"{self.both(one.number)} ({one.id})") for one in {one.id: one for one, _ in held}.values())
        if len(inner) == 1 and inner[0].name == heading:
            return self.entry(*held[0])
        return Page(heading, "", head, (*shared, *self.listed(*held[0])), inner)

    def under(self, heading: str) -> list[Held]:
        found = [pair for name, pair in self.lawbook.entries.items() if pair[1].is_code and reaches(heading, name)]
        return sorted(found, key=lambda pair: _in_order(pair[1].id))

    def headings(self) -> list[str]:
        codes = (name for name, (_, entry) in self.lawbook.entries.items() if entry.is_code)
        return sorted({heading_of(code) for code in codes})

    def _alone(self, one: Instrument, entry: Entry) -> Page:
        head = (
            Line(f"{self.either(one.number)} ({one.id}), {entry.at}"),
            *self.standing(one, one.in_force, entry.id),
            *map(Line, self.wanted(entry)),
        )
        return Page(entry.id, self.both(entry.text), head, tuple(self._parts(one, entry)))

    def wanted(self, entry: Entry) -> Iterator[str]:
        """What the entry controls, in words, with its doubts and hints."""
        say = self.speech.say
        yield say("controls", condition=self.speech.condition(entry.controls))
        if entry.open_kinds:
            kinds = ", ".join(self.speech.value("kind", kind) for kind in sorted(entry.open_kinds))
            yield say("open_kinds", kinds=kinds)
        if entry.might_reach != NEVER:
            yield say("open_kinds", kinds=self.speech.condition(entry.might_reach))
        if entry.hs_hints:
            confidence = self.speech.name("confidence", entry.hs_confidence)
            yield say("hs", numbers=", ".join(entry.hs_hints), confidence=confidence)
        if entry.one_of:
            yield say("one_of", group=entry.one_of)
        if entry.yields_to:
            yield say("yields_to", codes=", ".join(entry.yields_to))
        if self.speech.has_practice(entry.controls):
            yield say("practice")
        if entry.question:
            yield say("question", question=self.either(entry.question))

    def _parts(self, one: Instrument, entry: Entry) -> Iterator[Part]:
        yield from self.part("over_time", self._under_each(one, entry))
        yield from self.part("licence", self.following(one, entry))
        yield from self.part("readings", self.readings(entry))
        tests = [test for bearer in self.bearers(one) for test in bearer.tests if entry.id in codes_expected(test)]
        yield from self.part("examples", self.examples(tests))

    def _under_each(self, one: Instrument, entry: Entry) -> Iterator[Line]:
        """Over time, under the instrument that enacted it and under each that took it over."""
        windows = [
            (one, one.in_force),
            *((other, act.during) for other, act in self.time.fold.carriers.get(one.id, ())),
        ]
        for bearer, window in windows:
            lines = self.over_time(bearer, window, entry.id)
            if len(windows) == 1:
                yield from map(Line, lines)
            else:
                yield Line(bearer.id, tuple(map(Line, lines)))

    def bearers(self, one: Instrument) -> tuple[Instrument, ...]:
        """The instrument that enacted entries, and those that took them over."""
        return (one, *(other for other, _ in self.time.fold.carriers.get(one.id, ())))

    def following(self, one: Instrument, entry: Entry) -> Iterator[Line]:
        """Rules on the entries of the instruments that bear it, and rules of any instrument that name it."""
        bearers = {bearer.id for bearer in self.bearers(one)}
        for other, rule in self._rules(one.regime):
            own = rule.on.kind == "own_entries" and other.id in bearers
            same_place = entry.is_code or other is one
            by_name = rule.on.kind == "entries" and any(reaches(name, entry.id) for name in rule.on.names)
            if own or (by_name and same_place):
                yield self.rule(other, rule, named=other is not one)

    def listed(self, one: Instrument, entry: Entry) -> Iterator[Part]:
        """Rules on everything that is listed; they are told by name, their own page says the rest."""
        rules = [(other, rule) for other, rule in self._rules(one.regime) if rule.on.kind == "listed"]
        effects = (
            f"{other.id}#{rule.id}, {rule.at}: {self.speech.name('effect', rule.effect)}" for other, rule in rules
        )
        yield from self.part("listed", effects if entry.is_code else ())

    def _rules(self, regime: str) -> Iterator[tuple[Instrument, Rule]]:
        for other in self.lawbook.instruments:
            if other.regime == regime and other.known_from <= self.known:
                yield from ((other, rule) for rule in other.rules)

    def readings(self, entry: Entry) -> Iterator[Line]:
        for reading in readings_of(self.lawbook, entry, self.known):
            act = reading.act
            said = self.either(act.says) if act.says else ""
            below = []
            if act.when is not None:
                below.append(Line(self.speech.say("when", condition=self.speech.condition(act.when))))
            if act.generally:
                below.append(Line(self.speech.say("generally")))
            yield Line(
                f"{reading.name}, {act.at}: {self.speech.name('act', act.reading or act.do)}: {said}", tuple(below)
            )


def _shared(pages: Sequence[Page]) -> tuple[Part, ...]:
    """Parts that say the same of every entry."""
    first, *others = pages
    return tuple(part for part in first.parts if all(part in other.parts for other in others))


def _in_order(code: str) -> tuple[tuple[int, str], ...]:
    """Numbers by value: 1C905.a.10 after 1C905.a.9."""
    return tuple((int(piece), "") if piece.isdigit() else (0, piece) for piece in code.split("."))
