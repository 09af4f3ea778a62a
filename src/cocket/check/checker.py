"""A line through reading, screening and determination to one verdict; a shipment to the strictest of its lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from cocket.check.described import listener
from cocket.determination.basis import Basis, rests_on
from cocket.determination.customs import MISMATCH, mismatches
from cocket.determination.determine import Determination, determine, regime_law
from cocket.determination.explanation import explain
from cocket.determination.facts import NOT_LISTED_TOKEN
from cocket.determination.outcome import OPEN_ORDER, Open, Outcome
from cocket.determination.read_facts import Line, read_customs_number, read_line
from cocket.law.condition import Party as PartyCondition
from cocket.law.condition import leaves
from cocket.law.lawbook import Lawbook
from cocket.law.view import LawInTime
from cocket.reading.line import read_words
from cocket.screening.listed import Party, PartyIndex

NAMES_KEPT = 4096
KEPT = 4096  # determinations kept for lines with the same facts


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answers of all regimes for one line, and the headline that a shipment acts on."""

    line: Line
    known: date
    determinations: tuple[Determination, ...]
    headline: Outcome | Open
    warnings: tuple[str, ...]

    def of(self, regime: str) -> Determination:
        return next(one for one in self.determinations if one.regime == regime)


class Checker:
    """One lawbook, ready for many lines."""

    def __init__(self, lawbook: Lawbook) -> None:
        self.lawbook = lawbook
        self.time = LawInTime(lawbook)
        self.kept: dict[object, Determination] = {}
        self.parties = PartyIndex(self._parties())
        self._match = lru_cache(maxsize=NAMES_KEPT)(self.parties.look_up)  # one name is looked up for several lists
        self.listen = listener(lawbook)

    def _parties(self) -> Iterable[Party]:
        """One index for all lists: who is named exactly on one of them is not mistaken for a sister on another.

        A listing whose own name is doubtful is found like any other; the doubt stands in the law that it triggers.
        """
        for notice, listing in self.lawbook.listings.values():
            names = (listing.name.en, listing.name.zh, *listing.aliases)
            token = f"{notice.list_name}/{self.time.tokens[listing.id]}"
            yield Party(token, tuple(dict.fromkeys(names)))

    def look_up(self, name: str, list_name: str) -> frozenset[str]:
        """Tokens of the listings that the name means or may mean; ``none`` if it may be nobody on the list."""
        match = self._match(name)
        certain, possible = (
            frozenset(token.partition("/")[2] for token in tokens if token.startswith(f"{list_name}/"))
            for tokens in (match.certain, match.possible)
        )
        return certain or possible | {NOT_LISTED_TOKEN}

    @cached_property
    def weighed_roles(self) -> frozenset[str]:
        """The roles that some rule looks at; who is listed in another one has been weighed by none.

        An owner counts from a share on only, so that a rule on owners does not look at everyone.
        """
        whens = (rule.when for one in self.lawbook.instruments for rule in one.rules)
        parties = (leaf for when in whens for leaf in leaves(when) if isinstance(leaf, PartyCondition))
        return frozenset(role for one in parties for role in one.roles) - {"end_user_parent"}

    def weighs(self, name: str, listing: str) -> bool:
        """Whether the law's own look-up finds that listing for the name, so that the answer has it in it, or knows for
        certain which other party the name means."""
        notice, _ = self.lawbook.listings[listing]
        match = self._match(name)
        return bool(match.certain) or f"{notice.list_name}/{self.time.tokens[listing]}" in match.possible

    def read(self, stated: Mapping[str, object]) -> Line:
        vocabulary = self.lawbook.vocabulary
        heard = self.listen(str(stated.get("description", "")))
        return read_line(read_words(stated, vocabulary.values), vocabulary, self.look_up, self.lawbook.codes, heard)

    def check(self, stated: Mapping[str, object], known: date) -> Verdict:
        """Reads and determines one line; raises ReadingError or FactError for what cannot be used."""
        return self.decide(self.read(stated), known)

    def unanswered(self, stated: Mapping[str, object], known: date) -> Verdict:
        """One line read and not determined: without answers its headline is that a person must decide."""
        line = self.read(stated)
        return Verdict(line, known, (), headline(()), (*line.warnings, *self.customs_warnings(line, known)))

    def decide(self, line: Line, known: date) -> Verdict:
        found = self._determined(line, known)
        return Verdict(line, known, found, headline(found), (*line.warnings, *self.customs_warnings(line, known)))

    def basis(self, verdict: Verdict, regime: str) -> Basis:
        """What the answer of one regime rests on; an undated or uncovered answer rests on the text alone."""
        found = verdict.of(regime)
        if found.on is None or not found.covered:
            return "text"
        return rests_on(regime_law(self.time.view(found.on, verdict.known), regime), verdict.line.facts, found)

    def explained(self, verdict: Verdict) -> dict[str, object]:
        """The explanation as data, which is the proof too (docs/proof.md)."""
        line = replace(verdict.line, warnings=verdict.warnings)
        return explain(self.time, line, verdict.known, verdict.determinations)

    def _determined(self, line: Line, known: date) -> tuple[Determination, ...]:
        """The determinations of all regimes; lines of an order book often share every fact that matters."""
        alike = (line.facts.key(), line.on, known)
        return tuple(self._of_regime(alike, line, name, known) for name in self.lawbook.regimes)

    def determined(self, line: Line, regime: str, known: date) -> Determination:
        """The determination of one regime, kept for when the line is decided."""
        return self._of_regime((line.facts.key(), line.on, known), line, regime, known)

    def _of_regime(self, alike: object, line: Line, regime: str, known: date) -> Determination:
        if (alike, regime) not in self.kept:
            if len(self.kept) >= KEPT * len(self.lawbook.regimes):
                self.kept.clear()
            self.kept[alike, regime] = determine(self.time, line.facts, regime, line.on, known)
        return self.kept[alike, regime]

    def customs_warnings(self, line: Line, known: date) -> tuple[str, ...]:
        """What the declared customs number says against the goods; the day of export plays no part."""
        if "hs" not in line.said:
            return ()
        number = read_customs_number(str(line.said["hs"]))
        view = self.time.view(line.on or known, known)
        return (MISMATCH,) if mismatches(view, line.facts, line.said, number) else ()


def headline(found: Iterable[Determination]) -> Outcome | Open:
    """The strictest answer; an open one stays open unless something at least as strict is proven.

    A regime that was not considered on the day is named beside the answer; where none was, a person must decide.
    """
    answers = tuple(one for one in found if one.considered)
    if not answers:
        return Open.CONSULT
    proven = max((one.outcome for one in answers if isinstance(one.outcome, Outcome)), default=Outcome.NOT_CONTROLLED)
    still = [one.outcome for one in answers if isinstance(one.outcome, Open) and proven < max(one.possible)]
    return next((kind for kind in OPEN_ORDER if kind in still), proven)
