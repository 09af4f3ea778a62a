"""Questions found by the kernel's bits are those of the interpreter, which weighs the whole line."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cocket.check.bulk.lines import Classes
from cocket.check.bulk.questions import Questions
from cocket.check.checker import Checker
from cocket.check.files import as_asked
from cocket.determination.determine import regime_law
from cocket.determination.doubts import open_points
from cocket.determination.facts import Facts
from cocket.determination.kernel.columns import columns_of
from cocket.determination.kernel.kernel import EPOCH, Kernel
from cocket.determination.kernel.weighed_lines import weigh_deals, weigh_goods
from cocket.determination.regime_law import RegimeLaw
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


def test_questions_by_column_are_those_of_the_line(checker: Checker) -> None:
    kernels = [Kernel(checker.time, regime, KNOWN) for regime in checker.lawbook.regimes]
    asking = [Questions(kernel.tables) for kernel in kernels]  # kept, so that what was found serves other lines
    classes: dict[object, int] = {}  # a class of its own for each distinct set of facts
    found = 0

    @settings(max_examples=12, deadline=None, derandomize=True)
    @given(stated=st.lists(st.builds(lambda goods, deal: goods | deal, GOODS, DEALS), min_size=6, max_size=6))
    def holds(stated: list[dict[str, object]]) -> None:
        nonlocal found
        facts = [checker.read(one).facts for one in stated for _ in DAYS]
        days = [day for _ in stated for day in DAYS]
        of_class = np.array(
            [classes.setdefault((one.key(), day), len(classes)) for one, day in zip(facts, days, strict=True)]
        )
        for kernel, one in zip(kernels, asking, strict=True):
            expected = [
                as_asked(open_points(weigh(law_on(checker, kernel, day), line), line))
                for day, line in zip(days, facts, strict=True)
            ]
            assert by_column(kernel, one, facts, days, of_class) == expected
            found += sum(map(bool, expected))

    holds()
    assert found > 20


def law_on(checker: Checker, kernel: Kernel, day: date) -> RegimeLaw:
    return regime_law(checker.time.view(day, KNOWN), kernel.tables.regime)


def by_column(
    kernel: Kernel, asking: Questions, facts: list[Facts], days: list[date], of_class: np.ndarray
) -> list[tuple[str, ...]]:
    each = np.arange(len(facts))
    goods, deals = weigh_goods(kernel.tables, columns_of(facts)), weigh_deals(columns_of(facts))
    stretch = kernel.stretches(np.array([(day - EPOCH).days for day in days]))
    answered = kernel.answers.answer(goods, deals, each, each, stretch)
    return asking.of(goods, answered, Classes(of_class, of_class, stretch * 2 + 1), each, lambda line: facts[line])
