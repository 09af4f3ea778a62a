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
}
