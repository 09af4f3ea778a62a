"""Reads a file of worked cases: YAML with every plain word left as text, and what a case must have checked."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from cocket.check.case_faults import case_words, wrong
from cocket.check.tables import TableError

# The C reader is several times faster; it is missing where Python's own package was built without libyaml.
_BaseLoader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class CaseLoader(_BaseLoader):  # type: ignore[misc, valid-type]  # one of two classes, known at run time only
    """All scalars are text: an unquoted NO stays Norway, a date stays what was written, a figure keeps its digits."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen = set()
        for key in (one for one, _ in node.value if isinstance(one, yaml.ScalarNode)):
            if key.value in seen:
                twice = case_words("twice", key=key.value)
                raise yaml.constructor.ConstructorError(None, None, twice, key.start_mark)
            seen.add(key.value)
        mapping: dict[object, object] = super().construct_mapping(node, deep)
        return mapping


def read_cases(path: Path) -> list[Mapping[str, object]]:
    """The cases of a file, a list or the key ``cases`` of a mapping; raises TableError where it is no such file."""
    document = _read(path)
    cases = document.get("cases") if isinstance(document, Mapping) else document
    if not isinstance(cases, Sequence) or isinstance(cases, str) or not cases:
        raise TableError(*wrong("no_cases"), where=path.name)
    return [_checked(case, number, path.name) for number, case in enumerate(cases, start=1)]


def _read(path: Path) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=CaseLoader)  # noqa: S506  # builds text only
    except OSError as error:
        raise TableError(*wrong("not_read", error=error.strerror), where=str(path)) from None
    except UnicodeDecodeError as error:
        raise TableError(*wrong("not_utf8", at=error.start + 1), where=path.name) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = _place(path.name, mark) if mark else path.name
        raise TableError(*wrong("no_yaml", error=error.problem), where=where) from None
    except yaml.YAMLError as error:
        reason = getattr(error, "reason", case_words("unreadable"))
        raise TableError(*wrong("no_text", error=reason), where=path.name) from None


def _place(file: str, mark: yaml.Mark) -> str:
    return case_words("place", file=file, line=mark.line + 1, column=mark.column + 1)


def _checked(case: object, number: int, file: str) -> Mapping[str, object]:
    if not isinstance(case, Mapping):
        raise TableError(*wrong("no_mapping"), where=case_words("case", file=file, case=number))
    where = case_words("case", file=file, case=case.get("id", number))
    missing = [key for key in ("id", "expected", "facts") if not case.get(key)]
    if missing:
        raise TableError(*wrong("missing", key=missing[0]), where=where)
    if not isinstance(case["facts"], Mapping):
        raise TableError(*wrong("no_facts"), where=where)
    if "known" in case:
        _check_day(case["known"], where)
    return case


def _check_day(value: object, where: str) -> None:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        raise TableError(*wrong("no_day", value=value), where=where) from None
