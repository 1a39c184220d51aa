"""After salvage: stand-ins for what is gone but still referred to, and everything derived made anew.

Each stand-in says that it is one, and the event log gets a row for them. Nothing that came back is changed.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from assessor_app.domain.people import Candidate
from assessor_app.domain.sheets import Signature
from assessor_app.domain.units import Unit
from assessor_app.storage import schema
from assessor_app.storage.codec import decode
from assessor_app.storage.derived import rebuild_derived
from assessor_app.storage.records import SqlRecords
from assessor_app.storage.vault import Vault

_LOST_NAME = "Name lost, salvaged"


def mend(vault: Vault, names: Mapping[str, str], units: Sequence[Unit]) -> tuple[str, ...]:
    """Make the salvaged vault usable; `names` are candidates' names from the search index. Returns what was done."""
    notes: list[str] = []
    with vault.writing("salvage vault") as records:
        notes += _units(records, units)
        notes += _candidates(records, names)
        notes += _sheets(records)
        if records.profile() is None:
            notes.append("The assessor's own details are lost: the program asks for them again.")
    with vault.drafting() as records:
        rebuild_derived(records)
    return tuple(notes)


def _units(records: SqlRecords, units: Sequence[Unit]) -> list[str]:
    """Bring back lost editions that are shipped; an enrolment on one that is not cannot be shown and is left out."""
    db = records.connection
    before = set(db.execute(select(schema.unit.c.id)).scalars())
    for unit in units:
        records.put_unit(unit)
    notes = []
    for key, body in db.execute(select(schema.enrolment.c.id, schema.enrolment.c.body)).all():
        try:
            records.enrolment_from(body)
        except KeyError:
            records.remove_enrolment(UUID(key))
            notes.append(f"A unit's text is lost; who takes it ({key[:13]}) must be entered again.")
    after = set(db.execute(select(schema.unit.c.id)).scalars())
    if before and after - before:
        notes.append(f"{len(after - before)} units were taken from those that come with the program.")
    return notes


def _candidates(records: SqlRecords, names: Mapping[str, str]) -> list[str]:
    db = records.connection
    known = set(db.execute(select(schema.candidate.c.id)).scalars())
    wanted: set[str] = set()
    for table in (schema.enrolment, schema.observation, schema.evidence):
        wanted |= set(db.execute(select(table.c.parent)).scalars())
    lost = sorted(wanted - known)
    for key in lost:
        records.put_candidate(Candidate(id=UUID(key), name=names.get(key) or _LOST_NAME))
    named = sum(key in names for key in lost)
    return [f"{len(lost)} candidates are stand-ins; {named} of them have their name back."] if lost else []


def _sheets(records: SqlRecords) -> list[str]:
    """A sheet whose state is lost stands as its signatures say; one with a later version stands as superseded."""
    db = records.connection
    known = set(db.execute(select(schema.sheet_status.c.id)).scalars())
    notes = []
    rows = db.execute(select(schema.sheet.c.id, schema.sheet.c.parent, schema.sheet.c.sort)).all()
    newest = {parent: sort for _, parent, sort in sorted(rows, key=lambda r: str(r[2]))}
    for key, parent, sort in rows:
        if key not in known:
            query = select(schema.signature.c.body).where(schema.signature.c.parent == key)
            signatures = [
                decode(Signature, body) for body in db.execute(query.order_by(schema.signature.c.sort)).scalars()
            ]
            records.put_rebuilt_status(UUID(key), signatures, is_newest=newest[parent] == sort)
            notes.append(f"The state of sheet {key} was lost and is told from its signatures.")
    return notes
