"""All figures of the screening, ours and the peer's, in one run: python -m bench.screening_run ANSWER, in .peer/.

Prints what it finds and writes it as JSON. The peer scores behind its own blocker a sample of the queries, for its
pace allows no more; both are timed on the same names in the same minutes, each in one process.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import screening_data as data
from bench.measure import ROOT
from bench.screening_fit import Lists, Sample, fit, labelled_rows, listed_rows, made_up_rows
from cocket.screening.index import ListedName, build_index
from cocket.screening.index_files import open_index, save_index
from cocket.screening.romanise import romanise
from cocket.screening.search import Search

PAIR_THRESHOLD, PEER_THRESHOLD = 0.45, 0.70
FOREST_SEEDS = range(11, 16)  # figures of pairs move with the seed: the mean is reported, and each
MEANT, NOBODY = 300, 500  # the sample that the peer has to score
SAMPLE_ROUNDS = 20  # before the peer and after it: a round takes a quarter of a second, the peer 20 s
RATES = (0.01, 0.05)
FLOOR = 0.2  # pairs that score less are of no use at any level; the peer has such a floor as well
SEED = 5
KINDS = ("alias_latin", "alias_nonlatin", "ssb")
Scores = NDArray[np.float64]


def f1(is_match: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    right = int((is_match & found).sum())
    return 2 * right / max(int(is_match.sum()) + int(found.sum()), 1)


def by_group(pairs: Sequence[data.LabelledPair], scores: Scores, threshold: float) -> dict[str, float]:
    groups = np.array([pair.group for pair in pairs])
    is_match = np.array([pair.is_match for pair in pairs])
    found = scores >= threshold
    figures = {"all": f1(is_match, found)}
    return figures | {group: f1(is_match[groups == group], found[groups == group]) for group in data.GROUPS}


def held_out(
    labelled: Sample, pairs: Sequence[data.LabelledPair], listed: Sample, made_up: Sample, seed: int
) -> Scores:
    """The score of each pair by a forest fitted without any pair of its group."""
    groups = np.array([pair.group for pair in pairs])
    scores = np.zeros(len(pairs))
    for group in data.GROUPS:
        own = groups == group
        forest = fit(Sample(labelled.rows[~own], labelled.is_match[~own]), listed, made_up, seed)
        scores[own] = forest.predict_proba(labelled.rows[own])[:, 1]
    return scores


def best_scores(queries: Sequence[data.Query], found: Sequence[Sequence[tuple[str, float]]]) -> tuple[Scores, Scores]:
    """For each query the best score of anybody, and of the party meant or its double on another list."""
    same = data.duplicates()
    anybody, meant = np.zeros(len(queries)), np.zeros(len(queries))
    for at, (query, own) in enumerate(zip(queries, found, strict=True)):
        anybody[at] = max((score for _, score in own), default=0)
        if query.party is not None:
            right = {query.party, *same.get(query.party, ())}
            meant[at] = max((score for party, score in own if party in right), default=0)
    return anybody, meant


def recalls(queries: Sequence[data.Query], anybody: Scores, meant: Scores) -> list[dict[str, Any]]:
    """Thresholds set on one half of the queries, alert rate and recall on the other."""
    kinds = np.array([query.kind for query in queries])
    is_nobody = np.array([query.party is None for query in queries])
    first = np.random.default_rng(0).random(len(queries)) < 0.5
    rows = []
    for rate in RATES:
        threshold = float(np.quantile(anybody[is_nobody & first], 1 - rate))
        asked = ~is_nobody & ~first
        recall = float((meant[asked] > threshold).mean())
        error = 1.96 * (recall * (1 - recall) / asked.sum()) ** 0.5
        of_kind = {kind: float((meant[asked & np.char.startswith(kinds, kind)] > threshold).mean()) for kind in KINDS}
        alerts = float((anybody[is_nobody & ~first] > threshold).mean())
        rows.append(
            {"rate": rate, "threshold": threshold, "alerts": alerts, "recall": recall, "error": error} | of_kind
        )
    return rows


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """What it gives, seconds on the wall, seconds of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    answer = work()
    return answer, time.perf_counter() - wall, time.process_time() - processor


def ours(
    lists: Lists, queries: Sequence[data.Query], rounds: int = 1
) -> tuple[list[list[tuple[str, float]]], dict[str, float]]:
    """The times are means; no round knows what another has read."""
    names, walls, processors = [query.name for query in queries], [], []
    for _ in range(rounds):
        romanise.cache_clear()
        found, wall, processor = timed(partial(Search(lists.index, lists.is_firm).find, names, FLOOR))
        walls.append(wall)
        processors.append(processor)
    of_each: list[list[tuple[str, float]]] = [[] for _ in queries]
    for asked, listed, score in zip(found.asked.tolist(), found.listed.tolist(), found.score.tolist(), strict=True):
        of_each[asked].append((lists.names[listed][0], score))
    return of_each, {"wall_s": statistics.mean(walls), "processor_s": statistics.mean(processors)}


def peer(pairs: Sequence[data.LabelledPair], asked: Sequence[str]) -> Mapping[str, Any]:
    listed = [[party, party in data.firms(), names] for party, names in data.by_party(data.listed_names()).items()]
    with tempfile.TemporaryDirectory() as folder:
        question, answer = Path(folder) / "question.json", Path(folder) / "answer.json"
        said = {"pairs": [[pair.is_firm, pair.one, pair.other] for pair in pairs], "listed": listed, "asked": asked}
        question.write_text(json.dumps(said | {"blocks": str(Path(folder) / "blocks")}), encoding="utf-8")
        script = ROOT / "bench" / "screening_peer.py"
        subprocess.run([sys.executable, str(script), str(question), str(answer)], check=True)
        found: Mapping[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
        return found


def index_times(lists: Lists) -> dict[str, float]:
    number: dict[str, int] = {}
    names = [ListedName(number.setdefault(party, len(number)), name) for party, name in lists.names]
    index, build, build_processor = timed(lambda: build_index(names))
    with tempfile.TemporaryDirectory() as folder:
        save_index(index, Path(folder) / "index")
        _, opened, opened_processor = timed(lambda: Search(open_index(Path(folder) / "index") or index))
    return {
        "build_s": build, "build_processor_s": build_processor, "open_s": opened,
        "open_processor_s": opened_processor,
    }  # fmt: skip


def share_at_top(labelled: Sample, pairs: Sequence[data.LabelledPair]) -> float:
    """The share of labelled pairs of different spelling that share the highest score among them."""
    from cocket.screening.names import normalise
    from cocket.screening.scorer import load_forest

    differ = np.array([normalise(pair.one) != normalise(pair.other) for pair in pairs])
    scores = load_forest().score(labelled.rows[differ])
    return float((scores == scores.max()).mean())


def main(answer_file: str) -> int:
    pairs, queries = data.labelled_pairs(), data.queries()
    lists = Lists.load()
    labelled = labelled_rows(pairs, lists.index.commonness)
    found: dict[str, Any] = {"index": index_times(lists), "top": share_at_top(labelled, pairs)}
    chance = random.Random(SEED)
    some = chance.sample([one for one in queries if one.party], MEANT)
    some += chance.sample([one for one in queries if not one.party], NOBODY)
    hits, times = ours(lists, queries)
    found["lists"] = recalls(queries, *best_scores(queries, hits))
    found["ours"] = {"names": len(queries), **times}
    _, before = ours(lists, some, rounds=SAMPLE_ROUNDS)
    theirs = peer(pairs, [one.name for one in some])
    own_hits, after = ours(lists, some, rounds=SAMPLE_ROUNDS)
    own_times = {name: (before[name] + after[name]) / 2 for name in after}
    found["sample"] = {
        "ours": recalls(some, *best_scores(some, own_hits)),
        "peer": recalls(some, *best_scores(some, theirs["found"])),
        "ours_s": own_times["processor_s"], "peer_s": theirs["ask_processor_s"],
        "ours_wall_s": own_times["wall_s"], "peer_wall_s": theirs["ask_s"],
        "peer_build_s": theirs["build_s"], "names": len(some),
    }  # fmt: skip
    found["pairs_peer"] = by_group(pairs, np.array(theirs["pairs"]), PEER_THRESHOLD)
    search = Search(lists.index, lists.is_firm)
    for kind, names in (("near_misses", data.near_misses(1000, 3)), ("civil_firms", data.civil_firms(1000, 3))):
        got = search.find(names, FLOOR)
        best = np.zeros(len(names))
        np.maximum.at(best, got.asked, got.score)
        found[kind] = {str(row["rate"]): float((best > row["threshold"]).mean()) for row in found["lists"]}
    of_lists, made_up = listed_rows(lists), made_up_rows(lists)
    scores = [held_out(labelled, pairs, of_lists, made_up, seed) for seed in FOREST_SEEDS]
    figures = [by_group(pairs, one, PAIR_THRESHOLD) for one in scores]
    found["pairs"] = {group: statistics.mean(one[group] for one in figures) for group in figures[0]}
    found["pairs_by_seed"] = {group: [round(one[group], 4) for one in figures] for group in figures[0]}
    found["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Path(answer_file).write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
