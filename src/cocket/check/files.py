"""A list of goods row by row to its results: one result for every row, the unusable ones included."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from cocket.check.bill.book import DIFFERS, NO_BILLS, BillBook, ShareOfBill
from cocket.check.bill.part import BillError
from cocket.check.checker import Checker, Verdict
from cocket.check.composition_text import CONTENT, gather_composition
from cocket.check.passports.book import NO_PASSPORTS, Completed, PassportBook, StatementsError
from cocket.check.passports.telling import source_text, unused_text
from cocket.check.row_hits import COLUMNS as HIT_COLUMNS
from cocket.check.row_hits import NO_HITS, RowHits
from cocket.check.tables import BadRow, Row, Table
from cocket.check.tables.faults import wrong
from cocket.determination.determine import Determination
from cocket.determination.doubts import OpenPoint, open_points
from cocket.determination.heard import HeardFact
from cocket.determination.outcome import FREE, Open, Outcome, fold, settle
from cocket.determination.read_facts import FactError, read_day
from cocket.law.lawbook import Lawbook
from cocket.quantity.elements import ELEMENTS
from cocket.quantity.fraction import show_share
from cocket.reading.line import ReadingError
from cocket.wording import shapes
from cocket.wording.shapes import fact_told, without_stop

CONTENT_HEADER = re.compile(
    r"(?P<symbol>[A-Z][a-z]?)[\s(\[_]*(wt\.?|mass|质量)?[\s_]*(%|％|pct|ppm|ppb)\s*(wt\.?|mass)?[)\]]?"
)
BAD_INPUT = "BAD_INPUT"
NOT_CONSIDERED = "NOT_CONSIDERED"  # the law of that day was not read, and nothing points to it
NAMED_AT_MOST = 3  # headers named when the fault lies in a whole composition
ECHOED = ("line", "order", "product", "supplier", "description", "date", "destination", "end_user")
NOTHING_ADDED = Completed({})


@dataclass(frozen=True, slots=True)
class RowResult:
    """The answer to one row, or what is wrong with it; ``number`` is the row a person sees.

    ``ignored`` names columns that were understood and of which no law speaks. ``completed`` is what the answer rests
    on where passports were at hand: what the row itself states, and what its suppliers stated. ``by_bill`` is the share
    of value that a bill of materials of the product gives.
    """

    number: int
    stated: Mapping[str, object]
    verdict: Verdict | None
    problem: BadRow | None
    ignored: tuple[str, ...] = ()
    completed: Completed = NOTHING_ADDED
    by_bill: ShareOfBill | None = None
    hits: RowHits = NO_HITS

    @property
    def answer(self) -> str:
        return BAD_INPUT if self.verdict is None else name_of(self.verdict.headline)

    @property
    def label(self) -> str:
        """What the list itself calls the line; the number of the row where it does not."""
        return str(self.stated.get("line", self.number))

    @property
    def goods(self) -> str:
        return str(self.stated.get("product") or self.stated.get("description") or "")


def name_of(outcome: Outcome | Open) -> str:
    return outcome.value if isinstance(outcome, Open) else outcome.name


def answer_of(found: Determination) -> str:
    """The answer of one regime; one that was not considered on the day is told as such and not as open or free."""
    return name_of(found.outcome) if found.considered else NOT_CONSIDERED


def rows_of(table: Table) -> Iterator[Row | BadRow]:
    """The rows of a file, all of them bad if a column reads like the share of an element that does not exist.

    What stands in a column "Dx %" may be the very element that the answer hangs on.
    """
    slips = [column.header for column in table.columns if column.key is None and no_element(column.header)]
    return (_with_slip(row, slips[0]) for row in table.rows()) if slips else table.rows()


def no_element(header: str) -> str | None:
    """The symbol in a header such as "Dx %" if there is no such element; None for every other header."""
    found = CONTENT_HEADER.fullmatch(header.strip())
    return found["symbol"] if found and found["symbol"] not in ELEMENTS else None


def _with_slip(row: Row | BadRow, header: str) -> BadRow:
    if isinstance(row, BadRow):
        return row
    return BadRow(row.number, header, *wrong("no_element", symbol=no_element(header)))


def check_rows(
    checker: Checker,
    rows: Iterable[Row | BadRow],
    known: date,
    passports: PassportBook = NO_PASSPORTS,
    bills: BillBook = NO_BILLS,
) -> Iterator[RowResult]:
    """One result for each row, in order. A row's own day of knowledge goes before ``known``."""
    return (check_row(checker, row, known, passports, bills=bills) for row in rows)


def check_row(
    checker: Checker,
    row: Row | BadRow,
    known: date,
    passports: PassportBook = NO_PASSPORTS,
    heard: date | None = None,
    bills: BillBook = NO_BILLS,
    *,
    read_only: bool = False,
) -> RowResult:
    """The answer to one row; what suppliers stated counts up to ``heard``, left out up to the day of knowledge.

    A bill of materials of its product gives the share of value that the law asks for. ``read_only``: the verdict says
    what was read and answers nothing, so that a person would have to decide.
    """
    if isinstance(row, BadRow):
        return RowResult(row.number, {}, None, row)
    try:
        stated = gather_composition(row.stated)
        own = read_day("known", stated["known"]) if "known" in stated else known
        completed = passports.complete(stated, heard or own, checker.lawbook.vocabulary)
        by_bill = bills.complete(checker, stated, own)
        check = checker.unanswered if read_only else checker.check
        verdict = _answered(check, completed, stated, own, by_bill)
    except StatementsError as error:
        return RowResult(row.number, row.stated, None, BadRow(row.number, None, error.what, error.remedy))
    except BillError as error:
        return RowResult(row.number, row.stated, None, BadRow(row.number, None, error.problem, error.remedy))
    except (FactError, ReadingError) as error:
        fault = BadRow(row.number, column_of(error.key, row), error.problem, without_stop(error.remedy))
        return RowResult(row.number, row.stated, None, fault)
    ignored = tuple(row.columns.get(key, key) for key in verdict.line.ignored)
    return RowResult(row.number, row.stated, verdict, None, ignored, completed, by_bill)


def _answered(
    check: Callable[[Mapping[str, object], date], Verdict],
    completed: Completed,
    stated: Mapping[str, object],
    known: date,
    by_bill: ShareOfBill | None,
) -> Verdict:
    """The verdict on what is stated with what passports and a bill add; raises StatementsError where passports and the
    list cannot be joined."""
    of_bill = {} if by_bill is None else {by_bill.fact: show_share(by_bill.counts)}
    try:
        verdict = check({**completed.stated, **of_bill}, known)
    except (FactError, ReadingError) as error:
        if not completed.sources:
            raise
        check(stated, known)  # a fault of the list itself is told as such
        raise StatementsError(fact_told(error), completed.sources) from None
    told = (DIFFERS,) if by_bill is not None and by_bill.differs else ()
    return replace(verdict, warnings=(*verdict.warnings, *completed.warnings, *told))


def column_of(key: str, row: Row) -> str:
    """The header behind a fact; the headers of the contents where a composition as a whole is wrong."""
    if key in row.columns:
        return row.columns[key]
    contents = [header for name, header in row.columns.items() if name.startswith(CONTENT) and name in row.stated]
    if not key.startswith("composition") or not contents:
        return key
    return ", ".join(contents) if len(contents) <= NAMED_AT_MOST else shapes.span(contents[0], contents[-1])


def still_open(verdict: Verdict) -> tuple[Determination, ...]:
    """The regimes that keep the headline open."""
    if not isinstance(verdict.headline, Open):
        return ()
    proven = max(
        (one.outcome for one in verdict.determinations if isinstance(one.outcome, Outcome)),
        default=Outcome.NOT_CONTROLLED,
    )
    return tuple(one for one in considered(verdict) if one.is_open and max(one.possible) > proven)


def considered(verdict: Verdict) -> tuple[Determination, ...]:
    """The answers that count; without any, all of them stand open."""
    return tuple(one for one in verdict.determinations if one.considered) or verdict.determinations


def asked(verdict: Verdict) -> tuple[str, ...]:
    """The facts to ask for, each once; nothing where the answer stands whatever they are."""
    return tuple(dict.fromkeys(fact for one in still_open(verdict) for fact in one.ask))


def to_consult(verdict: Verdict, lang: str = "en") -> tuple[str, ...]:
    """The questions to put to the authority, each with its instrument and place; none where facts are still missing.

    ``lang`` is en or zh; files of answers have them in English.
    """
    if verdict.headline is not Open.CONSULT:
        return ()
    weighed = [one.weighed for one in still_open(verdict) if one.outcome is Open.CONSULT and one.weighed is not None]
    return as_asked((point for one in weighed for point in open_points(one, verdict.line.facts)), lang)


def as_asked(points: Iterable[OpenPoint], lang: str = "en") -> tuple[str, ...]:
    """Questions of the text as one puts them to the authority, each once."""
    if lang == "zh":
        told = (f"{point.question.zh}（{point.number.zh}，{point.at}）" for point in points)
    else:
        told = (f"{point.question.en} ({point.number.en}, {point.at})" for point in points)
    return tuple(dict.fromkeys(told))


def possible(verdict: Verdict) -> tuple[Outcome, ...]:
    """What the line as a whole can still need, the strictest first."""
    folded = reduce(fold, (frozenset(one.possible) for one in considered(verdict)))
    return tuple(sorted(settle(folded), reverse=True))


def result_columns(lawbook: Lawbook) -> tuple[str, ...]:
    """The columns of a file of results: what names the row, its answers, and what is wrong with it."""
    answers = ("codes", "candidate_codes", "possible", "ask", "consult", "warnings", "read", "pending", "ignored")
    statements = ("stated_by", "differing", "statements_not_used", "bill_of_materials", *HIT_COLUMNS)
    return ("row", *ECHOED, "answer", *lawbook.regimes, *answers, *statements, "known", "law_digest", "problem")


def record(result: RowResult, lawbook: Lawbook) -> dict[str, object]:
    """One row of a file of results; what is empty is left out."""
    echoed = {key: result.stated[key] for key in ECHOED if key in result.stated}
    shown: dict[str, object] = {"row": result.number, **echoed, "answer": result.answer}
    verdict = result.verdict
    if verdict is None:
        # A day that could not be read is text among days; columns of a typed file hold one kind only.
        shown = {key: value for key, value in shown.items() if key != "date" or isinstance(value, date)}
        return shown | result.hits.record() | {"law_digest": lawbook.digest, "problem": str(result.problem)}
    lists = {
        "warnings": list(verdict.warnings),
        "read": [read_shown(one) for one in verdict.line.heard],
        "ignored": list(result.ignored),
        "stated_by": [source_text(source) for source in result.completed.sources],
        "differing": list(result.completed.differing),
        "statements_not_used": [unused_text(one) for one in result.completed.unused],
        "bill_of_materials": [] if result.by_bill is None else [result.by_bill.text],
    }
    shown |= answered(verdict, to_consult(verdict)) | {key: value for key, value in lists.items() if value}
    return shown | result.hits.record() | {"known": verdict.known, "law_digest": lawbook.digest}


def answered(verdict: Verdict, consult: Sequence[str]) -> dict[str, object]:
    """What a file of results says of the answer itself, with what is to be put to the authority; no empty columns."""
    of_each = verdict.determinations
    lists = {
        "codes": [code for one in of_each for code in one.codes],
        "candidate_codes": [code for one in of_each for code in one.candidate_codes],
        "possible": [outcome.name for outcome in possible(verdict)],
        "ask": list(asked(verdict)),
        "consult": list(consult),
        "pending": list(dict.fromkeys(name for one in of_each for name in one.pending)),
    }
    shown: dict[str, object] = {one.regime: answer_of(one) for one in of_each}
    return shown | {key: value for key, value in lists.items() if value}


def read_shown(one: HeardFact) -> str:
    """A fact read from the description, with its words; with "?" where it decides nothing, "!" where it contradicts."""
    sign = {"decides": "=", "agrees": "=", "contradicts": "=!"}.get(one.effect, "=?")
    return f'{one.fact}{sign}{"/".join(one.values)} "{one.words}"'


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows got which answer, and the strictest of the shipment."""

    counts: Mapping[str, int]
    proven: Outcome | None = None
    still: frozenset[Open] = frozenset()
    not_considered: frozenset[str] = frozenset()  # regimes, on the days of some of the rows
    held: int = 0  # rows that a person has to look at because of their parties, whatever the law's answer
    weak: int = 0  # rows with a weaker likeness, which does not stop them

    def with_result(self, result: RowResult) -> "Tally":
        seen = replace(self, held=self.held + result.hits.stops, weak=self.weak + result.hits.is_weak)
        if result.verdict is None:
            return replace(seen, counts={**self.counts, BAD_INPUT: self.counts.get(BAD_INPUT, 0) + 1})
        beyond = frozenset(one.regime for one in result.verdict.determinations if not one.considered)
        return seen.with_answers(result.verdict.headline, beyond)

    def with_answers(self, headline: Outcome | Open, beyond: frozenset[str], rows: int = 1) -> "Tally":
        """So many rows with the same headline; ``beyond`` are the regimes not considered on their days."""
        name = name_of(headline)
        counts = {**self.counts, name: self.counts.get(name, 0) + rows}
        counted = replace(self, counts=counts, not_considered=self.not_considered | beyond)
        match headline:
            case Outcome() as proven:
                return replace(counted, proven=max(self.proven or proven, proven))
            case Open() as still:
                return replace(counted, still=self.still | {still})

    @property
    def strictest(self) -> str | None:
        """The headline of the shipment: a proven ban, else what is open, else the strictest that is proven."""
        if self.proven is Outcome.PROHIBITED:
            return self.proven.name
        order = [kind for kind in Open if kind in self.still]
        if order:
            return order[0].value
        return self.proven.name if self.proven is not None else None

    @property
    def exit_code(self) -> int:
        """2: a row was bad input; 3: something is open, or a hit is; 1: a permit or a ban; 0: all free."""
        if BAD_INPUT in self.counts:
            return 2
        if self.still or self.held:
            return 3
        return 0 if self.proven is None or self.proven in FREE else 1


NOTHING_YET = Tally({})
