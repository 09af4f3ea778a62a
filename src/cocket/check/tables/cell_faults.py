"""What can be wrong with one cell, and what to write instead."""

from typing import Final

from cocket.wording import Faults

AS_TEXT: Final = "Format the column as text and write the code again, with all its digits"
DAY: Final = "Write the day as year-month-day, for example 2025-04-30"
FIGURE: Final = "Write the figure, and format the cell as a number"

wrong: Final = Faults(
    "cell",
    {
        "figure": ("{number} is no usable figure", "Check the figure and its exponent"),
        "truth": ("holds {word} instead of text", "Write the text"),
        "date_for_text": (
            "holds the date {day:%Y-%m-%d} instead of text",
            "Format the cell as text and write it again; spreadsheets turn codes such as 3-4 into dates",
        ),
        "no_text": ("holds a list or an object instead of text", "Write one text"),
        "lost_zeros": ("{number} is stored as a number, in which zeros at the end are lost", AS_TEXT),
        "rounded_code": ('"{text}" is a code that a spreadsheet turned into a rounded number', AS_TEXT),
        "date_for_figure": ("holds the date {day:%Y-%m-%d} instead of a figure", FIGURE),
        "no_figure": ("holds no figure", FIGURE),
        "other_unit": (
            '"{text}" is in {own}, but the header says {unit}',
            "Write figures without a unit, or take the unit out of the header",
        ),
        "no_composition": (
            "holds no composition",
            'Write such as "Nd 29; Dy 3 %; Fe 66; B 1", or {{"Nd": 29, "Dy": 3}}',
        ),
        "yes_no": ('"{value}" is neither yes nor no', "Write yes or no (是, 否), or leave it empty if unknown"),
        "no_list": ("holds no list of words", "Write such as: Nd; Fe; B; Dy"),
        "mixed_list": ("is a list in which not everything is text", 'Write such as ["Nd", "Fe", "B", "Dy"]'),
        "unit_in_header": (
            'the {counted} "{one}" contradicts "{other}" in the header of the {figure}',
            "Keep the {counted} in one place only",
        ),
        "unit_beside": (
            'the {counted} "{one}" contradicts "{other}" beside the figure of the {figure}',
            "Keep the {counted} in one place only",
        ),
        # what cells of workbooks and Parquet only show
        "time": ("holds a time of day or a duration", "Format the cell as text and write the value again"),
        "too_many_digits": (
            "holds a number of more than {digits} digits, of which a spreadsheet loses the last",
            "Format the cell as text and write all digits again",
        ),
        "too_small": ("holds a number far too small", "Check the figure"),
        "not_calculated": (
            "holds a formula that was never calculated",
            "Open and save the workbook in a spreadsheet program, or write the value itself",
        ),
        "error": ("shows the error {error}", "Correct the formula, or write the value itself"),
        "infinite": ("holds an infinite number", "Write the figure, or leave it empty if unknown"),
        "bytes": ("holds bytes that are not text", "Store the column as text (UTF-8)"),
        "stored_time": ("holds a time or a duration", "Store the column as text, a date or a number"),
        # days
        "no_day": ("{value!r} is not a day", DAY),
        "text_no_day": ('"{text}" is not a day', DAY),
        "time_zone": ("{moment} is a time outside China's time zone, where the day may be another one", DAY),
        "text_time_zone": ('"{text}" is a time outside China\'s time zone, where the day may be another one', DAY),
        "short_year": ('"{text}" writes the year with two digits, so that it could be several days', DAY),
        "bare_number": (
            '"{text}" is a bare number, perhaps a spreadsheet date whose cell is not formatted as a date',
            DAY,
        ),
        "no_such_day": ('"{text}" names a day that does not exist', DAY),
        "two_days": (
            '"{text}" could be {one.day} {one:%B} {one.year} or {other.day} {other:%B} {other.year}',
            DAY,
        ),
        "far_year": ('"{text}" lies outside the years {first} to {last}', DAY),
        # JSON
        "not_json": (
            "not JSON: {problem} at character {at}",
            "Correct the line; text, keys and dates stand in double quotation marks",
        ),
        "nested": ("JSON nested too deeply", "Write one flat JSON object to a line"),
        "long_figure": ("a figure too long to be one", "Write long numbers such as identifiers as text"),
        "key_twice": ('the key "{key}" stands twice in one object', "Keep one of the two"),
        "no_value": ("{name} is no value of JSON", "Leave the key out when the value is not known"),
        "half_character": (
            "an escape \\ud800 to \\udfff that is only half a character",
            "Write the characters themselves, in UTF-8",
        ),
        "key_twice_dotted": ('"{key}" is given twice, nested and with a dot', "Keep one of the two"),
        "line_not_utf8": ("byte {at} of the line (0x{byte:02X}) is not UTF-8", "Save the file as UTF-8"),
        "no_object": (
            "the line holds no JSON object",
            'Write one JSON object to a line: {{"line": "1", "description": "..."}}',
        ),
    },
)
