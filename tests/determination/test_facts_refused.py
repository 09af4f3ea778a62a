"""A stated fact that cannot be used is refused with its key, what is wrong and what to write; nothing is guessed."""

from typing import NamedTuple

import pytest

from cocket.check.checker import Checker
from cocket.determination.read_facts import FactError, read_line


class Bad(NamedTuple):
    stated: dict[str, object]
    key: str
    problem: str
    remedy: str


REFUSED = {
    "a kind that is not known": Bad({"kind": "gadget"}, "kind", "'gadget' is not known", "magnet"),
    "no kind at all": Bad({"kind": []}, "kind", "nothing is named", "leave it out"),
    "one bad kind among good ones": Bad({"kind": ["magnet", "gadget"]}, "kind", "'gadget' is not known", "magnet"),
    "a family that is not known": Bad({"family": "NdFe"}, "family", "'NdFe' is not known", "NdFeB"),
    "a nested word that is not known": Bad({"temporary": {"kind": "loan"}}, "temporary.kind", "'loan'", "exhibition"),
    "a country by name": Bad({"destination": "Germany"}, "destination", "no country code", "DE"),
    "a country in small letters": Bad({"origin": "cn"}, "origin", "no country code", "two letters"),
    "a day of no calendar": Bad({"date": "2025-02-30"}, "date", "no day of the calendar", "2025-04-04"),
    "a day in another order": Bad({"date": "04.04.2025"}, "date", "no day of the calendar", "2025-04-04"),
    "an empty day": Bad({"date": ""}, "date", "no day of the calendar", "2025-04-04"),
    "a bad day of declaration": Bad({"declared": "soon"}, "declared", "no day of the calendar", "2025-04-04"),
    "a bad day of a licence": Bad({"licence_issued": "soon"}, "licence_issued", "no day", "2025-04-04"),
    "neither yes nor no": Bad(
        {"china_origin_technology": "perhaps"}, "china_origin_technology", "neither", "yes or no"
    ),
    "an unclear word on lists": Bad({"end_user_listed": "perhaps"}, "end_user_listed", "neither", "yes or no"),
    "a party without a name": Bad({"end_user": "  "}, "end_user", "the name is empty", "leave it out"),
    "a code of another shape": Bad({"control_code": "1C9"}, "control_code", "no control code", "1C905.a.4"),
    "a share that is a word": Bad({"composition": {"Dy": "some"}}, "composition.Dy", "some", "figure"),
    "a share above the whole": Bad({"composition": {"Dy": 130}}, "composition.Dy", "more than 100 %", "unit"),
    "a share below nothing": Bad({"composition": {"Dy": -1}}, "composition.Dy", "-1", ""),
    "a substance that is none": Bad({"composition": {"Xy": 3}}, "composition.Xy", "Xy", ""),
    "shares in a text": Bad({"composition": "Nd 29 Dy 3"}, "composition", "no list of shares", "{Nd: 29, Dy: 3}"),
    "shares of more than everything": Bad({"composition": {"Nd": 60, "Fe": 60}}, "composition.Nd", "add up", "once"),
    "a whole that is not whole": Bad(
        {"composition": {"Nd": 30}, "composition_complete": True}, "composition.Nd", "complete", "rest"
    ),
    "a whole of nothing": Bad({"composition_complete": True}, "composition", "complete", "rest"),
    "an element that is none": Bad({"contains": ["Nd", "Zz"]}, "composition.Zz", "Zz", ""),
    "a content beside the composition": Bad(
        {"composition": {"Dy": 3}, "content.Dy": 0}, "content.Dy", "under composition", "composition.Dy"
    ),
    "a share of a holding above the whole": Bad(
        {"end_user_parent_share_pct": 130}, "end_user_parent_share_pct", "more than 100 %", "unit"
    ),
    "a measured value in words": Bad({"param.density_g_cm3": "heavy"}, "param.density_g_cm3", "heavy", "figure"),
    "a count in words": Bad({"licence.exports_completed": "twice"}, "licence.exports_completed", "twice", "figure"),
    "a quantity in words": Bad({"quantity": "a few"}, "quantity", "a few", ""),
    "a unit that is none": Bad({"quantity": 5, "unit": "bucket"}, "quantity", "bucket", ""),
    "a value below nothing": Bad({"value": "-5"}, "value", "-5", ""),
    "a currency that is none": Bad({"value": 5, "currency": "XYZZY"}, "value", "XYZZY", ""),
    "a customs number with a digit lost": Bad({"hs": "85051100"[:-1]}, "hs", "has 7 digits", "4, 6, 8 or 10 digits"),
    "a customs number in words": Bad({"hs": "magnets"}, "hs", "no customs number", "8505110000"),
    "an empty customs number": Bad({"hs": ""}, "hs", "no customs number", "8505110000"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_bad_input_is_refused_with_key_problem_and_remedy(what: str, checker: Checker) -> None:
    bad = REFUSED[what]
    with pytest.raises(FactError) as caught:
        read_line(bad.stated, checker.lawbook.vocabulary, checker.look_up, checker.lawbook.codes)
    error = caught.value
    assert error.key == bad.key
    assert bad.problem in error.problem
    assert bad.remedy in error.remedy and error.remedy
    assert str(error).startswith(f"{bad.key}: ")


@pytest.mark.parametrize("number", ["8505", "850511", "85051100", "8505110000", "8505.11.00 00", 8505110000])
def test_a_customs_number_has_four_six_eight_or_ten_digits(number: object, checker: Checker) -> None:
    line = read_line({"hs": number}, checker.lawbook.vocabulary, checker.look_up, checker.lawbook.codes)
    assert line.said["hs"] == number


@pytest.mark.parametrize("number", ["850", "85051", "8505110", "850511000", "85051100000"])
def test_no_customs_number_has_another_count_of_digits(number: str, checker: Checker) -> None:
    with pytest.raises(FactError, match=f"has {len(number)} digits"):
        read_line({"hs": number}, checker.lawbook.vocabulary, checker.look_up, checker.lawbook.codes)
