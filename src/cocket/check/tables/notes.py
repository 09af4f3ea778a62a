"""What people are told of a file that can be read: what was understood, what was decided, where."""

from collections.abc import Container, Sequence
from typing import Final

from cocket.check.tables.columns import NAMES
from cocket.wording import Phrase, Phrases
from cocket.wording.shapes import any_of

note: Final = Phrases(
    "note",
    {
        "named": '"{name}"',
        "lettered": '"{name}" (column {letter})',
        "sheet": '{file}, sheet "{sheet}"',
        "sheet_read": "the sheet {chosen} was read; not read: {others}",
        "written_row": "row {row} of the workbook to be written",
        "written_book": "the workbook to be written",
        "understood": "understood: {columns}",
        "as": "{column} as {meaning}",
        "as_in": "{column} as {meaning} in {unit}",
        "not_understood": "not understood and not used: {columns}",
        "gives_way": "{column} is not used: {other} gives the {meaning}",
        "gb18030": (
            "the file is not UTF-8 and was read as GB 18030, in which its header makes sense. "
            'Save the file again as "CSV UTF-8"'
        ),
        "separated": "the cells are separated by {separator}",
        ";": "semicolons",
        "\t": "tabs",
        "|": "bars",
        "header_row": "the header was found in row {row}; what stands above it was not used",
        "lost_zeros": (
            "{column} holds numbers, in which zeros at the beginning are lost; "
            "format the column as text if a code begins with zero"
        ),
        "lost_zeros_stored": "{column} holds numbers, in which zeros at the beginning are lost; write codes as text",
        "several": "{column} may be {meanings}: name it {names}",
        "several_or_none": "{column} may be {meanings}: if it is {free}, name it {names}",
        "with_unit": "{name} ({unit})",
        "element": "{column} is read as the element {element}, because it stands {where}",
        "element_or_word": (
            "{column} is read as {meaning}, not as the element {element}: a lone symbol like this counts only {where}; "
            'write "{header} %" or "{header} ppm" if the element is meant'
        ),
        "no_element": (
            "{column} is not read as the element {element}: a lone symbol like this counts only {where}; "
            'write "{header} %" or "{header} ppm" if the element is meant'
        ),
        "in_company": "where at least two other columns are lone element symbols",
        "in_a_row": "directly right of another element column in a list of elements",
        "between": "between element columns",
    },
)
# The questions that columns answer; in English their keys are words.
_meaning: Final = Phrases("meaning", {key: key for key in NAMES})


# What a name of several meanings may mean, and the name to write for it; for some there is none.
_may_be: Final = Phrases(
    "may_be",
    {
        "destination": "the destination",
        "origin": "the origin",
        "net_weight": "the net weight",
        "gross_weight": "the gross weight",
        "quantity": "the quantity",
        "value": "the value",
        "consignee": "the consignee",
        "importer": "the importer",
        "end_user": "the end user",
        "hs": "the customs number",
        "control_code": "the control code",
        "product": "the product's number",
        "description": "the name of the goods",
        "party": "the name of a party",
        "grade": "the grade",
        "declaration_remarks": "the remarks of a declaration",
        "own_notes": "notes of your own",
    },
)
_ANSWERS: Final = {"net_weight": "quantity"}
_name_it: Final = Phrases(
    "name_it",
    {
        "destination": "destination",
        "origin": "origin",
        "net_weight": "net weight",
        "quantity": "quantity",
        "value": "value",
        "consignee": "consignee",
        "importer": "importer",
        "end_user": "end user",
        "hs": "HS code",
        "control_code": "control code",
        "product": "product number",
        "description": "description",
        "party": "party name",
        "grade": "grade",
        "declaration_remarks": "declaration remarks",
    },
)


def several(column: Phrase, meanings: Sequence[str], unit: str | None, taken: Container[str | None]) -> Phrase | None:
    """What to name a column that may mean several things; None where other columns have taken all that it may mean.

    A ``unit`` of the header stays with the name.
    """
    free = [one for one in meanings if one in _name_it.texts and _ANSWERS.get(one, one) not in taken]
    if not free:
        return None
    names = any_of(note("named", name=_with_unit(_name_it(one), unit)) for one in free)
    may_be = any_of(map(_may_be, meanings))
    if len(free) == len(meanings):
        return note("several", column=column, meanings=may_be, names=names)
    return note("several_or_none", column=column, meanings=may_be, free=any_of(map(_may_be, free)), names=names)


def _with_unit(name: Phrase, unit: str | None) -> Phrase:
    return note("with_unit", name=name, unit=unit) if unit else name


def meaning(key: str) -> str:
    """The question of a column in words; a content or a fact of the determination stays as it is written."""
    return _meaning(key) if key in NAMES else key
