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
    "screen.listing": "{list}, {state}",
    "state.not in force": "not in force on that day",
    "screen.cleared": "   cleared on {day}: {reason}",
    "screen.none": "{name}: no hit",
    "screen.stale": "the list {name} is of {dated} and was to be renewed by {until}; it may lack parties",
    "screen.lists": "Screened against: {lists}",
    "screen.list": "{name} of {dated} ({parties} parties)",
    "screen.counted": "{rows} rows, {parties} names, {hits} hits, {cleared} cleared, {faults} not screened",
    "screen.no_columns": "no column names a party. Name one of them party, end user, importer, consignee or exporter.",
    "screen.what": "give a FILE, --name or --ownership; not FILE and --name together.",
    "screen.building": "reading the lists anew; this takes some seconds",
    "screen.changed.none": (
        "nothing was screened: there is no earlier screening of this and no list has a version before its newest, "
        "so there is nothing to compare with. Screen once without --changed"
    ),
    "screen.changed.against": (
        "Not screened at this level before: looked up only in what the newest versions of the lists added or changed "
        "({now} parties) and removed or changed ({gone}). Screen once without --changed for all the others"
    ),
    "screen.changed.since": (
        "Since this file was last screened: {now} parties added or changed on the lists, {gone} removed or changed; "
        "rows that are new or changed are screened against all lists"
    ),
    "screen.ended_row": "ended: {name} was like {listed} ({list}, {id}); no row names it so any more",
    "screen.ended_list": "ended: {name} was like {listed} ({list}, {id}); the entry was removed or is another now",
    "screen.clear.unknown": "no hit {hit} among these; take the id that stands beside the hit",
    "screen.clear.done": "{hit} is cleared until the name asked about or the entry changes",
    "screen.clear.because": "--clear needs --because with the reason, and --because the hit to --clear.",
    "screen.with_name": "--country, --born and --number go with --name; a FILE has columns for them.",
    "screen.born_unread": "no year in four digits stands in --born {born!r}; write it as 1960 or 1960-02-01.",
    "screen.written": "Hits written to {path}",
    "screen.no_name.too_long": "the name has more than {most} letters and can be no name",
    "screen.no_name.no_letter": "the name has no letter or digit",
    "check.hit": "HIT: {column} may be {listed} ({list})",
    "check.more_hits": "and {count} more hits",
    "check.not_screened": "{column} not screened: {why}",
    "check.held": "{answer} + HIT",
    "check.weak_hit": "   a weaker likeness, which does not stop the line",
    "party.party": "party",
    "party.exporter": "exporter",
    "party.importer": "importer",
    "party.consignee": "consignee",
    "party.end_user": "end user",
    "party.end_user_parent": "owner of the end user",
    "party.supplier": "supplier",
    "summary.held": "{count} rows: a person has to look at a party first, whatever the law answers",
    "summary.weak": "{count} rows: a party has a weaker likeness, which does not stop them (column weak_hits)",
    "held.certain": "{name}: held by parties on {lists}, by {share}",
    "held.possible": "{name}: may be held by parties on {lists}, by {share}; whether by enough cannot be told",
    "held.path": "   path: {path}",
    "held.hit": "{name} may be {listed} ({list}), hit {hit}",
    "held.standing.in_force": "that list reaches firms so held on that day",
    "held.standing.suspended": "the rule that would reach it is suspended on that day",
    "held.standing.unresolved": "the sources do not say whether the rule applies on that day",
    "held.standing.not_said": "the law of that list does not say whether it reaches firms so held",
    "held.standing.not_written": "the lawbook does not know whether that list reaches firms so held; half is asked for",
    "held.rule": "rule",
    "held.says": "it says",
    "held.question": "open",
    "held.unverified": "not verified",
    "lists.added": "{name}: version of {dated}, {parties} parties; {added} added, {changed} changed, {removed} removed",
    "lists.unknown": "no list {name!r} is imported",
    "lists.known": "Name one of these: {known}",
    "lists.same": "{name}: this very file is in use already; nothing changed",
    "lists.renewed": "{name}: this very file is in use already; it now counts as of {dated}, fresh until {until}",
    "lists.no_day": "the file gives no day of its own; without --date it counts as of today, however old it is",
    "lists.no_aliases": "without --aliases nobody is found by another name than the first; give OFAC's ALT.CSV as well",
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
    "help.screen.changed": (
        "Only what may have changed since FILE was last screened: changed lists, changed rows, and hits that ended."
    ),
    "help.screen.clear": "Clear this hit; it stays cleared until the name asked about or the entry changes.",
    "help.screen.because": "Why the hit is cleared.",
    "help.screen.out": "Write the hits to this file; its ending says how (.csv, .xlsx, .parquet, .jsonl).",
    "help.check.level": "How like a listed party a name must be to stop a line: wide stops more, narrow less.",
    "help.screen.ownership": (
        "A CSV of who holds what (owner, owned, share, from, until): firms held by listed parties are told as well. "
        "Without FILE and --name every name in it is screened."
    ),
    "help.screen.on": "The day whose shares and rules count, with --ownership.",
    "help.lists": "Import lists of parties, and look at their versions.",
    "help.lists.import": (
        "Import FILE as a new version of a list: OFAC, US CSL, UN, EU, UK, or a CSV of one's own.\n\n"
        "Exit code: 0 imported or in use already, 2 refused; then the last good version stays in use."
    ),
    "help.lists.import.as": "The name of the list, such as us-sdn.",
    "help.lists.import.aliases": "The ALT.CSV that belongs to OFAC's SDN.CSV.",
    "help.lists.import.date": "The list's day, where the file does not give one; left out it is today.",
    "help.lists.import.stale": "Warn when the version is older than so many days.",
    "help.lists.import.shrink": "Take a version that has lost many of its parties or names.",
    "help.lists.show": "Show the lists in use.",
    "help.lists.changes": "Show what the newest version of a list added, changed and removed.",
}
