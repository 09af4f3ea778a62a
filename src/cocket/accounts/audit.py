"""What was done: one chain of entries for each subject, added to and read, never changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from django.db import connection, transaction

from cocket.accounts.access import access_change, access_rows
from cocket.accounts.actor import Actor
from cocket.accounts.chain import Entry, told
from cocket.accounts.models import AuditHead, AuditRecord
from cocket.accounts.policy import READ

_FIELDS: Final = tuple(Entry.__dataclass_fields__)


def record(
    actor: Actor, subject: str, verb: str, before: Mapping[str, object], after: Mapping[str, object], moment: datetime
) -> None:
    """Adds to the chain of ``subject`` ("case/C-2026-000001") within the caller's transaction, so that the change and
    its entry are kept together or not at all. Who adds to the same subject at once waits."""
    assert connection.in_atomic_block, "the entry belongs into the transaction of the change"
    assert moment.tzinfo is not None
    head = _locked(subject)
    entry = Entry(
        subject=subject,
        sequence=head.sequence + 1,
        moment=moment,
        person=actor.person,
        name=actor.name,
        organisation=actor.organisation,
        role=actor.role.value,
        via=actor.via,
        verb=verb,
        before=told(before),
        after=told(after),
        previous=head.digest,
    )
    digest = entry.digest()
    AuditRecord.objects.create(**{name: getattr(entry, name) for name in _FIELDS}, digest=digest)
    head.sequence, head.digest = entry.sequence, digest
    head.save(update_fields=("sequence", "digest"))


def _locked(subject: str) -> AuditHead:
    # the first entry has nothing to lock, so its row is made before; who comes second waits here already
    if not AuditHead.objects.filter(pk=subject).exists():
        AuditHead.objects.bulk_create([AuditHead(subject=subject, sequence=0, digest="")], ignore_conflicts=True)
    head: AuditHead = AuditHead.objects.select_for_update().get(pk=subject)
    return head


@dataclass(frozen=True, slots=True)
class Break:
    """``sequence`` 0 where it is the subject as a whole."""

    subject: str
    sequence: int
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``holds`` only where something was there to be recomputed: an empty audit shows nothing."""

    entries: int
    subjects: int
    first_break: Break | None

    @property
    def holds(self) -> bool:
        return self.first_break is None and self.entries > 0


def entries_of(actor: Actor, subject: str) -> list[dict[str, object]]:
    """Plain data for faces, the first entry first; empty for a subject without any. Raises NotAllowed."""
    access_change(actor, AuditRecord, READ)
    rows = access_rows(actor, AuditRecord).filter(subject=subject).order_by("sequence")
    return [
        {
            **{name: getattr(row, name) for name in _FIELDS},
            "moment": row.moment.isoformat(),
            "before": json.loads(row.before),
            "after": json.loads(row.after),
            "digest": row.digest,
        }
        for row in rows
    ]


def verify(actor: Actor) -> Verdict:
    """Recomputes every chain; raises NotAllowed for who may not read them. What it cannot tell:
    somebody who owns the database and wrote a whole chain and its head anew. Against that only a digest
    helps that somebody else keeps."""
    access_change(actor, AuditRecord, READ)
    with transaction.atomic():
        if connection.vendor == "postgresql":  # heads and entries of one moment; SQLite has one writer anyway
            with connection.cursor() as cursor:
                cursor.execute("set transaction isolation level repeatable read")
        return _recomputed()


def _recomputed() -> Verdict:
    seen, at, heads = 0, _first(""), _heads()
    subjects, digest = 0, ""
    for row in AuditRecord.objects.order_by("subject", "sequence").iterator():
        if row.subject != at.subject:
            if (cut := _cut(at, digest, heads)) is not None:
                return Verdict(seen, subjects, cut)
            subjects, digest, at = subjects + 1, "", _first(row.subject)
        entry = Entry(**{name: getattr(row, name) for name in _FIELDS})
        if (wrong := _wrong(entry, at.sequence + 1, digest, row.digest)) is not None:
            return Verdict(seen, subjects, Break(row.subject, row.sequence, wrong))
        at, digest, seen = entry, row.digest, seen + 1
    cut = _cut(at, digest, heads) or next((Break(one, 0, "no_entries") for one in sorted(heads)), None)
    return Verdict(seen, subjects, cut)


def _heads() -> dict[str, tuple[int, str]]:
    return {row.subject: (row.sequence, row.digest) for row in AuditHead.objects.iterator()}


def _first(subject: str) -> Entry:
    return Entry(subject, 0, datetime.min.replace(tzinfo=UTC), "", "", "", "", "", "", "", "", "")


def _wrong(entry: Entry, sequence: int, previous: str, digest: str) -> str | None:
    if entry.sequence != sequence:
        return "sequence"
    if entry.previous != previous:
        return "previous"
    return None if entry.digest() == digest else "digest"


def _cut(at: Entry, digest: str, heads: dict[str, tuple[int, str]]) -> Break | None:
    """Whether the chain that ends here ends where its head says; the head is taken out, as seen."""
    if not at.subject or heads.pop(at.subject, None) == (at.sequence, digest):
        return None
    return Break(at.subject, at.sequence, "head")
