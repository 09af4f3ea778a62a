"""Whether a text can be a party's name at all: asked about, or listed."""

from typing import Literal, TypeAlias

from cocket.screening.readings import LETTERS_MAX, NameTooLongError, read_name

NoName: TypeAlias = Literal["too_long", "no_letter"]


def why_no_name(name: str) -> NoName | None:
    """Why a name cannot be screened; None where it can."""
    if len(name) <= LETTERS_MAX and name.isascii():
        return None if any(map(str.isalnum, name)) else "no_letter"
    try:
        return None if read_name(name) else "no_letter"
    except NameTooLongError:
        return "too_long"
