"""What the description shows is what the reader takes: the same keys, the same ones required."""

import pytest
from ninja import Schema

from cocket.api import shapes
from cocket.api import shapes_applications as applying
from cocket.licensing.applications import reading as application_reading
from cocket.licensing.licences import reading


@pytest.mark.parametrize(
    ("shape", "required", "optional"),
    [
        (shapes.LicenceIn, reading.REQUIRED, ("valid_from",)),
        (shapes.LineIn, reading.LINE_REQUIRED, reading.LINE_OPTIONAL),
        (shapes.PartyIn, ("name",), ("country", "number", "also")),
        (applying.ApplicationIn, application_reading.REQUIRED, application_reading.OPTIONAL),
        (shapes.PeriodIn, ("first", "last"), ("quantity", "value")),
    ],
)
def test_the_keys_are_those_of_the_reader(
    shape: type[Schema], required: tuple[str, ...], optional: tuple[str, ...]
) -> None:
    fields = shape.model_fields
    assert set(fields) == {*required, *optional}
    assert {name for name, field in fields.items() if field.is_required()} == set(required)
