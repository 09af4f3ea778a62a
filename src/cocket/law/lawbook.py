"""The whole law as one immutable value with a digest.

Reading and checking the files costs a second or so; the result is kept as one file in the user's cache folder,
named by the hash of the sources, so that a changed file can never meet a stale artefact.
"""

import hashlib
import os
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from cocket import __version__
from cocket.law.condition import Condition, In, leaves
from cocket.law.errors import LawError
from cocket.law.instrument import Entry, Instrument, Listing, Window, Words
from cocket.law.vocabulary import Vocabulary
from cocket.quantity import elements

HEAD_FILES = ("lawbook.yaml", "vocabulary.yaml", "customs-numbers.yaml", "timeline.yaml", "ownership.yaml")
LAWBOOK = Path(__file__).parent.parent / "lawbook"
CALENDARS = "calendars"
"""The folder of holiday calendars, which are no instruments; `cocket.licensing.clock` reads them."""


class Regime(msgspec.Struct, frozen=True):
    """A body of law with the days for which it was read, counted as known from ``known_from``.

    ``beyond`` says what an answer for another day does: ``consult`` stops every line, ``named`` only goods that the
    nearest day covered would not leave free, and names the regime as not considered for all others.
    """

    name: str
    title: Words
    covered_from: date
    partly: tuple[str, ...]
    covered_until: date | None = None
    known_from: date = date.min
    beyond: Literal["consult", "named"] = "consult"

    @property
    def days(self) -> Window:
        return Window(self.covered_from, self.covered_until)

    def covers(self, on: date, known: date) -> bool:
        return self.days.holds(on) and self.known_from <= known

    def nearest(self, on: date) -> date:
        """The day covered that lies nearest."""
        return min(max(on, self.covered_from), self.covered_until or date.max)


class CustomsHeading(msgspec.Struct, frozen=True):
    """What a heading of the customs tariff says of the goods."""

    prefix: str
    text: Words
    goods: Condition


class Lawbook(msgspec.Struct, frozen=True, dict=True):
    """Instruments in order of (issued, id); ``digest`` names their content, comments and layout aside."""

    as_of: date
    checked_until: date
    regimes: dict[str, Regime]
    not_encoded: dict[str, Words]
    vocabulary: Vocabulary
    headings: tuple[CustomsHeading, ...]
    instruments: tuple[Instrument, ...]
    digest: str

    @cached_property
    def by_id(self) -> dict[str, Instrument]:
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def entries(self) -> dict[str, tuple[Instrument, Entry]]:
        return {entry.id: (instrument, entry) for instrument in self.instruments for entry in instrument.entries}

    @cached_property
    def codes(self) -> frozenset[str]:
        """Control codes that an exporter may state: entries, and codes that entries take at the exporter's word."""
        every = (leaf for _, entry in self.entries.values() for leaf in leaves(entry.controls))
        stated = (leaf.values for leaf in every if isinstance(leaf, In) and leaf.fact == "control_code")
        return frozenset(self.entries).union(*stated)

    @cached_property
    def listings(self) -> dict[str, tuple[Instrument, Listing]]:
        return {listing.id: (notice, listing) for notice in self.instruments for listing in notice.listings}


def load_lawbook(root: Path = LAWBOOK, *, cache: bool = True) -> Lawbook:
    """The lawbook under ``root``; raises LawError for the first thing the schema refuses."""
    files = tuple(_files(root))
    if not files:
        raise LawError(
            file=str(root), line=0, key="", problem="no law file is here", remedy="Give the lawbook's folder"
        )
    if not cache:
        from cocket.law.read_lawbook import read_lawbook

        return read_lawbook(root, files)
    kept = cache_folder() / f"lawbook-{_hash_sources(root, files)}.json"
    try:
        return msgspec.json.decode(kept.read_bytes(), type=Lawbook)
    except (OSError, msgspec.DecodeError):
        from cocket.law.read_lawbook import read_lawbook  # the YAML reader: a cached lawbook does without it

        lawbook = read_lawbook(root, files)
    _keep(kept, msgspec.json.encode(lawbook))
    return lawbook


def _files(root: Path) -> Iterator[Path]:
    """Every law file; one that would silently be left out is refused."""
    for path in sorted(path for path in root.rglob("*") if path.suffix in (".yaml", ".yml")):
        name = str(path.relative_to(root))
        if path.parent == root / CALENDARS and path.suffix == ".yaml":
            continue
        if path.suffix == ".yml" or (path.parent == root and name not in HEAD_FILES):
            remedy = "Name it <jurisdiction>/<authority>/<year>/<number>.yaml"
            raise LawError(file=name, line=1, key="", problem="this file would not be read", remedy=remedy)
        if path.parent != root:
            yield path


def _hash_sources(root: Path, files: tuple[Path, ...]) -> str:
    whole = hashlib.sha256(__version__.encode())
    rooms = (Path(__file__).parent, Path(elements.__file__).parent)  # a new reader may read the same file differently
    code = [path for room in rooms for path in sorted(room.glob("*.py"))]
    for path in (*code, *sorted(root.glob("*.yaml")), *files):
        whole.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:32]


def cache_folder() -> Path:
    """The user's cache folder; without a home, one that cannot be written, so that nothing is kept."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cocket"
    except RuntimeError:
        return Path(os.devnull) / "cocket"


def _keep(path: Path, content: bytes) -> None:
    """Keeps the artefact if it can; a read-only home only costs time at the next start."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.tmp")
        half.write_bytes(content)
        half.replace(path)
    except OSError:
        return
