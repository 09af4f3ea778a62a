"""What can be wrong with a declaration or with what is shown for one, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

FILL_IN: Final = "Fill it in; every line of a declaration states it"
SHOW: Final = "Show what is: {asked}"

wrong: Final = Faults(
    "gate",
    {
        # reading
        "no_declaration": ("is no declaration", 'Write an object with "declaration", "exporter" and "lines": [...]'),
        "several_numbers": ("holds {count} numbers", "Write one declaration to a document, with one number"),
        "not_utf8": ("byte {place} is not UTF-8", "Save it as UTF-8"),
        "line_no_object": ("line {line} is no object", "Write one object to a line of goods"),
        "unknown_key": ('the key "{key}" is not known', "See docs/gate.md for the keys, or leave it out"),
        "declares_nothing": ("declares nothing", "Write one row for each line of goods"),
        "missing": ("is missing", FILL_IN),
        "not_for_declarants": ("is not for the declarant to say", "Leave the column out"),
        "long_number": ("has {count} signs", "At most {most_signs} signs and {most_lines} lines"),
        "many_lines": ("has {count} lines", "At most {most_signs} signs and {most_lines} lines"),
        "differs": (
            '"{one}" differs from "{other}" in row {row}',
            "A declaration states it once, the same in every row; use two declarations for two",
        ),
        "line_twice": ("line {line} stands twice", "Number the lines of a declaration"),
        "no_quantity": ("{amount} is nothing to declare", "Give an amount above zero"),
        "no_value": ("{money} is no value", "Goods free of charge have a value too; give what they are worth"),
        # declaring
        "other_day": (
            "bears the day {day}, and here it is {today}",
            "Declare it on its day, or correct the day; see that the clock of the gate is right",
        ),
        "changed": (
            "was declared before, and differs: {differences}",
            "The first answer stands; declare other goods under another number",
        ),
        "unknown": ("nothing was declared under this number", "Check the number"),
        # what is shown for it
        "not_waiting": ("the answer is {answer}", "Nothing is waited for"),
        "event_empty": ("says nothing", "Give who issued it and what it states"),
        "event_of_nobody": ("says nothing of who issued it", "Give who issued it and what it states"),
        "no_paper": ("rests on no paper", "Give the file that it stands in"),
        "long_event": ("is longer than {most} signs", "Shorten it"),
        "no_kind": ('"{kind}" is no kind', "Write {known}"),
        "no_day": ('"{day}" is no day', "Write a day such as 2026-06-16"),
        "no_object": ("is no object", "Write one with {known}"),
        "event_key": ('the key "{key}" is not known', "Known here: {known}"),
        "event_key_missing": ('the key "{key}" is missing', "Give it; known here: {known}"),
        "no_line": ("has no line {line}", "Name a line of the declaration"),
        "not_held": ("is not held", "Nothing has to be shown for it"),
        "not_yet": ("{day} has not come yet", "Give the day on the paper"),
        "no_laboratory": ("no laboratory result is asked for", SHOW),
        "not_asked": ("{kind} is not what is asked for", SHOW),
        "fact_not_asked": ("{fact} is not asked for", "Show: {asked}"),
        "other_than_declared": (
            "{fact} was declared as {declared}, the papers say {shown}",
            "Papers prove what was declared; other goods or another user want another declaration",
        ),
        "no_regime": ('"{regime}" is no regime', "Name one of: {known}"),
        "no_outcome": ("{outcome} cannot be the answer of {regime}", "It can be: {possible}"),
    },
)
pieces: Final = Phrases(
    "gate_pieces",
    {
        "declaration": "declaration {number}",
        "line": "line {line}",
        "event": "event",
        "event_kind": "event {kind}",
        "difference": "{name}: first {was}, now {now}",
        "nothing": "nothing",
        "release": "release",
        "refuse": "refuse",
        "asked": "{kind} ({asks})",
    },
)
# What a declaration holds, by the key of its plain data, which is also its English.
keys: Final = Phrases(
    "gate_keys",
    {
        key: key
        for key in (
            "day", "exporter", "destination", "port", "consignee", "importer", "end_user", "lines", "description",
            "hs", "quantity", "value", "licence", "remarks", "facts", "composition", "end_use",
        )
    },
)  # fmt: skip
