"""What can be wrong with a file as it is written: law, licences, applications and calendars are read by one reader."""

from typing import Final

from cocket.wording import Faults, Phrases

wrong: Final = Faults(
    "written",
    {
        "unknown_key": ("unknown key '{key}'", "Known keys here: {known}"),
        "no_key": ("'{key}' is missing", "Add '{key}:' here"),
        "no_mapping": ("a mapping is wanted here", "Write 'key: value' lines"),
        "key_twice": ("the key '{key}' stands twice", "Keep one of the two"),
        "no_list": ("a list is wanted here", "Write '- item' lines or [a, b]"),
        "no_text": ("a text is wanted here", "Write a non-empty text"),
        "not_quoted": ("{value} is not quoted", 'Write "{value}"'),
        "empty_list": ("an empty list", "Name at least one, or leave the key out"),
        "no_day": ("'{value}' is no day", 'Write it as "2025-04-04"'),
        "no_truth": ("'{value}' is neither true nor false", "Write true or false"),
        "no_shape": ("'{value}' is no {what}", 'Write it as "{example}"'),
        "unread": ("cannot be read: {error}", "Check the name and the folder"),
        "not_utf8": ("not UTF-8 at byte {at}", "Save it as UTF-8"),
        "no_yaml": ("not readable as YAML: {error}", "Check indentation, quotes and brackets on this line"),
        "control": ("not readable as YAML: {error}", "Remove control characters"),
        "empty": ("the file is empty", "Begin with a key of its form, such as 'instrument:' or 'number:'"),
        "anchor": ("an anchor is used elsewhere", "Write the value out in both places"),
    },
)
shape_of: Final = Phrases(
    "written_shapes",
    {
        "control_code": "control code",
        "country_code": "country code",
        "customs_number": "customs number",
        "customs_prefix": "beginning of a customs number",
    },
)
