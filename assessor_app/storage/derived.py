"""Search index and progress made anew from the records. No record is touched, so it can be done at any time."""

from sqlalchemy import delete, select, text

from assessor_app.domain.gaps import criterion_states, progress
from assessor_app.storage import schema
from assessor_app.storage.check_records import expected_search_rows
from assessor_app.storage.records import SqlRecords


def rebuild_derived(records: SqlRecords) -> None:
    """Write both anew, in the transaction that is open; also where the index's own tables are damaged."""
    db = records.connection
    db.execute(text("INSERT INTO search (search) VALUES ('rebuild')"))
    db.execute(text("DELETE FROM search"))
    for row in expected_search_rows(db):
        records.index_row(row)
    db.execute(delete(schema.progress))
    for body in db.execute(select(schema.enrolment.c.body)).scalars().all():
        enrolment = records.enrolment_from(body)
        evidence, decisions = records.evidence_of(enrolment.candidate), records.decisions_of(enrolment.id)
        records.put_progress(enrolment, progress(criterion_states(enrolment, evidence, decisions)))
