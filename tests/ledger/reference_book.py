"""The ledger as one would keep it on paper: every accepted request is kept, every balance is added up anew each time.

Slow, without a database, and written apart from the product: what it answers, the ledger must answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from cocket.ledger import Kind, Part, Period, Request, Terms


@dataclass(frozen=True)
class Fact:
    """One line's share of an accepted request, in the units of the line."""

    id: str
    kind: Kind
    line: str
    day: date
    quantity: int
    value: int
    target: str = ""


@dataclass
class ReferenceBook:
    today: date
    terms: dict[str, Terms] = field(default_factory=dict)
    usable: dict[str, bool] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    answers: dict[str, tuple[Request, list[str]]] = field(default_factory=dict)

    def post(self, request: Request) -> list[str]:
        """The outcome for each part: "" or the reason; "other content" for an id used before for something else."""
        if request.id in self.answers:
            first, outcomes = self.answers[request.id]
            return outcomes if first == request else ["other content"]
        if any(part.line not in self.terms for part in request.parts) and request.terms is None:
            return ["unknown line"]
        outcomes = [self.judge(request, part) for part in request.parts]
        if any(outcomes) and request.kind is not Kind.EXCESS:
            outcomes = [one or "other_line" for one in outcomes]
        else:
            for part in request.parts:
                self.accept(request, part)
        self.answers[request.id] = request, outcomes
        return outcomes

    # what is on the book

    def of(self, line: str, *kinds: Kind) -> Iterator[Fact]:
        return (fact for fact in self.facts.get(line, ()) if fact.kind in kinds)

    def fact(self, id: str, line: str) -> Fact | None:
        """What the request left for others to act on."""
        kinds = (Kind.RESERVE, Kind.WRITE_OFF, Kind.EXCESS)
        return next((fact for fact in self.of(line, *kinds) if fact.id == id), None)

    def taken(self, target: str, line: str, kind: Kind) -> tuple[int, int]:
        """What requests of this kind took from the target on the line."""
        facts = [fact for fact in self.of(line, kind) if fact.target == target]
        return sum(fact.quantity for fact in facts), sum(fact.value for fact in facts)

    def left(self, fact: Fact) -> tuple[int, int]:
        """What a reservation still holds, or what of a write-off or excess still stands."""
        quantity, value = fact.quantity, fact.value
        if fact.kind is not Kind.RESERVE:
            back_quantity, back_value = self.taken(fact.id, fact.line, Kind.CORRECT)
            return quantity - back_quantity, value - back_value
        for later in self.facts[fact.line]:
            if later.target == fact.id:
                quantity -= later.quantity
                # a reservation whose goods are gone holds no value any more; one with goods never less than none
                value = 0 if quantity == 0 else max(value - later.value, 0)
        return quantity, value

    def reserved(self, line: str, period: Period | None = None) -> tuple[int, int]:
        return self.total((fact for fact in self.of(line, Kind.RESERVE)), line, period)

    def drawn(self, line: str, period: Period | None = None) -> tuple[int, int]:
        return self.total((fact for fact in self.of(line, Kind.WRITE_OFF)), line, period)

    def excess(self, line: str) -> tuple[int, int]:
        return self.total((fact for fact in self.of(line, Kind.EXCESS)), line, None)

    def total(self, facts: Iterator[Fact], line: str, period: Period | None) -> tuple[int, int]:
        left = [self.left(fact) for fact in facts if period is None or self.period_of(fact) == period]
        return sum(quantity for quantity, _ in left), sum(value for _, value in left)

    def period_of(self, fact: Fact) -> Period | None:
        """That of its day; a write-off against a reservation counts where the reservation does."""
        first = self.fact(fact.target, fact.line) if fact.target else fact
        assert first is not None
        return self.period_on(first.line, first.day)

    def period_on(self, line: str, day: date) -> Period | None:
        return next((one for one in self.terms[line].periods if one.first <= day <= one.last), None)

    def uses(self, line: str) -> int:
        """Reservations and direct write-offs of which anything stands: as reserved, or as written off."""
        direct = [self.left(fact)[0] for fact in self.of(line, Kind.WRITE_OFF) if not fact.target]
        reserved = [self.left(fact)[0] + self.spent(fact) for fact in self.of(line, Kind.RESERVE)]
        return sum(standing > 0 for standing in (*direct, *reserved))

    def spent(self, reservation: Fact) -> int:
        against = [fact for fact in self.of(reservation.line, Kind.WRITE_OFF) if fact.target == reservation.id]
        return sum(self.left(fact)[0] for fact in against)

    # what may be done

    def judge(self, request: Request, part: Part) -> str:
        if request.kind is Kind.EXCESS:
            return ""
        if request.kind is Kind.OPEN:
            return "already_open" if part.line in self.terms else ""
        if (request.day - self.today).days > 1:
            return "day_ahead"
        if request.kind in (Kind.RESERVE, Kind.WRITE_OFF):
            return self.barred(part.line, request.day) or self.judge_taking(request, part)
        if request.kind in (Kind.RELEASE, Kind.CORRECT):
            return self.judge_giving(request, part)
        if part.line in self.closed:
            return "closed"
        if request.kind is Kind.CLOSE and self.reserved(part.line) != (0, 0):
            return "open_reservations"
        return ""

    def barred(self, line: str, day: date) -> str:
        if line in self.closed:
            return "closed"
        if not self.usable[line]:
            return "not_usable"
        if day < self.terms[line].valid_from:
            return "not_yet_valid"
        return "expired" if day > self.terms[line].valid_until else ""

    def judge_taking(self, request: Request, part: Part) -> str:
        terms = self.terms[part.line]
        assert part.quantity is not None
        if part.quantity.unit.smallest != terms.unit.smallest:
            return "unit"
        if terms.currency and part.value is None:
            return "value_missing"
        quantity, value = part.quantity.number, part.value.number if part.value and terms.currency else 0
        if part.target:
            target = self.fact(part.target, part.line)
            if target is None:
                return "unknown_target"
            if target.kind is not Kind.RESERVE:
                return "target_kind"
            left_quantity, left_value = self.left(target)
            if quantity > left_quantity:
                return "exceeds_target"
            beyond = max(value - left_value, 0)
            return self.lacking(part.line, self.period_of(target), 0, beyond) if beyond else ""
        period = self.period_on(part.line, request.day)
        if terms.periods and period is None:
            return "no_period"
        lacking = self.lacking(part.line, period, quantity, value)
        if not lacking and terms.uses is not None and self.uses(part.line) >= terms.uses:
            return "uses"
        return lacking

    def lacking(self, line: str, period: Period | None, quantity: int, value: int) -> str:
        terms = self.terms[line]
        for name, limits, at in (("", terms, None), ("period_", period, period)):
            if limits is None:
                continue
            held, gone = self.reserved(line, at), self.drawn(line, at)
            beside = (terms.tolerance_quantity, terms.tolerance_value) if at is None else (0, 0)
            if limits.quantity is not None and held[0] + gone[0] + quantity > limits.quantity + beside[0]:
                return name + "quantity"
            if limits.value is not None and held[1] + gone[1] + value > limits.value + beside[1]:
                return name + "value"
        return ""

    def judge_giving(self, request: Request, part: Part) -> str:
        kinds = (Kind.RESERVE,) if request.kind is Kind.RELEASE else (Kind.WRITE_OFF, Kind.EXCESS)
        target = self.fact(part.target, part.line)
        if target is None:
            return "unknown_target"
        if target.kind not in kinds:
            return "target_kind"
        left_quantity, left_value = self.left(target)
        if part.quantity is not None and part.quantity.unit.smallest != self.terms[part.line].unit.smallest:
            return "unit"
        if part.quantity is None or part.quantity.number == left_quantity:
            return "" if (left_quantity, left_value) != (0, 0) else "exceeds_target"
        if self.terms[part.line].currency and part.value is None:
            return "value_missing"
        value = part.value.number if part.value and self.terms[part.line].currency else 0
        return "exceeds_target" if part.quantity.number > left_quantity or value > left_value else ""

    # what is done

    def accept(self, request: Request, part: Part) -> None:
        line, kind = part.line, request.kind
        if kind is Kind.OPEN:
            assert request.terms is not None
            self.terms[line], self.usable[line] = request.terms, True
        elif kind in (Kind.USABLE, Kind.UNUSABLE):
            self.usable[line] = kind is Kind.USABLE
        elif kind is Kind.CLOSE:
            self.closed.add(line)
        else:
            self.facts.setdefault(line, []).append(self.counted(request, part))

    def counted(self, request: Request, part: Part) -> Fact:
        target = self.fact(part.target, part.line) if part.target else None
        unit = self.terms[part.line].unit
        quantity = part.quantity.number if part.quantity and part.quantity.unit.smallest == unit.smallest else 0
        value = part.value.number if part.value and quantity and self.terms[part.line].currency else 0
        if request.kind in (Kind.RELEASE, Kind.CORRECT):
            assert target is not None
            left = self.left(target)
            if part.quantity is None or quantity == left[0]:
                quantity, value = left
        return Fact(request.id, request.kind, part.line, request.day, quantity, value, part.target)
