"""What people are told of a file that can be read: what was understood, what was decided, where."""

from typing import Final

from cocket.check.tables.columns import NAMES
from cocket.wording import Phrases

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


def meaning(key: str) -> str:
    """The question of a column in words; a content or a fact of the determination stays as it is written."""
    return _meaning(key) if key in NAMES else key
