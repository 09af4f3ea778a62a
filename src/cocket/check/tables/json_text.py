"""Reads one JSON value strictly: exact figures, no key twice, nothing that JSON does not have."""

import json
from collections.abc import Iterable
from decimal import Decimal

from cocket.check.tables.cell_faults import wrong
from cocket.wording import Phrase


class JsonError(ValueError):
    """``what`` is wrong with a JSON text; ``remedy`` says what to do."""

    def __init__(self, what: Phrase, remedy: Phrase) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def read_json(text: str) -> object:
    """The value of a JSON text, with Decimal for figures with a point; raises JsonError.

    Refused besides broken JSON: a key given twice in one object, NaN and infinities, and half characters.
    """
    try:
        value: object = json.loads(
            text, object_pairs_hook=_unique, parse_float=Decimal, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise JsonError(*wrong("not_json", problem=error.msg, at=error.pos + 1)) from None
    except RecursionError:
        raise JsonError(*wrong("nested")) from None
    except JsonError:
        raise
    except ValueError:
        raise JsonError(*wrong("long_figure")) from None
    if "\\u" in text:
        _refuse_half_characters(value)
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise JsonError(*wrong("key_twice", key=twice))
    return found


def _refuse_constant(name: str) -> None:
    raise JsonError(*wrong("no_value", name=name))


def _refuse_half_characters(value: object) -> None:
    """An escape such as \\ud800 alone makes a text that no file can hold."""
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        raise JsonError(*wrong("half_character")) from None


def flatten(record: dict[str, object], prefixes: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Nested objects under the named keys as dotted keys: ``{"change": {"to": 1}}`` gives ``change.to``.

    ``prefixes`` pairs a key as written with the prefix it stands for. Raises JsonError where both are given.
    """
    names = dict(prefixes)
    flat: dict[str, object] = {}
    for key, value in record.items():
        inner = value if isinstance(value, dict) and key in names else None
        pairs = {f"{names[key]}.{name}": one for name, one in inner.items()} if inner is not None else {key: value}
        for name in pairs:
            if name in flat:
                raise JsonError(*wrong("key_twice_dotted", key=name))
        flat.update(pairs)
    return flat
