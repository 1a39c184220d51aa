"""Every row of the vault that is one candidate's, read in the transaction that is open.

A table is either walked here or listed in `NOT_OF_A_CANDIDATE` with the reason; a test holds the two against the
schema, so that a new table cannot be forgotten.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Column, Connection, Table, select

from assessor_app.domain.events import Event
from assessor_app.domain.exchange import Shipment, StoredRecord
from assessor_app.domain.moments import Moment
from assessor_app.domain.subject_access import FoundRecord, Row, SubjectData
from assessor_app.storage import schema
from assessor_app.storage.codec import decode
from assessor_app.storage.erasing import (
    LET_GO,
    SHA256,
    batches,
    could_be_files,
    drafts_about,
    names_of,
    owned_rows,
)
from assessor_app.storage.secret_rows import notes
from assessor_app.storage.stored import StoredEnrolment

NOT_OF_A_CANDIDATE = {
    schema.profile: "it is about the assessor and the centre",
    schema.peer: "it is about the centre and its laptops",
    schema.received: "only a centre receives records, and its vault gives no copy yet",
    schema.device_event: "only a centre receives event logs, and its vault gives no copy yet",
}

_TOUCHED = re.compile(r'"id":"([^"]*)"')
_Owned = dict[Table, list[str]]


def subject_data(db: Connection, candidate: str) -> SubjectData:
    """Everything of `candidate`; KeyError where there is no such candidate."""
    owned = owned_rows(db, [candidate])
    if not owned[schema.candidate]:
        raise KeyError(f"candidate {candidate}")
    beside = {table.name: walk(db, owned) for table, walk in BESIDE.items()}
    let_go = {sha256 for sha256, whose in notes(db, LET_GO).items() if whose == candidate}
    in_drafts = {sha256 for row in beside["draft"] for sha256 in SHA256.findall(str(row["body"]))}
    events = _events(db, {key for keys in owned.values() for key in keys})
    times = _times(events)
    return SubjectData(
        candidate=UUID(candidate),
        records=tuple(_found(r, times) for table, keys in owned.items() for r in _records(db, table, keys)),
        units=tuple(_found(r, times) for r in _records(db, schema.unit, _editions(db, owned))),
        beside=beside,
        shipments=_shipments(db, {str(row["bundle"]) for row in beside["carried"]}),
        events=events,
        hashes=frozenset(could_be_files(db, owned) | in_drafts | let_go),
        let_go=frozenset(let_go),
    )


def walked_tables(db: Connection) -> frozenset[Table]:
    """Every table of which rows come into the copy, in whole or in part."""
    through_records = {schema.unit, schema.shipment, schema.event, schema.secret}
    return frozenset({*owned_rows(db, ()), *BESIDE, *through_records})


def _records(db: Connection, table: Table, keys: Iterable[str]) -> list[tuple[StoredRecord, str]]:
    """Records with the device that wrote them."""
    c = table.c
    columns = select(c.id, c.parent, c.sort, c.revision, c.sha256, c.body, c.device)
    return [
        (
            StoredRecord(
                kind=table.name, id=key, parent=parent, sort=sort, revision=revision, sha256=sha256, body=body
            ),
            device,
        )
        for some in batches(keys)
        for key, parent, sort, revision, sha256, body, device in db.execute(
            columns.where(c.id.in_(some)).order_by(c.parent, c.sort, c.id)
        )
    ]


def _rows(db: Connection, table: Table, column: Column[str], keys: Iterable[str]) -> tuple[Row, ...]:
    order = table.primary_key.columns
    return tuple(
        dict(row)
        for some in batches(keys)
        for row in db.execute(select(table).where(column.in_(some)).order_by(*order)).mappings()
    )


def _drafts(db: Connection, owned: _Owned) -> tuple[Row, ...]:
    keys = {key for keys in owned.values() for key in keys}
    found = drafts_about(db, keys, names_of(db, owned[schema.candidate]))
    wanted = {(kind, key) for kind, key, _ in found}
    d = schema.draft
    rows = db.execute(select(d).order_by(d.c.kind, d.c.id)).mappings()
    return tuple(dict(row) for row in rows if (row["kind"], row["id"]) in wanted)


def _exchanged(table: Table) -> Callable[[Connection, _Owned], tuple[Row, ...]]:
    """Rows about their records and files; a unit that they take is named by a hash too, and is nobody's."""

    def walk(db: Connection, owned: _Owned) -> tuple[Row, ...]:
        kinds = {"file", *(found.name for found in owned)}
        keys = {key for keys in owned.values() for key in keys} | could_be_files(db, owned)
        return tuple(row for row in _rows(db, table, table.c.id, sorted(keys)) if row["kind"] in kinds)

    return walk


BESIDE: dict[Table, Callable[[Connection, _Owned], tuple[Row, ...]]] = {
    schema.progress: lambda db, owned: _rows(db, schema.progress, schema.progress.c.candidate, owned[schema.candidate]),
    schema.draft: _drafts,
    schema.stroke: lambda db, owned: _rows(db, schema.stroke, schema.stroke.c.document, owned[schema.sheet]),
    schema.carried: _exchanged(schema.carried),
    schema.receipted: _exchanged(schema.receipted),
    schema.archived: lambda db, owned: _rows(db, schema.archived, schema.archived.c.candidate, owned[schema.candidate]),
}


def _editions(db: Connection, owned: _Owned) -> list[str]:
    bodies = (record.body for record, _ in _records(db, schema.enrolment, owned[schema.enrolment]))
    return list(dict.fromkeys(decode(StoredEnrolment, body).unit_edition for body in bodies))


def _shipments(db: Connection, bundles: set[str]) -> tuple[Shipment, ...]:
    found = _records(db, schema.shipment, sorted(bundles))
    return tuple(sorted((decode(Shipment, record.body) for record, _ in found), key=lambda s: s.at))


def _events(db: Connection, keys: set[str]) -> tuple[Event, ...]:
    """Events that touched one of `keys`, each without what else it touched."""
    e = schema.event.c
    found = []
    for body in db.execute(select(e.body).order_by(e.sequence)).scalars():
        if not keys.isdisjoint(_TOUCHED.findall(body)):
            event = decode(Event, body)
            found.append(replace(event, touched=tuple(t for t in event.touched if t.id in keys)))
    return tuple(found)


def _times(events: Iterable[Event]) -> dict[tuple[str, str], tuple[Moment, Moment]]:
    """First and last moment of each record that the events name."""
    found: dict[tuple[str, str], tuple[Moment, Moment]] = {}
    for event in events:
        for touched in event.touched:
            key = (touched.kind, touched.id)
            found[key] = (found[key][0] if key in found else event.at, event.at)
    return found


def _found(stored: tuple[StoredRecord, str], times: dict[tuple[str, str], tuple[Moment, Moment]]) -> FoundRecord:
    record, device = stored
    made, changed = times.get((record.kind, record.id), (None, None))
    return FoundRecord(record=record, device=device, made=made, changed=changed)
