"""An order book made up at random: a catalogue of products, parties and countries, and lines that draw from them.

Products are described in columns and partly in words, some with a whole composition, some with none; parties are made
up, a few bear the names of listed ones. Eight facts in a hundred are left out.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from cocket.law.lawbook import Lawbook, load_lawbook

FIRST: Final = date(2025, 1, 1)
DAYS: Final = 730
MISSING: Final = 0.08
PRODUCTS: Final = 2_000
PARTIES: Final = 3_000
COUNTRIES: Final = "DE US JP KR VN FR GB IT NL PL SE CH TW HK IN TH MY SG MX CA BR AU CZ HU ES AT BE DK FI NO".split()
USES: Final = ("civil", "civil", "civil", "civil", "civil", "military")
KINDS: Final = (
    *("magnet", "metal", "alloy", "oxide", "compound", "motor", "rotor_assembly", "ceramic", "target", "powder"),
    *("other_goods", "other_goods", "other_goods", "other_goods", "electronic_product", "graphite_powder", "mixture"),
)
SHARES: Final = (0, 0, 0, 0, 0.005, 0.05, 0.3, 1, 3, 9)
MEASURED: Final = ("magnet", "metal", "alloy", "target", "mixture")
ELEMENTS: Final = ("Nd", "Dy", "Tb", "Sm", "Co", "Y", "Ga", "W", "Fe")
WORDS: Final = (
    *("sintered NdFeB arc magnet N48SH", "氧化钇 99.99%", "motor rotor, magnets on shaft", "SmCo disc magnet 26H"),
    *(
        "stainless steel bolt M8",
        "printed circuit board",
        "dysprosium metal 99.9 %",
        "钨粉",
        "LED lamp",
        "ball bearing",
    ),
)


def write_order_book(path: Path, lines: int, seed: int = 1) -> None:
    """Writes so many lines as Parquet, in row groups of a million."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    chance = random.Random(seed)
    lawbook = load_lawbook()
    products = [_product(number, chance) for number in range(PRODUCTS)]
    parties = _parties(lawbook, chance)
    numbers = np.random.default_rng(seed)
    schema = pa.schema([(name, pa.date32() if name == "date" else pa.string()) for name in (*products[0], *DEAL)])
    with ParquetWriter(path, schema, compression="zstd") as writer:
        for start in range(0, lines, 250_000):
            writer.write_batch(_batch(schema, products, parties, numbers, start, min(250_000, lines - start)))


DEAL: Final = ("line", "date", "destination", "end_user", "end_user_type", "end_use", "quantity", "unit")


def _product(number: int, chance: random.Random) -> dict[str, str | None]:
    def told(value: str) -> str | None:
        return None if chance.random() < MISSING else value

    worded = chance.random() < 0.2
    kind = None if worded else told(chance.choice(KINDS))
    shares = _shares(kind, chance, told)
    description = chance.choice(WORDS) if worded else None
    whole = told("yes") if all(shares.values()) else None
    return {
        "product": f"P{number:05}",
        "composition_complete": whole,
        "description": description,
        "kind": kind,
        **shares,
    }


def _shares(kind: str | None, chance: random.Random, told: Callable[[str], str | None]) -> dict[str, str | None]:
    """Of magnets, metals and such the shares of all elements, the last of them what is left; of other goods none."""
    if kind not in MEASURED:
        return {f"{symbol} %": None for symbol in ELEMENTS}
    drawn = [chance.choice(SHARES) for _ in ELEMENTS[:-1]]
    return {
        **{f"{symbol} %": told(f"{share:g}") for symbol, share in zip(ELEMENTS, drawn, strict=False)},
        f"{ELEMENTS[-1]} %": f"{100 - sum(drawn):g}",
    }


def _parties(lawbook: Lawbook, chance: random.Random) -> list[str]:
    listed = [listing.name.en for _, listing in lawbook.listings.values()]
    return [
        chance.choice(listed) if chance.random() < 0.01 else f"Trading House {one:05} GmbH" for one in range(PARTIES)
    ]


def _batch(
    schema: Any,  # noqa: ANN401
    products: list[dict[str, str | None]],
    parties: list[str],
    chance: np.random.Generator,
    start: int,
    rows: int,
) -> Any:  # noqa: ANN401
    import pyarrow as pa

    product = chance.integers(0, len(products), rows)
    columns = {name: _drawn([one[name] for one in products], product) for name in products[0]}
    columns["line"] = pa.array([str(number) for number in range(start + 1, start + rows + 1)])
    first = (FIRST - date(1970, 1, 1)).days
    columns["date"] = pa.array((first + chance.integers(0, DAYS, rows)).astype(np.int32)).cast(pa.date32())
    for name, values in (
        ("destination", COUNTRIES), ("end_user", parties), ("end_user_type", ["civil"]), ("end_use", USES),
        ("quantity", [str(one) for one in range(1, 500)]), ("unit", ["kg"]),
    ):  # fmt: skip
        columns[name] = _drawn(
            values, chance.integers(0, len(values), rows), chance.random(rows) < (MISSING if name != "unit" else 0)
        )
    return pa.RecordBatch.from_arrays([columns[field.name] for field in schema], schema=schema)


def _drawn(values: Any, numbers: Any, missing: Any = None) -> Any:  # noqa: ANN401
    import pyarrow as pa

    return pa.array(values, pa.string()).take(pa.array(numbers, mask=missing))


def last_day() -> date:
    return FIRST + timedelta(days=DAYS)
