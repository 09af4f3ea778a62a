"""From the answers to a list to one form for each supplier: each fact asked once for each product."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from cocket.check.asking import COMPOSITION, CONTENT, in_order, is_of_goods
from cocket.check.files import RowResult, asked, still_open
from cocket.check.passports.book import PassportBook, identity
from cocket.check.passports.passport import COMPLETE, NamedBy, Passport, is_statable, product_key, supplier_key
from cocket.check.passports.standing import standing
from cocket.check.questionnaire.form import FORMAT, Asked, AskedProduct, Earlier, Form, Reason
from cocket.determination.facts import base_fact
from cocket.determination.logic import Truth, is_undecided
from cocket.law.condition import Compare, In, leaves
from cocket.law.view import EntryNorm, GapNorm, RuleNorm

REASONS_SHOWN: Final = 3
NAME_MAX: Final = 500  # a longer text is no name, and more than a cell or a page can show
Norm: TypeAlias = EntryNorm | RuleNorm | GapNorm


@dataclass(slots=True)
class _Product:
    name: str
    named_by: NamedBy
    description: str
    supplier: str | None
    facts: dict[str, dict[Reason, None]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)


class FormMaker:
    """Collects results one by one; ``rows_without_name`` lack a fact of goods that no name stands for."""

    def __init__(self, passports: PassportBook) -> None:
        self.rows_without_name: list[int] = []
        self._passports = passports
        self._products: dict[tuple[str, str, str], _Product] = {}

    def add(self, result: RowResult) -> None:
        verdict = result.verdict
        facts = [fact for fact in asked(verdict) if is_askable(fact)] if verdict else []
        if not facts or verdict is None:
            return
        named = identity(result.stated)
        if named is None or len(named[1]) > NAME_MAX:
            self.rows_without_name.append(result.number)
            return
        supplier = str(result.stated.get("supplier") or "")
        key = (supplier_key(supplier), named[0], product_key(named[1]))
        if key not in self._products:
            description = product_key(str(result.stated.get("description") or ""))[:NAME_MAX]
            by: NamedBy = "product" if named[0] == "product" else "description"
            self._products[key] = _Product(product_key(named[1]), by, description, supplier or None)
        product = self._products[key]
        product.rows.append(result.number)
        for fact in facts:
            product.facts.setdefault(fact, {}).update(dict.fromkeys(reasons(result, fact)))

    def forms(self, asker: str, made_on: date) -> tuple[Form, ...]:
        """One form for each supplier; goods of which the list names no supplier get a form each."""
        by_supplier: dict[tuple[str, ...], list[_Product]] = {}
        for (supplier, *product), found in self._products.items():
            by_supplier.setdefault((supplier,) if supplier else ("", *product), []).append(found)
        return tuple(
            Form(FORMAT, asker, found[0].supplier, tuple(map(self._asked_product, found)), made_on)
            for found in by_supplier.values()
        )

    def rows_of(self, form: Form) -> list[int]:
        """The rows of the list that a form asks about."""
        wanted = {(one.named_by, one.product) for one in form.products}
        supplier = supplier_key(form.supplier or "")
        found = (one.rows for key, one in self._products.items() if key[0] == supplier and key[1:] in wanted)
        return sorted(number for rows in found for number in rows)

    def _asked_product(self, found: _Product) -> AskedProduct:
        facts = in_order(found.facts)
        stated = {found.named_by: found.name, "supplier": found.supplier or ""}
        before = [one for one in self._passports.about(stated) if any(_spoke(one, fact) for fact in facts)]
        questions = tuple(_asked(fact, tuple(found.facts[fact]), before) for fact in facts)
        return AskedProduct(found.name, found.named_by, found.description, questions, tuple(one.id for one in before))


def _asked(fact: str, norms: tuple[Reason, ...], before: Iterable[Passport]) -> Asked:
    return Asked(fact, norms[:REASONS_SHOWN], len(norms[REASONS_SHOWN:]), tuple(_earlier(fact, before)))


def is_askable(fact: str) -> bool:
    """Facts of goods that a supplier can vouch for."""
    return is_of_goods(fact) and (fact == COMPOSITION or is_statable(fact))


def reasons(result: RowResult, fact: str) -> Iterator[Reason]:
    """The norms that the fact decides, those first that are undecided because of it."""
    for one in still_open(result.verdict) if result.verdict else ():
        if fact in one.ask and one.weighed is not None:
            norms: tuple[tuple[Norm, Truth], ...] = (*one.weighed.entries, *one.weighed.rules, *one.weighed.gaps)
            speaking = [(norm, truth) for norm, truth in norms if _mentions(norm, fact)]
            undecided = [norm for norm, truth in speaking if is_undecided(truth)]
            yield from (reason_of(norm) for norm in undecided or [norm for norm, _ in speaking])


def reason_of(norm: Norm) -> Reason:
    number = norm.instrument.number
    match norm:
        case EntryNorm():
            return Reason(norm.name if norm.entry.is_code else "", number, norm.entry.at, norm.entry.text)
        case RuleNorm():
            return Reason("", number, norm.rule.at, norm.rule.says)
        case GapNorm():
            return Reason("", number, norm.gap.at, norm.gap.text)


def _mentions(norm: Norm, fact: str) -> bool:
    facts = {base_fact(leaf.fact) for leaf in leaves(norm.condition) if isinstance(leaf, In | Compare)}
    return fact in facts or (fact == COMPOSITION and any(one.startswith(CONTENT) for one in facts))


def _spoke(passport: Passport, fact: str) -> bool:
    spoken = (*passport.facts, *passport.unknown)
    if fact == COMPOSITION or fact.startswith(CONTENT):
        if fact == COMPOSITION:
            return any(one == COMPOSITION or one.startswith(CONTENT) for one in spoken)
        return any(one in spoken for one in (fact, COMPOSITION, COMPLETE))
    return fact in spoken


def _earlier(fact: str, passports: Iterable[Passport]) -> Iterator[Earlier]:
    """What still stands of what was said before; a composition is not repeated, only that one was stated."""
    every = list(passports)
    for one in every:
        facts = standing(one, every)
        if fact in facts or fact in one.unknown:
            yield Earlier(facts.get(fact, ""), one.said_by.name, one.said_on)
