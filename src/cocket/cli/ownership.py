"""``cocket screen --ownership``: firms held by listed parties, with the chain that leads there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cocket.cli.words import Words

if TYPE_CHECKING:
    from cocket.check.held_parties import HeldParty
    from cocket.cli.screened_before import AnyScreener
    from cocket.law.instrument import Words as LawWords
    from cocket.screening.decisions import Cleared
    from cocket.screening.ownership import Stake

COLUMNS = (
    "held_by", "held_share", "held_certain", "held_path", "held_hits", "held_standing", "held_rule", "held_says",
    "held_question", "held_unverified",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ownership:
    """The stakes of the file, and what was found of its firms by normalised name."""

    stakes: "Sequence[Stake]"
    found: "Mapping[str, Sequence[HeldParty]]"

    def of(self, name: str) -> "Sequence[HeldParty]":
        from cocket.screening.names import normalise

        return self.found.get(normalise(name), ())

    @property
    def parties(self) -> tuple[str, ...]:
        """Owners among them: who holds too little for the rule is on a list all the same."""
        from cocket.check.held_parties import names_in

        return names_in(self.stakes)


def read_ownership(
    file: Path, screener: "AnyScreener", cleared: "Mapping[str, Cleared]", on: date, known: date
) -> Ownership:
    """The file read, all its names screened, and the rules of the lawbook applied. Raises ListError."""
    from cocket.check.held_parties import OwnershipLaw, held_parties, names_in
    from cocket.check.shares_file import read_stakes
    from cocket.cli.lists import contents
    from cocket.law.lawbook import load_lawbook
    from cocket.law.ownership_rules import load_ownership_rules
    from cocket.screening.asked import Asked
    from cocket.screening.names import normalise

    stakes = read_stakes(contents(file), file.name)
    names = names_in(stakes)
    hits = screener.screen([Asked(name) for name in names])
    open_hits = {
        name: [hit for hit in own if hit.id not in cleared] for name, own in zip(names, hits, strict=True) if own
    }
    found = held_parties(stakes, open_hits, OwnershipLaw(load_lawbook(), load_ownership_rules(), on, known))
    return Ownership(stakes, {normalise(firm): held for firm, held in found.items()})


def record_of(one: "HeldParty", words: Words) -> dict[str, object]:
    """The cells of COLUMNS; what the rule says, in the reader's language."""
    from cocket.check.held_parties import path_of
    from cocket.quantity.fraction import show_share

    record: dict[str, object] = {
        "held_by": list(one.lists), "held_share": show_share(one.held.share), "held_certain": one.held.is_certain,
        "held_path": list(path_of(one.held)), "held_standing": one.standing,
        "held_hits": [
            words.say("held.hit", name=hit.asked.name, listed=hit.listed_name, list=hit.list.name, hit=hit.id)
            for hit in one.hits
        ],
    }  # fmt: skip
    if (rule := one.rule) is None:
        return record
    is_open = one.standing in ("unresolved", "not_said")
    return record | {
        "held_rule": f"{_in(rule.title, words)} ({rule.at}; {rule.source})", "held_says": _in(rule.says, words),
        "held_question": _in(rule.question, words) if rule.question and is_open else None,
        "held_unverified": _in(rule.unverified, words) if rule.unverified else None,
    }  # fmt: skip


def _in(said: "LawWords", words: Words) -> str:
    return said.zh if words.lang == "zh" else said.en


def held_lines(record: Mapping[str, object], words: Words) -> Iterator[str]:
    """A record of COLUMNS as text."""
    key = "held.certain" if record["held_certain"] else "held.possible"
    lists = words.say("joint").join(_texts(record["held_by"]))
    yield words.say(key, name=record["name"], lists=lists, share=record["held_share"])
    yield words.say("held.path", path=", ".join(_texts(record["held_path"])))
    yield from ("   " + hit for hit in _texts(record["held_hits"]))
    yield f"   {words.name('held.standing', str(record['held_standing']))}"
    for name in ("rule", "says", "question", "unverified"):
        if said := record.get(f"held_{name}"):
            yield f"   {words.name('held', name)}: {said}"


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return value
