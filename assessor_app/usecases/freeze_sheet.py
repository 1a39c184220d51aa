"""Freeze a form: read once, render once, keep the bytes. Every signature is then on that one version."""

from dataclasses import replace
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.gaps import gap_list
from assessor_app.domain.gate import (
    manager_must_sign,
    observation_signatories,
    owner_is_candidate,
    unit_signatories,
)
from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.record import BaseRecord, Form, ObservationContent, Signatory, UnitContent
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.domain.units import RecordForm
from assessor_app.usecases.live_content import (
    live_sheet,
    observation_content,
    profile_of,
    still_says,
    unit_content,
)
from assessor_app.usecases.ports import Ports, Records


def freeze_unit(ports: Ports, enrolment: UUID) -> Sheet:
    """Freeze the unit's sheet; the version that is live already is returned where it still says the same."""
    with ports.store.reading() as records:
        unit = records.enrolment(enrolment)
        existing = live_sheet(records, enrolment)
        if existing is not None and still_says(records, existing):
            return existing
        content = unit_content(records, unit)
        gaps = gap_list(unit, content.evidence, content.decisions, content.judgement, ports.now().local_date)
        if gaps:
            raise KnownError(
                f"{len(gaps)} things are missing before anyone can sign.",
                advice="Open the sign-off page; each is listed with what mends it.",
                code="gaps",
            )
        regime = unit.effective_regime
        if regime is None:
            raise KnownError("How this unit is signed off is not decided.", advice="Decide it once.", code="no-regime")
        asks_manager = manager_must_sign(regime, content.assessor)
        exception = content.judgement.manager_exception
        if asks_manager and owner_is_candidate(content) and not (exception and exception.centre_decision.strip()):
            raise KnownError(
                "The owner/manager is the candidate, so there is nobody who can confirm the candidate's competence.",
                advice="Ask the centre. Only its written decision, recorded here and printed on the sheet, allows it.",
                code="owner-is-candidate",
            )
        allowed = bool(asks_manager and owner_is_candidate(content))
        signatories = unit_signatories(regime, content.assessor, exception=allowed)
    form = Form.ERS if regime.record_form is RecordForm.ERS else Form.CHECKLIST
    return _freeze(ports, enrolment, form, content, signatories, manager_rule=asks_manager and not allowed)


def freeze_observation(ports: Ports, observation: UUID) -> Sheet:
    """Freeze the observation record of a finished visit."""
    with ports.store.reading() as records:
        visit = records.observation(observation)
        if not visit.finished:
            raise KnownError("The visit is not finished.", advice="Finish the visit first.", code="visit-open")
        existing = live_sheet(records, observation)
        if existing is not None and still_says(records, existing):
            return existing
        content = observation_content(records, visit)
    return _freeze(ports, observation, Form.OBSERVATION, content, observation_signatories(), manager_rule=False)


def preview_unit(ports: Ports, enrolment: UUID) -> bytes:
    """The unit's form as it would look now, gaps and all; it is not kept and cannot be signed."""
    with ports.store.reading() as records:
        unit = records.enrolment(enrolment)
        content = unit_content(records, unit)
        regime = unit.effective_regime
        profile = profile_of(records)
    form = Form.CHECKLIST if regime and regime.record_form is RecordForm.CHECKLIST else Form.ERS
    rows = unit_signatories(regime, content.assessor) if regime else observation_signatories()
    record = BaseRecord.freeze(
        document_id=ports.new_id(),
        form=form,
        version=1,
        frozen_at=ports.now(),
        signatories=rows,
        manager_rule=False,
        content=content,
        approval=profile.approval(form),
        device=profile.device,
    )
    return ports.renderer.sheet(record)


def preview_observation(ports: Ports, observation: UUID) -> bytes:
    """The observation record as it would look now; it is not kept and cannot be signed."""
    with ports.store.reading() as records:
        content = observation_content(records, records.observation(observation))
        profile = profile_of(records)
    record = BaseRecord.freeze(
        document_id=ports.new_id(),
        form=Form.OBSERVATION,
        version=1,
        frozen_at=ports.now(),
        signatories=observation_signatories(),
        manager_rule=False,
        content=content,
        approval=profile.approval(Form.OBSERVATION),
        device=profile.device,
    )
    return ports.renderer.sheet(record)


def _freeze(
    ports: Ports,
    subject: UUID,
    form: Form,
    content: UnitContent | ObservationContent,
    signatories: tuple[Signatory, ...],
    *,
    manager_rule: bool,
) -> Sheet:
    with ports.store.reading() as records:
        profile = profile_of(records)
        version = max((s.record.version for s in records.sheets_of(subject)), default=0) + 1
    record = BaseRecord.freeze(
        document_id=ports.new_id(),
        form=form,
        version=version,
        frozen_at=ports.now(),
        signatories=signatories,
        manager_rule=manager_rule,
        content=content,
        approval=profile.approval(form),
        device=profile.device,
    )
    sha256 = ports.files.keep(ports.renderer.sheet(record))
    sheet = Sheet(record=record, subject=subject, state=SheetState.FROZEN, base_sha256=sha256, pdf_sha256=sha256)
    with ports.store.writing("freeze sheet") as records:
        if not still_says(records, sheet):
            raise KnownError(
                "The record changed while the sheet was being made.",
                advice="Freeze it again.",
                code="changed-meanwhile",
            )
        _end_older(records, sheet)
        records.add_sheet(sheet)
    return sheet


def _end_older(records: Records, sheet: Sheet) -> None:
    for older in records.sheets_of(sheet.subject):
        if older.state is SheetState.SEALED:
            raise KnownError(
                f"Version {older.record.version} is signed and sealed.",
                advice="Void it with a reason before making a new version.",
                code="sealed",
            )
        if older.state is SheetState.FROZEN:
            reason = RecordedReason(
                text="A new version was frozen.", by=sheet.record.content.assessor.name, at=sheet.record.frozen_at
            )
            ended = replace(older, state=SheetState.SUPERSEDED, ended=reason, replaced_by=sheet.document_id)
            records.put_sheet_status(ended)
        elif older.replaced_by is None and not older.state.is_live:
            records.put_sheet_status(replace(older, replaced_by=sheet.document_id))
