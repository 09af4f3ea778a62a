"""The answers of one regime to many lines, each distinct answer once.

What is proven comes from the kernel alone. What is open is told once for all lines that no condition tells apart.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from cocket.check.bulk.alike import Alike
from cocket.check.bulk.lines import Classes, Lines
from cocket.check.bulk.questions import Questions, Texts
from cocket.check.checker import Checker
from cocket.determination.ask import MANY_KINDS
from cocket.determination.determine import Determination, not_covered, questions
from cocket.determination.kernel.answers import Answered
from cocket.determination.kernel.codes import Named, named
from cocket.determination.kernel.columns import Flags, Value
from cocket.determination.kernel.consequences import outcomes_of
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import EPOCH, Kernel
from cocket.determination.kernel.needs import Needs, needs
from cocket.determination.kernel.planes import unpacked
from cocket.determination.kernel.weighed_lines import weigh_deals, weigh_goods
from cocket.determination.outcome import FREE, Open

WHOLE_COMPOSITION: Final = tuple(f"content.{symbol}" for symbol in ("Dy", "Tb", "Sm", "Y"))  # so many that all is asked


class RegimeAnswers:
    """``found[number]`` is a distinct answer; lines refer to it by number."""

    def __init__(self, checker: Checker, regime: str, known: date) -> None:
        self.checker, self.regime, self.known = checker, regime, known
        self.written = checker.lawbook.regimes[regime]
        self.kernel = Kernel(checker.time, regime, known)
        self.tables, self.answers = self.kernel.tables, self.kernel.answers
        self.found: list[Determination] = []
        self.consult: dict[int, Texts] = {}  # of an answer that a person must give, what the text leaves open
        self.questions: dict[object, tuple[str, ...]] = {}
        self._asked = Questions(self.tables)
        self._number: dict[object, int] = {}
        self._lists: dict[tuple[bytes, bytes], int] = {}
        self._codes: list[tuple[tuple[str, ...], tuple[str, ...]]] = []  # codes and candidates, by number
        self.alike = Alike(self.tables)
        self._told: dict[tuple[int, int, int], int] = {}  # classes of goods and deal, and the law -> the answer

    def answer(self, lines: Lines, classes: Classes) -> Ids:
        """The number of every line's answer; lines that no condition tells apart are weighed once for all batches."""
        first, kind = distinct([classes.goods, classes.deal, classes.law])
        some = classes.some(first)
        keys = list(zip(some.goods.tolist(), some.deal.tolist(), some.law.tolist(), strict=True))
        numbers = np.array([self._told.get(key, -1) for key in keys], np.int64)
        new = np.flatnonzero(numbers < 0)
        if len(new):
            numbers[new] = self._weighed(lines.some(first[new]), some.some(new))
            self._told.update(zip((keys[place] for place in new.tolist()), numbers[new].tolist(), strict=True))
        return numbers[kind]

    def _weighed(self, lines: Lines, classes: Classes) -> Ids:
        """The number of every line's answer, by the kernel; no two of the lines are alike."""
        weighed = weigh_goods(self.tables, lines.goods)
        deals = weigh_deals(lines.deals)
        answered = self.answers.answer(weighed, deals, lines.goods_of, lines.deal_of, classes.stretch)
        numbers = self._beyond(answered, lines)
        covered = self.kernel.covered(lines.days)
        one = np.bitwise_count(answered.outcomes) == 1
        codes = self._code_lists(named(self.tables, weighed, answered))
        self._proven(numbers, covered & one, codes, answered)
        still = covered & ~one
        if still.any():
            asking = Asking(self, needs(self.tables, weighed, deals, answered), answered, codes, lines)
            left = asking.answer(numbers, still)
            texts = self._asked.of(weighed, answered, classes, left, lines.facts)
            numbers[left] = [
                self._to_consult(line, answered, codes, some) for line, some in zip(left.tolist(), texts, strict=True)
            ]
        return numbers

    def _to_consult(self, line: int, answered: Answered, codes: Ids, consult: Texts) -> int:
        """The number of an answer that only a person can give."""
        why = Open.UNRESOLVED if answered.unresolved[line] else Open.CONSULT
        number = self.open_answer(line, answered, codes, why, (), consult)
        self.consult[number] = consult
        return number

    def keep(self, key: object, answer: Determination) -> int:
        if key not in self._number:
            self._number[key] = len(self.found)
            self.found.append(answer)
        return self._number[key]

    def _beyond(self, answered: Answered, lines: Lines) -> Ids:
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
                numbers[some] = self.keep(("beyond", value), replace(answer, considered=value))
        return numbers

    def _code_lists(self, codes: Named) -> Ids:
        """Of each line the number of its lists of codes, the same in every batch."""
        numbers = np.empty(len(codes.certain.ends), np.int64)
        for row in range(len(numbers)):
            key = codes.certain.mark(row), codes.maybe.mark(row)
            if key not in self._lists:
                self._lists[key] = len(self._codes)
                bits = codes.certain.of(row), codes.maybe.of(row)
                certain, maybe = (tuple(self.tables.names[bit] for bit in some) for some in bits)
                self._codes.append((certain, maybe))
            numbers[row] = self._lists[key]
        return numbers[codes.row]

    def _proven(self, numbers: Ids, lines: Flags, codes: Ids, answered: Answered) -> None:
        proven = np.flatnonzero(lines)
        marks = (answered.outcomes[proven], answered.pending[proven])
        first, kind = distinct([codes[proven], *(one.astype(np.int64) for one in marks)])
        found = np.empty(len(first), np.int64)
        for place, line in enumerate(proven[first].tolist()):
            key = _key(line, codes, answered)
            found[place] = self._number[key] if key in self._number else self.keep(key, self._determination(*key))
        numbers[proven] = found[kind]

    def announced(self, pending: int) -> tuple[str, ...]:
        """The announcements of a set given as bits."""
        return tuple(name for name, bit in self.answers.giving.announcements.items() if pending >> bit & 1)

    def _determination(self, codes: int, marked: int, pending: int) -> Determination:
        outcomes = tuple(sorted(outcomes_of(marked), reverse=True))
        certain, maybe = self._codes[codes]
        announced = self.announced(pending)
        return Determination(self.regime, outcomes[0], outcomes, (), certain, maybe, (), announced, (), None)

    def open_answer(
        self, line: int, answered: Answered, codes: Ids, why: Open, ask: tuple[str, ...], consult: Texts = ()
    ) -> int:
        """The number of an open answer; made when it is first met."""
        proven = _key(line, codes, answered)
        key = (*proven, why, ask, consult)
        if key in self._number:
            return self._number[key]
        return self.keep(key, replace(self._determination(*proven), outcome=why, ask=ask))


def _key(line: int, codes: Ids, answered: Answered) -> tuple[int, int, int]:
    """All that an answer tells but for what is asked: its lists of codes, its outcomes, what they hang on."""
    return int(codes[line]), int(answered.outcomes[line]), int(answered.pending[line])


@dataclass(slots=True)
class Asking:
    """Open lines of a batch that a fact could settle: what is needed comes from the kernel, as bits.

    It may be more than the interpreter would ask for, which looks for the smallest set that decides; that takes it up
    to a second for a line of which little is known. Where the kind of goods is open in many ways nearly every norm is
    undecided: it is asked for first, and alone but for the composition.
    """

    regime: RegimeAnswers
    needs: Needs
    answered: Answered
    codes: Ids
    lines: Lines

    def answer(self, numbers: Ids, open_lines: Flags) -> Ids:
        """Fills in the numbers of these lines' answers; hands back the open lines that no fact settles."""
        goods = self.lines.goods
        kinds = goods.choice("kind")
        told = np.zeros(goods.rows, np.int64)
        for fact, said in goods.numbers.items():
            if fact.startswith("content."):
                told |= ~said.missing
        asks = (self.needs.words != 0).any(axis=-1)[self.needs.of]
        some = np.flatnonzero(open_lines & asks)
        row = self.lines.goods_of[some]
        many = np.array([kind is None or len(kind) >= MANY_KINDS for kind in kinds.values], np.bool_)
        first_of_all = many[kinds.codes[row]] & self._wants_kind()[self.needs.of[some]]
        marks = (self.codes[some], self.answered.outcomes[some], self.answered.pending[some])
        first, number = distinct(
            [
                np.where(first_of_all, -1, self.needs.of[some]),
                kinds.codes[row] * np.int64(2) + told[row],
                *(one.astype(np.int64) for one in marks),
            ]
        )
        found = np.empty(len(first), np.int64)
        for place, at in enumerate(first.tolist()):
            line, thing = int(some[at]), int(row[at])
            ask = self._ask(line, kinds.values[kinds.codes[thing]], bool(told[thing]), bool(first_of_all[at]))
            found[place] = self.regime.open_answer(line, self.answered, self.codes, Open.NEEDS_FACTS, ask)
        numbers[some] = found[number]
        return np.flatnonzero(open_lines & ~asks)

    def _wants_kind(self) -> Flags:
        """Of each row of needs whether the kind of goods is among them; a regime of parties never wants it."""
        if "kind" not in self.needs.facts:
            return np.zeros(len(self.needs.words), np.bool_)
        return unpacked(self.needs.words)[:, self.needs.facts.index("kind")]

    def _ask(self, line: int, kinds: Value, told: bool, kind_first: bool) -> tuple[str, ...]:
        """The missing facts as a person would be asked for them."""
        words = self.needs.words[self.needs.of[line]]
        key = (b"" if kind_first else words.tobytes(), kinds, told)  # all that the words of a question hang on
        if key not in self.regime.questions:
            needed: tuple[str, ...] = ("kind",) if told else ("kind", *WHOLE_COMPOSITION)
            if not kind_first:
                needed = tuple(self.needs.facts[bit] for bit in np.flatnonzero(unpacked(words)).tolist())
            vocabulary = self.regime.tables.time.lawbook.vocabulary
            self.regime.questions[key] = questions(needed, self.lines.facts(line), vocabulary)
        return self.regime.questions[key]


def _day(number: int) -> date:
    return date.fromordinal(int(number) + EPOCH.toordinal())
