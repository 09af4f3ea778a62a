"""What a form's file carries along for the way back: the questions themselves, under their digest."""

import json

import msgspec

from cocket.check.passports.passport import canonical
from cocket.check.questionnaire.faults import wrong
from cocket.check.questionnaire.form import FORMAT, Form
from cocket.check.tables import TableError


def carried(form: Form) -> dict[str, object]:
    return {"format": FORMAT, "digest": form.digest, "form": msgspec.to_builtins(form)}


def carried_text(form: Form) -> str:
    return canonical(carried(form))


def read_carried(value: object, where: str) -> Form:
    """The form that a file carries; raises TableError for one of another version and for changed questions."""
    version = value.get("format") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(version, str) or not version.startswith("cocket-form/"):
        raise TableError(*wrong("no_questions"), where=where)
    if version != FORMAT:
        raise TableError(*wrong("version", version=version, known=FORMAT), where=where)
    try:
        form = msgspec.convert(value.get("form"), Form)
    except msgspec.ValidationError as error:
        raise TableError(*wrong("questions_damaged", error=error), where=where) from None
    if form.digest != value.get("digest"):
        raise TableError(*wrong("questions_changed"), where=where)
    return form


def read_carried_text(text: str, where: str) -> Form:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise TableError(*wrong("questions_cut"), where=where) from None
    return read_carried(value, where)
