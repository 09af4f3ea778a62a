"""What each bearer gives for each deal, if it holds.

It hangs on the bearer's own rules only, so the interpreter is asked once for each way in which these may hold, for all
stretches of days in which the bearer stands alike.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from cocket.determination.kernel.consequences import Follows, follows
from cocket.determination.kernel.distinct import Ids, distinct
from cocket.determination.kernel.folding import FALSE_PLACE, Folding, Results
from cocket.determination.kernel.law_tables import Bearer, Stretch
from cocket.determination.kernel.planes import WORD, Bits, packed, signs, words_for
from cocket.determination.regime_law import is_idle
from cocket.law.view import EntryNorm

Truths = npt.NDArray[np.uint8]
"""Shape (rows, bearers or rules); each a place in ``TRUTHS``."""
Flags = npt.NDArray[np.bool_]
BitWords = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Given:
    """For each deal and bearer: what follows if it holds, as ``Folding`` numbers it, whether its control reaches the
    deal, the announcements on which it hangs, and the rules that it sets going."""

    follows: Results  # shape (deals, bearers)
    certain: Flags
    maybe: Flags
    pending: BitWords
    in_play: BitWords  # shape (deals, bearers, words), one bit a rule


@dataclass(frozen=True, slots=True)
class Sets:
    """What the bearers of a stretch set going, as words: the rules acting on each of them, and those that have
    something to act on if a licence (by its place) holds as well; shape (bearers, words)."""

    acting: BitWords
    modifying: tuple[tuple[int, BitWords], ...]


@dataclass(slots=True)
class Giving:
    """What bearers of one regime give; what was found is kept. ``announcements`` has a bit for each."""

    announcements: dict[str, int] = field(default_factory=dict)
    folding: Folding = field(default_factory=Folding)
    _kept: dict[tuple[Hashable, tuple[int, ...]], Follows] = field(default_factory=dict)
    _sets: dict[int, Sets] = field(default_factory=dict)

    def given(self, stretches: Sequence[Stretch], stretch: Ids, truths: Truths) -> Given:
        """For deals, each in one of some stretches of days, given the truths of the rules there."""
        shape = (len(stretch), max(len(one.bearers) for one in stretches))
        words = words_for(max(len(one.law.rules) for one in stretches))
        given = Given(
            follows=np.zeros(shape, np.int64),
            certain=np.zeros(shape, np.bool_),
            maybe=np.zeros(shape, np.bool_),
            pending=np.zeros(shape, np.uint64),
            in_play=np.zeros((*shape, words), np.uint64),
        )
        rows_of = [np.flatnonzero(stretch == place) for place in range(len(stretches))]
        for alike in _alike(stretches):
            self._put(given, alike, rows_of, truths)
        for now, rows in zip(stretches, rows_of, strict=True):
            if len(rows) and now.bearers:
                self._set_going(given, now, rows, truths[rows, : len(now.law.rules)] != FALSE_PLACE)
        return given

    def _put(self, given: Given, alike: Sequence["Placed"], rows_of: Sequence[Ids], truths: Truths) -> None:
        """What follows from bearers that stand alike, each in its own stretch."""
        rows = np.concatenate([rows_of[one.stretch] for one in alike])
        if not len(rows):
            return
        number = np.repeat([one.number for one in alike], [len(rows_of[one.stretch]) for one in alike])
        of_rules = np.concatenate([truths[rows_of[one.stretch]][:, list(one.bearer.rules)] for one in alike])
        first, kind = distinct(signs(of_rules))
        found = [self._follows(alike[0], tuple(row)) for row in of_rules[first].tolist()]
        at = rows * given.follows.shape[1] + number
        given.follows.reshape(-1)[at] = np.array([self.folding.given(one) for one in found], np.int64)[kind]
        given.certain.reshape(-1)[at] = np.array([one.certain for one in found], np.bool_)[kind]
        given.maybe.reshape(-1)[at] = np.array([one.maybe for one in found], np.bool_)[kind]

    def _follows(self, one: "Placed", truths: tuple[int, ...]) -> Follows:
        key = (one.bearer.alike, truths)
        if key not in self._kept:
            self._kept[key] = follows(one.now, one.bearer, truths)
        return self._kept[key]

    def _set_going(self, given: Given, now: Stretch, rows: Ids, held: Bits) -> None:
        """The rules that have something to act on, and the announcements on which they and the bearers hang."""
        if now.number not in self._sets:
            self._sets[now.number] = _sets_of(now)
        sets, words = self._sets[now.number], packed(held)[:, None]
        playing = words & sets.acting
        for licence, modified in sets.modifying:
            playing |= words & modified & -held[:, licence, None, None].astype(np.uint64)
        pending = np.zeros(playing.shape[:2], np.uint64)
        for number, bearer in enumerate(now.bearers):
            if bearer.norm.status.pending:
                # an entry that no rule acts on stands idle, and so does what its standing hangs on
                moves = playing[:, number].any(axis=-1) | (not isinstance(bearer.norm, EntryNorm))
                pending[:, number] |= self._bit(bearer.norm.status.pending) * moves
        for place, rule in enumerate(now.law.rules):
            if rule.status.pending and not is_idle(rule):
                here = playing[:, :, place // WORD] >> np.uint64(place % WORD) & np.uint64(1)
                pending |= self._bit(rule.status.pending) * here
        bearers = len(now.bearers)
        given.in_play[rows, :bearers, : playing.shape[-1]] = playing
        given.pending[rows, :bearers] = pending

    def _bit(self, announcement: str) -> np.uint64:
        return np.uint64(1 << self.announcements.setdefault(announcement, len(self.announcements)))


@dataclass(frozen=True, slots=True)
class Placed:
    """A bearer in one of some stretches."""

    stretch: int
    number: int
    now: Stretch
    bearer: Bearer


def _alike(stretches: Sequence[Stretch]) -> Iterator[list[Placed]]:
    groups: dict[Hashable, list[Placed]] = {}
    for place, now in enumerate(stretches):
        for number, bearer in enumerate(now.bearers):
            groups.setdefault(bearer.alike, []).append(Placed(place, number, now, bearer))
    yield from groups.values()


def _sets_of(now: Stretch) -> Sets:
    licences = dict.fromkeys(licence for bearer in now.bearers for licence in bearer.modifying)
    none = np.zeros(len(now.law.rules), np.bool_)
    return Sets(
        packed(np.stack([bearer.acting for bearer in now.bearers])),
        tuple((one, packed(np.stack([b.modifying.get(one, none) for b in now.bearers]))) for one in licences),
    )
