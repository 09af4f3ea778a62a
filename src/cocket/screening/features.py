"""What is told to the scorer of a pair of names, as figures that a person can check."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import cpdist

from cocket.screening.alignment import Alignment, Floats
from cocket.screening.index import Readings
from cocket.screening.spelt_words import Ids, SpeltWords
from cocket.screening.word_likeness import INITIAL

FEATURES = (
    "share_asked", "share_listed", "exact", "close", "fair", "poor", "left_asked", "left_listed", "conflict", "worst",
    "joined", "sorted", "numbers", "forms", "inversions", "matched", "words_matched", "words_asked", "words_listed",
    "initials", "other_script", "left_first", "left_last", "two_worst", "worst_alike", "edits", "edits_share",
    "left_words_asked", "left_words_listed", "firm", "left_both", "father", "written",
)  # fmt: skip
EXACT, CLOSE, FAIR = 0.999, 0.9, 0.76
TELLING = 0.15
SCRIPTS_DIFFER = 0.3


class Side(NamedTuple):
    """One name of each pair: its row in ``readings``, whose words are spelt in ``spelt`` and weigh ``weight``."""

    readings: Readings
    rows: Ids
    spelt: SpeltWords
    weight: Floats


def features(one: Side, other: Side, aligned: Alignment, firm: Floats) -> Floats:
    """A row for each pair, a column for each of FEATURES; ``firm``: 1 firm, 0 person, a half unknown."""
    mine = _weights(aligned.one, one.weight)
    theirs = _weights(aligned.other, other.weight)
    paired: NDArray[np.bool_] = np.asarray(aligned.links.any(axis=2))
    taken: NDArray[np.bool_] = np.asarray(aligned.links.any(axis=1))
    shared = aligned.links / np.maximum(aligned.links.sum(axis=1, keepdims=True), 1)
    partner = (shared * theirs[:, None, :]).sum(axis=2)
    alike = np.where(paired, aligned.alike, 0)
    initial = paired & (alike == np.float32(INITIAL))
    total_mine, total_theirs = mine.sum(axis=1), theirs.sum(axis=1)
    both = total_mine + total_theirs + 1e-6
    weight = np.where(paired, mine + partner, 0)
    left_mine = np.where(paired, 0, mine)
    left_theirs = np.where(taken, 0, theirs)
    loss = np.sort(np.where(initial, 0, weight / 2 * (1 - alike)), axis=1)
    telling = mine >= TELLING
    written_together = one.readings.in_order[one.rows], other.readings.in_order[other.rows]
    letters = np.maximum(*(np.char.str_len(own) for own in written_together))
    order = written_together[0].tolist(), written_together[1].tolist()
    letter = one.readings.by_letter[one.rows].tolist(), other.readings.by_letter[other.rows].tolist()
    in_order = _ratio(*order)
    edits = np.minimum(_edits(*order), _edits(*letter))
    columns = [
        (mine * alike).sum(axis=1) / (total_mine + 1e-6),
        (partner * alike).sum(axis=1) / (total_theirs + 1e-6),
        np.where(alike >= EXACT, weight, 0).sum(axis=1) / both,
        np.where((alike < EXACT) & (alike >= CLOSE), weight, 0).sum(axis=1) / both,
        np.where((alike < CLOSE) & (alike >= FAIR), weight, 0).sum(axis=1) / both,
        np.where((alike < FAIR) & paired, weight, 0).sum(axis=1) / both,
        left_mine.max(axis=1),
        left_theirs.max(axis=1),
        np.minimum(left_mine.sum(axis=1), left_theirs.sum(axis=1)),
        loss[:, -1],
        in_order,
        np.maximum(in_order, _ratio(*letter)),
        _numbers(aligned, one.spelt, other.spelt),
        _forms(one, other),
        _inversions(aligned, mine),
        weight.sum(axis=1) / 2,
        (paired & telling).sum(axis=1),
        telling.sum(axis=1),
        (theirs >= TELLING).sum(axis=1),
        np.where(initial, weight, 0).sum(axis=1) / both,
        one.readings.is_latin[one.rows] != other.readings.is_latin[other.rows],
        left_mine[:, 0] + left_theirs[:, 0],
        _last(left_mine, aligned.one) + _last(left_theirs, aligned.other),
        loss[:, -2] if loss.shape[1] > 1 else np.zeros(len(loss)),
        np.where(paired & telling & ~initial, alike, 1).min(axis=1),
        np.minimum(edits, 12),
        edits / np.maximum(letters, 1),
        (left_mine >= TELLING).sum(axis=1),
        (left_theirs >= TELLING).sum(axis=1),
        firm,
        np.minimum(_left_count(aligned.one, paired), _left_count(aligned.other, taken)),
        _fathers(aligned, one.spelt, other.spelt),
        _written(one, other),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _left_count(words: Ids, paired: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Words left over however little they tell: Abdul in the place of Shah makes another man."""
    count: NDArray[np.intp] = ((words >= 0) & ~paired).sum(axis=1)
    return count


def _fathers(aligned: Alignment, spelt: SpeltWords, listed: SpeltWords) -> Floats:
    """1 where the son in one name is the father in the other: the words beside "bin" go together crosswise."""
    mine, theirs = _first_of(aligned.one, spelt), _first_of(aligned.other, listed)
    inside = (mine > 0) & (theirs > 0) & (mine < aligned.one.shape[1] - 1) & (theirs < aligned.other.shape[1] - 1)
    crossed = np.zeros(len(mine), dtype=np.float32)
    pair = np.flatnonzero(inside)
    mine, theirs = mine[pair], theirs[pair]
    crossed[pair] = aligned.links[pair, mine - 1, theirs + 1] | aligned.links[pair, mine + 1, theirs - 1]
    return crossed


def _first_of(words: Ids, spelt: SpeltWords) -> NDArray[np.intp]:
    """The place of the first word that says "son of"; 0 where there is none, or nothing before it."""
    is_son = spelt.is_son[np.maximum(words, 0)] & (words >= 0)
    return np.asarray(is_son.argmax(axis=1))


def _written(one: Side, other: Side) -> Floats:
    """How unlike two names are as they are written, where both are in one script other than Latin; else 0."""
    mine, theirs = one.readings.written[one.rows], other.readings.written[other.rows]
    both = np.flatnonzero((mine != b"") & (theirs != b""))
    unlike = np.zeros(len(mine), dtype=np.float32)
    if len(both):
        alike = cpdist(
            mine[both].tolist(), theirs[both].tolist(), scorer=OSA.normalized_similarity, dtype=np.float32, workers=1
        )
        # Letters of two scripts share no bytes worth the name.
        unlike[both] = np.where(alike > SCRIPTS_DIFFER, 1 - alike, 0)
    return unlike


def _weights(words: Ids, weight: Floats) -> Floats:
    return np.where(words >= 0, weight[np.maximum(words, 0)], 0).astype(np.float32)


def _last(left: Floats, words: Ids) -> Floats:
    at = np.maximum((words >= 0).sum(axis=1) - 1, 0)
    return np.take_along_axis(left, at[:, None], axis=1)[:, 0]


def _numbers(aligned: Alignment, spelt: SpeltWords, listed: SpeltWords) -> Floats:
    """1 where both names have numbers that the other lacks, a half where one has."""
    mine: NDArray[np.bool_] = (
        (aligned.one >= 0) & spelt.is_number[np.maximum(aligned.one, 0)] & ~aligned.links.any(axis=2)
    )
    theirs = (aligned.other >= 0) & listed.is_number[np.maximum(aligned.other, 0)] & ~aligned.links.any(axis=1)
    return np.asarray((mine.any(axis=1).astype(np.float32) + theirs.any(axis=1)) / 2, dtype=np.float32)


def _forms(one: Side, other: Side) -> NDArray[np.bool_]:
    mine, theirs = one.readings.kinds[one.rows], other.readings.kinds[other.rows]
    return np.asarray((mine > 0) & (theirs > 0) & (mine & theirs == 0))


def _inversions(aligned: Alignment, mine: Floats) -> Floats:
    """The share of neighbouring pairs of telling words that stand the other way round."""
    places = np.where(aligned.links.any(axis=2) & (mine >= TELLING), aligned.links.argmax(axis=2), -1)
    count = np.zeros(len(places), dtype=np.float32)
    turned = np.zeros(len(places), dtype=np.float32)
    for at in range(places.shape[1] - 1):
        both = (places[:, at] >= 0) & (places[:, at + 1] >= 0)
        count += both
        turned += both & (places[:, at] > places[:, at + 1])
    return (turned / np.maximum(count, 1)).astype(np.float32)


def _ratio(one: Sequence[bytes], other: Sequence[bytes]) -> Floats:
    return np.asarray(cpdist(one, other, scorer=Indel.normalized_similarity, dtype=np.float32, workers=1))


def _edits(one: Sequence[bytes], other: Sequence[bytes]) -> Floats:
    return np.asarray(cpdist(one, other, scorer=OSA.distance, dtype=np.int32, workers=1)).astype(np.float32)
