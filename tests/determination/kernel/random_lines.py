"""Lines for the real law drawn at random: values that conditions name and others, figures at and beside thresholds."""

import random
from collections import defaultdict
from datetime import date, timedelta

from cocket.determination.facts import Facts, Known
from cocket.law.condition import Compare, In, leaves
from cocket.law.view import LawInTime
from cocket.quantity.interval import PPB, Interval

FIRST_DAY, DAYS = date(2023, 8, 1), 1250
SPARSE = {"control_code": 0.05, "substance": 0.1, "kind": 0.95}  # how often a fact is told, where not in two of five


class RandomLines:
    """Facts as free as they can be, contradictions among them: the kernel has to agree on nonsense too."""

    def __init__(self, time: LawInTime, known: date) -> None:
        values, thresholds = defaultdict(set), defaultdict(set)
        for day in time.days[::6]:
            view = time.view(day, known)
            for norm in (*view.entries, *view.rules, *view.gaps):
                for leaf in leaves(norm.condition):
                    if isinstance(leaf, In):
                        values[leaf.fact] |= leaf.values
                    elif isinstance(leaf, Compare):
                        thresholds[leaf.fact].add(leaf.threshold)
        self.values = {fact: [*sorted(some), "none", "ZZ"] for fact, some in sorted(values.items())}
        self.thresholds = {fact: sorted(some) for fact, some in sorted(thresholds.items())}

    def day(self, chance: random.Random) -> date:
        return FIRST_DAY + timedelta(days=chance.randrange(DAYS))

    def line(self, chance: random.Random) -> Facts:
        said: dict[str, Known] = {}
        for fact, values in self.values.items():
            if chance.random() < SPARSE.get(fact, 0.4):
                few = chance.sample(values[:-2], min(len(values) - 2, chance.choice((1, 1, 2))))
                said[fact] = frozenset(few if chance.random() < 0.5 or fact == "kind" else [chance.choice(values[-2:])])
        for fact in chance.sample(list(self.thresholds), 6):
            low = max(0, chance.choice(self.thresholds[fact]) + chance.choice((-1, 0, 0, 1)))
            said[fact] = Interval(low, low + chance.choice((0, 0, 0, 1, 10**6, 10**8)))
        if chance.random() < 0.1:
            said["goods_listed"] = frozenset({"false"})
        if chance.random() < 0.1:
            said["constituents_named"] = frozenset({"true"})
        return Facts(said, chance.choice((PPB, 0, 10**6, PPB // 2 - 1)))
