"""A long file screened by several processes, each with the catalogue that lies in the cache folder."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from multiprocessing import get_context
from pathlib import Path

from cocket.screening.asked import Asked
from cocket.screening.catalogue import Catalogue, open_catalogue
from cocket.screening.hits import Hit, Screener, screen

# A process takes a second to begin and to open the lists; fewer parties are done by then.
WORTH_IT = 5000
PROCESSES_MAX = 8  # each has its own copy of what is not mapped from the disk


class ManyScreener(Screener):
    """As `Screener`, but many parties at once are shared out among processes."""

    def __init__(self, catalogue: Catalogue, level: str, folder: Path) -> None:
        super().__init__(catalogue, level)
        self._folder = folder
        self._processes = min(processors(), PROCESSES_MAX)
        self._is_long = False

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        # Not forked: a progress bar may run in a thread.
        return ProcessPoolExecutor(
            self._processes, get_context("spawn"), initializer=_open, initargs=(self._folder, self.level)
        )

    def _look_up(self, asked: Sequence[Asked]) -> list[tuple[Hit, ...]]:
        self._is_long |= len(asked) >= WORTH_IT
        if not self._is_long or self._processes < 2:
            return super()._look_up(asked)
        size = -(-len(asked) // self._processes)
        parts = [asked[at : at + size] for at in range(0, len(asked), size)]
        try:
            return [hits for part in self._pool.map(_screen, parts) for hits in part]
        except BrokenProcessPool:  # such as for want of memory
            self._processes = 1
            return super()._look_up(asked)


def processors() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_OPENED: list[tuple[Catalogue, str]] = []  # of a worker: its catalogue and level


def _open(folder: Path, level: str) -> None:
    catalogue = open_catalogue(folder)
    assert catalogue is not None, "the catalogue went away"
    _OPENED.append((catalogue, level))


def _screen(asked: Sequence[Asked]) -> list[tuple[Hit, ...]]:
    catalogue, level = _OPENED[0]
    return screen(catalogue, asked, level)
