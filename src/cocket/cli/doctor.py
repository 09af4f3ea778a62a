"""``cocket doctor``: what this installation runs on, and how old its law is."""

import platform
from importlib import metadata

import click

from cocket import __version__
from cocket.cli.options import today, with_language
from cocket.cli.words import Words, help_on

LIBRARIES = ("click", "msgspec", "pyarrow", "python-calamine", "pyyaml", "rich", "xlsxwriter")
NAMED_AT_MOST = 5


@click.command(help=help_on("doctor"))
@with_language
def doctor(words: Words) -> int:
    from cocket.law.lawbook import cache_folder, load_lawbook
    from cocket.law.stale import to_read_again

    lawbook = load_lawbook()
    day = today()
    past = [one.instrument.id for one in to_read_again(lawbook, day)]
    click.echo(f"cocket {__version__}, Python {platform.python_version()} ({platform.system()} {platform.machine()})")
    click.echo(", ".join(f"{name} {installed(name, words)}" for name in LIBRARIES))
    click.echo(words.say("doctor.law", digest=lawbook.digest, count=len(lawbook.instruments)))
    click.echo(words.say("doctor.days", as_of=lawbook.as_of, checked=lawbook.checked_until))
    if past:
        click.echo(words.say("doctor.past", count=len(past), day=day, names=", ".join(past[:NAMED_AT_MOST])))
    else:
        click.echo(words.say("doctor.fresh", day=day))
    folder = cache_folder()
    kept = sorted(folder.glob("lawbook-*.json")) if folder.is_dir() else []
    click.echo(
        words.say("doctor.cache", folder=folder, count=len(kept), size=sum(f.stat().st_size for f in kept) // 1024)
    )
    return 0


def installed(name: str, words: Words) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return words.say("doctor.missing")
