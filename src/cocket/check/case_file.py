"""Reads a file of worked cases: YAML with every plain word left as text, and what a case must have checked."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from cocket.check.tables import TableError

# The C reader is several times faster; it is missing where Python's own package was built without libyaml.
_BaseLoader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
REMEDY = "See how a case is written in the files of the examples"


class CaseLoader(_BaseLoader):  # type: ignore[misc, valid-type]  # one of two classes, known at run time only
    """All scalars are text: an unquoted NO stays Norway, a date stays what was written, a figure keeps its digits."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen = set()
        for key in (one for one, _ in node.value if isinstance(one, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key '{key.value}' stands twice", key.start_mark
                )
            seen.add(key.value)
        mapping: dict[object, object] = super().construct_mapping(node, deep)
        return mapping


def read_cases(path: Path) -> list[Mapping[str, object]]:
    """The cases of a file, a list or the key ``cases`` of a mapping; raises TableError where it is no such file."""
    document = _read(path)
    cases = document.get("cases") if isinstance(document, Mapping) else document
    if not isinstance(cases, Sequence) or isinstance(cases, str) or not cases:
        what = "the file holds no list of cases"
        raise TableError(
            what, where=path.name, remedy="Write a list below the key 'cases', each with id, facts, expected"
        )
    return [_checked(case, number, path.name) for number, case in enumerate(cases, start=1)]


def _read(path: Path) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=CaseLoader)  # noqa: S506  # builds text only
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise TableError(what, where=str(path), remedy="Check the name and the folder") from None
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} is not UTF-8"
        raise TableError(what, where=path.name, remedy="Save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{path.name}, line {mark.line + 1}, column {mark.column + 1}" if mark else path.name
        remedy = "Mind the indentation, and put text with ':' or '#' in quotes"
        raise TableError(f"this is no YAML: {error.problem}", where=where, remedy=remedy) from None
    except yaml.YAMLError as error:
        reason = getattr(error, "reason", "it cannot be read")
        raise TableError(f"this is no YAML: {reason}", where=path.name, remedy="Save it as text in UTF-8") from None


def _checked(case: object, number: int, file: str) -> Mapping[str, object]:
    if not isinstance(case, Mapping):
        raise TableError(
            "a case is a mapping with id, facts and expected", where=f"{file}, case {number}", remedy=REMEDY
        )
    where = f"{file}, case {case.get('id', number)}"
    missing = [key for key in ("id", "expected", "facts") if not case.get(key)]
    if missing:
        raise TableError(f"the case has no '{missing[0]}'", where=where, remedy=f"Add '{missing[0]}: ...'")
    if not isinstance(case["facts"], Mapping):
        raise TableError("'facts' is no mapping of facts to values", where=where, remedy=REMEDY)
    if "known" in case:
        _check_day(case["known"], where)
    return case


def _check_day(value: object, where: str) -> None:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        what = f"'known' is no day of the calendar: '{value}'"
        raise TableError(what, where=where, remedy="Write it as 2025-04-04") from None
