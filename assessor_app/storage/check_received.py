"""Does what a centre received still hold: each state against its hash, each device's log against itself?

These records are in the logs of the devices that made them, not in this vault's own.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event, segment_faults
from assessor_app.domain.findings import Finding, FindingCode, finding
from assessor_app.storage import schema
from assessor_app.storage.codec import decode


def received_findings(db: Connection) -> Iterator[Finding]:
    """A finding for each received state or received row of an event log that is not what arrived."""
    r, e = schema.received.c, schema.device_event.c
    for kind, key, sha256, body in db.execute(select(r.kind, r.id, r.sha256, r.body).where(r.kind != "file")):
        if sha256_hex(body.encode()) != sha256:
            what = f"A received {kind.replace('_', ' ')} ({key[:13]}) was changed outside the program."
            yield finding(FindingCode.RECORD_CHANGED, what)
    for sequence, hash_, body in db.execute(select(e.sequence, e.hash, e.body)):
        if not _is_as_it_came(sequence, hash_, body):
            what = f"A received event log does not hold: record {sequence} was changed outside the program."
            yield finding(FindingCode.LOG, what)


def _is_as_it_came(sequence: int, hash_: str, body: str) -> bool:
    try:
        event = decode(Event, body)
    except KnownError:
        return False
    return (event.sequence, event.hash) == (sequence, hash_) and not segment_faults((event,))
