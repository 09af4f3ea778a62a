"""What is wrong with a step of a case, or with what tells of one."""

from dataclasses import dataclass

from cocket.law.words import Words


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step cannot be made. ``name`` tells programs which: a need, or "step", "kind", "status", "role", "says"."""

    name: str
    text: Words


class CaseworkError(Exception):
    """``reasons`` are all there are, so that nobody mends one to meet the next."""

    def __init__(self, step: str, reasons: tuple[Reason, ...]) -> None:
        super().__init__(step, reasons)
        self.step, self.reasons = step, reasons

    def __str__(self) -> str:
        return f"'{self.step}' cannot be done: {'; '.join(one.text.en for one in self.reasons)}"
