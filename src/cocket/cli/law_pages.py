"""``cocket law pages``: the law as Markdown, an index, a page per instrument and per heading of codes."""

import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cocket.cli.input_faults import wrong
from cocket.cli.options import with_language
from cocket.cli.words import Words, help_on

if TYPE_CHECKING:
    from cocket.law.lawbook import Lawbook
    from cocket.law.page import Page

MADE = "<!-- Made by `cocket law pages` from the lawbook. Change the law there, not this page. -->"
INDEX = "README.md"
CODES = "codes/README.md"


@click.command("pages", help=help_on("law.pages"))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help=help_on("law.pages.out"))
@with_language
def law_pages(out: Path, words: Words) -> int:
    from cocket.law.lawbook import load_lawbook

    files = pages_of(load_lawbook(), words)
    written, removed = put(out, files)
    click.echo(words.say("law.pages.done", count=len(files), written=written, removed=removed, folder=out))
    return 0


def pages_of(lawbook: "Lawbook", words: Words) -> dict[str, str]:
    """Path below the folder -> text; the same lawbook gives the same pages on any day."""
    from cocket.cli.speech import PageSpeech
    from cocket.law.fold import knowledge_days
    from cocket.law.pages import Pages
    from cocket.law.view import LawInTime

    known = max(lawbook.as_of, *knowledge_days(lawbook))
    pages = Pages(LawInTime(lawbook), PageSpeech(words, lawbook.vocabulary), known)
    found: dict[str, Page] = {INDEX: pages.index(), CODES: pages.codes()}
    found |= {place_of_heading(heading): pages.heading(heading) for heading in pages.headings()}
    found |= {one.file.removesuffix(".yaml") + ".md": pages.instrument(one) for one in lawbook.instruments}
    places = places_of(lawbook, found)
    return {path: text_of(page, path, places) for path, page in found.items()}


def place_of_heading(heading: str) -> str:
    return f"codes/{heading}.md"


def places_of(lawbook: "Lawbook", found: "Mapping[str, Page]") -> dict[str, str]:
    """Name -> where it is told: the page of an instrument or a heading, or an entry's place on one."""
    from cocket.law.entry_pages import heading_of

    places = {one.id: one.file.removesuffix(".yaml") + ".md" for one in lawbook.instruments}
    for name, (_, entry) in lawbook.entries.items():
        if entry.is_code:
            page = place_of_heading(heading_of(name))
            inner = any(one.name == name for one in found[page].inner)
            places |= {heading_of(name): page, name: f"{page}#{name}" if inner else page}
    return places


def text_of(page: "Page", path: str, places: Mapping[str, str]) -> str:
    from cocket.law.page import as_markdown

    def link(name: str) -> str | None:
        """Relative to this page; a part of an instrument is found on the instrument's page."""
        place = places.get(name) or places.get(name.partition("#")[0])
        file, _, anchor = (place or "").partition("#")
        if place is None or (file == path and not anchor):
            return None
        there = "" if file == path else posixpath.relpath(file, posixpath.dirname(path) or ".")
        return f"{there}#{anchor}" if anchor else there

    return "\n".join((MADE, "", *as_markdown(page, link), ""))


def put(out: Path, files: Mapping[str, str]) -> tuple[int, int]:
    """Writes what differs and removes pages of an earlier run that are no more; other files stay as they are.

    Raises InputError where a file that was not made here stands in the way.
    """
    from cocket.cli.faults import InputError

    old = {path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*.md"))}
    made = {name: path for name, path in old.items() if path.read_text(encoding="utf-8").startswith(MADE)}
    for name in files:
        if name in old and name not in made:
            raise InputError(*wrong("not_made_here"), where=str(old[name]))
    gone = [path for name, path in made.items() if name not in files]
    for path in gone:
        path.unlink()
    changed = {name: text for name, text in files.items() if name not in made or made[name].read_text("utf-8") != text}
    for name, text in changed.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(changed), len(gone)
