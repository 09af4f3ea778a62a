"""A list that cannot be used; nothing of it is taken over."""

from typing import Final

from cocket.wording import Faults, shapes

AGAIN: Final = "Fetch the list again; it may be cut off"
FAULTS: Final = {
    "cut_count": ("it states {stated} entries and holds {held}", AGAIN),
    "too_large": ("the file is larger than any list", "Fetch the list again"),
    "dangerous": (
        "the file declares a document type or entities, which no list does",
        "Do not use it; fetch the list from its publisher",
    ),
    "malformed": ("the XML breaks off or is malformed at line {line}, column {character}", AGAIN),
    "no_text": ("the file is not text", "Give the list as its publisher gives it out; save one of your own as UTF-8"),
    "not_utf8": ("the file is not UTF-8, and its names cannot be read for certain", 'Save it as "CSV UTF-8"'),
    "no_column": (
        "the column {name!r} is missing; there are {columns}",
        "Name the column so; a publisher may have changed the format. Nothing was taken over",
    ),
    "unreadable": ("it cannot be read ({error})", AGAIN),
    "width": (
        "row {number} has {found} columns instead of {wanted}",
        "Fetch the list again; it may be cut off or its columns changed",
    ),
    "unknown_column": ("the column {name!r} is not understood", "Rename or remove it; columns are {known}"),
    "strange_element": (
        "the element {tag} may hold names and is not understood",
        "The publisher may have changed the format; the list is not imported",
    ),
    "no_kind": ("{kind!r} is no kind of party", "Write {known} or nothing"),
    "json": ("the JSON cannot be used ({error})", "Fetch the list again"),
    "no_party": ("it holds no party", "Give one of {formats}"),
    "no_id": ("entry {number} has no id", "The format may have changed; the list is not imported"),
    "no_name": ("entry {number} ({id}) has no name", "The format may have changed; the list is not imported"),
    "long_name": (
        "entry {number} ({id}) has a name of more than {most} letters",
        "Correct it; a row may have run into the next",
    ),
    "unread_name": ("entry {number} ({id}) has no name with a letter or digit", "Correct or remove it"),
    "no_day_read": (
        "it does not give its day where its format does",
        "Find out of which day it is, and give that with --date",
    ),
    "future": ("{dated} is still to come", "Correct the list's day: every later version would be refused as older"),
    "no_aliases": ("no aliases belong to a list of this format", "Leave --aliases out; it goes with OFAC's SDN.CSV"),
    "foreign_aliases": (
        "the aliases name {count} parties that the list lacks, {id} among them",
        "Give the SDN.CSV and the ALT.CSV of the same day",
    ),
    "twice": (
        "the id {id!r} stands {count} times",
        "Give each party one row, with its other names in the column aliases",
    ),
    "empty": ("the file is empty", "Fetch the list again"),
    "root": ("XML with the root {root!r} is no list", "Give one of {formats}"),
    "kept": ("the kept version of {name} cannot be read ({error})", "Delete that file and import the list again"),
    "list_name": ("{name!r} cannot name a list", "Use small letters, digits and dashes, such as us-sdn"),
    "own_name": ("{name!r} is the name of the law's own listings", "Take another, such as us-sdn"),
    "other_content": (
        "a version of {dated} with other content is kept already",
        "Find out which is right; give its day with --date",
    ),
    "older": (
        "the file is of {dated}, the version in use of {newest}",
        "Import the newest file, or keep the older one under another name",
    ),
    "shrunk": (
        "the file has {found} parties, the version in use {newest}",
        "It may be cut off; if it is right, import it with --may-shrink",
    ),
    "fewer_names": (
        "the file has {found} names, the version in use {newest}",
        "Its format may have changed, or OFAC's aliases are left out; if it is right, import it with --may-shrink",
    ),
    "renamed": (
        "{renamed} of {both} parties have lost a name at once",
        "The format may have changed; if it is right, import it with --may-shrink",
    ),
    "no_home": ("there is no folder to keep lists in", "Set XDG_DATA_HOME to a folder that may be written"),
    "decision": ("it cannot be read ({error})", "Correct or remove it"),
    "backwards": ("it ends ({until}) before it begins ({since})", "Correct one of the days"),
    "no_letter": ("a name without letter or digit", "Write the party's name"),
    "long_party": ("a name of more than {most} letters", "Write the party's name alone"),
    "no_stake": ("it holds no share", "Write a row for each share: owner, owned, share"),
    "own_share": (
        "{firm} holds shares of itself",
        "Leave them out, and give the others' shares of what is left",
    ),
    "no_share": ("{share!r} is no share ({error})", 'Write per cent such as 60, 33.34, "25-50", ">25" or "unknown"'),
    "no_day": ("{error}", "Write the day as year-month-day, for example 2025-04-30"),
    "two_shares": ("{owner} holds two shares of {firm} on the same day", "Keep one, or give the days of each"),
    "over_whole": (
        "the shares of {firm} add up to more than 100 % on some day",
        "Correct the shares, or give the days of each",
    ),
}

wrong: Final = Faults("lists", FAULTS)


class ListError(Exception):
    """``fault`` is a key of FAULTS; ``where`` the file, the list or the option, with row and column if they tell."""

    def __init__(
        self, fault: str, *, where: str, row: int | None = None, column: str | None = None, **values: object
    ) -> None:
        self.what, self.remedy = wrong(fault, **values)
        in_row, in_column = (shapes.row(row) if row else "", shapes.column(column) if column else "")
        super().__init__(shapes.placed(shapes.within(where, in_row, in_column), self.what, self.remedy))
