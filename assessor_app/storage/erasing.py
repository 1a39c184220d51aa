"""Everything about a candidate taken out of the database, in the transaction that is open.

Append-only rows go as well: their guards are put aside and back inside the transaction. The event that closes it names
each row that is gone, so that none is missed later.
"""

import json
import re
from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Connection, Table, delete, select, text

from assessor_app.domain.erasure import VERB_STEM, erased_candidates
from assessor_app.domain.events import Event, Touched
from assessor_app.storage import schema
from assessor_app.storage.codec import decode
from assessor_app.storage.secret_rows import notes, put_notes

UNFINISHED = "erasure unfinished"  # the secret that says so, with the files that are still to go
COPIES_DUE = "erasure of copies due"  # the secret that says that copies were not gone through since
LET_GO = "files let go"  # the secret that says whose files no record names any more
CANDIDATE_FORM = "candidate form"
_BATCH = 400
SHA256 = re.compile(r"\b[0-9a-f]{64}\b")
_GUARDS = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('decision', 'signature', 'sheet')"
)


def erase_rows(db: Connection, touched: list[Touched], candidates: Iterable[str]) -> int:
    """Delete every row of `candidates`, add to `touched`, note which files go too; returns the number of records.

    The event names each of `candidates`, also where nothing of them is here: it says that they are not to come back.
    """
    people = list(candidates)
    rows = owned_rows(db, people)
    names = names_of(db, rows[schema.candidate])
    files = could_be_files(db, rows) | _take_let_go(db, people)
    files |= _erase_drafts(db, {key for keys in rows.values() for key in keys}.union(people), names)
    guards = db.execute(text(_GUARDS)).all()
    for name, _ in guards:
        db.execute(text(f"DROP TRIGGER {name}"))
    for table, keys in rows.items():
        for some in batches(keys):
            db.execute(delete(table).where(table.c.id.in_(some)))
        touched += [Touched(kind=table.name, id=key, sha256="") for key in keys]
    for _, sql in guards:
        db.execute(text(sql))
    tombstones = (Touched(kind=schema.candidate.name, id=person, sha256="") for person in people)
    touched += [tombstone for tombstone in tombstones if tombstone not in touched]
    _erase_beside(db, rows, files)
    db.execute(text("INSERT INTO search (search) VALUES ('rebuild')"))  # a deleted row leaves its words in the index
    put_notes(db, UNFINISHED, notes(db, UNFINISHED) | dict.fromkeys(files, "") | {"": ""})  # also where it has no files
    put_notes(db, COPIES_DUE, {"": ""})
    return sum(len(keys) for keys in rows.values())


def owned_rows(db: Connection, candidates: Iterable[str]) -> dict[Table, list[str]]:
    """The ids of all records of `candidates`, by table, in an order in which they can be told to a person."""
    people = list(candidates)
    enrolments = _under(db, schema.enrolment, people)
    visits = _under(db, schema.observation, people)
    sheets = _under(db, schema.sheet, [*enrolments, *visits])
    return {
        schema.candidate: _where(db, schema.candidate, schema.candidate.c.id, people),
        schema.enrolment: enrolments,
        schema.observation: visits,
        schema.evidence: _under(db, schema.evidence, people),
        schema.decision: _under(db, schema.decision, enrolments),
        schema.judgement: _under(db, schema.judgement, enrolments),
        schema.sheet: sheets,
        schema.sheet_status: _where(db, schema.sheet_status, schema.sheet_status.c.id, sheets),
        schema.signature: _under(db, schema.signature, sheets),
        schema.not_signed: _under(db, schema.not_signed, sheets),
    }


def could_be_files(db: Connection, rows: dict[Table, list[str]]) -> set[str]:
    """What could be a file's hash in these rows."""
    return {sha256 for table in rows for body in _bodies(db, table, rows[table]) for sha256 in SHA256.findall(body)}


def names_of(db: Connection, people: list[str]) -> set[str]:
    """The full names of `people`."""
    return {json.loads(body).get("name", "") for body in _bodies(db, schema.candidate, people)} - {""}


def drafts_about(db: Connection, keys: set[str], names: set[str]) -> list[tuple[str, str, str]]:
    """Drafts under one of the ids, drafts that mention one, and the form in which somebody of `names` was begun.

    A form for somebody else who only names them, as a line manager perhaps, is not about them.
    """
    d = schema.draft.c
    return [
        (kind, key, body)
        for kind, key, body in db.execute(select(d.kind, d.id, d.body))
        if key in keys or any(k in body for k in keys) or (kind == CANDIDATE_FORM and _begun_for(body) in names)
    ]


def _begun_for(form: str) -> str:
    """Whose details a form holds; empty where that cannot be told."""
    try:
        return str(json.loads(form)["candidate"]["name"]).strip()
    except (ValueError, KeyError, TypeError):
        return ""


def owned_files(db: Connection, rows: dict[Table, list[str]]) -> frozenset[str]:
    """What could be a file's hash in these rows and in no other."""
    return frozenset(could_be_files(db, rows) - _named(db, rows))


def all_files_named(db: Connection) -> frozenset[str]:
    """What could be a file's hash anywhere in the vault; a file that is not among them belongs to nothing."""
    return frozenset(_named(db, {}))


def was_exported(db: Connection, rows: dict[Table, list[str]]) -> bool:
    """Whether an export carried one of these rows."""
    c = schema.carried.c
    return any(
        db.execute(select(c.id).where(c.kind == table.name, c.id.in_(some)).limit(1)).first()
        for table, keys in rows.items()
        for some in batches(keys)
    )


def erased_here(db: Connection) -> frozenset[str]:
    """The ids of everybody who was erased from this vault, by its event log."""
    return erased_candidates(_erasures(db))


def rows_erased_here(db: Connection) -> frozenset[tuple[str, str]]:
    """Kind and id of every record that an erasure took."""
    return frozenset((t.kind, t.id) for event in _erasures(db) for t in event.touched if not t.sha256)


def _erasures(db: Connection) -> list[Event]:
    rows = db.execute(select(schema.event.c.body).where(schema.event.c.body.contains(VERB_STEM, autoescape=True)))
    return [decode(Event, body) for body in rows.scalars()]


def _erase_beside(db: Connection, rows: dict[Table, list[str]], files: set[str]) -> None:
    """What stands beside records: progress, strokes, the index, and what the exchange remembers of them."""
    people, sheets = rows[schema.candidate], rows[schema.sheet]
    for table, column, keys in (
        (schema.progress, schema.progress.c.enrolment, rows[schema.enrolment]),
        (schema.stroke, schema.stroke.c.document, sheets),
        (schema.archived, schema.archived.c.candidate, people),
    ):
        for some in batches(keys):
            db.execute(delete(table).where(column.in_(some)))
    for key in people:
        db.execute(text("DELETE FROM search WHERE candidate = :c"), {"c": key})
    gone = {**{table.name: keys for table, keys in rows.items()}, "file": sorted(files)}
    for table in (schema.carried, schema.receipted):
        for kind, keys in gone.items():
            for some in batches(keys):
                db.execute(delete(table).where(table.c.kind == kind, table.c.id.in_(some)))


def _named(db: Connection, without: dict[Table, list[str]]) -> set[str]:
    found: set[str] = set()
    for table in schema.metadata.sorted_tables:
        if table in (schema.event, schema.device_event) or "body" not in table.c:
            continue
        own = frozenset(without.get(table, ()))
        keyed = table.c.id if "id" in table.c else text("''")
        for key, body in db.execute(select(keyed, table.c.body)):
            if key not in own:
                found.update(SHA256.findall(body))
    received = select(schema.received.c.sha256).where(schema.received.c.kind == "file")
    return found.union(db.execute(received).scalars())


def _take_let_go(db: Connection, people: list[str]) -> set[str]:
    gone = notes(db, LET_GO)
    own = {sha256 for sha256, candidate in gone.items() if candidate in people}
    if own:
        put_notes(db, LET_GO, {sha256: candidate for sha256, candidate in gone.items() if sha256 not in own})
    return own


def _erase_drafts(db: Connection, keys: set[str], names: set[str]) -> set[str]:
    d = schema.draft.c
    files: set[str] = set()
    for kind, key, body in drafts_about(db, keys, names):
        files.update(SHA256.findall(body))
        db.execute(delete(schema.draft).where(d.kind == kind, d.id == key))
    return files


def _bodies(db: Connection, table: Table, keys: Iterable[str]) -> Iterator[str]:
    for some in batches(keys):
        yield from db.execute(select(table.c.body).where(table.c.id.in_(some))).scalars()


def _under(db: Connection, table: Table, parents: Iterable[str]) -> list[str]:
    return _where(db, table, table.c.parent, parents)


def _where(db: Connection, table: Table, column: Column[str], values: Iterable[str]) -> list[str]:
    found: list[str] = []
    for some in batches(values):
        found += db.execute(select(table.c.id).where(column.in_(some)).order_by(table.c.id)).scalars()
    return found


def batches(keys: Iterable[str]) -> Iterator[list[str]]:
    """As many as one statement may name."""
    listed = list(keys)
    return (listed[i : i + _BATCH] for i in range(0, len(listed), _BATCH))
