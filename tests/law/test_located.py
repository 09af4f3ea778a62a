"""A fault that shows only in the whole lawbook is still told with the line of the part in question."""

from tests.law.small_lawbook import RULES, SmallLawbook


def test_a_fault_is_found_at_its_own_id_and_not_at_one_that_holds_it(small: SmallLawbook) -> None:
    rule = RULES.removeprefix("rules:\n").replace("id: licence", 'id: "1"')
    small.add(rule).add(rule)
    error = small.refusal()
    assert (error.line, error.key) == (small.line_of('id: "1"\n'), "1")
