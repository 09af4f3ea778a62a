"""A page about the law: what is told, apart from how it is laid out; and its two layouts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NAMES = re.compile(r"cn/[a-z-]+(?:/[\w-]+)+(?:#[\w().-]*[\w)])?|\b[0-9][A-E][0-9]{3}(?:\.[a-z0-9]+)*\b")
MARKED = re.compile(r"([\\`*\[\]<>]|(?<!\w)_|_(?!\w))")
BEGINS_A_LIST = re.compile(r"^(?:([-+#])|(\d+)([.)]))(?=\s)")

Link = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or name, with what stands below it."""

    text: str
    below: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``name`` is an id or a code; ``inner`` are the entries of a heading of codes, ``parts`` hold for all of them."""

    name: str
    title: str
    head: tuple[Line, ...]
    parts: tuple[Part, ...]
    inner: tuple["Page", ...] = ()


def as_plain(page: Page) -> Iterator[str]:
    """Lines for a terminal."""
    yield f"{page.name}  {page.title}" if page.title else page.name
    yield from _indented(page.head, 0)
    for inner in page.inner:
        yield ""
        yield from as_plain(inner)
    for part in page.parts:
        yield ""
        yield part.heading
        yield from _indented(part.lines, 2)


def _indented(lines: tuple[Line, ...], depth: int) -> Iterator[str]:
    for line in lines:
        yield " " * depth + line.text
        yield from _indented(line.below, depth + 4)


def as_markdown(page: Page, link: Link, level: int = 1) -> Iterator[str]:
    """Lines of a Markdown text; ``link`` gives the address of a name (an id, a code), or None where it has no page."""
    if level > 1:
        yield f'<a id="{page.name}"></a>'
        yield ""
    yield f"{'#' * level} {escaped(one_line('  '.join(filter(None, (page.name, page.title)))))}"
    yield ""
    yield from _bullets(page.head, link, 0)
    for part in page.parts:
        yield ""
        yield f"{'#' * (level + 1)} {escaped(part.heading)}"
        yield ""
        yield from _bullets(part.lines, link, 0)
    for inner in page.inner:
        yield ""
        yield from as_markdown(inner, link, level + 1)


def _bullets(lines: tuple[Line, ...], link: Link, depth: int) -> Iterator[str]:
    for line in lines:
        yield f"{'  ' * depth}- {linked(line.text, link)}"
        yield from _bullets(line.below, link, depth + 1)


def linked(text: str, link: Link) -> str:
    """The text with each name that has a page as a link, and addresses as links of their own."""
    if text.startswith(("http://", "https://")) and " " not in text:
        return f"<{text}>"
    text = one_line(text)
    shown, end = "", 0
    for name in NAMES.finditer(text):
        address = link(name[0])
        if address is not None:
            shown += escaped(text[end : name.start()]) + f"[{escaped(name[0])}]({address})"
            end = name.end()
    return BEGINS_A_LIST.sub(_not_a_list, shown + escaped(text[end:]))


def _not_a_list(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def one_line(text: str) -> str:
    """Markdown makes one blank of two, so the wider gap behind a name becomes a point."""
    return " ".join(text.strip().replace("  ", " · ").split())


def escaped(text: str) -> str:
    """Words that Markdown leaves as they are."""
    return MARKED.sub(r"\\\1", text)
