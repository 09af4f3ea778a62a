"""Pages about the law, one description each: an instrument, a party, the index of instruments and that of codes."""

from collections.abc import Iterator

from cocket.law.entry_pages import EntryPages
from cocket.law.instrument import Entry, Instrument, Limit, Listing, Provision
from cocket.law.page import Line, Page, Part
from cocket.law.page_words import codes_expected


class Pages(EntryPages):
    """Every page that the lawbook gives, in one language, as known on one day."""

    def instrument(self, one: Instrument) -> Page:
        dates = self.speech.say(
            "dates", issued=one.issued, window=self.speech.window(one.in_force), checked=one.checked_until
        )
        head = [Line(self.both(one.title)), Line(dates), *self.standing(one, one.in_force, None)]
        if one.made_under:
            head.append(Line(self.speech.say("made_under", names=", ".join(one.made_under))))
        return Page(one.id, self.both(one.number), tuple(head), tuple(self._divisions(one)))

    def _divisions(self, one: Instrument) -> Iterator[Part]:
        say = self.speech.say
        yield from self.part("over_time", self.over_time(one, one.in_force, None))
        yield from self.part("doubts", one.doubts)
        yield from self.part("unverified", one.unverified)
        yield from self.part("notes", one.notes)
        yield from self.part("entries", (self._entry_line(one, entry) for entry in one.entries))
        yield from self.part("rules", (self.rule(one, rule) for rule in one.rules))
        yield from self.part("acts", self._acts(one))
        yield from self.part(
            "gaps", (f"{gap.id}  {gap.at}: {self.both(gap.text)} ({self.either(gap.why)})" for gap in one.gaps)
        )
        yield from self.part("procedure", (f"{r.at}: {self.either(r.says)} → {r.outcome}" for r in one.procedure))
        yield from self.part("provisions", (self._provision(one, provision) for provision in one.provisions))
        if one.list_name:
            key = "binds_abroad" if one.binds_abroad else "binds_here"
            head = say(key, list=self.speech.name("list", one.list_name))
            yield from self.part("listings", [head, *(self.listing(one, listing) for listing in one.listings)])
        own_codes = {entry.id for entry in one.entries if entry.is_code}
        tests = (test for test in one.tests if not codes_expected(test) & own_codes)
        yield from self.part("other_examples" if own_codes else "examples", self.examples(tests))
        key = "read_official" if one.official_text_opened else "read_elsewhere"
        read = (say(key, basis=basis) for basis in one.basis)
        yield from self.part("sources", (*one.sources, *read))

    def _entry_line(self, one: Instrument, entry: Entry) -> Line:
        """A code has a page of its own; a line of an annex is told here."""
        name = f"{entry.id}  {self.both(entry.text)}"
        if entry.is_code:
            return Line(name)
        return Line(name, (Line(entry.at), *self.standing(one, one.in_force, entry.id), *map(Line, self.wanted(entry))))

    def _provision(self, one: Instrument, provision: Provision) -> Line:
        say, name = self.speech.say, self.speech.name
        licences = ", ".join(name("licence_type", licence) for licence in provision.licences)
        head = f"{provision.id}  {provision.at}: {name('provision', provision.kind)}"
        head += f" ({licences})" if licences else ""
        head += f"; {self._limit(provision.limit)}" if provision.limit else ""
        if provision.in_force != one.in_force:
            head += f"; {self.speech.window(provision.in_force)}"
        condition = self.speech.condition(provision.when)
        below = [Line(self.either(provision.says))]
        below += [Line(say("when", condition=condition))] if condition else []
        below += [Line(say("question", question=self.either(provision.question)))] if provision.question else []
        return Line(head, tuple(below))

    def _limit(self, limit: Limit) -> str:
        say, key = self.speech.say, "at_least" if limit.at_least else "at_most"
        figure = say(key, amount=f"{limit.amount:,}", unit=self.speech.name("unit", limit.unit))
        return figure + (say("from_event", event=self.speech.name("event_from", limit.starts)) if limit.starts else "")

    def _acts(self, one: Instrument) -> Iterator[Line]:
        for act in one.acts:
            said = f": {self.either(act.says)}" if act.says else ""
            do = self.speech.name("act", act.reading or act.do)
            below = [Line(self.speech.say("question", question=self.either(act.question)))] if act.question else []
            if act.when is not None:
                below.append(Line(self.speech.say("when", condition=self.speech.condition(act.when))))
            if act.generally:
                below.append(Line(self.speech.say("generally")))
            yield Line(f"{act.id}  {do} {', '.join(act.target)}, {self.speech.window(act.during)}{said}", tuple(below))
        for told in one.announced:
            said = self.speech.say("announced", day=told.said_on, by=told.said_by, until=told.until)
            below = [Line(self.speech.say("question", question=self.either(told.question)))] if told.question else []
            yield Line(f"{told.id}  {said}", (*below, Line(told.source)))

    def party(self, notice: Instrument, listing: Listing) -> Page:
        line = self.listing(notice, listing)
        window = self.speech.window(listing.in_force)
        head = (Line(f"{self.either(notice.number)} ({notice.id}), {window}"), *line.below)
        return Page(line.text, "", head, ())

    def listing(self, notice: Instrument, listing: Listing) -> Line:
        """A party with the steps in the life of its listing."""
        country = f", {listing.country}" if listing.country else ""
        standing = ""
        if self.on is not None:
            status = self.time.fold.listing_status(notice, listing, self.on, self.known)
            standing = ": " + self.speech.name("standing", status.standing.value)
        return Line(f"{listing.id}  {self.both(listing.name)}{country}{standing}", tuple(self._life(notice, listing)))

    def _life(self, notice: Instrument, listing: Listing) -> Iterator[Line]:
        if listing.aliases:
            yield Line(self.speech.say("aliases", names="; ".join(listing.aliases)))
        if not listing.certain:
            yield Line(self.speech.say("doubtful_name"))
        if listing.in_force != notice.in_force:
            yield Line(self.speech.window(listing.in_force))
        for state in listing.states:
            if state.known_from <= self.known:
                named = self.speech.name("state", state.state)
                note = f": {state.note}" if state.note else ""
                yield Line(f"{named}, {self.speech.window(state.during)}{note}")

    def index(self) -> Page:
        """Instruments by the day of issue with their standing on the day of knowledge, and the headings of codes."""
        say = self.speech.say
        head = (
            Line(say("index.checked", checked=self.lawbook.checked_until)),
            Line(say("index.standing", day=self.known)),
        )
        parts = (
            *self.part("index.instruments", (self._in_index(one) for one in self.lawbook.instruments)),
            *self.part("index.headings", (self._heading_in_index(heading) for heading in self.headings())),
        )
        return Page(say("index.title"), "", head, parts)

    def _in_index(self, one: Instrument) -> str:
        status = self.time.fold.status(one, one.in_force, None, self.known, self.known)
        standing = self.speech.name("standing", status.standing.value)
        return f"{one.issued}  {one.id}  {self.either(one.number)}: {self.either(one.title)} ({standing})"

    def _heading_in_index(self, heading: str) -> str:
        held = self.under(heading)
        if len(held) == 1:
            return f"{heading}  {self.both(held[0][1].text)}"
        numbers = dict.fromkeys(self.either(one.number) for one, _ in held)
        return f"{heading}  {self.speech.say('index.codes', count=len(held))}: {', '.join(numbers)}"

    def codes(self) -> Page:
        """Every code by its number."""
        parts = [
            Part(heading, tuple(Line(f"{entry.id}  {self.both(entry.text)}") for _, entry in self.under(heading)))
            for heading in self.headings()
        ]
        return Page(self.speech.say("index.by_number"), "", (), tuple(parts))
