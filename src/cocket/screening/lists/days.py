"""The days that lists write, each in its publisher's fixed form."""

from datetime import date, datetime

_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d %b %Y", "%Y%m%d")


def day_of(text: str, *forms: str) -> date | None:
    """The day in one of ``forms`` (the unmistakable ones where none is given); None where it is in none."""
    written = text.strip()[:10] if "T" in text else text.strip()
    for form in forms or _FORMS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
