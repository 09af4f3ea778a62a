"""``cocket law show``: one instrument, one entry of a control list, or one listed party, as it stands on a day."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, today, with_known, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.instrument import Entry, Instrument, Listing, Rule
    from cocket.law.instrument import Words as Pair
    from cocket.law.lawbook import Lawbook
    from cocket.law.view import LawInTime

NEAR_SHOWN = 5


@click.command("show", help=help_on("law.show"))
@click.argument("name", metavar="ID_OR_CODE_OR_PARTY")
@click.option("--on", type=Day(), default=today, metavar="DATE", help=help_on("law.show.on"))
@with_known
@with_language
def law_show(name: str, on: date, known: date, words: Words) -> int:
    from cocket.law.lawbook import load_lawbook
    from cocket.law.view import LawInTime

    page = Page(LawInTime(load_lawbook()), on, known, words)
    for line in page.find(name.strip()):
        click.echo(line)
    return 0


class Page:
    """Tells one part of the lawbook, line by line."""

    def __init__(self, time: "LawInTime", on: date, known: date, words: Words) -> None:
        from cocket.cli.condition_words import Phrases

        self.time, self.on, self.known, self.words = time, on, known, words
        self.lawbook: Lawbook = time.lawbook
        self.phrases = Phrases(words, time.lawbook.vocabulary)

    def find(self, name: str) -> Iterator[str]:
        """The lines for whatever carries this name; raises InputError with the nearest names."""
        if name in self.lawbook.entries:
            return self.entry(*self.lawbook.entries[name])
        instruments = [one for one in self.lawbook.instruments if is_called(one, name)]
        if len(instruments) == 1:
            return self.instrument(instruments[0])
        parties = [pair for pair in self.lawbook.listings.values() if is_party(pair[1], name)]
        if parties and not instruments:
            return (line for pair in parties for line in self.party(*pair))
        raise self._unknown(name, [one.id for one in instruments])

    def _unknown(self, name: str, several: list[str]) -> Exception:
        import difflib

        from cocket.cli.faults import InputError

        if several:
            what = self.words.say("law.show.several", names=", ".join(several))
            return InputError(what, where=name, remedy=self.words.say("law.show.write_one"))
        known = [*self.lawbook.entries, *(one.id for one in self.lawbook.instruments)]
        begun = [one for one in known if one.startswith(name)]
        near = (begun or difflib.get_close_matches(name, known, n=NEAR_SHOWN))[:NEAR_SHOWN]
        remedy = self.words.say("law.show.near", names=", ".join(near)) if near else self.words.say("law.show.look")
        return InputError(self.words.say("law.show.unknown"), where=name, remedy=remedy)

    def say(self, key: str, /, **values: object) -> str:
        return self.words.say(f"law.show.{key}", **values)

    def either(self, pair: "Pair") -> str:
        return pair.zh if self.words.lang == "zh" else pair.en

    def both(self, pair: "Pair") -> str:
        """The official words, and ours beside them for readers of English."""
        return pair.zh if self.words.lang == "zh" or pair.zh == pair.en else f"{pair.en}  {pair.zh}"

    def instrument(self, one: "Instrument") -> Iterator[str]:
        from cocket.cli.law_list import in_words

        yield f"{one.id}  {self.both(one.number)}"
        yield self.both(one.title)
        yield self.say("dates", issued=one.issued, window=in_words(one.in_force, self.words), checked=one.checked_until)
        yield self.standing(one, None)
        yield from self._listed("sources", one.sources)
        yield from self._listed("doubts", one.doubts)
        yield from self._listed("unverified", one.unverified)
        yield from self._listed("notes", one.notes)
        yield from self._listed("entries", [f"{entry.id}  {self.both(entry.text)}" for entry in one.entries])
        yield from self._listed("rules", [line for rule in one.rules for line in self.rule(one, rule)])
        yield from self._listed("acts", list(self.acts(one)))
        yield from self._listed("gaps", [f"{gap.id}  {self.both(gap.text)} ({gap.why})" for gap in one.gaps])
        yield from self._listed("procedure", [f"{r.at}: {self.either(r.says)} → {r.outcome}" for r in one.procedure])
        yield from self._listed("listings", [self.listed_line(one, listing) for listing in one.listings])

    def _listed(self, heading: str, lines: object) -> Iterator[str]:
        found = list(lines) if isinstance(lines, list | tuple) else []
        if found:
            yield ""
            yield self.say(heading)
            yield from (f"  {line}" for line in found)

    def standing(self, one: "Instrument", part: str | None) -> str:
        status = self.time.fold.status(one, one.in_force, part, self.on, self.known)
        because = f" ({', '.join(status.because)})" if status.because else ""
        standing = self.words.name("standing", status.standing.value) + because
        return self.say("standing", on=self.on, known=self.known, standing=standing)

    def rule(self, one: "Instrument", rule: "Rule") -> Iterator[str]:
        status = self.time.fold.status(one, rule.in_force, rule.id, self.on, self.known)
        effect = self.words.name("effect", rule.effect)
        standing = self.words.name("standing", status.standing.value)
        yield f"{rule.id}  {rule.at}: {effect}; {standing}"
        yield f"    {self.either(rule.says)}"
        yield f"    {self.say('when', condition=self.phrases.say(rule.when) or self.say('always'))}"

    def acts(self, one: "Instrument") -> Iterator[str]:
        from cocket.cli.law_list import in_words

        for act in one.acts:
            said = f": {self.either(act.says)}" if act.says else ""
            do = self.words.name("act", act.reading or act.do)
            yield f"{act.id}  {do} {', '.join(act.target)}, {in_words(act.during, self.words)}{said}"
            if act.question:
                yield f"    ? {act.question}"
        for told in one.announced:
            yield f"{told.id}  {self.say('announced', day=told.said_on, by=told.said_by, until=told.until)}"
            if told.question:
                yield f"    ? {told.question}"

    def entry(self, one: "Instrument", entry: "Entry") -> Iterator[str]:
        yield f"{entry.id}  {self.both(entry.text)}"
        yield f"{self.either(one.number)} ({one.id}), {entry.at}"
        yield self.standing(one, entry.id)
        yield self.say("controls", condition=self.phrases.say(entry.controls))
        if entry.open_kinds:
            kinds = ", ".join(self.phrases.value("kind", kind) for kind in sorted(entry.open_kinds))
            yield self.say("open_kinds", kinds=kinds)
        if entry.hs_hints:
            confidence = self.words.name("confidence", entry.hs_confidence)
            yield self.say("hs", numbers=", ".join(entry.hs_hints), confidence=confidence)
        if entry.one_of:
            yield self.say("one_of", group=entry.one_of)
        if entry.yields_to:
            yield self.say("yields_to", codes=", ".join(entry.yields_to))
        if self.phrases.has_practice(entry.controls):
            yield self.say("practice")
        if entry.question:
            yield self.say("question", question=entry.question)
        yield from self._listed(
            "licence", [line for rule in self.rules_on(one, entry) for line in self.rule(one, rule)]
        )
        yield from self._listed("readings", list(self.readings(entry)))

    def rules_on(self, one: "Instrument", entry: "Entry") -> list["Rule"]:
        """The rules of the same instrument that act on the entry; others may act on every listed item."""
        own = [rule for rule in one.rules if rule.on.kind == "own_entries"]
        named = [rule for rule in one.rules if rule.on.kind == "entries" and entry.id.startswith(rule.on.names)]
        return [*own, *named]

    def readings(self, entry: "Entry") -> Iterator[str]:
        from cocket.law.readings import readings_of

        for reading in readings_of(self.lawbook, entry, self.known):
            act = reading.act
            verdict = self.words.name("act", act.reading or act.do)
            said = self.either(act.says) if act.says else ""
            yield f"{reading.name}, {act.at}: {verdict}: {said}"
            if act.when is not None:
                yield f"    {self.say('when', condition=self.phrases.say(act.when))}"
            if act.generally:
                yield f"    {self.say('generally')}"

    def party(self, notice: "Instrument", listing: "Listing") -> Iterator[str]:
        from cocket.cli.law_list import in_words

        yield self.listed_line(notice, listing)
        yield f"  {self.either(notice.number)} ({notice.id}), {in_words(listing.in_force, self.words)}"
        if listing.aliases:
            yield f"  {self.say('aliases', names='; '.join(listing.aliases))}"
        if not listing.certain:
            yield f"  {self.say('doubtful_name')}"
        for state in listing.states:
            named = self.words.name("state", state.state)
            yield f"  {named}, {in_words(state.during, self.words)}{': ' + state.note if state.note else ''}"
        yield ""

    def listed_line(self, notice: "Instrument", listing: "Listing") -> str:
        status = self.time.fold.listing_status(notice, listing, self.on, self.known)
        country = f", {listing.country}" if listing.country else ""
        standing = self.words.name("standing", status.standing.value)
        return f"{listing.id}  {self.both(listing.name)}{country}: {standing}"


def is_called(one: "Instrument", name: str) -> bool:
    """The id, its end as in 2025/18, the same turned round as in 18/2025, or the official number."""
    _, _, tail = one.id.partition("/")
    year, _, number = name.rpartition("/")
    turned = f"{number}/{year}" if year and number else name
    return (
        name in (one.id, one.number.zh, one.number.en)
        or tail.endswith(f"/{name}")
        or (one.kind == "announcement" and tail.endswith(f"/{turned}"))
    )


def is_party(listing: "Listing", name: str) -> bool:
    wanted = name.casefold()
    if wanted == listing.id:
        return True
    names = (listing.name.en, listing.name.zh, *listing.aliases)
    return len(wanted) > 1 and any(wanted in one.casefold() for one in names)
