"""What is wrong with a law file, where, and what to write instead."""

from cocket.wording import shapes


class LawError(Exception):
    """A law file that the schema refuses.

    ``file`` is relative to the lawbook, ``line`` counts from 1, ``key`` is the dotted path of the value.
    """

    def __init__(self, *, file: str, line: int, key: str, problem: str, remedy: str) -> None:
        super().__init__(shapes.keyed(f"{file}:{line}: {key}" if key else f"{file}:{line}", problem, remedy))
        self.file, self.line, self.key, self.problem, self.remedy = file, line, key, problem, remedy
