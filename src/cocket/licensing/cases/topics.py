"""All that the outbox tells of, by name."""

from typing import Final

from cocket.licensing.cases import taking, watching
from cocket.licensing.records import moving, reporting

TOPICS: Final = (*moving.TOPICS, *taking.TOPICS, *watching.TOPICS, *reporting.TOPICS)
