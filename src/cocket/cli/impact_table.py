"""What a comparison finds as a table for people: short answers, and the reasons numbered below."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cocket.check.asking import brief
from cocket.check.files import BAD_INPUT, RowResult
from cocket.check.impact import RowImpact, Status
from cocket.cli import screen
from cocket.cli.change_words import either, event
from cocket.cli.check_table import note_of, shortened
from cocket.cli.words import Words
from cocket.determination.outcome import FREE

if TYPE_CHECKING:
    from cocket.check.impact_records import By, Group
    from cocket.law.changes import Change

GOODS_MAX = 20
NORMS_SHOWN = 6
LINES_SHOWN = 8


class Reasons:
    """Changes of law behind the rows shown: those of one instrument that share their event share a number."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._norms: dict[str, dict[str, None]] = {}

    def numbers(self, because: Sequence["Change"]) -> str:
        """The numbers of these reasons; where no norm differs it is the day itself."""
        spoken = any(change.norm.kind == "reading" for change in because)  # says more than that an entry is read anew
        told = [change for change in because if not (spoken and change.what == "read")]
        heads = dict.fromkeys(map(self._add, told)) or [self._note(self.words.say("impact.day"))]
        known = list(self._norms)
        return ",".join(str(known.index(head) + 1) for head in heads)

    def _add(self, change: "Change") -> str:
        norm = change.norm
        one = norm.instrument
        where = f"{either(one.number, self.words)} ({one.id})" if one else self.words.say("law.diff.lawbook")
        head = f"{where}: {event(change, self.words)}"
        at = f" ({norm.at})" if norm.at not in ("", norm.part) else ""
        name = either(norm.text, self.words) if norm.kind == "listing" else norm.part
        self._norms.setdefault(head, {})[f"{name}{at}"] = None
        return head

    def _note(self, head: str) -> str:
        self._norms.setdefault(head, {})
        return head

    def lines(self) -> Iterator[tuple[int, str]]:
        for number, (head, norms) in enumerate(self._norms.items(), start=1):
            named = list(norms)
            more = f" +{len(named) - NORMS_SHOWN}" if len(named) > NORMS_SHOWN else ""
            listed = self.words.say("joint").join(named[:NORMS_SHOWN]) + more
            yield number, f"{head}: {listed}" if listed else head


def row_headers(words: Words) -> list[str]:
    keys = ("line", "goods", "destination", "before", "after", "why", "codes_note")
    return [words.say(f"column.{key}") for key in keys]


def row_cells(one: RowImpact, reasons: Reasons, words: Words) -> list[str]:
    result = one.after
    destination = str(result.stated.get("destination", ""))
    answers = [short(status.answer if status else BAD_INPUT, words) for status in (one.was, one.now)]
    faulty = one.before if one.before.problem else one.after
    numbers = reasons.numbers(one.because) if one.changed else ""
    notes = note_of(faulty, words) if faulty.problem else "; ".join(details(one, words))
    return [result.label, screen.cut(result.goods, GOODS_MAX), destination, *answers, numbers, notes]


def details(one: RowImpact, words: Words) -> Iterator[str]:
    """The licence held where its duty changes, the codes, and what is asked on the later side."""
    assert one.was is not None and one.now is not None
    if one.now.licence is not None and one.was.licence != one.now.licence:
        duties = (words.name("licence", status.licence or "none") for status in (one.was, one.now))
        yield words.say("impact.licence", duty=" → ".join(duties))
    held = str(one.after.stated.get("licence.type", ""))
    if held and held in one.was.open_licences and held not in one.now.open_licences and not is_free(one.after):
        yield words.say("impact.closed", held=held)
    for (party, before), (_, after) in zip(one.was.licence_parties, one.now.licence_parties, strict=True):
        if before != after:
            turned = {"before": short(before, words), "after": short(after, words)}
            yield words.say("impact.licence_party", party=party, **turned)
    codes = codes_of(one.now) or codes_of(one.was)
    if codes:
        yield codes
    if one.now.ask:
        yield words.say("check.ask", facts=brief(one.now.ask, words.lang))


def is_free(result: RowResult) -> bool:
    return result.verdict is not None and result.verdict.headline in FREE


def codes_of(status: Status) -> str:
    return shortened([*(status.codes or (f"{code}?" for code in status.candidate_codes))])


def short(answer: str, words: Words) -> str:
    return words.name("short", answer)


def group_headers(by: "By", words: Words) -> list[str]:
    keys = (by, "changed", "before", "after", "why", "lines")
    return [words.say(f"column.{key}") for key in keys]


def group_cells(group: "Group", reasons: Reasons, words: Words) -> list[str]:
    answers = [short(tally.strictest or BAD_INPUT, words) for tally in (group.was, group.now)]
    numbers = reasons.numbers(tuple(group.because.values())) if group.changed else ""
    more = len(group.lines) - LINES_SHOWN
    lines = words.say("joint").join(group.lines[:LINES_SHOWN]) + (f" +{more}" if more > 0 else "")
    faulty = f"{words.name('short', BAD_INPUT)}: {group.faulty}" if group.faulty else ""
    last = "; ".join(filter(None, (lines, faulty)))
    return [group.name, f"{group.changed}/{group.rows}", *answers, numbers, last]
