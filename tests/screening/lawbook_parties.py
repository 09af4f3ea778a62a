"""The parties of the lawbook, read as plain YAML: these tests must not lean on the room that reads the law."""

from functools import cache
from pathlib import Path

import yaml

import cocket
from cocket.screening.listed import Party, PartyIndex

FOLDER = Path(cocket.__file__).parent / "lawbook" / "cn" / "parties"


@cache
def notices() -> dict[str, list[Party]]:
    """Notice (file name without ending) -> its parties; the English name comes first, the Chinese second."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def all_parties() -> tuple[Party, ...]:
    return tuple(party for parties in notices().values() for party in parties)


@cache
def index() -> PartyIndex:
    return PartyIndex(all_parties())


def _read(path: Path) -> list[Party]:
    listings = yaml.safe_load(path.read_text(encoding="utf-8"))["listings"]
    return [
        Party(
            one["id"],
            (one["name"]["en"], one["name"]["zh"], *one.get("aliases", ())),
            one.get("identity") == "doubtful",
        )
        for one in listings
    ]
