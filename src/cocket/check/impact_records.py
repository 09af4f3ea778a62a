"""What a comparison finds, as rows of a file: one for each line of goods, or one for each product or order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from cocket.check.checker import KEPT
from cocket.check.files import BAD_INPUT, ECHOED, NOTHING_YET, Tally
from cocket.check.impact import Look, RowImpact, Status, Turn
from cocket.law.changes import Change
from cocket.law.norms import Key

By: TypeAlias = Literal["line", "product", "order"]
Record: TypeAlias = dict[str, object]
NAMED = tuple(key for key in ECHOED if key != "date")
SIDES = ("before", "after")


def columns(looks: tuple[Look, Look], by: By) -> tuple[str, ...]:
    """The columns of a file, the same for every row of it."""
    ends = ("because", *_sided("date", "known", "law_digest"), "drafts")
    if by != "line":
        return (by, "rows", "changed", "bad_input", *_sided("answer"), "lines", *ends)
    answers = (
        "answer",
        *looks[1].checker.lawbook.regimes,
        "possible",
        "codes",
        "candidate_codes",
        "ask",
        "licence",
        "open_licences",
        "licence_parties",
    )
    return ("row", *NAMED, "turn", *_sided(*answers), *ends, "problem")


def _sided(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{side}" for name in names for side in SIDES)


class RowRecords:
    """Lines of goods as rows of a file; what is empty is left out. What many lines share is put into words once."""

    def __init__(self, looks: tuple[Look, Look], drafts: tuple[str, ...]) -> None:
        self._looks, self._drafts = looks, drafts
        # By identity, for changes are long to compare; the line it was made for is kept, or another might get its id.
        self._shared: dict[tuple[int, int, int, Turn], tuple[RowImpact, Record]] = {}

    def of(self, impact: RowImpact) -> Record:
        result = impact.after
        named = {key: result.stated[key] for key in NAMED if key in result.stated}
        days = (impact.before.stated.get("date"), result.stated.get("date"))
        problem = str(result.problem or impact.before.problem or "")
        found = {"row": result.number, **named, **self._of_alike(impact), **_of_looks(self._looks, days)}
        return _filled(found | {"problem": problem})

    def _of_alike(self, impact: RowImpact) -> Record:
        """What a line is told of its statuses and the reasons."""
        alike = id(impact.was), id(impact.now), id(impact.because), impact.turn
        if alike not in self._shared:
            if len(self._shared) >= KEPT:
                self._shared.clear()
            found: Record = {"turn": impact.turn.value}
            for side, status in zip(SIDES, (impact.was, impact.now), strict=True):
                found |= {f"{name}_{side}": value for name, value in _of_status(status)}
            found |= {"because": [told(change) for change in impact.because], "drafts": list(self._drafts)}
            self._shared[alike] = impact, _filled(found)
        return self._shared[alike][1]


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in (None, "", [])}


def _of_status(status: Status | None) -> Iterator[tuple[str, object]]:
    if status is None:
        yield "answer", BAD_INPUT
        return
    yield "answer", status.answer
    yield from status.regimes
    yield from (("possible", list(status.possible)), ("codes", list(status.codes)))
    yield from (("candidate_codes", list(status.candidate_codes)), ("ask", list(status.ask)))
    yield from (("licence", status.licence), ("open_licences", list(status.open_licences)))
    yield "licence_parties", [f"{party}: {answer}" for party, answer in status.licence_parties]


def _of_looks(looks: tuple[Look, Look], days: tuple[object, object]) -> Record:
    """Under which law each side was answered; a day that could not be read is left out."""
    found: Record = {}
    for side, look, day in zip(SIDES, looks, days, strict=True):
        found[f"date_{side}"] = look.on or (day if not isinstance(day, str) else None)
        found[f"known_{side}"] = look.known
        found[f"law_digest_{side}"] = look.checker.lawbook.digest
    return found


def told(change: Change) -> str:
    """A change in one line, as ``1C909.a.1 suspended until 2026-11-10 by cn/…/70#suspend (cn/…/57, 一（一）1)``."""
    norm = change.norm
    where = ", ".join(filter(None, (norm.instrument.id if norm.instrument else norm.at, norm.at)))
    until = f" until {norm.until}" if norm.until else ""
    by = ", ".join(causes(change))
    return f"{norm.part or norm.kind} {change.what}{until}{f' by {by}' if by else ''} ({where})"


def causes(change: Change) -> tuple[str, ...]:
    """The acts, readings, announcements or instruments that brought the change, other than the norm itself."""
    norm = change.norm
    own = f"{norm.instrument.id}#{norm.part}" if norm.instrument else ""
    acts = tuple(name for name in norm.status.because if name != own)
    elsewhere = (norm.elsewhere,) if norm.elsewhere else ()
    return (*acts, *elsewhere, *change.readings_added, *change.readings_gone)


@dataclass(slots=True)
class Group:
    """The lines of one product or order: its strictest answer at both looks, and what changed any of its lines."""

    name: str
    rows: int = 0
    changed: int = 0
    was: Tally = NOTHING_YET
    now: Tally = NOTHING_YET
    because: dict[Key, Change] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def add(self, impact: RowImpact) -> None:
        self.rows += 1
        self.was, self.now = self.was.with_result(impact.before), self.now.with_result(impact.after)
        if impact.changed:
            self.changed += 1
            self.lines.append(impact.after.label)
            for change in impact.because:
                self.because.setdefault(change.key, change)

    @property
    def faulty(self) -> int:
        return max(tally.counts.get(BAD_INPUT, 0) for tally in (self.was, self.now))

    def record(self, by: By, looks: tuple[Look, Look], drafts: tuple[str, ...]) -> Record:
        found: Record = {
            by: self.name,
            "rows": self.rows,
            "changed": self.changed,
            "bad_input": self.faulty,
            "answer_before": self.was.strictest,
            "answer_after": self.now.strictest,
            "lines": self.lines,
            "because": [told(change) for change in self.because.values()],
            "drafts": list(drafts),
        } | _of_looks(looks, (None, None))
        return _filled(found)


class Groups:
    """Collects lines by product or by order; a line that names neither stands for itself, under the row's number."""

    def __init__(self, by: By) -> None:
        self.by = by
        self._groups: dict[str, Group] = {}

    def add(self, impact: RowImpact) -> None:
        name = group_name(impact, self.by)
        self._groups.setdefault(name, Group(name)).add(impact)

    def __iter__(self) -> Iterator[Group]:
        return iter(self._groups.values())


def group_name(impact: RowImpact, by: By) -> str:
    stated = impact.after.stated
    named = stated.get("order") if by == "order" else stated.get("product") or stated.get("description")
    return str(named or f"({impact.after.number})")
