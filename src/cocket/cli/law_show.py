"""``cocket law show``: an instrument, a control code, a heading of codes, or a listed party, as it stands on a day."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.options import Day, today, with_known, with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.instrument import Instrument, Listing
    from cocket.law.lawbook import Lawbook
    from cocket.law.page import Page
    from cocket.law.pages import Pages

NEAR_SHOWN = 5


@click.command("show", help=help_on("law.show"))
@click.argument("name", metavar="ID_OR_CODE_OR_PARTY")
@click.option("--on", type=Day(), default=today, metavar="DATE", help=help_on("law.show.on"))
@with_known
@with_language
def law_show(name: str, on: date, known: date, words: Words) -> int:
    from cocket.cli.speech import PageSpeech
    from cocket.law.lawbook import load_lawbook
    from cocket.law.page import as_plain
    from cocket.law.pages import Pages
    from cocket.law.view import LawInTime

    lawbook = load_lawbook()
    pages = Pages(LawInTime(lawbook), PageSpeech(words, lawbook.vocabulary), known, on)
    for number, page in enumerate(find(pages, name.strip(), words)):
        if number:
            click.echo()
        for line in as_plain(page):
            click.echo(line)
    return 0


def find(pages: "Pages", name: str, words: Words) -> "Iterator[Page]":
    """The pages of whatever carries this name; raises InputError with the nearest names."""
    lawbook = pages.lawbook
    if name in lawbook.entries:
        return iter([pages.entry(*lawbook.entries[name])])
    if pages.under(name):
        return iter([pages.heading(name)])
    instruments = [one for one in lawbook.instruments if is_called(one, name)]
    if len(instruments) == 1:
        return iter([pages.instrument(instruments[0])])
    parties = [pair for pair in lawbook.listings.values() if is_party(pair[1], name)]
    if parties and not instruments:
        return (pages.party(*pair) for pair in parties)
    raise unknown(lawbook, name, [one.id for one in instruments], words)


def unknown(lawbook: "Lawbook", name: str, several: list[str], words: Words) -> Exception:
    import difflib

    from cocket.cli.faults import InputError

    if several:
        what = words.say("law.show.several", names=", ".join(several))
        return InputError(what, where=name, remedy=words.say("law.show.write_one"))
    known = [*lawbook.entries, *(one.id for one in lawbook.instruments)]
    begun = [one for one in known if one.startswith(name)]
    near = (begun or difflib.get_close_matches(name, known, n=NEAR_SHOWN))[:NEAR_SHOWN]
    remedy = words.say("law.show.near", names=", ".join(near)) if near else words.say("law.show.look")
    return InputError(words.say("law.show.unknown"), where=name, remedy=remedy)


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
