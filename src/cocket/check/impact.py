"""Which rows of a list change status between two looks at the law, and which norms make the difference.

A look is a lawbook, a day of export for every row (or none: each keeps its own) and a day of knowledge. A row is
answered at both looks; where its status differs, the norms that bear on it and that differ between the looks say why.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from cocket.check.bill.book import NO_BILLS, BillBook
from cocket.check.checker import KEPT, Checker, Verdict
from cocket.check.files import RowResult, answer_of, asked, check_row, name_of, possible
from cocket.check.passports.book import NO_PASSPORTS, PassportBook
from cocket.check.tables import BadRow, Row
from cocket.determination.determine import regime_law
from cocket.determination.explanation import licences_open
from cocket.determination.facts import Facts
from cocket.determination.logic import FALSE, evaluate
from cocket.determination.outcome import FREE, Open, Outcome
from cocket.determination.procedure import STRICTEST_FIRST, procedure_rules
from cocket.determination.read_facts import Line
from cocket.determination.same_law import answers_alike
from cocket.determination.weighing import weigh
from cocket.law.changes import Change, changes
from cocket.law.check_lawbook import reaches
from cocket.law.condition import Condition, In, leaves
from cocket.law.fold import elementary_days
from cocket.law.instrument import Act, Instrument, ProcedureRule
from cocket.law.norms import Key, law_on

LICENCE_END_USER = "licence.end_user"
AS_IN_ROW = ("same", "相同", "同上")
OF_END_USER = (
    "end_user",
    "end_user_listed",
    "end_user_country",
    "end_user_parent",
    "end_user_parent_share_pct",
    "importer",
)
OF_LICENCE = ("licence", "change", "licence_issued", "exported_without_licence")


@dataclass(frozen=True, slots=True)
class Look:
    """``on`` None: every row leaves on the day that it states itself."""

    checker: Checker
    on: date | None
    known: date


@dataclass(frozen=True, slots=True)
class Status:
    """What a row is told. Of a licence held, ``licence`` is what must happen to it (``""``: nothing, None: none held).

    ``possible`` are the outcomes that are left, for an open answer may change in what it leaves open. ``open_licences``
    are the types that can be had for the goods at all, for their parties and for those that the licence held names;
    what is free needs none. ``licence_parties`` are these with the answer for each.
    """

    answer: str
    regimes: tuple[tuple[str, str], ...]
    possible: tuple[str, ...]
    codes: tuple[str, ...]
    candidate_codes: tuple[str, ...]
    ask: tuple[str, ...]
    licence: str | None = None
    open_licences: tuple[str, ...] = ()
    licence_parties: tuple[tuple[str, str], ...] = ()


class Turn(StrEnum):
    """How a row changes. ``STRICTER`` is also what was open and now needs a permit."""

    SAME = "same"
    STRICTER = "stricter"
    OPEN = "open"
    EASED = "eased"
    OTHERWISE = "otherwise"  # the same answer with other codes, questions or duties
    BAD_INPUT = "bad_input"


@dataclass(frozen=True, slots=True)
class RowImpact:
    """One row at both looks; ``because`` are the changes of law behind it, none where the day alone makes it.

    A status is None where the row is bad, or does not change and was not answered for that.
    """

    before: RowResult
    after: RowResult
    was: Status | None
    now: Status | None
    turn: Turn
    because: tuple[Change, ...] = ()

    @property
    def changed(self) -> bool:
        return self.turn not in (Turn.SAME, Turn.BAD_INPUT)


def impacts(
    before: Look,
    after: Look,
    rows: Iterable[Row | BadRow],
    passports: PassportBook = NO_PASSPORTS,
    bills: BillBook = NO_BILLS,
    *,
    every: bool = True,
) -> Iterator[RowImpact]:
    """One for each row, in order. A row's own day of knowledge is replaced like its day of export.

    Without ``every`` rows that do not change may come without a status; see ``Comparison``.
    """
    comparison = Comparison(before, after, passports, bills, every=every)
    return (comparison.of(row) for row in rows)


class Comparison:
    """Two looks, ready for many rows; what differs in the law is worked out once for each pair of stretches of days.

    What suppliers stated by the later day of knowledge counts on both sides: the law is to differ, not the goods.
    Without ``every`` a row of which both looks say the same for certain is not answered at all, for the search for what
    to ask of it takes by far the longest: it has turned ``SAME``, no status, and verdicts that hold no answers.
    """

    def __init__(
        self,
        before: Look,
        after: Look,
        passports: PassportBook = NO_PASSPORTS,
        bills: BillBook = NO_BILLS,
        *,
        every: bool = True,
    ) -> None:
        self.before, self.after, self.passports, self.bills = before, after, passports, bills
        self.every = every
        self.heard = max(before.known, after.known)
        self._alike: dict[object, bool] = {}
        self._changes: dict[tuple[date, date, date, date], tuple[Change, ...]] = {}
        self._reasons: dict[object, tuple[Change, ...]] = {}

    def of(self, row: Row | BadRow) -> RowImpact:
        was, now = (self._read(row, look) for look in (self.before, self.after))
        if was.verdict is None or now.verdict is None:
            return RowImpact(was, now, None, None, Turn.BAD_INPUT)
        if not (self.every or _is_of_licence(row, now.verdict)) and self._is_alike(was.verdict.line, now.verdict.line):
            return RowImpact(was, now, None, None, Turn.SAME)
        was, now = _answered(was, self.before), _answered(now, self.after)
        assert was.verdict is not None and now.verdict is not None
        named = [self._for_party(row, party) for party in _licence_parties(row)]
        old = status_of(self.before, was.verdict, [one for one, _ in named])
        new = status_of(self.after, now.verdict, [other for _, other in named])
        if old == new:
            return RowImpact(was, now, old, new, Turn.SAME)
        pairs = ((was.verdict, now.verdict), *named)
        because = {change.key: change for pair in pairs for change in self.because(*pair)}
        turn = turn_of(was.verdict.headline, now.verdict.headline)
        return RowImpact(was, now, old, new, turn, tuple(because.values()))

    def _for_party(self, row: Row | BadRow, party: str) -> tuple[Verdict, Verdict]:
        """The row at both looks as if it went to a party that the licence held names, which imports it itself."""
        assert isinstance(row, Row)
        stated = {key: value for key, value in row.stated.items() if key not in OF_END_USER} | {"end_user": party}
        other, looks = Row(row.number, stated, row.columns), (self.before, self.after)
        was, now = (_answered(self._read(other, look), look) for look in looks)
        assert was.verdict is not None and now.verdict is not None, "a name alone makes no fault"
        return was.verdict, now.verdict

    def _read(self, row: Row | BadRow, look: Look) -> RowResult:
        seen = _as_seen(row, look)
        return check_row(look.checker, seen, look.known, self.passports, self.heard, self.bills, read_only=True)

    def _is_alike(self, was: Line, now: Line) -> bool:
        """Whether both looks have the same answers, found once for lines that share every fact."""
        facts = was.facts.key()
        if was.on is None or now.on is None or facts != now.facts.key():
            return False
        lines = facts, was.on, now.on
        if lines not in self._alike:
            if len(self._alike) >= KEPT:
                self._alike.clear()
            self._alike[lines] = self._has_same_answers(was, now, was.on, now.on)
        return self._alike[lines]

    def _has_same_answers(self, was: Line, now: Line, on_before: date, on_after: date) -> bool:
        """Only regimes of which both looks may say something else are answered; what they say is kept."""
        before, after = self.before.checker, self.after.checker
        sides = (before.time, on_before, self.before.known), (after.time, on_after, self.after.known)
        regimes = dict.fromkeys((*before.lawbook.regimes, *after.lawbook.regimes))
        for regime in [one for one in regimes if not answers_alike(*sides, was.facts, one)]:
            first = before.determined(was, regime, self.before.known)
            if replace(first, on=None) != replace(after.determined(now, regime, self.after.known), on=None):
                return False
        return True

    def because(self, was: Verdict, now: Verdict) -> tuple[Change, ...]:
        """The reasons, worked out once for the many lines of a list that share every fact."""
        sides = tuple((one.line.facts.key(), one.line.on, holds_licence(one)) for one in (was, now))
        if sides not in self._reasons:
            if len(self._reasons) >= KEPT:
                self._reasons.clear()
            self._reasons[sides] = tuple(self._differing_and_bearing(was, now))
        return self._reasons[sides]

    def _differing_and_bearing(self, was: Verdict, now: Verdict) -> Iterator[Change]:
        """The changes that bear on the row, each once; a row without a day is looked at on every day."""
        found: dict[Key, Change] = {}
        held = frozenset(chain(_duties(self.before, was), _duties(self.after, now)))
        for on_before, on_after in self._days(was, now):
            bearing = held.union(
                norms_bearing(self.before, was.line.facts, on_before),
                norms_bearing(self.after, now.line.facts, on_after),
            )
            for change in self.differing(on_before, on_after):
                if change.key in bearing or _speaks(change, bearing, now.line.facts):
                    found.setdefault(change.key, change)
        yield from found.values()

    def _days(self, was: Verdict, now: Verdict) -> Iterator[tuple[date, date]]:
        if was.line.on is not None and now.line.on is not None:
            yield was.line.on, now.line.on
            return
        both = (self.before.checker.lawbook, self.after.checker.lawbook)
        days = sorted({day for one in both for day in elementary_days(one)})
        yield from ((was.line.on or day, now.line.on or day) for day in days)

    def differing(self, on_before: date, on_after: date) -> tuple[Change, ...]:
        """The norms that differ between the looks, for rows that leave on these days."""
        was = self.before.checker.time.view(on_before, self.before.known)
        now = self.after.checker.time.view(on_after, self.after.known)
        stretch = (was.on, was.known, now.on, now.known)
        if stretch not in self._changes:
            first = law_on(self.before.checker.time, on_before, self.before.known)
            self._changes[stretch] = changes(first, law_on(self.after.checker.time, on_after, self.after.known))
        return self._changes[stretch]


def _answered(read: RowResult, look: Look) -> RowResult:
    """A row that was read, with its answers; what was told of its reading stays."""
    if read.verdict is None:
        return read
    found = look.checker.decide(read.verdict.line, look.known)
    return replace(read, verdict=replace(found, warnings=read.verdict.warnings))


def _is_of_licence(row: Row | BadRow, verdict: Verdict) -> bool:
    """Whether a licence is held: what must happen to it hangs on more law than the answer does."""
    return holds_licence(verdict) or bool(_licence_parties(row))


def _as_seen(row: Row | BadRow, look: Look) -> Row | BadRow:
    """The row as if it left on the day of the look, known on its day."""
    return row if isinstance(row, BadRow) else Row(row.number, stated_at(row, look), row.columns)


def stated_at(row: Row, look: Look) -> dict[str, object]:
    """What the row states, with the day of the look in place of its own."""
    stated = {key: value for key, value in row.stated.items() if key != "known"}
    return stated if look.on is None else stated | {"date": look.on}


def _licence_parties(row: Row | BadRow) -> tuple[str, ...]:
    """The end users that the licence held names, apart from that of the row."""
    named = str(row.stated.get(LICENCE_END_USER, "")) if isinstance(row, Row) else ""
    parties = (one.strip() for one in re.split(r"[;；\n]", named))
    return tuple(dict.fromkeys(one for one in parties if one and one.casefold() not in AS_IN_ROW))


def status_of(look: Look, verdict: Verdict, named: Sequence[Verdict] = ()) -> Status:
    """``named``: the row as it would be answered for the parties that the licence held names."""
    of_each = verdict.determinations
    open_of = [[kind for one in each.determinations for kind in licences_open(one)] for each in (verdict, *named)]
    return Status(
        answer=name_of(verdict.headline),
        regimes=tuple((one.regime, answer_of(one)) for one in of_each),
        possible=tuple(outcome.name for outcome in possible(verdict)),
        codes=tuple(code for one in of_each for code in one.codes),
        candidate_codes=tuple(code for one in of_each for code in one.candidate_codes),
        ask=asked(verdict),
        licence=licence_of(look, verdict),
        open_licences=tuple(kind for kind in dict.fromkeys(open_of[0]) if all(kind in one for one in open_of)),
        licence_parties=tuple((str(one.line.said["end_user"]), name_of(one.headline)) for one in named),
    )


def holds_licence(verdict: Verdict) -> bool:
    """Whether the row speaks of a licence that is held, of a change to it, or of leaving without one."""
    return any(key.partition(".")[0] in OF_LICENCE for key in verdict.line.said)


def licence_of(look: Look, verdict: Verdict) -> str | None:
    """What must happen to the licence held, the strictest of the rules that speak; None where none is held."""
    if not holds_licence(verdict):
        return None
    found = {rule.outcome for _, rule in _procedure(look, verdict)}
    return next((answer.value for answer in STRICTEST_FIRST if answer.value in found), "")


def _procedure(look: Look, verdict: Verdict) -> Iterator[tuple[Instrument, ProcedureRule]]:
    time, facts = look.checker.time, verdict.line.facts
    yield from chain.from_iterable(procedure_rules(time, facts, one, verdict.known) for one in verdict.determinations)


def turn_of(was: Outcome | Open, now: Outcome | Open) -> Turn:
    """How the headline turns, for rows whose status differs; all that is free counts alike."""
    if isinstance(now, Open):
        return Turn.OTHERWISE if was is now else Turn.OPEN
    if isinstance(was, Open):
        return Turn.EASED if now in FREE else Turn.STRICTER
    if was == now or (was in FREE and now in FREE):
        return Turn.OTHERWISE
    return Turn.STRICTER if now > was else Turn.EASED


def norms_bearing(look: Look, facts: Facts, on: date) -> Iterator[Key]:
    """The norms that can hold for the facts at this look, and the listings that its parties are or may be under."""
    view = look.checker.time.view(on, look.known)
    for regime in look.checker.lawbook.regimes:
        yield "regime", "", regime
        if regime not in view.covered:
            continue
        weighed = weigh(regime_law(view, regime), facts)
        yield from (("entry", norm.instrument.id, norm.entry.id) for norm, _ in weighed.entries)
        yield from (("gap", norm.instrument.id, norm.gap.id) for norm, _ in weighed.gaps)
        for rule, _ in weighed.rules:
            yield "rule", rule.instrument.id, rule.rule.id
            yield from _listings(look, rule.condition, facts)


def _duties(look: Look, verdict: Verdict) -> Iterator[Key]:
    """The rules of procedure that speak of a licence held."""
    if holds_licence(verdict):
        yield from (("procedure", one.id, rule.id) for one, rule in _procedure(look, verdict))


def _speaks(change: Change, bearing: frozenset[Key], facts: Facts) -> bool:
    """Whether the change is an official reading of such goods, in the words of an entry that bears on them."""
    act = change.norm.content
    if change.norm.kind != "reading" or not isinstance(act, Act):
        return False
    entries = [part for kind, _, part in bearing if kind == "entry"]
    read = any(reaches(target, entry) for target in act.target for entry in entries)
    return read and (act.when is None or evaluate(act.when, facts) != FALSE)


def _listings(look: Look, condition: Condition, facts: Facts) -> Iterator[Key]:
    """The listings that a rule means by its parties, as far as they may be the parties of the line."""
    tokens = look.checker.time.tokens
    meant: set[str] = set()
    for leaf in leaves(condition):
        if isinstance(leaf, In) and "@" in leaf.fact:
            said = facts.choice(leaf.fact)
            meant.update(leaf.values if said is None else leaf.values & said)
    for notice, listing in look.checker.lawbook.listings.values() if meant else ():
        if tokens[listing.id] in meant:
            yield "listing", notice.id, listing.id
