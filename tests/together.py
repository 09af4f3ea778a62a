"""Runs tasks at the same moment, each on a thread with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

WAIT_S = 20


def at_once(*tasks: Callable[[], object], faults: tuple[type[Exception], ...]) -> list[object]:
    """What each gave, one of the ``faults`` included; all start together."""
    start = Barrier(len(tasks))

    def run(task: Callable[[], object]) -> object:
        try:
            start.wait(WAIT_S)
            return task()
        except faults as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))
