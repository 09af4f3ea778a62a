"""What changed between two looks at the law: the known events of the lawbook, and what holds of any two looks."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocket.law.changes import Change, bears_on_code, changes
from cocket.law.fold import Standing, elementary_days, knowledge_days
from cocket.law.lawbook import Lawbook, load_lawbook
from cocket.law.norms import Key, law_on
from cocket.law.view import LawInTime
from tests.law.small_lawbook import RULES, SmallLawbook
from tests.law.test_readings import reading

TIME = LawInTime(load_lawbook())
NOW = "2026-11-22"
PUBLISHED_IN_OCTOBER = ("55", "56", "57", "58")
SIX = {*(f"cn/mofcom-gac/2025/{number}" for number in PUBLISHED_IN_OCTOBER), "cn/mofcom/2025/61", "cn/mofcom/2025/62"}
SUSPENSION = "cn/mofcom-gac/2025/70#suspend"
EXTENSION = "cn/mofcom-gac/2025/70#extension"


def diff(on: tuple[str, str], known: tuple[str, str] = (NOW, NOW), regime: str = "dual_use") -> list[Change]:
    (before, after), (heard, later) = [tuple(map(date.fromisoformat, days)) for days in (on, known)]
    found = changes(law_on(TIME, before, heard), law_on(TIME, after, later))
    return [one for one in found if one.norm.regime == regime]


def events(found: Iterable[Change]) -> set[tuple[str, str]]:
    """Instrument and what happened; an instrument as a whole is left to its parts."""
    return {(one.key[1], one.what) for one in found if one.norm.kind != "instrument"}


def of(found: Iterable[Change], instrument: str, part: str) -> Change:
    (one,) = [one for one in found if one.key[1:] == (instrument, part)]
    return one


def test_on_4_april_2025_announcement_18_came_into_force_and_sixteen_parties_were_listed() -> None:
    found = diff(("2025-04-03", "2025-04-04"))
    assert events(found) == {("cn/mofcom-gac/2025/18", "in_force"), ("cn/parties/2025-21", "in_force")}
    dysprosium = of(found, "cn/mofcom-gac/2025/18", "1C905.a.4")
    assert (dysprosium.before and dysprosium.before.status.standing) is Standing.NOT_YET
    assert (dysprosium.norm.at, dysprosium.norm.status.window.since) == ("四（一）4", date(2025, 4, 4))
    assert sum(one.norm.kind == "listing" for one in found) == 16


def test_seen_from_the_evening_before_it_was_not_published() -> None:
    found = diff(("2025-04-04", "2025-04-04"), ("2025-04-03", "2025-04-04"))
    assert of(found, "cn/mofcom-gac/2025/18", "1C905.a.4").before is None


def test_on_9_october_2025_six_announcements_were_published_and_two_of_them_took_effect() -> None:
    found = diff(("2025-10-08", "2025-10-09"), ("2025-10-08", "2025-10-09"))
    later = {(f"cn/mofcom-gac/2025/{number}", "published") for number in PUBLISHED_IN_OCTOBER}
    at_once = {("cn/mofcom/2025/61", "in_force"), ("cn/mofcom/2025/62", "in_force")}
    assert events(found) == later | at_once | {("cn/mofcom/2025/61", "published")}
    assert of(found, "cn/mofcom/2025/61", "1(3)").what == "in_force"
    waiting = {one.key[2]: one.norm.status.window.since for one in found if one.what == "published"}
    assert waiting["1(1)"] == waiting["1(2)"] == date(2025, 12, 1)
    assert waiting["1C909.a.1"] == date(2025, 11, 8)


def test_as_known_today_only_what_took_effect_differs_on_9_october() -> None:
    found = diff(("2025-10-08", "2025-10-09"))
    assert events(found) == {("cn/mofcom/2025/61", "in_force"), ("cn/mofcom/2025/62", "in_force")}


def test_on_7_november_2025_what_was_in_force_was_suspended_and_57_still_had_to_begin() -> None:
    found = diff(("2025-11-06", "2025-11-07"), ("2025-11-06", "2025-11-07"))
    assert events(found) == {
        ("cn/mofcom/2025/61", "suspended"),
        ("cn/mofcom/2025/62", "suspended"),
        ("cn/mofcom-gac/2025/70", "in_force"),
    }
    limb = of(found, "cn/mofcom/2025/61", "1(3)").norm
    assert (limb.status.because, limb.until) == ((SUSPENSION,), date(2026, 11, 10))


def test_on_8_november_2025_the_others_came_up_suspended() -> None:
    found = diff(("2025-11-07", "2025-11-08"))
    assert events(found) == {(f"cn/mofcom-gac/2025/{number}", "suspended") for number in PUBLISHED_IN_OCTOBER}
    assert {one.before.status.standing for one in found if one.before} == {Standing.NOT_YET}


def test_as_known_on_6_november_they_would_have_come_into_force() -> None:
    found = diff(("2025-11-07", "2025-11-08"), ("2025-11-06", "2025-11-06"))
    assert events(found) == {(f"cn/mofcom-gac/2025/{number}", "in_force") for number in PUBLISHED_IN_OCTOBER}


def test_on_9_november_2025_clause_2_on_the_united_states_was_suspended_and_clause_1_was_not() -> None:
    found = diff(("2025-11-08", "2025-11-09"), ("2025-11-08", "2025-11-09"))
    suspended = {one.key[2] for one in found if one.what == "suspended"}
    assert suspended == {"2", "2-graphite", "last-materials"}  # the last clause carries on clause 2
    assert of(found, "cn/mofcom/2024/46", "2").norm.until == date(2026, 11, 27)


def test_on_10_november_2025_parties_were_taken_off_and_a_suspension_prolonged() -> None:
    found = diff(("2025-11-09", "2025-11-10"))
    assert events(found) == {("cn/parties/2025-13", "lapsed"), ("cn/parties/2025-21", "altered")}
    prolonged = [one for one in found if one.what == "altered"]
    assert {one.norm.until for one in prolonged} == {date(2026, 11, 10)}
    assert {one.before.until for one in prolonged if one.before} == {date(2025, 11, 9)}


@pytest.mark.parametrize(("known", "what"), [("2025-10-15", "in_force"), (NOW, "suspended")])
def test_the_limbs_of_1_december_2025(known: str, what: str) -> None:
    found = diff(("2025-11-30", "2025-12-01"), (known, known))
    assert {(one.key, one.what) for one in found} == {
        (("rule", "cn/mofcom/2025/61", "1(1)"), what),
        (("rule", "cn/mofcom/2025/61", "1(2)"), what),
    }


def test_after_10_november_2026_the_suspended_is_unresolved_as_known_since_the_announcement() -> None:
    found = diff(("2026-11-10", "2026-11-11"))
    unresolved = {one.key[1] for one in found if one.what == "unresolved"}
    assert unresolved == SIX | {"cn/parties/2025-21"}
    holmium = of(found, "cn/mofcom-gac/2025/57", "1C909.a.1").norm
    assert (holmium.status.because, holmium.until) == ((SUSPENSION, EXTENSION), date(2027, 1, 10))
    assert of(found, "cn/mofcom-gac/2025/70", "suspend").what == "lapsed"


def test_as_known_the_day_before_the_announcement_it_would_be_in_force_again() -> None:
    found = diff(("2026-11-10", "2026-11-11"), ("2026-09-27", "2026-09-27"))
    assert {one.key[1] for one in found if one.what == "resumed"} == SIX | {"cn/parties/2025-21"}
    assert not any(one.what == "unresolved" for one in found)


def test_an_announcement_changes_no_norm_before_the_days_it_speaks_of() -> None:
    found = diff(("2026-11-10", "2026-11-10"), ("2026-09-27", "2026-09-28"))
    assert {(one.norm.kind, one.key[1]) for one in found} == {
        ("announced", "cn/mofcom-gac/2025/70"),
        ("announced", "cn/mofcom/2025/72"),
    }


def test_after_the_announced_extension_everything_is_in_force_again() -> None:
    found = diff(("2027-01-10", "2027-01-11"))
    assert {one.what for one in found} == {"resumed"}
    assert {one.key[1] for one in found} >= SIX


def test_answers_published_in_september_2025_read_the_rotor_of_june_otherwise() -> None:
    found = diff(("2025-06-11", "2025-06-11"), ("2025-06-11", "2025-12-01"))
    magnets = of(found, "cn/mofcom-gac/2025/18", "1C905.a.4")
    assert magnets.what == "read"
    assert "cn/mofcom/qa/5#rotors" in magnets.readings_added
    assert magnets.readings_gone == ()
    assert of(found, "cn/mofcom/qa/5", "rotors").norm.at == "item 1"
    assert {one.key[2] for one in found if one.what == "in_force"} >= {"rotors", "sensors", "calcined-catalysts"}


def test_the_first_day_that_the_lawbook_covers_is_told() -> None:
    found = diff(("2023-07-02", "2023-07-03"))
    covered = [one for one in found if one.norm.kind == "regime"]
    assert [(one.key, one.what) for one in covered] == [(("regime", "", "dual_use"), "in_force")]


REPEAL = '  - {id: end, do: repeal, target: [cn/office/2025/1], during: {from: "2025-07-01"}}\n'
CARRY = '  - {id: take, do: carry, target: [cn/office/2025/1], during: {from: "2025-07-01"}}\n'
JUNE, JULY, KNOWN = date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31)


def small_diff(lawbook: Lawbook, before: date = JUNE, after: date = JULY) -> dict[Key, Change]:
    time = LawInTime(lawbook)
    return {one.key: one for one in changes(law_on(time, before, KNOWN), law_on(time, after, KNOWN))}


def test_an_entry_taken_over_names_both_instruments(small: SmallLawbook) -> None:
    found = small_diff(small.add_instrument(2, RULES + "acts:\n" + REPEAL + CARRY).read())
    old, new = (found["entry", f"cn/office/2025/{number}", "1C905.a.4"] for number in (1, 2))
    assert (old.what, old.norm.elsewhere) == ("taken_over", "cn/office/2025/2")
    assert (new.what, new.norm.elsewhere) == ("takes_over", "cn/office/2025/1")
    assert found["rule", "cn/office/2025/1", "licence"].what == "repealed"


def test_an_entry_repealed_and_not_taken_over_is_repealed(small: SmallLawbook) -> None:
    found = small_diff(small.add_instrument(2, "acts:\n" + REPEAL).read())
    assert found["entry", "cn/office/2025/1", "1C905.a.4"].what == "repealed"


def test_a_suspension_taken_back_is_resumed(small: SmallLawbook) -> None:
    acts = "acts:\n  - {id: pause, do: suspend, target: [cn/office/2025/1], during: {from: '2025-06-01'}}\n"
    again = "acts:\n  - {id: go-on, do: resume, target: [cn/office/2025/1], during: {from: '2025-07-01'}}\n"
    found = small_diff(small.add_instrument(2, acts).add_instrument(3, again).read())
    assert found["entry", "cn/office/2025/1", "1C905.a.4"].what == "resumed"


def test_a_reading_that_a_later_one_overrides_lapses(small: SmallLawbook) -> None:
    small.add_instrument(2, reading("motors", "inside", "{kind: motor}"))
    small.add_instrument(3, reading("again", "outside", "{kind: motor}", ", overrides: [cn/office/2025/2#motors]"))
    time = LawInTime(small.read())
    found = {one.key: one for one in changes({}, law_on(time, JULY, KNOWN))}
    overridden = found["reading", "cn/office/2025/2", "motors"].norm.status
    assert (overridden.standing, overridden.because) == (Standing.LAPSED, ("cn/office/2025/3#again",))


def test_a_code_is_borne_upon_by_name_by_its_instrument_and_by_rules_on_everything_listed() -> None:
    found = diff(("2025-04-03", "2025-12-02"), ("2025-04-03", NOW))
    kept = {one.key for one in found if bears_on_code(one, "1C905", TIME.lawbook)}
    entries = {part for kind, _, part in kept if kind == "entry"}
    assert entries and all(entry.startswith("1C905") for entry in entries)
    assert ("rule", "cn/mofcom-gac/2025/18", "licence") in kept
    assert ("reading", "cn/mofcom/qa/5", "rotors") in kept
    assert ("rule", "cn/mofcom-gac/2025/57", "licence") not in kept
    holmium = {one.key for one in found if bears_on_code(one, "1C909.a.1", TIME.lawbook)}
    assert ("act", "cn/mofcom-gac/2025/70", "suspend") in holmium
    assert ("rule", "cn/mofcom-gac/2025/57", "licence") in holmium
    assert ("rule", "cn/mofcom/2025/61", "2") not in holmium  # modifies the licences of an annex only


def test_a_rule_on_everything_listed_bears_on_every_code() -> None:
    found = changes({}, law_on(TIME, date(2025, 12, 1), date(2026, 11, 22)))
    kept = {one.key for one in found if bears_on_code(one, "1C905.a.4", TIME.lawbook)}
    assert any(kind == "rule" and instrument == "cn/mofcom/2024/46" for kind, instrument, _ in kept)
    assert not any(kind in ("listing", "procedure") for kind, _, _ in kept)


DAYS = st.sampled_from(
    sorted({day + timedelta(days=step) for day in elementary_days(TIME.lawbook) for step in (-1, 0)})
)
LOOKS = st.tuples(DAYS, st.sampled_from(knowledge_days(TIME.lawbook)))
Look = tuple[date, date]


@given(LOOKS)
def test_nothing_differs_between_a_look_and_itself(look: Look) -> None:
    assert changes(law_on(TIME, *look), law_on(TIME, *look)) == ()


@given(LOOKS, LOOKS, LOOKS)
def test_changes_add_up(first: Look, second: Look, third: Look) -> None:
    one, two, three = (law_on(TIME, *look) for look in (first, second, third))
    steps = [{change.key: change for change in changes(*pair)} for pair in ((one, two), (two, three))]
    whole = {change.key: (change.before, change.after) for change in changes(one, three)}
    added = {}
    for key in steps[0].keys() | steps[1].keys():
        before = steps[0][key].before if key in steps[0] else steps[1][key].before
        after = steps[1][key].after if key in steps[1] else steps[0][key].after
        if (before and before.state()) != (after and after.state()):
            added[key] = (before, after)
    assert {key: states(pair) for key, pair in added.items()} == {key: states(pair) for key, pair in whole.items()}


def states(pair: tuple[object, object]) -> tuple[object, ...]:
    return tuple(norm and norm.state() for norm in pair)  # type: ignore[attr-defined]


@given(LOOKS, LOOKS)
def test_looking_back_tells_the_same_norms(first: Look, second: Look) -> None:
    one, two = law_on(TIME, *first), law_on(TIME, *second)
    forth = {change.key: (change.before, change.after) for change in changes(one, two)}
    back = {change.key: (change.after, change.before) for change in changes(two, one)}
    assert forth == back
