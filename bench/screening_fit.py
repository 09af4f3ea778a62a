"""Fits the forest of the scorer anew: python -m bench.screening_fit, with scikit-learn at hand.

Fitted on all labelled pairs and on pairs of the lists: names of parties that no query of the benchmark means, looked
up with that very name taken out, names with a fault made, made-up persons, and listed names beside one made of them
that is another party's. Parties tied to one of a query by a shared name stay out as well, so that the benchmark of
the lists meets nobody it was fitted on.
"""

import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import screening_data as data
from bench.screening_made_up import made_up_pairs
from cocket.screening.alignment import Floats, align
from cocket.screening.candidates import Ranks, find_candidates
from cocket.screening.features import Side, features
from cocket.screening.index import ListedName, NameIndex, build_index, read_all
from cocket.screening.scorer import WEIGHTS
from cocket.screening.search import Search
from cocket.screening.spelt_words import SpeltWords
from cocket.screening.vocabulary import neighbours
from cocket.screening.word_weights import Commonness, weights_of

SEED = 11
ALIASES, FAULTY, NOBODY = 9000, 3000, 6000
LOOKED_AT, KEPT = 40, 12
# Fitted on pairs of lower rank than any that is looked at: what parties have in common that differ is told by them.
RANKS = Ranks(0.3, 0.3)
# Pairs of the lists that are fitted on, and how much a labelled pair and a made-up one weigh beside one of these.
MATCHES, OTHERS, LABELLED_WEIGHT, MADE_UP_WEIGHT = 16000, 40000, 1000, 5
TREES, DEPTH, LEAF, FEATURES_AT_ONCE = 80, 10, 3, 6

VALUE_STEPS = 1 << 24  # so that the sum of all trees is exact in whatever order

Labels = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sample:
    rows: Floats
    is_match: Labels


@dataclass(frozen=True, slots=True)
class Lists:
    index: NameIndex
    parties: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    is_firm: Floats

    @classmethod
    def load(cls) -> "Lists":
        names = data.listed_names()
        number = {party: at for at, party in enumerate(dict.fromkeys(party for party, _ in names))}
        index = build_index([ListedName(number[party], name) for party, name in names])
        is_firm = np.array([party in data.firms() for party in number], dtype=np.float32)
        return cls(index, tuple(number), names, is_firm)


def labelled_rows(pairs: list[data.LabelledPair], commonness: Commonness) -> Sample:
    """One row for each pair: of its readings the two that share most."""
    number_of: dict[str, int] = {}
    one = read_all((pair.one for pair in pairs), number_of)
    other = read_all((pair.other for pair in pairs), number_of)
    words = list(number_of)
    spelt, weight = SpeltWords.of(words), weights_of(words, commonness)
    both = [(a, b) for a in range(len(one)) for b in np.flatnonzero(other.source == one.source[a]).tolist()]
    mine, theirs = np.array(both, dtype=np.int32).T
    firm = np.array([pair.is_firm for pair in pairs], dtype=np.float32)[one.source[mine]]
    aligned = align(one.words[mine], other.words[theirs], spelt, spelt)
    rows = features(Side(one, mine, spelt, weight), Side(other, theirs, spelt, weight), aligned, firm)
    shared = rows[:, 0] + rows[:, 1] + rows[:, 11]
    order = np.lexsort((-shared, one.source[mine]))
    _, first = np.unique(one.source[mine][order], return_index=True)
    best = np.zeros((len(pairs), rows.shape[1]), dtype=np.float32)
    best[one.source[mine][order][first]] = rows[order][first]
    return Sample(best, np.array([pair.is_match for pair in pairs]))


def _asked(lists: Lists) -> list[tuple[str, str | None, bool]]:
    """``(name, party, whether the party's own such name is taken out)``."""
    family = data.families()
    measured = {family[query.party] for query in data.queries() if query.party is not None}
    names = data.by_party(lists.names)
    chance = random.Random(SEED)
    parties = [party for party in names if family[party] not in measured]
    chance.shuffle(parties)
    several = (party for party in parties[:ALIASES] if len(set(names[party])) > 1)
    asked: list[tuple[str, str | None, bool]] = [(chance.choice(names[party]), party, True) for party in several]
    for party in parties[ALIASES : ALIASES + FAULTY]:
        name = chance.choice(names[party])
        if name.isascii() and len(name) > 4:
            asked.append((data.perturbed(name, chance), party, False))
    return asked + [(name, None, False) for name in data.nobody(NOBODY, SEED)]


def listed_rows(lists: Lists) -> Sample:
    """Candidates of each name asked, those of the same family but not surely the same party left out."""
    asked = _asked(lists)
    search = Search(lists.index, lists.is_firm)
    found, labels = [], []
    for start in range(0, len(asked), 1000):
        part = asked[start : start + 1000]
        rows, is_match, is_clear = _candidates(lists, search, part)
        found.append(rows[is_clear])
        labels.append(is_match[is_clear])
    return Sample(np.concatenate(found), np.concatenate(labels))


def _candidates(
    lists: Lists, search: Search, asked: list[tuple[str, str | None, bool]]
) -> tuple[Floats, Labels, Labels]:
    own = search.read([name for name, _, _ in asked])
    near = neighbours(lists.index.vocabulary, own.spelt, own.listed)
    mine, theirs = find_candidates(lists.index, own.readings, own.weight, near, LOOKED_AT, RANKS)
    source, listed = own.readings.source[mine], lists.index.readings.source[theirs]
    kept = np.array(
        [not asked[a][2] or lists.names[b] != (asked[a][1], asked[a][0]) for a, b in zip(source, listed, strict=True)]
    )
    mine, theirs = mine[kept], theirs[kept]
    near_enough = np.arange(len(mine)) - np.searchsorted(mine, mine) < KEPT
    mine, theirs = mine[near_enough], theirs[near_enough]
    meant = [asked[at][1] for at in own.readings.source[mine]]
    got = [lists.names[at][0] for at in lists.index.readings.source[theirs]]
    family, same = data.families(), data.duplicates()
    is_match = np.array([a is not None and (a == b or b in same.get(a, ())) for a, b in zip(meant, got, strict=True)])
    is_kin = np.array([a is not None and family[a] == family[b] for a, b in zip(meant, got, strict=True)])
    return search.pair_features(own, mine, theirs), is_match, is_match | ~is_kin


def made_up_rows(lists: Lists) -> Sample:
    return labelled_rows(made_up_pairs(lists.names, SEED), lists.index.commonness)


def fit(labelled: Sample, listed: Sample, made_up: Sample, seed: int = SEED) -> Any:
    """The fitted forest of scikit-learn; the seed draws the pairs of the lists and grows the trees."""
    from sklearn.ensemble import RandomForestClassifier

    chance = np.random.default_rng(seed)
    matches, others = np.flatnonzero(listed.is_match), np.flatnonzero(~listed.is_match)
    some = [chance.choice(matches, MATCHES, replace=False), chance.choice(others, OTHERS, replace=False)]
    scale = (len(matches) / MATCHES / 3, len(others) / OTHERS / 3)
    rows = np.concatenate([labelled.rows, made_up.rows, *(listed.rows[part] for part in some)])
    labels = np.concatenate([labelled.is_match, made_up.is_match, *(listed.is_match[part] for part in some)])
    counts = (len(labelled.rows), len(made_up.rows), MATCHES, OTHERS)
    weight = np.repeat([LABELLED_WEIGHT, MADE_UP_WEIGHT, *scale], counts)
    forest = RandomForestClassifier(
        TREES, max_depth=DEPTH, min_samples_leaf=LEAF, max_features=FEATURES_AT_ONCE, n_jobs=2, random_state=seed
    )
    return forest.fit(rows, labels, sample_weight=weight)


def save(forest: Any, path: Path) -> None:
    """All trees in one row of nodes, floor by floor: the child to the right stands after the one to the left, and a
    leaf is its own child."""
    columns: dict[str, list[NDArray[Any]]] = {name: [] for name in ("feature", "threshold", "left", "value")}
    roots, start = [], 0
    for tree in (one.tree_ for one in forest.estimators_):
        order = _floor_by_floor(tree.children_left, tree.children_right)
        place = np.argsort(order)
        feature, shares = tree.feature[order], tree.value[order, 0, :]
        leaf = tree.children_left[order] < 0
        columns["feature"].append(np.where(leaf, -1, feature).astype(np.int8))
        columns["threshold"].append(np.where(leaf, 0, tree.threshold[order]).astype(np.float32))
        left = np.where(leaf, np.arange(len(order)), place[tree.children_left[order]])
        columns["left"].append((left + start).astype(np.uint16))
        share = shares[:, 1] / shares.sum(axis=1)
        columns["value"].append((np.round(share * VALUE_STEPS) / VALUE_STEPS).astype(np.float32))
        roots.append(start)
        start += tree.node_count
    assert start < 1 << 16, "more nodes than sixteen bits can number"
    joined: dict[str, Any] = {name: np.concatenate(parts) for name, parts in columns.items()}
    depth = max(one.tree_.max_depth for one in forest.estimators_)
    np.savez_compressed(path, roots=np.array(roots, dtype=np.uint16), depth=np.int32(depth), **joined)


def _floor_by_floor(left: NDArray[Any], right: NDArray[Any]) -> NDArray[np.intp]:
    """The nodes of one tree in the order in which they are written, by their numbers in scikit-learn."""
    floors = [np.zeros(1, dtype=np.intp)]
    while len(floors[-1]):
        inner = floors[-1][left[floors[-1]] >= 0]
        floors.append(np.stack([left[inner], right[inner]], axis=1).ravel())
    return np.concatenate(floors)


def main() -> int:
    lists = Lists.load()
    labelled = labelled_rows(data.labelled_pairs(), lists.index.commonness)
    listed = listed_rows(lists)
    print(f"fitted on {len(labelled.rows)} labelled pairs and {len(listed.rows)} pairs of the lists")
    save(fit(labelled, listed, made_up_rows(lists)), WEIGHTS)
    print(f"written: {WEIGHTS.name}, {WEIGHTS.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
