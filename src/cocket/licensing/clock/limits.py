"""The time limits that the lawbook sets; the figures stand there and nowhere else."""

import re
from datetime import date
from typing import Final

from cocket.law.fold import Fold, Standing
from cocket.law.lawbook import Lawbook
from cocket.law.words import Words
from cocket.licensing.clock.errors import ClockError
from cocket.licensing.clock.faults import wrong
from cocket.licensing.clock.reading import Limit

# A provision that stops a clock may do so for a while or for good; its kind does not tell which.
WITHOUT_LIMIT: Final = frozenset(
    {("cn/state-council/2024/792", "no-clock-state-council"), ("cn/state-council/2024/792", "watch-no-clock")}
)
_ARTICLE: Final = re.compile(r"Art\. (\d+)")
BINDING: Final = (Standing.IN_FORCE, Standing.UNRESOLVED)


def limit_of(lawbook: Lawbook, instrument: str, provision: str, day: date) -> Limit:
    """The limit that a clock of the lawbook sets in force on ``day``; of a provision that takes the limit
    away (watch list, State Council) it is none, with that provision as its basis. Raises ClockError for any other."""
    one = lawbook.by_id.get(instrument)
    part = next((each for each in one.provisions if each.id == provision), None) if one else None
    where = f"{instrument}#{provision}"
    if one is None or part is None or not (part.kind == "clock" or (instrument, provision) in WITHOUT_LIMIT):
        raise ClockError(*wrong("no_clock", where=where))
    if Fold(lawbook).status(one, part.in_force, part.id, day, day).standing not in BINDING:
        raise ClockError(*wrong("not_in_force", where=where, day=day))
    basis = Words(zh=f"{one.number.zh}，{_article_zh(part.at)}", en=f"{one.number.en}, {part.at}")
    if part.kind == "stop_clock":
        return Limit(None, basis)
    if part.limit is None or part.limit.unit != "working_days":
        raise ClockError(*wrong("no_working_days", where=where))
    return Limit(part.limit.amount, basis)


def _article_zh(at: str) -> str:
    """A place in a text as Chinese cites it; any other than a whole article as it is written."""
    found = _ARTICLE.fullmatch(at)
    return f"第 {found[1]} 条" if found else at
