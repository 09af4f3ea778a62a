"""A table of steps: from where to where, who may, what is needed. The form holds other authorities' tables too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from cocket.law.words import Words
from cocket.licensing.casework.errors import Reason

SAME: Final = "same"


@dataclass(frozen=True, slots=True)
class Status:
    """``ended``: nothing follows, whatever anybody says."""

    name: str
    text: Words
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """``before``: statuses it can be made from; ``after`` one of them, or SAME. ``who``: roles. ``says``: what must be
    told with it. ``kinds`` of case. ``clock``: "", "starts", "stops", "resumes" or "ends". ``basis``: where the law, or
    the practice, has it from."""

    name: str
    text: Words
    before: tuple[str, ...]
    after: str
    who: tuple[str, ...]
    needs: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    clock: str = ""
    basis: str = ""

    def status_after(self, before: str) -> str:
        return before if self.after == SAME else self.after


@dataclass(frozen=True, slots=True)
class Table:
    """All that can be done to a case. ``needs``: name -> why not."""

    kinds: dict[str, Words]
    statuses: dict[str, Status]
    steps: dict[str, Step]
    needs: dict[str, Words]

    def between(self, before: str, after: str) -> Iterator[Step]:
        """The steps that lead from one status to another."""
        for step in self.steps.values():
            if before in step.before and step.status_after(before) == after:
                yield step

    def may(self, before: str, after: str, role: str, met: Callable[[str], bool]) -> bool:
        """Whether any step leads there for this role; ``met`` tells of each need whether it is."""
        return any(role in step.who and all(map(met, step.needs)) for step in self.between(before, after))

    def why_not(self, name: str, kind: str, before: str, role: str) -> tuple[Reason, ...]:
        """What the table alone says against it: all reasons; the needs are told by `steps.why_not`."""
        step = self.steps.get(name)
        if step is None:
            told = _both(f"没有名为“{name}”的步骤", f"There is no step '{name}'")
            return (Reason("step", told),)
        reasons = []
        if step.kinds and kind not in step.kinds:
            reasons.append(Reason("kind", self._for_others(step)))
        if before not in step.before:
            reasons.append(Reason("status", self._elsewhere(step, before)))
        if role not in step.who:
            zh, en = "、".join(step.who), " or ".join(step.who)
            reasons.append(Reason("role", _both(f"只有 {zh} 可以，{role} 不可以", f"It is for {en}, not for {role}")))
        return tuple(reasons)

    def _for_others(self, step: Step) -> Words:
        kinds = [self.kinds[one] for one in step.kinds]
        zh, en = "、".join(one.zh for one in kinds), " or ".join(one.en for one in kinds)
        return _both(f"只适用于：{zh}", f"It is of an {en} only")

    def _elsewhere(self, step: Step, before: str) -> Words:
        here, from_ = self.statuses[before].text, [self.statuses[one].text for one in step.before]
        zh, en = "、".join(one.zh for one in from_), " or ".join(one.en for one in from_)
        return _both(f"案件状态是“{here.zh}”，须为“{zh}”", f"The case is {here.en}; it must be {en}")


def _both(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)
