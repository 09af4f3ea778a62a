"""What can be wrong with an application or with a document for one, and what to do."""

from typing import Final

from cocket.wording import Faults, Phrases

TAKEN: Final = "Send PDF, PNG, JPEG, XLSX, DOCX, XML, or plain text in UTF-8"

wrong: Final = Faults(
    "application",
    {
        "no_goods": ("Item {number} does not say what the goods are", "Say it in words"),
        "neither_or_both": ("Neither quantity nor value, or both", "Give one of the two"),
        "nothing_wanted": ("Nothing is wanted of the item", "Give more than nought"),
        "empty_request": ("Request {number} wants nothing", "Name at least one item"),
        "item_twice": ("Request {number} names an item twice", "Add the two up"),
        "count": ("{count} {key}", "Give 1 to {most}"),
        "not_counted": ("The {key} are not counted from 1", "Number them in order"),
        "no_time": ("A licence for no time at all", "Give one month or more"),
        "no_item": ("There is no item {item}", "Items are 1 to {last}"),
        "no_request": ("There is no request {number}", "Requests are 1 to {last}"),
        # documents
        "not_taken": ("{name} claims to be {claimed} and is of no kind that is taken", TAKEN),
        "other_kind": (
            "{name} is {found} and claims to be {claimed}",
            "Send it under its own kind, or send the file that was meant",
        ),
        "no_suffix": ("{name} is {found}, and its name does not say so", "Give it a name that ends in {suffixes}"),
        "cut_off": ("{name} is cut off: it is {found} without its end", "Send the whole file"),
        "no_type": ("{text!a} is no type of document that is taken", TAKEN),
    },
)
pieces: Final = Phrases("application_words", {"nothing": "nothing"})
