"""The moment and the authority's day. Read at the edge of this room, and handed down from there."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings


def now() -> datetime:
    return datetime.now(UTC)


def authority_day(moment: datetime) -> date:
    """The day on the authority's calendar, wherever the reader or the server is."""
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
