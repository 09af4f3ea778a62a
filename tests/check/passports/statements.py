"""Passports for tests: made-up people state things of a made-up product."""

from collections.abc import Mapping
from datetime import date

from cocket.check.passports.passport import FORMAT, Certificate, Passport, Speaker
from cocket.law.lawbook import load_lawbook

VOCABULARY = load_lawbook().vocabulary
MAY, JUNE, JULY = date(2025, 5, 1), date(2025, 6, 1), date(2025, 7, 1)
LATER = date(2026, 1, 1)


def passport(
    facts: Mapping[str, str],
    said_on: date = MAY,
    *,
    unknown: tuple[str, ...] = (),
    until: date | None = None,
    replaces: tuple[Passport, ...] = (),
    certificate: Certificate | None = None,
    supplier: str | None = "Teapot",
    product: str = "P-1",
) -> Passport:
    return Passport(
        format=FORMAT,
        product=product,
        named_by="product",
        supplier=supplier,
        facts=dict(facts),
        unknown=unknown,
        said_by=Speaker("Mei Lan", "Teapot", "quality manager"),
        said_on=said_on,
        valid_until=until,
        certificate=certificate,
        form="sha256:0",
        replaces=tuple(one.id for one in replaces),
        remarks="",
    )
