"""What is said with a step and has a form: whether it can be read, before anything is kept."""

from collections.abc import Callable, Mapping
from typing import Final

from cocket.law.errors import LawError
from cocket.law.source import read_text
from cocket.law.words import Words
from cocket.licensing.casework.read_table import grounds
from cocket.licensing.decisions.granting import read_parts
from cocket.licensing.decisions.splitting import read_place
from cocket.licensing.licences.condition import Condition
from cocket.licensing.licences.errors import LicenceError
from cocket.licensing.licences.read_condition import read_condition


def condition_of(text: str) -> Condition:
    """From one line in the form that a licence file has. Raises LawError."""
    return read_condition(read_text(text, "condition"))


def read_facts(text: str) -> dict[str, str]:
    """Of goods to be classified: a mapping in the words of the lawbook's vocabulary. Raises LawError."""
    return {key: value.text() for key, value in read_text(text, "facts").any_mapping().items()}


def _figure(text: str) -> Words | None:
    if text.isascii() and text.isdigit():
        return None
    return Words(zh="open_hits 须为数字", en="open_hits is a number")


def _yes_or_no(text: str) -> Words | None:
    return None if text in ("yes", "no") else Words(zh="watch_list 须为 yes 或 no", en="watch_list is yes or no")


def _ground(text: str) -> Words | None:
    if text in grounds():
        return None
    known = ", ".join(grounds())
    return Words(zh=f"ground 须为 {known} 之一", en=f"ground is one of {known}")


def _read_by(read: Callable[[str], object]) -> Callable[[str], Words | None]:
    def ill_said(text: str) -> Words | None:
        try:
            read(text)
        except (LawError, LicenceError) as error:
            return Words(zh=f"无法读取：{error}", en=str(error))
        return None

    return ill_said


ILL_SAID: Final[Mapping[str, Callable[[str], Words | None]]] = {
    "open_hits": _figure,
    "watch_list": _yes_or_no,
    "ground": _ground,
    "condition": _read_by(condition_of),
    "on": _read_by(read_place),
    "granted": _read_by(read_parts),
    "facts": _read_by(read_facts),
}
"""Key -> what is wrong with the text, None where it can be read. What may be empty is not asked."""
