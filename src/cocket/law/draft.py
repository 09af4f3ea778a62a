"""Law that a reader writes to see what it would change: instruments added to a lawbook in memory, nowhere else.

A draft is an instrument file like any other (docs/law-format.md); it may stand in any folder and carry any id that is
free. The lawbook that results has a digest of its own, so that no answer under a draft passes for one under the law.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from cocket.law.check_lawbook import check_lawbook
from cocket.law.errors import LawError
from cocket.law.instrument import Instrument
from cocket.law.lawbook import LAWBOOK, Lawbook
from cocket.law.read_condition import ConditionReader
from cocket.law.read_instrument import read_instrument
from cocket.law.read_lawbook import located, sealed
from cocket.law.shapes import PART_MARK


def read_drafts(paths: Iterable[Path], lawbook: Lawbook) -> tuple[Instrument, ...]:
    """The instruments of these files, each read by the rules of the lawbook's own; raises LawError."""
    reader = ConditionReader(lawbook.vocabulary)
    return tuple(_read_draft(path, lawbook, reader) for path in paths)


def _read_draft(path: Path, lawbook: Lawbook, reader: ConditionReader) -> Instrument:
    draft = read_instrument(path, str(path), reader, tuple(lawbook.regimes), in_place=False)
    if PART_MARK in draft.id:
        problem = f"'{draft.id}' reads like a part of an instrument"
        error = LawError(file=draft.file, line=1, key="instrument", problem=problem, remedy=f"Leave out {PART_MARK}")
        raise located(error, path)
    return draft


def with_drafts(lawbook: Lawbook, drafts: tuple[Instrument, ...], root: Path = LAWBOOK) -> Lawbook:
    """The lawbook with the drafts in it, checked as a whole; raises LawError.

    The drafts come last in the check, so that a conflict between them and the law is told of the draft.
    """
    together = (*lawbook.instruments, *drafts)
    try:
        check_lawbook(together)
    except LawError as error:
        of_draft = {draft.file for draft in drafts}
        raise located(error, Path(error.file) if error.file in of_draft else root / error.file) from None
    ordered = tuple(sorted(together, key=lambda one: (one.issued, one.id)))
    return sealed(msgspec.structs.replace(lawbook, instruments=ordered))
