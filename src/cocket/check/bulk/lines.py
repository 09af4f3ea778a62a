"""Lines as pairs of goods and deals, and those of them that no regime tells apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from cocket.check.bulk.alike import Alike
from cocket.check.bulk.parts import joined
from cocket.determination.facts import Facts
from cocket.determination.kernel.columns import Columns
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.kernel import Kernel


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a batch: distinct goods and deals, of each line their rows, and its day counted from 1970-01-01."""

    goods: Columns
    deals: Columns
    goods_of: Ids
    deal_of: Ids
    days: Ids

    def facts(self, line: int) -> Facts:
        return joined(self.goods.line(int(self.goods_of[line])), self.deals.line(int(self.deal_of[line])))

    def some(self, rows: Ids) -> "Lines":
        """Some of the lines, with the goods and deals that they have."""
        goods, goods_of = distinct([self.goods_of[rows]])
        deals, deal_of = distinct([self.deal_of[rows]])
        return Lines(
            self.goods.take(self.goods_of[rows[goods]]),
            self.deals.take(self.deal_of[rows[deals]]),
            goods_of,
            deal_of,
            self.days[rows],
        )


@dataclass(frozen=True, slots=True)
class Classes:
    """What tells lines apart under one regime: of each line the class of its goods, of its deal, and its law.

    A law is a stretch of days twice, and one more where it was read; goods and deals are as ``Alike`` numbers them.
    """

    goods: Ids
    deal: Ids
    law: Ids

    @property
    def stretch(self) -> Ids:
        return self.law >> 1

    def some(self, rows: Ids) -> "Classes":
        return Classes(self.goods[rows], self.deal[rows], self.law[rows])


def laws_of(kernel: Kernel, days: Ids) -> Ids:
    """The law of each day."""
    return kernel.stretches(kernel.nearest(days)) * 2 + kernel.covered(days)


def told_apart(regimes: Sequence[tuple[Kernel, Alike]], lines: Lines) -> tuple[Ids, Ids, list[Classes]]:
    """The first line of each kind that some regime tells apart, each line's kind, and the kinds under each regime.

    Goods, deals and days are looked at once each; a line is then two numbers.
    """
    first_day, day_of = distinct([lines.days])
    laws = [laws_of(kernel, lines.days[first_day]) for kernel, _ in regimes]
    first_law, law_of_day = distinct(laws)
    law, deal, pair_of = _pairs(law_of_day[day_of], lines.deal_of)
    laws = [one[first_law][law] for one in laws]
    goods = [alike.goods(lines.goods) for _, alike in regimes]
    deals = [alike.deals(lines.deals, deal, own >> 1) for (_, alike), own in zip(regimes, laws, strict=True)]
    _, goods_kind = distinct(goods)
    _, deal_kind = distinct([law, *deals])
    first, kind = distinct([goods_kind[lines.goods_of], deal_kind[pair_of]])
    of_goods, of_pair = lines.goods_of[first], pair_of[first]
    of_each = zip(goods, deals, laws, strict=True)
    return first, kind, [Classes(one[of_goods], deal[of_pair], law[of_pair]) for one, deal, law in of_each]


def _pairs(law: Ids, deal: Ids) -> tuple[Ids, Ids, Ids]:
    """The laws and deals that come together, each two of them once, and of each line which two."""
    first, of = distinct([law, deal])
    return law[first], deal[first], of
