"""Lines that are taken for alike are so in all that their answer tells."""

from datetime import date

import numpy as np
import pytest

from cocket.check.bulk.alike import Alike
from cocket.check.checker import Checker
from cocket.determination.facts import Facts
from cocket.determination.kernel.columns import columns_of
from cocket.determination.kernel.fact_table import FactTable
from cocket.determination.kernel.kernel import Kernel
from cocket.law.condition import All, AnyOf, Doubt, In
from cocket.law.words import Words
from cocket.quantity.interval import PPB, Interval, exactly

KNOWN = date(2026, 11, 20)


@pytest.fixture(scope="module")
def kernel(checker: Checker) -> Kernel:
    return Kernel(checker.time, "dual_use", KNOWN)


def alloy(**percent: int) -> Facts:
    shares = {f"content.{element}": exactly(PPB // 100 * share) for element, share in percent.items()}
    return Facts({"kind": frozenset({"alloy"}), **shares}, rest_hi=0)


def test_goods_that_no_condition_tells_apart_are_alike_in_every_batch(kernel: Kernel) -> None:
    alike = Alike(kernel.tables)
    (first,) = alike.goods(columns_of([alloy(Sm=10, Co=60, Fe=30)]))
    other = alike.goods(columns_of([alloy(Cu=100), alloy(Sm=11, Co=59, Fe=30)]))
    assert other[1] == first != other[0]


def test_goods_are_told_apart_by_which_code_outweighs_the_other(kernel: Kernel) -> None:
    alike = Alike(kernel.tables)
    one, other = alike.goods(columns_of([alloy(Sm=10, Co=60, Fe=30), alloy(Sm=10, Co=30, Fe=60)]))
    assert one != other  # 1C902.a.2 has a code for each, and the heavier metal decides


def test_goods_stated_and_goods_left_out_are_told_apart(kernel: Kernel) -> None:
    """A share between nothing and all says what a share left out says; what to ask may differ."""
    alike = Alike(kernel.tables)
    copper = {"content.Cu": exactly(PPB // 2)}
    one, other = alike.goods(columns_of([Facts(copper), Facts({**copper, "content.Dy": Interval(0, PPB)})]))
    assert one != other


def test_deals_are_told_apart_by_the_rules_of_their_own_days_only(kernel: Kernel) -> None:
    alike = Alike(kernel.tables)
    columns = columns_of([Facts({"destination": frozenset({place})}) for place in ("DE", "FR", "US")])
    days = np.array([(date(2025, 12, 5) - date(1970, 1, 1)).days] * 3)
    stretch = kernel.stretches(days)
    german, french, american = alike.deals(columns, np.arange(3), stretch)
    assert german == french != american
    before = kernel.stretches(days - 600)
    assert kernel.tables.stretch(int(before[0])).rule_block != kernel.tables.stretch(int(stretch[0])).rule_block
    assert not {german, american} & set(alike.deals(columns, np.arange(3), before).tolist())


def test_values_that_raise_different_doubts_are_not_alike() -> None:
    def doubted(place: str) -> All:
        return All((In("destination", frozenset({place})), Doubt(Words(place, place))))

    table = FactTable("destination", [AnyOf((doubted("HK"), doubted("TW"))), In("destination", frozenset({"US"}))])
    lines = columns_of([Facts({"destination": frozenset({place})}) for place in ("HK", "TW", "DE", "FR", "US")])
    cells = table.cells(lines)
    assert len(set(table.same()[cells].tolist())) == 3
    hong_kong, taiwan, german, french, american = table.alike()[cells].tolist()
    assert german == french and len({hong_kong, taiwan, german, american}) == 4
