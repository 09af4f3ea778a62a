"""What can be wrong with a filled form, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

ANEW: Final = "Fill in a fresh copy of the form, or make one with cocket ask"
ASK_ANEW: Final = "Read it with that version of Cocket, or ask anew with this one"
PAGE: Final = "Open the page, fill it in, and give the .json file that its button saves"
WHEN: Final = "Write the day on which the answer was given"

wrong: Final = Faults(
    "form",
    {
        # the file
        "is_the_form": ("this is the form and not its answers", PAGE),
        "ending": (
            'the ending "{ending}" is not that of a form',
            "Give the filled workbook (.xlsx), or the answers of a page (.json)",
        ),
        "not_utf8": ("byte {at} is not UTF-8", PAGE),
        "answers_version": ("the answers are of the version {version}", PAGE),
        "no_answers": ("the file holds no answers to a form", PAGE),
        "no_questions": ("the file carries no questions of Cocket", ANEW),
        "no_questions_in_workbook": ("the workbook carries no questions of Cocket", ANEW),
        "version": ("the form is of the version {version}, and {known} is read here", ASK_ANEW),
        "questions_cut": ("the questions carried along are damaged", ANEW),
        "questions_damaged": ("the questions carried along are damaged ({error})", ANEW),
        "questions_changed": ("the questions carried along were changed", ANEW),
        "texts_damaged": ("the texts carried along are damaged", ANEW),
        "no_sheet": ("there is no sheet {first} or {second}", "Give the sheet of questions its name back"),
        # its fields
        "no_such_question": ("the form asks no such question", ANEW),
        "not_both": ("a substance stands with its share", ANEW),
        "not_in_place": (
            "no question is in its place",
            "Leave rows and columns where they are; " + ANEW.lower(),
        ),
        "row_gone": ("the row of question {number} is not there", ANEW),
        "twice": ("question {number} stands twice", "Delete the row that was added"),
        "merged": (
            "the merged cells {cells} hold one value for several cells",
            "Unmerge them and write each answer into its own cell",
        ),
        "stray": (
            '"{text}" answers no question',
            "Write it into a yellow cell, under Remarks if it answers no question",
        ),
        # its answers
        "nothing": ("nothing is answered", "Answer at least one question, if only with unknown"),
        "not_answered": ("question {number} is not answered", "State who answers, and on which day"),
        "kind": ("holds a {kind}", "Write text or a figure"),
        "choice": ('"{text}" is not among the choices', "Choose from the list, or unknown"),
        "country": (
            '"{text}" is no known country or region',
            "Write its ISO code, such as CN, its name, or unknown",
        ),
        "ends_before": ("{until} lies before the day of the answer", "Write a later day"),
        "future": ("{day} lies in the future", WHEN),
        "before_form": ("{day} lies before the day on which the form was made, {made_on}", WHEN),
        "no_substance": (
            "the share has no substance",
            "Write substance and share side by side; a share may be balance or unknown",
        ),
        "no_share": (
            "{name} has no share",
            "Write substance and share side by side; a share may be balance or unknown",
        ),
        "given_twice": ("{name} is given twice", "Give it once"),
        "none_named": ("no substance is named above", "Name every substance, or answer unknown"),
    },
)
form_words: Final = Phrases(
    "form_words",
    {"answer": "{file}, answer {number}", "or_unknown": "{remedy}, or unknown"},
)
