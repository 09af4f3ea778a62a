"""Questions found for goods and deals apart are those of the interpreter, which weighs the whole line."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.check.bulk.questions import Questions
from cocket.check.checker import Checker
from cocket.determination.determine import regime_law
from cocket.determination.doubts import open_points
from cocket.determination.weighing import weigh

KNOWN = date(2026, 11, 20)
DAYS = (date(2024, 6, 1), date(2025, 5, 2), date(2025, 10, 20), date(2026, 6, 1))
GOODS = st.fixed_dictionaries({
    "kind": st.sampled_from(["metal", "powder", "equipment", "other_goods", "graphite_powder", "technology"]),
}, optional={
    "composition": st.sampled_from([{"Sb": 100}, {"Bi": 60, "Sn": 40}, {"C": "99.9"}, {"Dy": "0.005"}]),
    "goods_listed": st.sampled_from([True, False]),
})  # fmt: skip
DEALS = st.fixed_dictionaries({}, optional={
    "destination": st.sampled_from(["DE", "US", "JP", "TW", "HK"]),
    "end_use": st.sampled_from(["civil", "military"]),
    "end_user_type": st.sampled_from(["civil", "military"]),
    "movement": st.sampled_from(["export", "reexport_abroad", "foreign_made", "transit"]),
})  # fmt: skip


def test_questions_of_goods_and_of_deals_together_are_those_of_the_line(checker: Checker) -> None:
    found = 0

    @settings(max_examples=4, deadline=None, derandomize=True)
    @given(goods=st.lists(GOODS, min_size=2, max_size=2), deals=st.lists(DEALS, min_size=2, max_size=2))
    def holds(goods: list[dict[str, object]], deals: list[dict[str, object]]) -> None:
        nonlocal found
        # what conditions on goods want of the deal goes with the goods, as it does in ``stream.py``
        pairs = [
            (
                (one, of_deal.get("movement"), of_deal.get("destination")),
                other,
                checker.read({**of_goods, **of_deal}).facts,
            )
            for one, of_goods in enumerate(goods)
            for other, of_deal in enumerate(deals)
        ]
        for day in DAYS:
            for regime in checker.lawbook.regimes:
                law = regime_law(checker.time.view(day, KNOWN), regime)
                asking = Questions(law)  # kept over all lines, so that what was found of goods serves other deals
                for one, other, facts in pairs:
                    expected = open_points(weigh(law, facts), facts)
                    assert asking.of(one, other, facts) == expected
                    found += bool(expected)

    holds()
    assert found > 5
