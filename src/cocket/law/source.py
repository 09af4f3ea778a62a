"""Reads YAML by our own, stricter rules.

A YAML 1.1 reader turns the country ``NO`` into false and the heading ``0402`` into 258; a YAML 1.2 reader
turns the code ``3E001`` into the number 30. So no scalar is interpreted here unless the schema asks for it,
and what could be misread must be quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from cocket.law.errors import LawError
from cocket.law.faults import shape_of, wrong
from cocket.law.shapes import DAY
from cocket.law.words import Words

MUST_BE_QUOTED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9][A-E][0-9]{3}[a-z0-9.]*|[0-9]{6,10}|0[0-9]+|[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a law file with the place it stands at."""

    node: yaml.Node
    file: str
    key: str

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def refuse(self, problem: str, remedy: str) -> LawError:
        return LawError(file=self.file, line=self.line, key=self.key, problem=problem, remedy=remedy)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    def mapping(self, *, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()) -> dict[str, "Field"]:
        """The named fields; a missing, unknown or repeated key is refused."""
        fields = self.any_mapping()
        known = (*required, *optional)
        for key, value in fields.items():
            if key not in known:
                raise value.refuse(*wrong("unknown_key", key=key, known=known))
        for key in required:
            if key not in fields:
                raise self.refuse(*wrong("no_key", key=key))
        return fields

    def any_mapping(self) -> dict[str, "Field"]:
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse(*wrong("no_mapping"))
        fields: dict[str, Field] = {}
        for key_node, value_node in self.node.value:
            key = str(key_node.value)
            value = Field(value_node, self.file, f"{self.key}.{key}" if self.key else key)
            if key in fields:
                raise value.refuse(*wrong("key_twice", key=key))
            fields[key] = value
        return fields

    def items(self) -> Iterator["Field"]:
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refuse(*wrong("no_list"))
        for number, node in enumerate(self.node.value):
            yield Field(node, self.file, f"{self.key}[{number}]")

    def one_or_more(self) -> tuple["Field", ...]:
        """A list, or a single value standing for a list of one."""
        return tuple(self.items()) if self.is_list else (self,)

    def text(self) -> str:
        """A scalar as it stands; what other readers would turn into something else must be quoted."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip() or self.is_null():
            raise self.refuse(*wrong("no_text"))
        value = str(self.node.value)
        if self._is_plain and MUST_BE_QUOTED.fullmatch(value):
            raise self.refuse(*wrong("not_quoted", value=value))
        return value.strip()

    def in_both(self) -> Words:
        """A sentence in Chinese and in English; a single text stands for both."""
        if not self.is_mapping:
            return Words(self.text(), self.text())
        parts = self.mapping(required=("zh", "en"))
        return Words(parts["zh"].text(), parts["en"].text())

    def texts(self) -> tuple[str, ...]:
        """One or more texts; an empty list says nothing and is refused."""
        found = tuple(item.text() for item in self.one_or_more())
        if not found:
            raise self.refuse(*wrong("empty_list"))
        return found

    @property
    def _is_plain(self) -> bool:
        """Not quoted: libyaml reports the plain style as an empty text, PyYAML's own parser as None."""
        return isinstance(self.node, yaml.ScalarNode) and not self.node.style

    def is_null(self) -> bool:
        return self._is_plain and self.node.value in ("", "null", "~")

    def day(self) -> date:
        value = self.text()
        try:
            if not DAY.fullmatch(value):
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            raise self.refuse(*wrong("no_day", value=value)) from None

    def boolean(self) -> bool:
        value = self.text()
        if value not in ("true", "false"):
            raise self.refuse(*wrong("no_truth", value=value))
        return value == "true"

    def shaped(self, pattern: re.Pattern[str], what: str, example: str) -> str:
        """A quoted text of a given shape; ``what`` it is by its key in `shape_of`, such as "control_code"."""
        value = self.text()
        if not pattern.fullmatch(value):
            raise self.refuse(*wrong("no_shape", value=value, what=shape_of(what), example=example))
        if self._is_plain:
            raise self.refuse(*wrong("not_quoted", value=value))
        return value


def refused(file: str, line: int, problem: str, remedy: str) -> LawError:
    """Of a file as a whole, or a line of it that holds no value yet."""
    return LawError(file=file, line=line, key="", problem=problem, remedy=remedy)


def read_file(path: Path, name: str) -> Field:
    """The whole file as one field; malformed YAML is refused with its line."""
    try:
        return read_text(path.read_text(encoding="utf-8"), name)
    except OSError as error:
        raise refused(name, 1, *wrong("unread", error=error.strerror)) from None
    except UnicodeDecodeError as error:
        raise refused(name, 1, *wrong("not_utf8", at=error.start)) from None


def read_text(text: str, name: str) -> Field:
    """As `read_file`, of a text that was read already; ``name`` stands in the messages."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise refused(name, line, *wrong("no_yaml", error=error.problem or error.context)) from None
    except yaml.YAMLError as error:
        raise refused(name, 1, *wrong("control", error=error)) from None
    if node is None:
        raise refused(name, 1, *wrong("empty"))
    _refuse_aliases(node, name, set())
    return Field(node, name, "")


def _refuse_aliases(node: yaml.Node, name: str, seen: set[int]) -> None:
    """One value standing in two places hides what a place says; it may even contain itself."""
    if id(node) in seen:
        raise refused(name, node.start_mark.line + 1, *wrong("anchor"))
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _refuse_aliases(key, name, seen)
            _refuse_aliases(value, name, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_aliases(item, name, seen)
