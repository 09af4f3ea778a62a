"""``cocket law diff``: what changed in the law between two looks at it, norm by norm."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.change_words import counted_kind, either, event, what_of
from cocket.cli.options import with_json, with_language
from cocket.cli.two_looks import Days, Sides, print_head, settled, with_two_looks
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.changes import Change
    from cocket.law.norms import Norm

NAMED_AT_MOST = 4  # norms that change alike are named one by one up to this number
WIDTH_MAX = 80
UNKNOWN_YET = "unknown_yet"  # not published by the day of knowledge


@click.command("diff", help=help_on("law.diff"))
@with_two_looks
@click.option("--regime", help=help_on("law.diff.regime"))
@click.option("--code", metavar="PREFIX", help=help_on("law.diff.code"))
@with_json
@with_language
def law_diff(
    since: date | None,
    until: date | None,
    known_since: date | None,
    known_until: date | None,
    as_then: bool,
    drafts: tuple[Path, ...],
    regime: str | None,
    code: str | None,
    as_json: bool,
    words: Words,
) -> int:
    sides = settled(Days(since, until, known_since, known_until, as_then), drafts, words)
    found = chosen(differences(sides), regime, code, sides, words)
    if as_json:
        from cocket.cli.law_list import print_json

        print_json(record(change, sides) for change in found)
        return 0
    print_head(sides, words)
    click.echo()
    for line in told(found, words):
        click.echo(line)
    return 0


def differences(sides: Sides) -> tuple["Change", ...]:
    from cocket.law.changes import changes
    from cocket.law.norms import law_on
    from cocket.law.view import LawInTime

    assert sides.since is not None and sides.until is not None
    before = LawInTime(sides.before)
    after = before if sides.after is sides.before else LawInTime(sides.after)
    return changes(law_on(before, sides.since, sides.known_since), law_on(after, sides.until, sides.known_until))


def chosen(
    found: tuple["Change", ...], regime: str | None, code: str | None, sides: Sides, words: Words
) -> list["Change"]:
    """Those of one regime or code; raises InputError for a regime or code that the lawbook does not know."""
    from cocket.cli.faults import InputError
    from cocket.law.changes import bears_on_code

    lawbook = sides.after
    if regime is not None and regime not in lawbook.regimes:
        remedy = words.say("law.diff.regimes", names=", ".join(lawbook.regimes))
        raise InputError(words.say("law.diff.no_regime"), where=regime, remedy=remedy)
    if code is not None and not any(name.startswith(code) for name in lawbook.entries):
        raise InputError(words.say("law.diff.no_code"), where=code, remedy=words.say("law.show.look"))
    kept = (one for one in found if regime is None or regime == one.norm.regime)
    return [one for one in kept if code is None or bears_on_code(one, code, lawbook)]


def record(change: "Change", sides: Sides) -> dict[str, object]:
    """One change as plain data; ``norm`` is left out where it is an instrument as a whole."""
    from cocket.check.impact_records import causes

    norm, one = change.norm, change.norm.instrument
    return {
        "what": change.what,
        "kind": norm.kind,
        "regime": norm.regime,
        "instrument": one.id if one else None,
        "number": {"zh": one.number.zh, "en": one.number.en} if one else None,
        "norm": norm.part or None,
        "at": norm.at or None,
        "text": {"zh": norm.text.zh, "en": norm.text.en},
        "source": one.sources[0] if one and one.sources else None,
        "before": standing(change.before),
        "after": standing(change.after),
        "since": norm.status.window.since,
        "until": norm.until,
        "because": list(causes(change)),
        "readings_added": list(change.readings_added),
        "readings_gone": list(change.readings_gone),
        "from": sides.since,
        "to": sides.until,
        "known_from": sides.known_since,
        "known_to": sides.known_until,
        "law_digest_before": sides.before.digest,
        "law_digest_after": sides.after.digest,
        "drafts": [draft.id for draft in sides.drafts],
    }


def standing(norm: "Norm | None") -> str:
    return norm.status.standing.value if norm else UNKNOWN_YET


def told(found: Sequence["Change"], words: Words) -> Iterator[str]:
    """Counts, then for each instrument what became of which of its norms."""
    if not found:
        yield words.say("law.diff.nothing")
        return
    yield from counts(found, words)
    by_instrument: dict[str, list[Change]] = {}
    for change in found:
        one = change.norm.instrument
        by_instrument.setdefault(one.id if one else "", []).append(change)
    for changes in by_instrument.values():
        yield ""
        yield from of_instrument(changes, words)


def counts(found: Iterable["Change"], words: Words) -> Iterator[str]:
    """How many norms of which kind became what; an instrument as a whole is no norm of its own."""
    counted: dict[str, Counter[str]] = {}
    for change in found:
        if change.norm.kind != "instrument":
            counted.setdefault(what_of(change, words), Counter())[change.norm.kind] += 1
    for what, kinds in counted.items():
        yield f"  {what}: {words.say('joint').join(counted_kind(kind, count, words) for kind, count in kinds.items())}"


def of_instrument(changes: Sequence["Change"], words: Words) -> Iterator[str]:
    from cocket.cli import screen

    columns = min(screen.width(), WIDTH_MAX)
    one = changes[0].norm.instrument
    if one is None:
        yield words.say("law.diff.lawbook")
    else:
        yield screen.within(f"{one.id}  {either(one.number, words)}", columns)
    alike: dict[str, list[Change]] = {}
    for change in changes:
        alike.setdefault(event(change, words), []).append(change)
    for what, same in alike.items():
        yield from (f"  {line}" for line in screen.wrapped(what, columns - 2))
        yield from (f"    {screen.cut(line, columns - 4)}" for line in names(same, words))


def names(same: Sequence["Change"], words: Words) -> Iterator[str]:
    """The norms one by one with their citation, or many of a kind by the first and the last."""
    by_kind: dict[str, list[Change]] = {}
    for change in same:
        by_kind.setdefault(change.norm.kind, []).append(change)
    for kind, of_kind in by_kind.items():
        if kind == "instrument":
            yield either(of_kind[0].norm.text, words)
        elif len(of_kind) <= NAMED_AT_MOST:
            yield from (named(change, words) for change in of_kind)
        else:
            first, last = of_kind[0].norm, of_kind[-1].norm
            at = f" ({first.at} … {last.at})" if first.at != first.part else ""
            yield f"{counted_kind(kind, len(of_kind), words)}: {first.part} … {last.part}{at}"


def named(change: "Change", words: Words) -> str:
    from cocket.law.instrument import Act

    norm = change.norm
    at = f" ({norm.at})" if norm.at not in ("", "whole", norm.part) else ""
    if isinstance(norm.content, Act):
        act = words.name("act", norm.content.reading or norm.content.do)
        said = f": {either(norm.text, words)}" if norm.content.says else ""
        return f"{norm.part}{at} {act} {', '.join(norm.content.target)}{said}"
    return f"{norm.part}{at} {either(norm.text, words)}"
