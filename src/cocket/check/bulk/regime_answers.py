"""The answers of one regime to many lines, each distinct answer once.

What is proven comes from the kernel alone. What is open is told once for all lines that no condition tells apart.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from cocket.check.bulk.parts import joined
from cocket.check.checker import Checker
from cocket.determination.ask import MANY_KINDS
from cocket.determination.determine import Determination, not_covered, questions, regime_law
from cocket.determination.domain import askable
from cocket.determination.doubts import open_points
from cocket.determination.facts import STANDS_FOR, Facts
from cocket.determination.kernel.answers import Answered, mask_words
from cocket.determination.kernel.block import Block
from cocket.determination.kernel.codes import Named, named
from cocket.determination.kernel.columns import Columns, Flags
from cocket.determination.kernel.consequences import outcomes_of
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import EPOCH, Kernel
from cocket.determination.kernel.law_tables import Stretch
from cocket.determination.kernel.planes import TRUTHS, unpacked
from cocket.determination.kernel.weighed_lines import Goods, weigh_deals, weigh_goods
from cocket.determination.logic import is_undecided, undecided_leaves
from cocket.determination.outcome import FREE, Open
from cocket.determination.weighing import as_told, weigh
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

WHOLE_COMPOSITION: Final = tuple(f"content.{symbol}" for symbol in ("Dy", "Tb", "Sm", "Y"))  # so many that all is asked


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a batch: distinct goods and deals, of each line their rows, and its day counted from 1970-01-01."""

    goods: Columns
    deals: Columns
    goods_of: Ids
    deal_of: Ids
    days: Ids

    def facts(self, line: int) -> Facts:
        return joined(self.goods.line(int(self.goods_of[line])), self.deals.line(int(self.deal_of[line])))


class RegimeAnswers:
    """``found[number]`` is a distinct answer; lines refer to it by number."""

    def __init__(self, checker: Checker, regime: str, known: date) -> None:
        self.checker, self.regime, self.known = checker, regime, known
        self.written = checker.lawbook.regimes[regime]
        self.kernel = Kernel(checker.time, regime, max(known, self.written.known_from))
        self.tables, self.answers = self.kernel.tables, self.kernel.answers
        self.found: list[Determination] = []
        self.facts: dict[int, Facts] = {}  # of an open answer, the facts of one of its lines
        self.missing: dict[tuple[object, ...], dict[str, None]] = {}  # facts that keep a norm undecided
        self.questions: dict[object, tuple[str, ...]] = {}
        self._number: dict[object, int] = {}
        self._open: dict[tuple[int, ...], int] = {}
        self._cells: dict[tuple[int, ...], int] = {}

    def answer(self, lines: "Lines") -> Ids:
        """The number of every line's answer."""
        weighed = weigh_goods(self.tables, lines.goods)
        nearest, covered = self._days(lines.days)
        stretch = self.kernel.stretches(nearest)
        answered = self.answers.answer(weighed, weigh_deals(lines.deals), lines.goods_of, lines.deal_of, stretch)
        numbers = self._beyond(answered, lines)
        one = np.bitwise_count(answered.outcomes) == 1
        codes = named(self.tables, weighed, answered)
        self._proven(numbers, covered & one, codes, answered)
        still = np.flatnonzero(covered & ~one)
        if len(still):
            goods = self._classes((self.tables.entries, lines.goods), (self.tables.gaps, lines.goods.told()))
            deals = self._deal_classes(lines, stretch)
            case = OpenCases(self, weighed, answered, codes, lines, goods[lines.goods_of], deals)
            self._open_ones(numbers, still, case)
        return numbers

    def _days(self, days: Ids) -> tuple[Ids, Flags]:
        """The nearest day of which the law was read, and whether that is the day itself."""
        first = (self.written.covered_from - EPOCH).days
        last = (self.written.covered_until - EPOCH).days if self.written.covered_until else int(days.max(initial=0))
        nearest = np.clip(days, first, max(first, last))
        return nearest, (nearest == days) & (self.written.known_from <= self.known)

    def _keep(self, key: object, answer: Determination) -> int:
        if key not in self._number:
            self._number[key] = len(self.found)
            self.found.append(answer)
        return self._number[key]

    def _beyond(self, answered: Answered, lines: "Lines") -> Ids:
        """The answers of days whose law was not read, for all lines; those of other days are filled in later."""
        free = sum(1 << outcome for outcome in FREE)
        considered = (self.written.beyond == "consult") | ((answered.outcomes & ~np.uint16(free)) != 0)
        numbers = np.zeros(len(lines.days), np.int64)
        for value in (False, True):
            some = np.flatnonzero(considered == value)
            if len(some):
                line = int(some[0])
                on = _day(lines.days[line])
                answer = not_covered(self.checker.time, lines.facts(line), self.regime, on, self.known)
                numbers[some] = self._keep(("beyond", value), replace(answer, considered=value))
        return numbers

    def _proven(self, numbers: Ids, lines: Flags, codes: Named, answered: Answered) -> None:
        proven = np.flatnonzero(lines)
        first, kind = distinct(
            [codes.row[proven], answered.outcomes[proven].astype(np.int64), answered.pending[proven].astype(np.int64)]
        )
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(proven[first].tolist()):
            row = int(codes.row[line])
            certain, maybe = codes.certain.of(row), codes.maybe.of(row)
            key = (int(answered.outcomes[line]), certain, maybe, int(answered.pending[line]))
            found[place] = self._number.get(key, -1)
            if found[place] < 0:
                found[place] = self._keep(key, self._determination(*key))
        numbers[proven] = found[kind]

    def announced(self, pending: int) -> tuple[str, ...]:
        """The announcements of a set given as bits."""
        return tuple(name for name, bit in self.answers.announcements.items() if pending >> bit & 1)

    def _determination(
        self, marked: int, certain: tuple[int, ...], maybe: tuple[int, ...], pending: int
    ) -> Determination:
        (outcome,) = outcomes_of(marked)
        names = self.tables.names
        announced = self.announced(pending)
        codes, candidates = (tuple(names[bit] for bit in bits) for bits in (certain, maybe))
        return Determination(self.regime, outcome, (outcome,), (), codes, candidates, (), announced, (), None)

    def _open_ones(self, numbers: Ids, lines: Ids, case: "OpenCases") -> None:
        """Open cases, one for all lines that the law of the stretch cannot tell apart."""
        of_goods = case.answered.goods
        stretch = of_goods.stretch[of_goods.of[lines]]
        number = np.array([one.number for one in case.answered.stretches], np.int64)[stretch]
        first, kind = distinct([case.goods_class[lines], case.deal_class[lines], number])
        found = np.empty(len(first), np.int64)
        for place, at in enumerate(first.tolist()):
            line = int(lines[at])
            key = (int(case.goods_class[line]), int(case.deal_class[line]), int(number[at]))
            if key not in self._open:
                answer, facts = case.answer(line)
                points = open_points(answer.weighed, facts) if answer.weighed and facts else ()
                self._open[key] = self._keep(("open", answer, points), answer)
                if facts:
                    self.facts.setdefault(self._open[key], facts)
            found[place] = self._open[key]
        numbers[lines] = found[kind]

    def _deal_classes(self, lines: "Lines", stretch: Ids) -> Ids:
        found = np.zeros(len(lines.days), np.int64)
        for number in np.unique(stretch).tolist():
            block = self.tables.rule_blocks[self.tables.stretch(number).rule_block]
            here = stretch == number
            found[here] = self._classes((block, lines.deals))[lines.deal_of[here]]
        return found

    def _classes(self, *weighed: tuple[Block, Columns]) -> Ids:
        """For every row a number that is the same for rows that no condition of the blocks tells apart."""
        marks: list[Ids] = []
        for block, columns in weighed:
            for fact in block.facts:
                marks.append(block.tables[fact].cells(columns).astype(np.int64))
                marks.append(_stated(columns, fact))
        if not marks:
            return np.zeros(weighed[0][1].rows, np.int64)
        first, kind = distinct(marks)
        rows = np.stack(marks)[:, first].T
        name = tuple(id(block) for block, _ in weighed)
        numbers = [self._cells.setdefault((*name, *row), len(self._cells)) for row in rows.tolist()]
        return np.array(numbers, np.int64)[kind]


@dataclass(slots=True)
class OpenCases:
    """Open cases of a batch: what is possible by the kernel, and the facts that keep norms undecided.

    These may be more than the interpreter would ask for, which looks for the smallest set that decides; that takes it
    up to a second for a line of which little is known.
    """

    regime: RegimeAnswers
    weighed: Goods
    answered: Answered
    codes: Named
    lines: Lines
    goods_class: Ids
    deal_class: Ids

    def answer(self, line: int) -> tuple[Determination, Facts | None]:
        """The answer, and the facts where what to put to the authority hangs on them."""
        if not self.answered.settled[line] and (ask := self._ask(line)):
            return self._determination(line, Open.NEEDS_FACTS, ask), None
        facts = self.lines.facts(line)
        tables = self.regime.tables
        law = regime_law(tables.time.view(_day(self.lines.days[line]), tables.known), self.regime.regime)
        why = Open.UNRESOLVED if self.answered.unresolved[line] else Open.CONSULT
        return replace(self._determination(line, why, ()), weighed=weigh(law, facts)), facts

    def _determination(self, line: int, why: Open, ask: tuple[str, ...]) -> Determination:
        row, names = int(self.codes.row[line]), self.regime.tables.names
        codes, candidates = (
            tuple(names[bit] for bit in some.of(row)) for some in (self.codes.certain, self.codes.maybe)
        )
        outcomes = tuple(sorted(outcomes_of(int(self.answered.outcomes[line])), reverse=True))
        pending = self.regime.announced(int(self.answered.pending[line]))
        return Determination(self.regime.regime, why, outcomes, ask, codes, candidates, (), pending, (), None)

    def _ask(self, line: int) -> tuple[str, ...]:
        """The missing facts that keep entries and rules undecided, as a person would be asked for them.

        Where the kind of goods is open in many ways nearly every norm is undecided: it is asked for first, and alone
        but for the composition.
        """
        facts = self.lines.facts(line)
        kinds = facts.choice("kind")
        told = any(fact.startswith("content.") for fact in facts.values)
        if kinds is None or len(kinds) >= MANY_KINDS:
            needed: tuple[str, ...] = ("kind",) if told else ("kind", *WHOLE_COMPOSITION)
        else:
            needed = self._needed(line, facts)
        key = (needed, kinds, told)  # all that the words of a question hang on
        if key not in self.regime.questions:
            self.regime.questions[key] = questions(needed, facts, self.regime.tables.time.lawbook.vocabulary)
        return self.regime.questions[key]

    def _needed(self, line: int, facts: Facts) -> tuple[str, ...]:
        stretch, deal = self._stretch(line), int(self.answered.deals.of[line])
        found: dict[str, None] = {}
        for bit in self._undecided_entries(line, stretch):
            found.update(self._missing(("entry", int(self.goods_class[line]), bit), stretch.norms[bit], facts))
        for place in self._rules(line, stretch):
            if is_undecided(TRUTHS[self.answered.deals.truths[deal, place]]):
                key: tuple[object, ...] = ("rule", int(self.deal_class[line]), stretch.number, place)
                found.update(self._missing(key, stretch.law.rules[place], facts))
        if not found:  # unwritten law is asked about only where nothing else is
            for gap in stretch.law.gaps:
                key = ("gap", int(self.goods_class[line]), stretch.number, gap.name)
                found.update(self._missing(key, gap, as_told(facts)))
        return tuple(found)

    def _missing(self, key: tuple[object, ...], norm: EntryNorm | RuleNorm | GapNorm, facts: Facts) -> dict[str, None]:
        """The facts that keep a norm undecided, worked out once for all lines alike."""
        kept = self.regime.missing
        if key not in kept:
            kept[key] = dict.fromkeys(askable(leaf.fact, facts) for leaf in undecided_leaves(norm.condition, facts))
        return kept[key]

    def _stretch(self, line: int) -> Stretch:
        goods = self.answered.goods
        return self.answered.stretches[int(goods.stretch[goods.of[line]])]

    def _undecided_entries(self, line: int, stretch: Stretch) -> list[int]:
        """The entries whose truth hangs on a missing fact and whose control may reach the case."""
        row = int(self.answered.goods.thing[self.answered.goods.of[line]])
        group = self.weighed.groups[int(self.weighed.group[row])]
        if not len(group.bits):
            return []
        low_open, low_true, high_open, high_true = group.planes[int(self.weighed.place[row])]
        undecided = (low_open ^ high_open) | (low_true ^ high_true)
        reached = self.answered.maybe[int(self.answered.deals.of[line]), : len(stretch.masks)]
        masks = mask_words([stretch], group)[0][np.flatnonzero(reached)]
        bits = unpacked(undecided & np.bitwise_or.reduce(masks, axis=0, initial=0))
        return [int(bit) for bit in group.bits[np.flatnonzero(bits[: len(group.bits)])]]

    def _rules(self, line: int, stretch: Stretch) -> list[int]:
        """The places of rules that have something to act on."""
        pair, deal = int(self.answered.goods.of[line]), int(self.answered.deals.of[line])
        of_goods, of_deal = self.answered.goods.truths[pair], self.answered.deals.truths[deal]
        found: dict[int, None] = {}
        for number, bearer in enumerate(stretch.bearers):
            trade = number - (len(stretch.bearers) - len(stretch.trade))
            truth = of_goods[number] if trade < 0 else of_deal[stretch.trade[trade]]
            if truth:
                truths = tuple(int(of_deal[place]) for place in bearer.rules)
                found.update(dict.fromkeys(self.regime.answers.follows(stretch.number, stretch, number, truths).rules))
        return list(found)


def _stated(columns: Columns, fact: str) -> Ids:
    """Whether a fact was stated, and whether exactly: what is left out is asked for in other words."""
    said = np.zeros(columns.rows, np.int64)
    role, at, list_name = fact.partition("@")
    for place, one in enumerate((fact, STANDS_FOR.get(role, role) + at + list_name)):
        if one in columns.choices:
            choice = columns.choices[one]
            here = np.array([value is not None for value in choice.values], np.bool_)[choice.codes]
            said |= here.astype(np.int64) << place
    if fact in columns.numbers:
        figures = columns.numbers[fact]
        said |= np.where(figures.missing, 0, np.where(figures.lo == figures.hi, 4, 8))
    return said


def _day(number: int) -> date:
    return date.fromordinal(int(number) + EPOCH.toordinal())
