"""The words of screening in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    # screening
    "screen.hit": "{name}: may be {listed} ({list} of {dated}, {id})",
    "screen.score": "   score {score}, by the name alone {name_score}; hit {hit}",
    "screen.words": "   words: {words}",
    "screen.left": "   left over on the list: {words}",
    "screen.qualifier.born": "birth",
    "screen.qualifier.country": "country",
    "screen.qualifier.number": "number",
    "screen.qualifier_same": "   {what} agrees",
    "screen.qualifier_other": "   {what} differs: this lowers the score and clears nobody",
    "screen.says": "   the list says: {says}",
    "screen.since": "listed {day}",
    "screen.cleared": "   cleared on {day}: {reason}",
    "screen.none": "{name}: no hit",
    "screen.stale": "the list {name} is of {dated} and was to be renewed by {until}; it may lack parties",
    "screen.lists": "Screened against: {lists}",
    "screen.list": "{name} of {dated} ({parties} parties)",
    "screen.counted": "{rows} rows, {parties} names, {hits} hits, {cleared} cleared, {faults} not screened",
    "screen.no_columns": "no column names a party. Name one of them party, end user, importer, consignee or exporter.",
    "screen.what": "give a FILE or --name, not both and not neither.",
    "screen.building": "reading the lists anew; this takes some seconds",
    "screen.changed.none": "no list has a version before its newest; there is nothing to compare with",
    "screen.changed.against": "Only what the newest versions added or changed: {count} parties",
    "screen.clear.unknown": "no hit {hit} among these; take the id that stands beside the hit",
    "screen.clear.done": "{hit} is cleared until the name asked about or the entry changes",
    "screen.clear.because": "--clear needs --because with the reason.",
    "screen.written": "Hits written to {path}",
    "lists.added": "{name}: version of {dated}, {parties} parties; {added} added, {changed} changed, {removed} removed",
    "lists.same": "{name}: this very file is in use already; nothing changed",
    "lists.none": "no list is imported; the listings of the lawbook are screened",
    "lists.version": "{name}: {dated}, {parties} parties, format {form}, fresh until {until}{stale}",
    "lists.stale": " - STALE",
    "lists.change.added": "+ {id} {name}",
    "lists.change.changed": "~ {id} {name}",
    "lists.change.removed": "- {id} {name}",
    "lists.one_version": "{name} has one version only; there is nothing to compare it with",
    "help.screen": (
        "Is anyone in FILE, or one NAME, on a list? The lawbook's listings and all imported lists are screened.\n\n"
        "Exit code: 0 no hit that is not cleared, 2 bad input, 3 a hit that a person must decide."
    ),
    "help.screen.name": "Screen this one name.",
    "help.screen.country": "The party's country, with --name.",
    "help.screen.born": "The person's year or day of birth, with --name.",
    "help.screen.number": "A number of a paper or register, with --name.",
    "help.screen.level": "How unlike a name may be: narrow finds less and asks less.",
    "help.screen.changed": "Only against what the newest version of each list added or changed.",
    "help.screen.clear": "Clear this hit; it stays cleared until the name asked about or the entry changes.",
    "help.screen.because": "Why the hit is cleared.",
    "help.screen.out": "Write the hits to this file; its ending says how (.csv, .xlsx, .parquet, .jsonl).",
    "help.lists": "Import lists of parties, and look at their versions.",
    "help.lists.import": (
        "Import FILE as a new version of a list: OFAC, US CSL, UN, EU, UK, or a CSV of one's own.\n\n"
        "Exit code: 0 imported or in use already, 2 refused; then the last good version stays in use."
    ),
    "help.lists.import.as": "The name of the list, such as us-sdn.",
    "help.lists.import.aliases": "The ALT.CSV that belongs to OFAC's SDN.CSV.",
    "help.lists.import.date": "The list's day, where the file does not give one; left out it is today.",
    "help.lists.import.stale": "Warn when the version is older than so many days.",
    "help.lists.import.shrink": "Take a version that has lost many of its parties.",
    "help.lists.show": "Show the lists in use.",
    "help.lists.changes": "Show what the newest version of a list added, changed and removed.",
}
