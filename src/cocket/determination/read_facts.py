"""Turns what was stated of a line (exact words of the vocabulary, figures as text) into facts, or says what is wrong.

Nothing is guessed: a value that cannot be read raises FactError with the fact's key; a contradiction becomes a
warning and leaves both readings possible.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from cocket.determination.facts import NOT_LISTED_TOKEN, Facts, Known
from cocket.determination.families import family_by_composition
from cocket.determination.faults import wrong
from cocket.determination.heard import NO_COMPOSITION, NOTHING_HEARD, Heard, HeardFact, bring_together, with_effects
from cocket.determination.implied import (
    NAMED,
    apply_classification,
    apply_graphite,
    apply_parameters,
    apply_substance,
    apply_words,
    cap_by_constituents,
    cap_by_family,
    cap_by_substance,
)
from cocket.law.practice import MAIN_CONSTITUENT_PPB, UNWRITTEN_CODE
from cocket.law.shapes import CONTROL_CODE, COUNTRY_CODE, CUSTOMS_NUMBER
from cocket.law.view import party_fact
from cocket.law.vocabulary import CHOICES, COUNTRIES, PARTY_ROLES, YES_NO, Value, Vocabulary, fact_type
from cocket.quantity.amount import parse_amount, parse_money
from cocket.quantity.composition import Composition, read_composition
from cocket.quantity.errors import CompositionError, QuantityError
from cocket.quantity.fraction import parse_number, parse_share
from cocket.quantity.interval import PPB, Interval, exactly
from cocket.quantity.substance import read_substance

LISTS = ("control_list", "watch_list", "unreliable_entity_list")
UNDISCLOSED = "XX"
FOREIGN = "ZZ"
MILLIONTHS = 1_000_000
# Said of a line, but no condition of the law speaks of them: kept with the answer, never deciding.
WORDS_ONLY = frozenset(
    [
        "line",
        "order",
        "product",
        "supplier",
        "description",
        "grade",
        "certificate",
        "exporter",
        "transfer",
        "carriage",
        "trade_mode",
        "free_of_charge",
        "quantity",
        "unit",
        "value",
        "unit_price",
        "parent",
        "currency",
        "hs",
        "hs_in_catalogue",
        "mass_g",
        "mass_kg",
        "arrival",
        "known",
        "licence.destination",
        "licence.item",
        "licence.end_user",
        "change.to",
        "goods_described_in_consultation",
        "consultation_reply",
        "licence_applied",
    ]
)
NOTHING_TOLD = ("", "no", "none", "nothing", "false", "否", "无")
METALLIC = frozenset({"metal", "alloy", "magnet", "magnet_powder"})
OTHER_GOODS = frozenset({"other_goods"})
COMPOSITION_KEYS = ("composition", "contains", "composition_complete")


class FactError(Exception):
    """A stated fact that cannot be used: which, what is wrong, what to write instead."""

    def __init__(self, key: str, problem: str, remedy: str) -> None:
        super().__init__(f"{key}: {problem}. {remedy}")
        self.key, self.problem, self.remedy = key, problem, remedy


class PartyLookUp(Protocol):
    """Name and list -> tokens of listings that are or may be meant; ``none`` among them if it may be nobody."""

    def __call__(self, name: str, list_name: str) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line, read: facts for the law, the day of export (None: not stated), what was said, and warnings.

    ``heard`` is what was read from the description, each fact with what it does; ``doubts`` what keeps it from more.
    """

    facts: Facts
    on: date | None
    said: Mapping[str, object]
    composition: Composition
    warnings: tuple[str, ...]
    ignored: tuple[str, ...]
    heard: tuple[HeardFact, ...] = ()
    doubts: tuple[str, ...] = ()


def read_line(
    stated: Mapping[str, object],
    vocabulary: Vocabulary,
    look_up: PartyLookUp,
    codes: Container[str],
    heard: Heard = NOTHING_HEARD,
) -> Line:
    """Reads one line; ``stated`` may nest (``temporary: {kind: …}``) or be dotted (``temporary.kind``).

    ``codes`` are the control codes that the lawbook holds: a stated code beyond them points to unwritten law.
    ``heard`` is what the description says in words; what is stated goes before it.
    """
    said = flatten(stated)
    reader = _Reader(vocabulary, look_up, codes)
    whole = _name_by_formula(said, vocabulary)
    values: dict[str, Known] = {"constituents_named": frozenset({"true"})} if said.get("contains") else {}
    ignored = []
    for key, value in said.items():
        if key.partition(".")[0] in COMPOSITION_KEYS or key in WORDS_ONLY or key == "date":
            continue
        known = reader.read(key, value, said)
        if known is None:
            ignored.append(key)
        else:
            values.update(known)
    _check_words(said)
    composed = any(key in said for key in COMPOSITION_KEYS)
    merged = bring_together(values, _composition(said), heard, vocabulary, composed=composed)
    values, composition = merged.values, merged.composition
    values |= {f"content.{symbol}": share for symbol, share in composition.content.items()}
    values |= {f"oxide.{symbol}": share for symbol, share in composition.oxide.items()}
    _point_by_number(said, values)
    _narrow_kind(values, composition, vocabulary)
    warnings = [*merged.warnings, *_family(values, composition, vocabulary), *_claims(values)]
    warnings += [*_unknown_words(said, vocabulary), *apply_words(values, reader.words_of(values))]
    warnings += apply_parameters(values, said, vocabulary)
    apply_classification(values)
    warnings += apply_substance(values, said, composition, whole, vocabulary)
    rest_hi = cap_by_family(values, composition.rest_hi) if "family" in said else composition.rest_hi
    rest_hi = cap_by_constituents(values, said, composition, rest_hi, vocabulary)
    rest_hi = cap_by_substance(values, rest_hi, vocabulary)
    warnings += apply_graphite(values, composition.rest_hi, vocabulary)
    on = read_day("date", said["date"]) if "date" in said else None
    facts, effects = Facts(values, rest_hi), with_effects(heard, merged.effects)
    return Line(facts, on, said, composition, tuple(warnings), tuple(ignored), effects, heard.doubts)


def flatten(stated: Mapping[str, object]) -> dict[str, object]:
    """Dotted keys; a composition stays whole, since its keys are substances."""
    flat: dict[str, object] = {}
    shares: dict[str, object] = {}
    for key, value in stated.items():
        if key.startswith("composition."):
            _add_shares(shares, {key.removeprefix("composition."): value})
        elif key == "composition" and isinstance(value, Mapping):
            _add_shares(shares, value)
        elif isinstance(value, Mapping):
            flat.update({f"{key}.{inner}": one for inner, one in value.items()})
        else:
            flat[key] = value
    return flat | {"composition": shares} if shares else flat


def _add_shares(shares: dict[str, object], more: Mapping[str, object]) -> None:
    for name, share in more.items():
        if name in shares:
            raise FactError(f"composition.{name}", *wrong("twice", name=name))
        shares[name] = share


def read_day(key: str, value: object) -> date:
    if isinstance(value, datetime):  # what a spreadsheet gives for a day
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise FactError(key, *wrong("no_day", text=value)) from None


def _composition(stated: Mapping[str, object]) -> Composition:
    if not any(key in stated for key in COMPOSITION_KEYS):
        return NO_COMPOSITION
    shares = stated.get("composition", {})
    contains = stated.get("contains", ())
    if not isinstance(shares, Mapping):
        raise FactError("composition", *wrong("no_shares", text=shares))
    named = _listed(contains)
    complete = read_yes_no("composition_complete", stated.get("composition_complete", False))
    complete = complete or ("composition_complete" not in stated and _is_lone_substance(stated, shares))
    try:
        return read_composition(shares, [str(one) for one in named if str(one)], complete)
    except CompositionError as error:
        key = f"composition.{error.keys[0]}" if error.keys else "composition"
        raise FactError(key, error.what, error.remedy) from None
    except QuantityError as error:
        raise FactError("composition", error.what, error.remedy) from None


def _listed(contains: object) -> list[object]:
    return list(contains) if isinstance(contains, list | tuple) else re.split(r"[\s,;、]+", str(contains).strip())


def _name_by_formula(said: dict[str, object], vocabulary: Vocabulary) -> str | None:
    """Puts formulas in the place of substances that a composition names in words (APT, CdZnTe).

    The name of a substance whose proportions vary stays as its elements; it is returned if the goods are mostly that.
    """
    shares = said.get("composition")
    whole = None
    for name in list(shares) if isinstance(shares, dict) else ():
        value = vocabulary.find("substance", str(name)) if not _is_formula(str(name)) else None
        makeup = vocabulary.substances.get(value or "")
        if makeup is None or not isinstance(shares, dict):
            continue
        if makeup.formulas:
            shares[makeup.formulas[0]] = shares.pop(name)
        elif makeup.made_of:
            stated = _share(str(name), shares.pop(name))
            said["contains"] = [*_listed(said.get("contains", ())), *makeup.made_of]
            whole = value if stated.lo > MAIN_CONSTITUENT_PPB else whole
            if stated.lo == PPB:
                said.setdefault("composition_complete", True)
    return whole


def _is_formula(name: str) -> bool:
    try:
        read_substance(name)
    except QuantityError:
        return False
    return True


def _share(name: str, value: object) -> Interval:
    try:
        return parse_share(value)
    except QuantityError as error:
        raise FactError(f"composition.{name}", error.what, error.remedy) from None


def _unknown_words(said: Mapping[str, object], vocabulary: Vocabulary) -> list[str]:
    """Words that the vocabulary does not have leave their fact open; that is told, so that nobody thinks them used."""
    unknown = [
        key for key in NAMED if isinstance(said.get(key), str) and not _is_named(key, str(said[key]), vocabulary)
    ]
    return [f"{key.rpartition('.')[2]}_not_known" for key in unknown]


def _is_named(key: str, word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.find(key, word.strip()) is not None or (key == "substance" and _is_formula(word))


def _is_lone_substance(stated: Mapping[str, object], shares: Mapping[str, object]) -> bool:
    """One named substance, stated to be the whole: 100 % of synthetic diamond leaves room for nothing else."""
    whole = [str(share).strip().rstrip("%").strip() for share in shares.values()]
    return "substance" in stated and whole in (["100"], ["100.0"])


def read_value_ratio(key: str, text: str) -> Interval:
    """A share of the value in ppb: a percentage with its sign, or a number from 0 to 1.

    Raises FactError or QuantityError for what is no share.
    """
    if "%" in text:
        return parse_share(text)
    ratio = parse_number(text, scale=PPB)
    if ratio.hi > PPB:
        raise FactError(key, *wrong("over_whole", text=text))
    return ratio


def read_yes_no(key: str, value: object) -> bool:
    text = str(value).strip().lower()
    if text in ("true", "yes", "1", "是"):
        return True
    if text in ("false", "no", "0", "否"):
        return False
    raise FactError(key, *wrong("yes_no", text=value))


def _family(values: dict[str, Known], composition: Composition, vocabulary: Vocabulary) -> list[str]:
    """A magnet's family can also be read from what it is made of; a contradiction leaves both possible."""
    read = family_by_composition(composition, vocabulary.exact("family"))
    stated = values.get("family")
    if not isinstance(stated, frozenset):
        if read != vocabulary.exact("family"):
            values["family"] = read
        return []
    if stated & read:
        return []
    values["family"] = stated | read
    return ["family_contradicts_composition"]


def _claims(values: Mapping[str, Known]) -> list[str]:
    """What rests on the exporter's word alone is told with the answer."""
    claimed = values.get("goods_listed") == frozenset({"false"})
    return ["rests_on_exporters_word"] if claimed else []


def _narrow_kind(values: dict[str, Known], composition: Composition, vocabulary: Vocabulary) -> None:
    """What is mostly oxide is no metal, alloy or magnet; said only where nothing was said of the kind.

    A stated kind, however loose, stays: an assay of a metal is often given on the basis of its oxide.
    """
    oxides = sum(share.lo for share in composition.oxide.values())
    if "kind" not in values and oxides > PPB // 2:
        values["kind"] = vocabulary.exact("kind") - METALLIC


def _check_words(said: Mapping[str, object]) -> None:
    """Amounts and customs numbers decide nothing, but a wrong one is bad input all the same."""
    try:
        if "quantity" in said:
            parse_amount(str(said["quantity"]), str(said.get("unit", "piece")))
    except QuantityError as error:
        raise FactError("quantity", error.what, error.remedy) from None
    try:
        if "value" in said:
            parse_money(str(said["value"]), str(said.get("currency", "CNY")))
    except QuantityError as error:
        raise FactError("value", error.what, error.remedy) from None
    if "hs" in said:
        read_customs_number(str(said["hs"]))


def _point_by_number(said: Mapping[str, object], values: dict[str, Known]) -> None:
    """Of goods of which no kind is known that the law names, the declared heading is all that may point to a list.

    Whatever else is stated of goods says more than their number, so there it changes no fact.
    """
    if "hs" in said and values.get("kind") == OTHER_GOODS:
        values["customs_heading"] = frozenset({read_customs_number(str(said["hs"]))[:4]})


def read_customs_number(text: str) -> str:
    digits = re.sub(r"[\s.]", "", text)
    if not CUSTOMS_NUMBER.fullmatch(digits):
        count = len(digits) if digits.isdigit() else 0
        fault = wrong("digits", text=text, count=count) if count else wrong("customs", text=text)
        raise FactError("hs", *fault)
    return digits


class _Reader:
    def __init__(self, vocabulary: Vocabulary, look_up: PartyLookUp, codes: Container[str]) -> None:
        self.vocabulary = vocabulary
        self.look_up = look_up
        self.codes = codes
        self.words: dict[str, list[Value]] = {}

    def read(self, key: str, value: object, said: Mapping[str, object]) -> dict[str, Known] | None:
        """The facts that a stated key gives; None if there is no such fact."""
        if key in PARTY_ROLES:
            return self._party(key, str(value))
        if key == "end_user_listed":
            listed = read_yes_no(key, value)
            return {} if listed or "end_user" in said else self._nobody("end_user")
        if key == "exporter_told_of_use":
            told = str(value).strip().lower() not in NOTHING_TOLD
            return {key: frozenset({"told" if told else "nothing"})}
        if key.startswith(("content.", "oxide.")):
            raise FactError(key, *wrong("content", name=key.partition(".")[2]))
        if key == "control_code":
            return {key: frozenset({self._control_code(str(value).strip())})}
        if key in ("declared", "licence_issued"):
            return self._issued(said)
        if key == "substance":
            return {key: frozenset({str(value).strip()})}  # a name; what it may be is found when all else is read
        if key in NAMED and isinstance(value, str):
            return self._named(key, value)
        if key in CHOICES:
            return {key: self._choice(key, value)}
        if key in COUNTRIES:
            country = self._country(key, str(value))
            return {key: country} if country else {}
        if key in YES_NO:
            return {key: frozenset({"true" if read_yes_no(key, value) else "false"})}
        number = self._number(key, value)
        if number is not None:
            return {key: number}
        return {key: frozenset({str(value).strip()})} if fact_type(key) == "open" else None

    def _control_code(self, text: str) -> str:
        if not CONTROL_CODE.fullmatch(text):
            raise FactError("control_code", *wrong("control_code", text=text))
        return text if text in self.codes else UNWRITTEN_CODE

    def _number(self, key: str, value: object) -> Known | None:
        try:
            match fact_type(key):
                case "share" if key == "china_origin_part1_value_ratio":
                    return read_value_ratio(key, str(value))
                case "share":
                    return parse_share(str(value))
                case "measure":
                    return parse_number(str(value), scale=MILLIONTHS)
                case "count":
                    return parse_number(str(value), scale=1)
                case _:
                    return None
        except QuantityError as error:
            raise FactError(key, error.what, error.remedy) from None

    def words_of(self, values: Mapping[str, Known]) -> dict[str, list[Value]]:
        """The values that were stated, each with what it implies; a substance may be known from the description."""
        name = values.get("substance")
        called = (
            self.vocabulary.find("substance", min(name)) if isinstance(name, frozenset) and len(name) == 1 else None
        )
        return self.words | ({"substance": [self.vocabulary.values["substance"][called]]} if called else {})

    def _named(self, key: str, value: str) -> dict[str, Known]:
        name = self.vocabulary.find(key, value.strip())
        return {key: self._choice(key, name)} if name is not None else {}

    def _choice(self, key: str, value: object) -> frozenset[str]:
        values = self.vocabulary.values[key]
        names = value if isinstance(value, list | tuple | frozenset | set) else [str(value).strip()]
        possible: set[str] = set()
        if not names:
            raise FactError(key, *wrong("nothing"))
        for name in names:
            if not isinstance(name, str) or name not in values:
                raise FactError(key, *wrong("unknown", text=name, known=tuple(values)))
            possible.update(values[name].may_be)
            self.words.setdefault(key, []).append(values[name])
        return frozenset(possible)

    def _country(self, key: str, text: str) -> frozenset[str] | None:
        if text.strip() == UNDISCLOSED:
            return None
        if key == "origin" and text.strip().lower() == "foreign":
            return frozenset({FOREIGN})
        if not COUNTRY_CODE.fullmatch(text.strip()):
            raise FactError(key, *wrong("country", text=text))
        return frozenset({text.strip()})

    def _party(self, role: str, name: str) -> dict[str, Known]:
        if not name.strip():
            raise FactError(role, *wrong("no_name"))
        found = {party_fact(role, list_name): self.look_up(name, list_name) for list_name in LISTS}
        return dict(found)

    def _nobody(self, role: str) -> dict[str, Known]:
        return {party_fact(role, list_name): frozenset({NOT_LISTED_TOKEN}) for list_name in LISTS}

    def _issued(self, said: Mapping[str, object]) -> dict[str, Known]:
        """Whether the licence came too late for the declaration, and if not, how many days it was old by then."""
        days = {key: read_day(key, said[key]) for key in ("date", "declared", "licence_issued") if key in said}
        declared, issued = days.get("declared", days.get("date")), days.get("licence_issued")
        if declared is None or issued is None:
            return {}
        late = issued > declared
        age: dict[str, Known] = {} if late else {"licence.age_days": exactly((declared - issued).days)}
        return {"licence.issued_after_declaration": frozenset({"true" if late else "false"}), **age}
