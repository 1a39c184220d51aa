"""Do the records hold: each against its hash, all against the event log, and what is derived against the records?"""

import json
from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, Table, select, text

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event, chain_faults
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.findings import Finding, FindingCode, finding
from assessor_app.domain.gaps import criterion_states, progress
from assessor_app.domain.judging import Decision
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.watch import Watch
from assessor_app.storage import schema
from assessor_app.storage.check_received import received_findings
from assessor_app.storage.codec import decode
from assessor_app.storage.records import LOG_END, SqlRecords
from assessor_app.storage.search_rows import SearchRow, candidate_row, evidence_row, observation_row
from assessor_app.storage.secret_rows import secret

T = TypeVar("T")
_Body = dict[str, object]

RECORD_TABLES = tuple(
    t
    for t in schema.metadata.sorted_tables
    if {"id", "parent", "sha256", "body"} <= set(t.c.keys()) and t is not schema.received
)

# Under which parent a record stands, as its own body says; a row that says otherwise was moved.
_PARENT: dict[str, Callable[[_Body], object]] = {
    "candidate": lambda _: "",
    "enrolment": lambda body: body["candidate"],
    "unit": lambda body: body["key"],
    "observation": lambda body: body["candidate"],
    "evidence": lambda body: body["candidate"],
    "decision": lambda body: _within(body["criterion"], "enrolment"),
    "sheet": lambda body: body["subject"],
    "signature": lambda body: body["document_id"],
}
_IN_ORDER = ("decision", "not_signed")  # their order decides what is in force


def record_findings(db: Connection, watch: Watch) -> list[Finding]:
    """Everything about event log, records, progress, search index, drafts and device key."""
    events, found = _log(db, watch)
    found += _records(db, events, watch)
    watch.go_on()
    try:
        found += [*_progress(db), *_search(db)]
    except KnownError as error:
        what = f"{error.what} What is counted and indexed from the records was not checked."
        found.append(finding(FindingCode.RECORD_UNREADABLE, what))
    watch.go_on()
    found += _drafts(db)
    found += received_findings(db)
    has_made_key = any(event.verb == "keep device key" for event in events)
    if has_made_key and secret(db, "device key") is None:
        found.append(finding(FindingCode.DEVICE_KEY, "The key with which this laptop seals signatures is missing."))
    return found


def _log(db: Connection, watch: Watch) -> tuple[list[Event], list[Finding]]:
    events, found = [], []
    e = schema.event.c
    for sequence, utc_ms, sha256, body in db.execute(select(e.sequence, e.utc_ms, e.hash, e.body).order_by(e.sequence)):
        watch.go_on()
        try:
            event = decode(Event, body)
        except KnownError:
            found.append(
                finding(FindingCode.LOG_UNREADABLE, f"The event log does not hold: record {sequence} is unreadable.")
            )
            continue
        if (event.sequence, event.at.utc_ms, event.hash) != (sequence, utc_ms, sha256):
            what = f"The event log does not hold: in place of record {sequence} stands another or a changed one."
            found.append(finding(FindingCode.LOG, what))
        events.append(event)
    found += [finding(FindingCode.LOG, f"The event log does not hold: {fault}.") for fault in chain_faults(events)]
    end = secret(db, LOG_END)
    if end is not None:
        sequence, last = end.decode(errors="replace").split(" ", 1)
        present = events[-1].sequence if events else 0
        if present < int(sequence):
            what = f"The event log is cut off: it ends at record {present}, but went up to {sequence}."
            found.append(finding(FindingCode.LOG_END, what))
        elif events and (events[-1].sequence, events[-1].hash) != (int(sequence), last):
            what = f"The event log's last record ({present}) is not the one that was written last ({sequence})."
            found.append(finding(FindingCode.LOG_END, what))
    return events, found


def _records(db: Connection, events: list[Event], watch: Watch) -> Iterator[Finding]:
    newest: dict[tuple[str, str], str] = {}
    order: dict[tuple[str, str], int] = {}
    for event in events:
        newest.update({(t.kind, t.id): t.sha256 for t in event.touched})
        for touched in event.touched:
            order.setdefault((touched.kind, touched.id), len(order))
    for table in RECORD_TABLES:
        name = table.name.replace("_", " ")
        places: list[tuple[str, int]] = []
        columns = select(table.c.id, table.c.parent, table.c.sha256, table.c.body)
        for key, parent, sha256, body in db.execute(columns.order_by(table.c.parent, table.c.sort, table.c.id)):
            watch.go_on()
            logged = newest.pop((table.name, key), None)
            places.append((parent, order.get((table.name, key), 0)))
            what = f"A {name} ({key[:13]})"
            if sha256_hex(body.encode()) != sha256:
                yield finding(FindingCode.RECORD_CHANGED, f"{what} was changed outside the program.")
            elif not logged:
                yield finding(FindingCode.RECORD_UNLOGGED, f"{what} is there, but the event log does not know it.")
            elif logged != sha256:
                yield finding(FindingCode.RECORD_UNLOGGED, f"{what} is not what the event log says it is.")
            elif not _stands_under(table, parent, body):
                yield finding(FindingCode.RECORD_MISPLACED, f"{what} was moved to another place outside the program.")
        if table.name in _IN_ORDER and places != sorted(places):
            yield finding(FindingCode.RECORD_MISPLACED, f"The order of a {name} was changed outside the program.")
    for (kind, key), sha256 in newest.items():
        if sha256:
            what = f"A {kind.replace('_', ' ')} ({key[:13]}) that the event log names is missing."
            yield finding(FindingCode.RECORD_MISSING, what)


def _stands_under(table: Table, parent: str, body: str) -> bool:
    says = _PARENT.get(table.name)
    if says is None:
        return True
    try:
        return says(json.loads(body)) == parent
    except (ValueError, KeyError, TypeError):
        return False


def _within(value: object, name: str) -> object:
    return value[name] if isinstance(value, dict) else None


def _progress(db: Connection) -> Iterator[Finding]:
    records = SqlRecords(db, device="", utc_ms=0, units={})
    kept = {row.enrolment: row for row in db.execute(select(schema.progress))}
    enrolments = db.execute(select(schema.enrolment.c.id)).scalars().all()
    for key in kept.keys() - set(enrolments):
        yield finding(FindingCode.PROGRESS, f"A count of progress ({key[:13]}) belongs to no unit that is taken.")
    evidence = _by_parent(db, schema.evidence, EvidenceItem)
    decisions = _by_parent(db, schema.decision, Decision)
    for body in db.execute(select(schema.enrolment.c.body)).scalars().all():
        try:
            enrolment = records.enrolment_from(body)
        except KeyError:
            yield finding(FindingCode.RECORD_MISSING, "A unit that somebody takes is missing.")
            continue
        states = criterion_states(
            enrolment, evidence.get(str(enrolment.candidate), []), decisions.get(str(enrolment.id), [])
        )
        counted, row = progress(states), kept.get(str(enrolment.id))
        if row is None or (row.met, row.seen, row.total) != (counted.met, counted.seen, counted.total):
            yield finding(FindingCode.PROGRESS, f"The count of progress of a unit ({str(enrolment.id)[:13]}) is wrong.")


def _by_parent(db: Connection, table: Table, kind: type[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for parent, body in db.execute(select(table.c.parent, table.c.body).order_by(table.c.sort, table.c.id)):
        found.setdefault(parent, []).append(decode(kind, body))
    return found


def expected_search_rows(db: Connection) -> list[SearchRow]:
    """The index as the records would have it."""
    rows = [candidate_row(decode(Candidate, body)) for body in db.execute(select(schema.candidate.c.body)).scalars()]
    rows += [observation_row(decode(Observation, b)) for b in db.execute(select(schema.observation.c.body)).scalars()]
    items = [evidence_row(decode(EvidenceItem, body)) for body in db.execute(select(schema.evidence.c.body)).scalars()]
    return sorted(rows + [row for row in items if row is not None])


def _search(db: Connection) -> Iterator[Finding]:
    present = db.execute(text("SELECT kind, id, candidate, title, text FROM search"))
    rows = sorted(SearchRow(kind=k, id=i, candidate=c, title=t, text=x) for k, i, c, t, x in present)
    expected = expected_search_rows(db)
    if rows != expected:
        differ = len(set(rows) ^ set(expected)) or abs(len(rows) - len(expected))
        yield finding(FindingCode.SEARCH, f"The search index does not say what the records say ({differ} rows differ).")


def _drafts(db: Connection) -> Iterator[Finding]:
    d = schema.draft.c
    for kind, key, body in db.execute(select(d.kind, d.id, d.body)):
        if "unreadable" in kind:
            continue  # put aside already
        try:
            json.loads(body)
        except ValueError:
            yield finding(FindingCode.DRAFT, f"A draft ({key[:13]}) cannot be read.")
