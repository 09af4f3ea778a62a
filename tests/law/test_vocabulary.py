"""The vocabulary: what values imply, how they are spelt, what substances are made of, and what is refused."""

import pytest

from cocket.law.condition import All, AnyOf, Compare, In, leaves
from cocket.law.lawbook import load_lawbook
from cocket.law.vocabulary import spelling
from cocket.quantity.formula import parse_formula
from tests.law.small_lawbook import SmallLawbook

SUBSTANCES = """\
substances:
  apt: {en: paratungstate, zh: 仲钨酸铵, formulas: ["WO3"], also: [APT], implies: {kind: [oxide]}}
  alloyed: {en: alloyed, zh: 合, made_of: [In, Ga], implies: {kind: "@magnet_products"}}
  nameless: {en: nameless, zh: 无名}
  other: {en: other, zh: 其他}
parameters:
"""
LAWBOOK = load_lawbook(cache=False)
WHOLE = LAWBOOK.vocabulary


def test_case_spaces_hyphens_and_brackets_do_not_part_two_spellings() -> None:
    assert spelling("Tris(p-ethoxyphenyl) bismuth") == spelling("tris-p-ethoxyphenylbismuth")


def test_groups_in_what_a_value_implies_are_written_out(small: SmallLawbook) -> None:
    vocabulary = small.replace("parameters:\n", SUBSTANCES, "vocabulary.yaml").read().vocabulary
    assert vocabulary.values["substance"]["alloyed"].implies == {"kind": ("motor",)}
    assert vocabulary.find("substance", "apt") == vocabulary.find("substance", "ParaTungstate") == "apt"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('formulas: ["WO3"]', 'formulas: ["Wq3"]', "Wq"),
        ("made_of: [In, Ga]", "made_of: [Inn]", "no chemical element"),
        ("also: [APT]", "also: [nameless]", "names apt as well"),
        ("implies: {kind: [oxide]}", "implies: {kind: [salt]}", "no value of kind"),
        ("implies: {kind: [oxide]}", "implies: {colour: [red]}", "no fact with a list of values"),
        ("nameless, zh: 无名", "nameless, zh: 无名, in_mixtures: sometimes", "says nothing"),
    ],
)
def test_what_makes_no_sense_is_refused(old: str, new: str, problem: str, small: SmallLawbook) -> None:
    small.replace("parameters:\n", SUBSTANCES.replace(old, new), "vocabulary.yaml")
    error = small.refusal()
    assert error.file == "vocabulary.yaml" and problem in error.problem


def test_goods_of_a_substance_hold_half_of_its_element_and_a_mixture_some_of_it(small: SmallLawbook) -> None:
    small.replace("parameters:\n", SUBSTANCES, "vocabulary.yaml")
    small.replace("contains: Dy}", "substance: apt}")
    mostly = small.read().entries["1C905.a.4"][1].controls
    assert isinstance(mostly, All)
    leaf = next(part for part in mostly.parts if isinstance(part, Compare))
    assert (leaf.fact, leaf.operator) == ("content.W", "at_least") and 390_000_000 < leaf.threshold < 400_000_000
    small.replace("substance: apt}", "holds: apt}")
    some = small.read().entries["1C905.a.4"][1].controls
    assert isinstance(some, All) and Compare("content.W", "above", 0) in some.parts


def test_a_substance_of_unknown_make_is_asked_by_its_name_alone(small: SmallLawbook) -> None:
    small.replace("parameters:\n", SUBSTANCES, "vocabulary.yaml")
    controls = small.replace("contains: Dy}", "substance: [apt, nameless]}").read().entries["1C905.a.4"][1].controls
    assert isinstance(controls, All) and In("substance", frozenset({"apt", "nameless"})) in controls.parts
    assert not any(isinstance(part, Compare | AnyOf) for part in controls.parts)


def test_only_gaps_speak_of_substances_that_are_known_by_name_alone() -> None:
    """Silence on a name leaves them out, which no written law says."""
    named = {name for name, makeup in WHOLE.substances.items() if makeup.by_name_alone}
    conditions = [entry.controls for one in LAWBOOK.instruments for entry in one.entries]
    conditions += [rule.when for one in LAWBOOK.instruments for rule in one.rules]
    spoken = {value for when in conditions for leaf in leaves(when) if isinstance(leaf, In) for value in leaf.values}
    assert len(named) > 5 and not named & spoken


def test_every_substance_of_the_lawbook_says_of_what_kind_it_may_be_and_no_formula_names_two() -> None:
    bare = {name for name, value in WHOLE.values["substance"].items() if value.may_be == (name,) and not value.implies}
    assert bare == {"other", "element"}
    formulas = [parse_formula(text) for makeup in WHOLE.substances.values() for text in makeup.formulas]
    assert len(formulas) == len(set(formulas)) > 40
