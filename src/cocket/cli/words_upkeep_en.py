"""The words of the commands that keep the law current, in English."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    # what to read again
    "check.past_looked": (
        "some answers are for days after {looked}, the oldest look for changes of the law; "
        "newer announcements may be missing: see cocket law stale"
    ),
    "stale.heading": "{id}: looked after until {day}, {days} days ago; {standing}",
    "stale.begins": "it takes effect on {day}, and nobody has looked since",
    "stale.ends": "a suspension ends on {until} ({by})",
    "stale.ended": "a suspension has ended since, on {until} ({by})",
    "stale.pending": "announced, not law: {name}",
    "stale.rests": "what rests on it: {parts}",
    "stale.unverified": "points not verified: {count}",
    "stale.count": "{count} of {total} instruments were not looked after up to {day}.",
    "stale.none": "All {total} instruments were looked after up to {day}.",
    "stale.lawbook": "New announcements were looked for until {day}: what came later is not in the lawbook.",
    "help.law.stale": (
        "List what to read again: instruments not looked after up to today, and why each matters.\n\n"
        "Exit code: 0 nothing, 1 something is to be read again."
    ),
    "help.law.stale.on": "Ask for this day instead of today.",
    # pages about the law
    "law.show.over_time": "Standing over time",
    "law.show.made_under": "Made under {names}",
    "law.show.read_official": "Read from: {basis}",
    "law.show.read_elsewhere": "Read from: {basis}; the official text itself was not opened",
    "law.show.examples": "Worked examples, each tested",
    "law.show.other_examples": "Worked examples that name none of its codes, each tested",
    "law.show.example.on": "{on}: ",
    "law.show.example.known": "{on}, as known on {known}: ",
    "law.show.example.no_code": "no code",
    "law.show.listed": "Rules on everything listed, which hold here as well",
    "law.show.binds_here": "On the {list}",
    "law.show.binds_abroad": "On the {list}; persons abroad who move goods of Chinese origin are bound too",
    "law.show.index.title": "The law in this lawbook",
    "law.show.index.checked": (
        "New announcements were looked for until {checked}. Each page says how far its own instrument was "
        "looked after, and what is not verified."
    ),
    "law.show.index.standing": "How an instrument stands is told for {day}, as known on that day.",
    "law.show.index.instruments": "Instruments by the day of issue",
    "law.show.index.headings": "Control codes by heading",
    "law.show.index.codes": "{count} codes",
    "law.show.index.by_number": "Control codes by number",
    "list.control_list": "control list",
    "list.watch_list": "watch list",
    "list.unreliable_entity_list": "unreliable entity list",
    "act.carry": "takes over the entries of",
    "law.pages.done": "{count} pages in {folder}: {written} written, {removed} removed",
    "help.law.pages": (
        "Write the law as Markdown: an index, a page for each instrument and for each heading of control codes. "
        "The same lawbook gives the same pages."
    ),
    "help.law.pages.out": "The folder to write to, such as docs/law; pages of an earlier run that are no more go.",
}
