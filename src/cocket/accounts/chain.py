"""What an entry of the audit says, and its digest: pure, so that anybody can recompute a chain without the program."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """``sequence`` counts from 1 within its subject; ``before`` and ``after`` JSON as `told` writes it;
    ``previous`` the digest of the entry before, "" for the first."""

    subject: str
    sequence: int
    moment: datetime
    person: str
    name: str
    organisation: str
    role: str
    via: str
    verb: str
    before: str
    after: str
    previous: str

    def digest(self) -> str:
        """SHA-256 of the entry as JSON with sorted keys, the moment in UTC with microseconds; 64 hexadecimal digits."""
        moment = self.moment.astimezone(UTC).isoformat(timespec="microseconds")
        return hashlib.sha256(told({**asdict(self), "moment": moment}).encode()).hexdigest()


def told(data: Mapping[str, object]) -> str:
    """JSON that is the same for the same data. TypeError for what JSON does not have: say it as text first."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
