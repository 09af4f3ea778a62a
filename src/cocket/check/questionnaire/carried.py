"""What a form's file carries along for the way back: the questions themselves, under their digest."""

import json
from typing import Final

import msgspec

from cocket.check.passports.passport import canonical
from cocket.check.questionnaire.form import FORMAT, Form
from cocket.check.tables import TableError

ANEW: Final = "Fill in a fresh copy of the form, or make one with cocket ask"


def carried(form: Form) -> dict[str, object]:
    return {"format": FORMAT, "digest": form.digest, "form": msgspec.to_builtins(form)}


def carried_text(form: Form) -> str:
    return canonical(carried(form))


def read_carried(value: object, where: str) -> Form:
    """The form that a file carries; raises TableError for one of another version and for changed questions."""
    version = value.get("format") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(version, str) or not version.startswith("cocket-form/"):
        raise TableError("the file carries no questions of Cocket", where=where, remedy=ANEW)
    if version != FORMAT:
        what = f"the form is of the version {version}, and {FORMAT} is read here"
        raise TableError(what, where=where, remedy="Read it with that version of Cocket, or ask anew with this one")
    try:
        form = msgspec.convert(value.get("form"), Form)
    except msgspec.ValidationError as error:
        raise TableError(f"the questions carried along are damaged ({error})", where=where, remedy=ANEW) from None
    if form.digest != value.get("digest"):
        raise TableError("the questions carried along were changed", where=where, remedy=ANEW)
    return form


def read_carried_text(text: str, where: str) -> Form:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise TableError("the questions carried along are damaged", where=where, remedy=ANEW) from None
    return read_carried(value, where)
