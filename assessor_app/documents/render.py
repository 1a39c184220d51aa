"""One door to the signed forms: a frozen record in, its base page out. The record decides the form."""

from assessor_app.documents.checklist import render_checklist
from assessor_app.documents.ers import render_ers
from assessor_app.documents.observation import render_observation
from assessor_app.domain.record import BaseRecord, Form


def render(record: BaseRecord) -> bytes:
    """The base page of the form as PDF: tagged, with empty signature fields and its record; same record, same bytes."""
    match record.form:
        case Form.ERS:
            return render_ers(record)
        case Form.CHECKLIST:
            return render_checklist(record)
        case Form.OBSERVATION:
            return render_observation(record)
