"""The exchange's side of a transaction: what may leave, what left, what receipts said, and what a centre received.

What leaves is a list of tables, not of exceptions: drafts, strokes, secrets, preferences and sample data are in none of
them. Received rows are never changed or deleted; only their standing moves.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, and_, bindparam, func, insert, or_, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert as upsert

from assessor_app.domain.arrival import Arrived, Held
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.exchange import (
    Direction,
    FileUse,
    Leaving,
    Peer,
    Receipted,
    Received,
    RecordKey,
    Shipment,
    Standing,
    StoredRecord,
    WantedFile,
)
from assessor_app.domain.judging import Decision, Judgement
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.sheets import Refused, Sheet, Signature
from assessor_app.domain.units import Unit
from assessor_app.storage import schema
from assessor_app.storage.codec import decode, encode
from assessor_app.storage.rows import Rows
from assessor_app.storage.stored import SheetStatus, StoredEnrolment, StoredSheet

_BATCH = 400
_LIVE = (Standing.CURRENT.value, Standing.CONFLICT.value)


class SqlExchange:
    """The exchange's tables in one open transaction."""

    def __init__(self, connection: Connection, rows: Rows) -> None:
        self._db = connection
        self._rows = rows

    # the other end, and what went to and fro

    def peers(self) -> tuple[Peer, ...]:
        return self._rows.all(schema.peer, Peer)

    def peer(self, key: str) -> Peer | None:
        body = self._rows.body(schema.peer, key)
        return decode(Peer, body) if body else None

    def put_peer(self, peer: Peer) -> None:
        self._rows.put(schema.peer, peer.party.key, "", peer.party.device, encode(peer))

    def shipments(self) -> tuple[Shipment, ...]:
        return self._rows.all(schema.shipment, Shipment)

    def shipment(self, bundle: UUID) -> Shipment | None:
        body = self._rows.body(schema.shipment, bundle)
        return decode(Shipment, body) if body else None

    def put_shipment(self, shipment: Shipment) -> None:
        sort = f"{shipment.at.utc_ms:015d}"
        self._rows.put(schema.shipment, shipment.bundle, shipment.peer, sort, encode(shipment))

    def next_number(self, peer: str) -> int:
        sent = [s.number for s in self.shipments() if s.direction is Direction.OUT and s.peer == peer]
        return max(sent, default=0) + 1

    # what may leave

    def leaving(self) -> tuple[Leaving, ...]:
        owners = self._real_candidates()
        found = [Leaving(record=r, candidate=r.id) for r in self._records(schema.candidate) if r.id in owners]
        enrolments = {r.id: r for r in self._records(schema.enrolment) if r.parent in owners}
        editions = {decode(StoredEnrolment, r.body).unit_edition for r in enrolments.values()}
        found += [Leaving(record=r) for r in self._records(schema.unit) if r.id in editions]
        found += [Leaving(record=r, candidate=r.parent) for r in enrolments.values()]
        open_visits = self._unfinished()
        visits = {r.id: r for r in self._records(schema.observation) if r.parent in owners and r.id not in open_visits}
        found += [Leaving(record=r, candidate=r.parent) for r in visits.values()]
        of_open = self._evidence_of(open_visits)
        for record in self._records(schema.evidence):
            if record.parent in owners and record.id not in of_open:
                item = decode(EvidenceItem, record.body)
                files = (_wanted(FileUse.EVIDENCE, item.file.sha256, item.file.size),) if item.file else ()
                found.append(Leaving(record=record, candidate=record.parent, files=files))
        for table in (schema.decision, schema.judgement):
            found += [
                Leaving(record=r, candidate=enrolments[r.parent].parent)
                for r in self._records(table)
                if r.parent in enrolments
            ]
        subjects = {r.id: r.parent for r in (*enrolments.values(), *visits.values())}
        documents = {r.id: subjects[r.parent] for r in self._records(schema.sheet) if r.parent in subjects}
        found += [
            Leaving(record=r, candidate=documents[r.id]) for r in self._records(schema.sheet) if r.id in documents
        ]
        for record in self._records(schema.sheet_status):
            if record.id in documents:
                pdf = decode(SheetStatus, record.body).pdf_sha256
                files = (_wanted(FileUse.SHEET, pdf, 0),)
                found.append(Leaving(record=record, candidate=documents[record.id], files=files))
        for table in (schema.signature, schema.not_signed):
            found += [
                Leaving(record=r, candidate=documents[r.parent], files=self.files_of(r))
                for r in self._records(table)
                if r.parent in documents
            ]
        return tuple(found)

    def _real_candidates(self) -> frozenset[str]:
        c = schema.candidate.c
        query = select(c.id).where(func.coalesce(func.json_extract(c.body, "$.is_sample"), 0) == 0)
        return frozenset(self._db.execute(query).scalars())

    def _unfinished(self) -> frozenset[str]:
        o = schema.observation.c
        query = select(o.id).where(func.coalesce(func.json_extract(o.body, "$.finished"), 0) == 0)
        return frozenset(self._db.execute(query).scalars())

    def _evidence_of(self, observations: frozenset[str]) -> frozenset[str]:
        e = schema.evidence.c
        query = select(e.id, func.json_extract(e.body, "$.observation"))
        return frozenset(key for key, observation in self._db.execute(query) if observation in observations)

    def _records(self, table: Table) -> list[StoredRecord]:
        t = table.c
        query = select(t.id, t.parent, t.sort, t.revision, t.sha256, t.body).order_by(t.parent, t.sort, t.id)
        return [
            StoredRecord(kind=table.name, id=i, parent=p, sort=s, revision=r, sha256=h, body=b)
            for i, p, s, r, h, b in self._db.execute(query)
        ]

    # what left, and what receipts said of it

    def put_carried(self, bundle: UUID, keys: Iterable[RecordKey]) -> None:
        rows = [{"bundle": str(bundle), "kind": k.kind, "id": k.id, "sha256": k.sha256} for k in keys]
        if rows:
            self._db.execute(upsert(schema.carried).on_conflict_do_nothing(), rows)

    def carried(self) -> frozenset[RecordKey]:
        c = schema.carried.c
        query = select(c.kind, c.id, c.sha256).join(schema.shipment, schema.shipment.c.id == c.bundle)
        query = query.where(func.json_extract(schema.shipment.c.body, "$.direction") == Direction.OUT.value).distinct()
        return frozenset(RecordKey(kind=k, id=i, sha256=h) for k, i, h in self._db.execute(query))

    def put_receipted(self, number: int, records: Iterable[Receipted]) -> None:
        rows = [
            {
                "kind": r.kind,
                "id": r.id,
                "sha256": r.sha256,
                "number": number,
                "standing": r.standing.value,
                "reason": r.reason,
            }
            for r in records
        ]
        if rows:
            self._db.execute(_PUT_RECEIPTED, rows)

    def receipted(self) -> dict[RecordKey, Receipted]:
        r = schema.receipted.c
        found = (
            Receipted(kind=k, id=i, sha256=h, standing=Standing(s), reason=why)
            for k, i, h, s, why in self._db.execute(select(r.kind, r.id, r.sha256, r.standing, r.reason))
        )
        return {receipted.key: receipted for receipted in found}

    def archive(self, candidate: UUID, utc_ms: int) -> None:
        values = {"candidate": str(candidate), "utc_ms": utc_ms}
        self._db.execute(upsert(schema.archived).values(values).on_conflict_do_nothing())

    def bring_back(self, candidate: UUID) -> None:
        self._db.execute(schema.archived.delete().where(schema.archived.c.candidate == str(candidate)))

    def archived(self) -> frozenset[UUID]:
        return frozenset(UUID(c) for c in self._db.execute(select(schema.archived.c.candidate)).scalars())

    # what a centre received

    def known(self, keys: Sequence[RecordKey]) -> frozenset[RecordKey]:
        """Those that are here and not in quarantine: what is in quarantine is judged anew each time it comes."""
        found: set[RecordKey] = set()
        r = schema.received.c
        wanted = set(keys)
        for ids in _batches({k.id for k in keys}):
            query = select(r.kind, r.id, r.sha256).where(r.id.in_(ids), r.standing != Standing.QUARANTINED.value)
            for kind, key, sha256 in self._db.execute(query):
                found.add(RecordKey(kind=kind, id=key, sha256=sha256))
        return frozenset(found & wanted)

    def live(self, keys: Sequence[RecordKey]) -> Mapping[tuple[str, str], Sequence[Held]]:
        found: dict[tuple[str, str], list[Held]] = defaultdict(list)
        r = schema.received.c
        for ids in _batches({k.id for k in keys}):
            query = select(r.kind, r.id, r.sha256, r.standing, r.device).where(r.id.in_(ids), r.standing.in_(_LIVE))
            for kind, key, sha256, standing, device in self._db.execute(query):
                held = Held(key=RecordKey(kind=kind, id=key, sha256=sha256), standing=Standing(standing), device=device)
                found[(kind, key)].append(held)
        return found

    def receive(self, bundle: UUID, device: str, arrived: Sequence[Arrived]) -> None:
        replaced = [key for a in arrived for key in a.replaces]
        self.put_standing(replaced, Standing.REPLACED)
        rows = [
            {
                "kind": a.record.kind,
                "id": a.record.id,
                "sha256": a.record.sha256,
                "revision": a.record.revision,
                "parent": a.record.parent,
                "sort": a.record.sort,
                "device": device,
                "bundle": str(bundle),
                "standing": a.standing.value,
                "reason": a.reason,
                "body": a.record.body,
            }
            for a in arrived
        ]
        if rows:
            self._db.execute(_PUT_RECEIVED, rows)

    def put_standing(self, keys: Sequence[RecordKey], standing: Standing, reason: str = "") -> None:
        rows = [{"k": k.kind, "i": k.id, "h": k.sha256, "s": standing.value, "r": reason} for k in keys]
        if rows:
            self._db.execute(_MOVE, rows)

    def received(
        self, kind: str, *, key: str | None = None, parent: str | None = None, standing: Standing | None = None
    ) -> tuple[Received, ...]:
        r = schema.received.c
        query = _RECEIVED.where(r.kind == kind)
        for column, value in ((r.id, key), (r.parent, parent), (r.standing, standing.value if standing else None)):
            if value is not None:
                query = query.where(column == value)
        return tuple(_received(row) for row in self._db.execute(query.order_by(r.parent, r.sort, r.id)))

    def unsettled(self) -> tuple[Received, ...]:
        """What is in quarantine, and every state of the records that are in conflict."""
        r = schema.received.c
        torn = select(r.kind, r.id).where(r.standing == Standing.CONFLICT.value)
        in_conflict = and_(tuple_(r.kind, r.id).in_(torn), r.standing.in_(_LIVE))
        query = _RECEIVED.where(or_(r.standing == Standing.QUARANTINED.value, in_conflict))
        return tuple(_received(row) for row in self._db.execute(query.order_by(r.kind, r.id, r.standing)))

    def delivered_by(self, device: str) -> tuple[Receipted, ...]:
        """Every state that a bundle of this device carried, whoever brought it first, with its standing today."""
        c, r, s = schema.carried.c, schema.received.c, schema.shipment
        query = (
            select(r.kind, r.id, r.sha256, r.standing, r.reason)
            .join(schema.carried, and_(c.kind == r.kind, c.id == r.id, c.sha256 == r.sha256))
            .join(s, s.c.id == c.bundle)
            .where(s.c.parent == device, func.json_extract(s.c.body, "$.direction") == Direction.IN.value)
            .distinct()
            .order_by(r.kind, r.id, r.sha256)
        )
        return tuple(
            Receipted(kind=k, id=i, sha256=h, standing=Standing(st), reason=why)
            for k, i, h, st, why in self._db.execute(query)
        )

    def received_candidates(self) -> dict[str, Candidate]:
        found = self.received("candidate", standing=Standing.CURRENT)
        return {r.record.id: decode(Candidate, r.record.body) for r in found}

    def received_enrolments(self) -> dict[str, str]:
        found = self.received("enrolment", standing=Standing.CURRENT)
        return {r.record.id: r.record.parent for r in found}

    def received_observations(self) -> dict[str, str]:
        found = self.received("observation", standing=Standing.CURRENT)
        return {r.record.id: r.record.parent for r in found}

    def received_sheets(self) -> tuple[tuple[Sheet, str], ...]:
        """Sheets with the device that sent each; those whose status is in conflict or quarantine are left out."""
        status = {r.record.id: r for r in self.received("sheet_status", standing=Standing.CURRENT)}
        signatures: dict[str, list[Signature]] = defaultdict(list)
        for row in self.received("signature", standing=Standing.CURRENT):
            signatures[row.record.parent].append(decode(Signature, row.record.body))
        refused: dict[str, list[Refused]] = defaultdict(list)
        for row in self.received("not_signed", standing=Standing.CURRENT):
            refused[row.record.parent].append(decode(Refused, row.record.body))
        found = []
        for row in self.received("sheet", standing=Standing.CURRENT):
            if row.record.id in status:
                sheet = self.as_sheet(row.record.body, status[row.record.id].record.body)
                found.append((_with(sheet, signatures[row.record.id], refused[row.record.id]), row.device))
        return tuple(found)

    @staticmethod
    def as_sheet(body: str, status_body: str) -> Sheet:
        """A sheet from its two bodies, without its signatures. KnownError where a body is not one."""
        stored, status = decode(StoredSheet, body), decode(SheetStatus, status_body)
        return Sheet(
            record=stored.record,
            subject=stored.subject,
            state=status.state,
            base_sha256=stored.base_sha256,
            pdf_sha256=status.pdf_sha256,
            ended=status.ended,
            replaced_by=status.replaced_by,
        )

    @staticmethod
    def files_of(record: StoredRecord) -> tuple[WantedFile, ...]:
        """The files that a record names. KnownError where its body is not one of its kind."""
        if record.kind == schema.evidence.name:
            item = decode(EvidenceItem, record.body)
            return (_wanted(FileUse.EVIDENCE, item.file.sha256, item.file.size),) if item.file else ()
        if record.kind == schema.sheet_status.name:
            return (_wanted(FileUse.SHEET, decode(SheetStatus, record.body).pdf_sha256, 0),)
        if record.kind == schema.signature.name:
            scan = decode(Signature, record.body).scan_sha256
            return (_wanted(FileUse.EVIDENCE, scan, 0),) if scan else ()
        return ()

    @staticmethod
    def check_body(record: StoredRecord) -> None:
        """KnownError unless the body is what a vault keeps under that kind, for that id."""
        shape = _SHAPES.get(record.kind)
        if shape is None:
            raise _strange(record, "it is of no kind that travels")
        value: object = decode(shape, record.body)
        own = _id_of(value)
        if own is not None and own != record.id:
            raise _strange(record, "it is about another record than its id says")

    # the event logs of the devices

    def device_events(self, device: str) -> tuple[Event, ...]:
        e = schema.device_event.c
        query = select(e.body).where(e.device == device).order_by(e.sequence, e.hash)
        return tuple(decode(Event, body) for body in self._db.execute(query).scalars())

    def device_event_hashes(self, device: str, first: int, last: int) -> dict[int, frozenset[str]]:
        e = schema.device_event.c
        query = select(e.sequence, e.hash).where(e.device == device, e.sequence >= first, e.sequence <= last)
        found: dict[int, set[str]] = defaultdict(set)
        for sequence, hash_ in self._db.execute(query):
            found[sequence].add(hash_)
        return {sequence: frozenset(hashes) for sequence, hashes in found.items()}

    def put_device_events(self, device: str, events: Sequence[Event]) -> None:
        rows = [{"device": device, "sequence": e.sequence, "hash": e.hash, "body": encode(e)} for e in events]
        if rows:
            self._db.execute(insert(schema.device_event).prefix_with("OR IGNORE"), rows)


def _with(sheet: Sheet, signatures: list[Signature], refused: list[Refused]) -> Sheet:
    return replace(sheet, signatures=tuple(signatures), not_signed=tuple(refused))


_SHAPES: dict[str, type] = {
    "candidate": Candidate,
    "enrolment": StoredEnrolment,
    "unit": Unit,
    "observation": Observation,
    "evidence": EvidenceItem,
    "decision": Decision,
    "judgement": Judgement,
    "sheet": StoredSheet,
    "sheet_status": SheetStatus,
    "signature": Signature,
    "not_signed": Refused,
}


def _id_of(value: object) -> str | None:
    """The id that a body carries itself; None for those that are kept under their parent's."""
    if isinstance(value, Unit):
        return value.edition
    if isinstance(value, StoredSheet):
        return str(value.record.document_id)
    if isinstance(value, Candidate | StoredEnrolment | Observation | EvidenceItem | Decision | Signature):
        return str(value.id)
    return None


def _strange(record: StoredRecord, why: str) -> KnownError:
    return KnownError(
        f"A {record.kind} in the file cannot be used: {why}.",
        advice="Ask the sender for a new export, made by the current version.",
        code="record-strange",
    )


def _wanted(use: FileUse, sha256: str, size: int) -> WantedFile:
    return WantedFile(use=use, sha256=sha256, size=size)


def _batches(ids: set[str]) -> Iterable[list[str]]:
    ordered = sorted(ids)
    return (ordered[i : i + _BATCH] for i in range(0, len(ordered), _BATCH))


_RECEIVED = select(
    *(
        schema.received.c[name]
        for name in (
            "kind",
            "id",
            "parent",
            "sort",
            "revision",
            "sha256",
            "body",
            "device",
            "bundle",
            "standing",
            "reason",
        )
    )
)


def _received(row: Row[Any]) -> Received:  # Any: a row of mixed columns, checked by the values made from it
    kind, key, parent, sort, revision, sha256, body, device, bundle, standing, reason = tuple(row)
    return Received(
        record=StoredRecord(kind=kind, id=key, parent=parent, sort=sort, revision=revision, sha256=sha256, body=body),
        device=device,
        bundle=UUID(bundle),
        standing=Standing(standing),
        reason=reason,
    )


_PUT_RECEIPTED = upsert(schema.receipted)
_PUT_RECEIPTED = _PUT_RECEIPTED.on_conflict_do_update(
    index_elements=["kind", "id", "sha256"],
    set_={c: _PUT_RECEIPTED.excluded[c] for c in ("number", "standing", "reason")},
    where=_PUT_RECEIPTED.excluded.number >= schema.receipted.c.number,
)
_PUT_RECEIVED = upsert(schema.received)
_PUT_RECEIVED = _PUT_RECEIVED.on_conflict_do_update(
    index_elements=["kind", "id", "sha256"],
    set_={c: _PUT_RECEIVED.excluded[c] for c in ("standing", "reason", "device", "bundle")},
)
_MOVE = (
    update(schema.received)
    .where(
        and_(
            schema.received.c.kind == bindparam("k"),
            schema.received.c.id == bindparam("i"),
            schema.received.c.sha256 == bindparam("h"),
        )
    )
    .values(standing=bindparam("s"), reason=bindparam("r"))
)
