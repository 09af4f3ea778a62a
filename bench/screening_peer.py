"""The peer of the screening benchmark: nomenklatura's logic-v2, alone on pairs and behind its own blocker on lists.

Runs in an environment of its own (bench/peer.lock), reads a question as JSON and answers as JSON:
``python screening_peer.py QUESTION ANSWER`` with ``{"pairs": [[is_firm, one, other], ...], "listed": [[party,
is_firm, [name, ...]], ...], "asked": [name, ...], "blocks": folder}``.
"""

import json
import logging
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker.index import Index
from nomenklatura.matching import get_algorithm

PERSON, FIRM, UNKNOWN = "Person", "Organization", "LegalEntity"
DATASET = Dataset.make({"name": "bench", "title": "bench"})
FLOOR = 0.3  # scores below it are of no use to anybody


def entity(schema: str, id: str, names: Iterable[str]) -> StatementEntity:  # noqa: A002  # the peer's own word
    made = StatementEntity(DATASET, {"id": id, "schema": schema})
    for name in names:
        made.add("name", name)
    return made


class Everything:
    """The one thing that the blocker asks of its store."""

    def __init__(self, entities: dict[str, StatementEntity]) -> None:
        self._entities = entities

    def entities(self, *_: Any, **__: Any) -> Iterator[StatementEntity]:
        yield from self._entities.values()


def score_pairs(pairs: list[tuple[bool, str, str]], logic: Any, config: Any) -> list[float]:
    # Its caches go by the id of an entity, so that each needs one of its own.
    made = ((at, FIRM if firm else PERSON, one, other) for at, (firm, one, other) in enumerate(pairs))
    return [
        logic.compare(entity(schema, f"one-{at}", [one]), entity(schema, f"other-{at}", [other]), config).score
        for at, schema, one, other in made
    ]


def screen(question: dict[str, Any], logic: Any, config: Any) -> dict[str, Any]:
    """Scores of the candidates of each name, and how long building and looking up took."""
    started, processor = time.perf_counter(), time.process_time()
    listed = {party: entity(FIRM if firm else PERSON, party, names) for party, firm, names in question["listed"]}
    index: Any = Index(Everything(listed), Path(question["blocks"]))
    index.build()
    built, built_processor = time.perf_counter(), time.process_time()
    asked = {f"asked-{at}": entity(UNKNOWN, f"asked-{at}", [name]) for at, name in enumerate(question["asked"])}
    found: list[list[tuple[str, float]]] = [[] for _ in asked]
    for id, matches in index.match_entities(asked.values()):  # noqa: A001  # as above
        own = found[int(str(id).removeprefix("asked-"))]
        for match, _ in matches:
            score = logic.compare(asked[str(id)], listed[str(match)], config).score
            if score >= FLOOR:
                own.append((str(match), score))
    return {
        "found": found,
        "build_s": built - started,
        "build_processor_s": built_processor - processor,
        "ask_s": time.perf_counter() - built,
        "ask_processor_s": time.process_time() - built_processor,
    }


def main(question_file: str, answer_file: str) -> int:
    logging.disable(logging.WARNING)
    question = json.loads(Path(question_file).read_text(encoding="utf-8"))
    logic = get_algorithm("logic-v2")
    assert logic is not None
    config = logic.default_config()
    # Its tables are read at the first comparison; that is not what is measured.
    score_pairs([(False, "Olga Petrova", "Ольга Петрова"), (True, "Acme Ltd", "Acme Limited")], logic, config)
    answer: dict[str, Any] = {"pairs": score_pairs(question["pairs"], logic, config)}
    if question["asked"]:
        answer |= screen(question, logic, config)
    Path(answer_file).write_text(json.dumps(answer), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
