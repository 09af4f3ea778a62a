"""The parties of a list beside its answers: what they are screened against, and their hits in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

import click

from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.check.checker import Checker
    from cocket.check.files import RowResult
    from cocket.check.party_hits import Lists
    from cocket.check.row_hits import PartyHit, RowHits
    from cocket.screening.catalogue import Catalogue
    from cocket.screening.hits import Hit

SHOWN = 2  # hits in the cell of a table; all of them stand in the columns of a file


def screened(
    results: Iterable["RowResult"], checker: "Checker", day: date, strong: str, words: Words
) -> Iterator["RowResult"]:
    """The results with the hits of their parties; what is screened, and what of it is stale, goes to the error
    stream. Raises ListError for a list that cannot be read."""
    from cocket.check.party_hits import with_hits

    return with_hits(results, open_lists(checker, day, strong, words), day)


def open_lists(checker: "Checker", day: date, strong: str, words: Words) -> "Lists":
    from cocket.cli.list_folder import catalogue

    every = catalogue(day, say_slow=words.say("screen.building")).lists
    if len(every.lists) > 1:
        tell_lists(every, words)
    tell_stale(every, day, words)
    return against(every, checker, strong)


def against(every: "Catalogue", checker: "Checker", strong: str) -> "Lists":
    """The lists with what people have cleared; what the law itself weighs is no hit beside its answer."""
    from cocket.check.listed_parties import NAME
    from cocket.check.party_hits import Lists
    from cocket.cli.list_folder import cleared

    def weighed(column: str, hit: "Hit") -> bool:
        return (
            hit.list.name == NAME and column in checker.weighed_roles and checker.weighs(hit.asked.name, hit.entry.id)
        )

    return Lists(every, cleared(), strong, weighed)


def tell_lists(lists: "Catalogue", words: Words) -> None:
    named = (words.say("screen.list", name=one.name, dated=one.dated, parties=one.parties) for one in lists.lists)
    click.echo(words.say("screen.lists", lists=words.say("joint").join(named)), err=True)


def tell_stale(lists: "Catalogue", day: date, words: Words) -> None:
    from cocket.screening.hits import is_stale

    for one in is_stale(lists.lists, day):
        stale = words.say("screen.stale", name=one.name, dated=one.dated, until=one.stale_after)
        click.echo(words.say("check.note", note=stale), err=True)


def notes_of(hits: "RowHits", words: Words) -> Iterator[str]:
    """For the cell of a table: what a person has to look at."""
    for one in hits.unread:
        yield words.say("check.not_screened", column=words.name("party", one.column), why=no_name(one.why, words))
    for hit in hits.open[:SHOWN]:
        column = words.name("party", hit.column)
        yield words.say("check.hit", column=column, listed=hit.hit.listed_name, list=hit.hit.list.name)
    if len(hits.open) > SHOWN:
        yield words.say("check.more_hits", count=len(hits.open) - SHOWN)


def no_name(why: str, words: Words) -> str:
    from cocket.screening.readings import LETTERS_MAX

    return words.say(f"screen.no_name.{why}", most=LETTERS_MAX)


def hit_lines(hits: "RowHits", words: Words) -> Iterator[str]:
    """Every hit whole, those that stop first; for the explanation of one row."""
    for one in hits.unread:
        column = words.name("party", one.column)
        yield "! " + words.say("check.not_screened", column=column, why=no_name(one.why, words))
    for hit in sorted(hits.hits, key=lambda one: not one.is_open):
        yield from _one_hit(hit, words)


def _one_hit(one: "PartyHit", words: Words) -> Iterator[str]:
    from cocket.check.row_hits import hit_data

    head, *rest = told_hit(one.hit.asked.name, hit_data(one.hit, one.cleared), words)
    sign = "! " if one.is_open else "  "
    yield f"{sign}{words.name('party', one.column)}: {head}"
    yield from rest
    if not one.is_strong:
        yield words.say("check.weak_hit")


def told_hit(name: object, record: Mapping[str, object], words: Words) -> Iterator[str]:
    """The lines of one hit, out of its columns."""
    yield words.say(
        "screen.hit", name=name, listed=record["listed_name"], list=record["list"], dated=record["list_dated"],
        id=record["entry"],
    )  # fmt: skip
    yield words.say("screen.score", score=record["score"], name_score=record["name_score"], hit=record["hit"])
    yield words.say("screen.words", words=", ".join(_texts(record["words"])))
    if record["left_over"]:
        yield words.say("screen.left", words=" ".join(_texts(record["left_over"])))
    for qualifier in _texts(record["qualifiers"]):
        what, _, added = qualifier.partition(" ")
        key = "screen.qualifier_same" if added.startswith("+") else "screen.qualifier_other"
        yield words.say(key, what=words.name("screen.qualifier", what))
    since = [words.say("screen.since", day=record["listed_on"])] if record["listed_on"] else []
    follows = [_follows(record, words)] if record["follows"] else []
    if said := [*follows, *_texts(record["programmes"]), *since]:
        yield words.say("screen.says", says=words.say("answer.and").join(said))
    if record["cleared_on"]:
        yield words.say("screen.cleared", day=record["cleared_on"], reason=record["cleared_because"])


def _follows(record: Mapping[str, object], words: Words) -> str:
    """What the entry says follows, in the words of its publisher; of the lawbook's own listings in the reader's."""
    from cocket.check.listed_parties import NAME

    said = str(record["follows"])
    name, _, state = said.partition(": ")
    if record["list"] != NAME or not state:
        return said
    return words.say("screen.listing", list=words.name("list", name), state=words.name("state", state))


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return value
