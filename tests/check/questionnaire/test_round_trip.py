"""Whatever is missing becomes a form, and what a supplier writes into it comes back as that statement."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cocket.check.questionnaire.fields import product_fields
from cocket.check.questionnaire.form import AskedProduct, Form
from cocket.check.questionnaire.read import read_filled
from cocket.check.questionnaire.statements import Folded, fold
from tests.check.questionnaire.forms import SPEAKER, TODAY, VOCABULARY, fill, form_on, product, saved, workbook

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
FIGURES = st.sampled_from(["0", "1.2", "<0.05", "0.1-0.3", "250 ppm", ">=0.5", "0.3±0.1"])
UNKNOWN = st.sampled_from(["unknown", "不知道", "Unknown."])
VALUES = {
    "kind": st.sampled_from(sorted(VOCABULARY.values["kind"])),
    "family": st.sampled_from(sorted(VOCABULARY.values["family"])),
    "origin": st.sampled_from(["CN", "JP", "DE"]),
    "substance": WORDS,
    "param.purity_pct": st.sampled_from(["99.9", ">=99.95"]),
    "composition.Dy": FIGURES,
    "composition.Tb": FIGURES,
}
PARTS = [("Nd", "29"), ("Fe", "balance"), ("B", "1"), ("Dy2O3", "<0.5"), ("Tb", "0")]


@dataclass(frozen=True)
class Case:
    """A product asked about, what is answered, and what must come back."""

    product: AskedProduct
    facts: dict[str, str]
    unknown: tuple[str, ...]
    left: tuple[str, ...]
    table: tuple[tuple[str, str], ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    whole = draw(st.booleans())
    pool = [fact for fact in VALUES if not (whole and fact.startswith("composition."))]
    asked = draw(st.lists(st.sampled_from(pool), unique=True, min_size=0 if whole else 1, max_size=4))
    stated: dict[str, str] = {}
    unknown, left = [], []
    for fact in asked:
        kind = draw(st.sampled_from(["stated", "unknown", "left"]))
        if kind == "stated":
            stated[fact] = draw(VALUES[fact])
        else:
            (unknown if kind == "unknown" else left).append(fact)
    table: list[tuple[str, str]] = []
    if whole:
        table = draw(st.lists(st.sampled_from(PARTS), unique=True, max_size=5))
        asked = [*asked, "composition"]
        stated |= {f"composition.{name}": share for name, share in table}
        left += [] if table else ["composition"]
    return Case(product(*asked, name=draw(WORDS)), stated, tuple(unknown), tuple(left), tuple(table))


def answers_to(form: Form, given: list[Case], unknown: str) -> dict[str, object]:
    answers: dict[str, object] = dict(SPEAKER)
    for (_, fields), case in zip(product_fields(form, VOCABULARY), given, strict=True):
        for field in fields:
            if field.rows:
                answers |= dict(zip(field.rows, case.table, strict=False))
            elif field.fact in case.facts:
                answers[field.number] = case.facts[field.fact]
            elif field.fact in case.unknown:
                answers[field.number] = unknown
    return answers


def assert_comes_back(path: Path, form: Form, given: list[Case]) -> None:
    folded: Folded = fold(read_filled(path, VOCABULARY), VOCABULARY, TODAY, {})
    answered = [case for case in given if case.facts or case.unknown]
    assert [one.product for one in folded.passports] == [case.product.product for case in answered]
    for passport, case in zip(folded.passports, answered, strict=True):
        assert passport.facts == case.facts
        assert set(passport.unknown) == set(case.unknown)
        assert (passport.supplier, passport.form) == (form.supplier, form.digest)
    assert sorted(folded.unanswered) == sorted((one.product.product, fact) for one in given for fact in one.left)


SUPPLIER = st.one_of(st.none(), WORDS)
GIVEN = st.lists(cases(), min_size=1, max_size=3).filter(lambda some: any(one.facts or one.unknown for one in some))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GIVEN, SUPPLIER, st.sampled_from(["en", "zh"]), UNKNOWN)
def test_a_filled_workbook_comes_back_as_it_was_filled(
    tmp_path: Path, given: list[Case], supplier: str | None, lang: str, unknown: str
) -> None:
    form = form_on(*(case.product for case in given), supplier=supplier)
    path = workbook(tmp_path, form, lang)
    assert_comes_back(fill(path, answers_to(form, given, unknown)), form, given)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GIVEN, SUPPLIER, UNKNOWN)
def test_a_saved_page_comes_back_as_it_was_filled(
    tmp_path: Path, given: list[Case], supplier: str | None, unknown: str
) -> None:
    form = form_on(*(case.product for case in given), supplier=supplier)
    assert_comes_back(saved(tmp_path, form, answers_to(form, given, unknown)), form, given)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_of_a_list_to_choose_from_are_read_in_either_language(tmp_path: Path, lang: str) -> None:
    form = form_on(product("kind", "family"))
    path = fill(workbook(tmp_path, form, lang), {**SPEAKER, "Q1.1": "永磁体", "Q1.2": "neodymium-iron-boron"})
    (passport,) = fold(read_filled(path, VOCABULARY), VOCABULARY, TODAY, {}).passports
    assert passport.facts == {"kind": "magnet", "family": "NdFeB"}
