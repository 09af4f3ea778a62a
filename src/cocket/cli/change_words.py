"""A change of the law in words: what happened to a norm, from or until when, and by which act."""

from typing import TYPE_CHECKING

from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.law.changes import Change
    from cocket.law.instrument import Words as Pair

SPOKEN_OF_OTHERWISE = (("listing", "in_force"), ("listing", "lapsed"), ("reading", "in_force"), ("regime", "in_force"))


def what_of(change: "Change", words: Words) -> str:
    """The word for what happened; parties are listed and taken off, readings given."""
    kind, what = change.norm.kind, change.what
    return words.name("change", f"{kind}.{what}" if (kind, what) in SPOKEN_OF_OTHERWISE else what)


def event(change: "Change", words: Words) -> str:
    """What happened, from or until when, and by which act: what changes that stand together share."""
    from cocket.check.impact_records import causes

    norm = change.norm
    parts = [what_of(change, words)]
    if change.what in ("published", "not_yet", "in_force", "takes_over") and norm.kind != "reading":
        parts.append(words.say("law.diff.since", day=norm.status.window.since))
    if norm.until and norm.kind != "act":
        parts.append(words.say("law.diff.until", day=norm.until))
    by = causes(change)
    if by:
        parts.append(words.say("law.diff.by", names=words.say("joint").join(by)))
    return words.say("law.diff.joint").join(parts)


def counted_kind(kind: str, count: int, words: Words) -> str:
    return words.say(f"kinds.{kind}", count=count)


def either(pair: "Pair", words: Words) -> str:
    return pair.zh if words.lang == "zh" else pair.en
