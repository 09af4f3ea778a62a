"""A new law file tried out in a copy of the lawbook: read by the real reader, tested, and not yet in its place."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cocket.check.law_tests import LawTestResult
from cocket.law.answers import NewInstrument
from cocket.law.boundary_tests import Examples
from cocket.law.lawbook import HEAD_FILES, Lawbook, load_lawbook
from cocket.law.new_instrument import Example, act_name, law_file

# Where a key of the law file comes from: the answers' own word for it.
FIELDS = {
    "id": "code",
    "text": "text_en",
    "controls.kind": "kinds",
    "controls.family": "families",
    "controls.technology_field": "technology_fields",
    "controls.contains": "contains",
    "controls.contains_any": "contains_any",
    "controls.main": "main",
    "controls.oxide_of": "oxide_of",
    "controls": "limits",
    "open_kinds": "open_kinds",
    "hs_hint": "customs_numbers",
    "in_force": "since",
    "during": "since",
    "target": "targets",
    "when": "kinds",
    "name": "name_en",
    "country": "country",
}
GROUPS = {"entries": "goods", "acts": "changes", "listings": "parties", "rules": "bans"}


@dataclass(frozen=True, slots=True)
class Trial:
    """A law file with what the lawbook becomes with it.

    ``failed`` are examples that the interpreter disagrees with, ``untested`` answers that gave no example.
    """

    text: str
    lawbook: Lawbook
    examples: tuple[Example, ...]
    failed: tuple[LawTestResult, ...]
    untested: tuple[str, ...]


def next_party(lawbook: Lawbook) -> int:
    """The next free number of a listing."""
    numbers = (re.fullmatch(r"cn-party-(\d+)", name) for name in lawbook.listings)
    return max((int(found[1]) for found in numbers if found), default=0) + 1


def try_out(new: NewInstrument, base: Path, lawbook: Lawbook, without: frozenset[str] = frozenset()) -> Trial:
    """Reads and tests the law file in a copy of ``base``; ``without`` names examples to leave out.

    Raises LawError for what the reader refuses, NoSuchGoodsError where answers contradict each other.
    """
    from cocket.check.checker import Checker
    from cocket.check.law_tests import run_law_tests

    maker = Examples(new, lawbook)
    made = maker.all()
    examples = tuple(one for one in made if one.name not in without)
    text = law_file(new, next_party(lawbook), examples)
    with copied(base) as root:
        path = root / new.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        widened = load_lawbook(root, cache=False)
    results = run_law_tests(Checker(widened), only=new.id)
    return Trial(text, widened, examples, tuple(one for one in results if not one.passed), maker.untested(made))


@contextmanager
def copied(base: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="cocket-") as folder:
        root = Path(folder) / "lawbook"
        shutil.copytree(base, root, ignore=lambda _, names: [name for name in names if name.startswith("__")])
        yield root


def is_lawbook(folder: Path) -> bool:
    return all((folder / name).is_file() for name in HEAD_FILES)


def answer_of(key: str, new: NewInstrument) -> str:
    """The answer that a key of the law file comes from, such as ``goods[2].kinds``; the key itself if none does.

    ``key`` is a dotted path, or the id of an entry, an act or a party where only the whole lawbook shows the fault.
    """
    found = re.fullmatch(r"(\w+)\[(\d+)\]\.?(.*)", key)
    if found and found[1] in GROUPS:
        group, number = _group(found[1], int(found[2]), new)
        field = next((answer for part, answer in FIELDS.items() if found[3] == part or found[3].startswith(part)), "")
        return f"{group}[{number}]{'.' + field if field else ''}"
    for number, one in enumerate(new.goods):
        if one.code == key:
            return f"goods[{number}]"
    for number, change in enumerate(new.changes, 1):
        if key in {act_name(do, number) for do in (change.do, "carry", "repeal")}:
            return f"changes[{number - 1}].targets"
    if key.startswith("reading-"):
        return f"readings[{int(key.removeprefix('reading-')) - 1}].kinds"
    return FIELDS.get(key.partition(".")[0], key.partition(".")[0])


def _group(part: str, number: int, new: NewInstrument) -> tuple[str, int]:
    """Acts are changes, one or two for each, and then readings."""
    if part != "acts":
        return GROUPS[part], number
    acts = [at for at, change in enumerate(new.changes) for _ in range(2 if change.do == "take_over" else 1)]
    return ("changes", acts[number]) if number < len(acts) else ("readings", number - len(acts))
