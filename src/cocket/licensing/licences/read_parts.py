"""The parts a licence is written with: ``100 kg``, ``25000.00 CNY``, ``"DE"``."""

from cocket.law.shapes import COUNTRY_CODE
from cocket.law.source import Field
from cocket.licensing.licences.faults import wrong
from cocket.quantity.amount import Amount, Money, parse_amount, parse_money
from cocket.quantity.errors import QuantityError
from cocket.reading.places import find_country


def amount(field: Field) -> Amount:
    figure, unit = _two(field, "100 kg")
    try:
        return parse_amount(figure, unit)
    except QuantityError as error:
        raise field.refuse(error.what, error.remedy) from None


def money(field: Field) -> Money:
    figure, currency = _two(field, "25000.00 CNY")
    try:
        return parse_money(figure, currency)
    except QuantityError as error:
        raise field.refuse(error.what, error.remedy) from None


def _two(field: Field, example: str) -> tuple[str, str]:
    figure, _, unit = field.text().partition(" ")
    if not unit:
        raise field.refuse(*wrong("no_unit", figure=figure, example=example))
    return figure, unit.strip()


def country(field: Field) -> str:
    """An ISO code that is one: a licence for "UK" would fit no declaration for "GB"."""
    code = field.shaped(COUNTRY_CODE, "country_code", "DE")
    meant = find_country(code)
    if meant != code or code == "XX":
        if meant and meant != code:
            raise field.refuse(*wrong("country_meant", code=code, meant=meant))
        raise field.refuse(*wrong("country", code=code))
    return code
