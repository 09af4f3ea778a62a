"""What can be wrong with a file of worked cases, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

EXAMPLES: Final = "See how a case is written in the files of the examples"

wrong: Final = Faults(
    "case_file",
    {
        "no_cases": (
            "the file holds no list of cases",
            "Write a list below the key 'cases', each with id, facts, expected",
        ),
        "not_read": ("the file cannot be read: {error}", "Check the name and the folder"),
        "not_utf8": ("byte {at} is not UTF-8", "Save the file as UTF-8"),
        "no_yaml": (
            "this is no YAML: {error}",
            "Mind the indentation, and put text with ':' or '#' in quotes",
        ),
        "no_text": ("this is no YAML: {error}", "Save it as text in UTF-8"),
        "no_mapping": ("a case is a mapping with id, facts and expected", EXAMPLES),
        "missing": ("the case has no '{key}'", "Add '{key}: ...'"),
        "no_facts": ("'facts' is no mapping of facts to values", EXAMPLES),
        "no_day": ("'known' is no day of the calendar: '{value}'", "Write it as 2025-04-04"),
    },
)
case_words: Final = Phrases(
    "case_words",
    {
        "case": "{file}, case {case}",
        "place": "{file}, line {line}, column {column}",
        "twice": "the key '{key}' stands twice",
        "unreadable": "it cannot be read",
    },
)
